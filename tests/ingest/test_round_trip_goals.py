"""Is each rep's quota of the quarter what a second reckoning makes of its months, in rows or in columns?"""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.truth import CURRENCIES, NAMES, often, read_back
from tests.ingest.writing import STYLES, WORKBOOKS, Money, Rows, Style, as_csv

Quotas = Mapping[str, tuple[float | None, ...]]
"""The quotas of the twelve months of 2026 by rep; None where there is none."""
OF_THE_DAY = slice(9, 12)
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
WORDS = {
    "en": ("Rep name", "Quota", "Month", "Period"),
    "de": ("Vertriebsmitarbeiter", "Quote", "Monat", "Zeitraum"),
    "fr": ("Nom complet", "Objectif", "Mois", "Période"),
    "es": ("Nombre completo", "Cuota", "Mes", "Periodo"),
    "pt": ("Nome completo", "Meta", "Mês", "Período"),
}
AMOUNT = st.integers(100, 90_000_000).map(lambda cents: cents / 100)
YEARS = st.dictionaries(
    st.sampled_from(NAMES),
    st.tuples(*[st.one_of(AMOUNT, AMOUNT, AMOUNT, st.none())] * 12),
    min_size=1,
    max_size=4,
)


def reckoned(quotas: Quotas) -> dict[str, float]:
    """Return the quota of each rep who has all three months of the quarter."""
    quarters = {name: [amount for amount in year[OF_THE_DAY] if amount is not None] for name, year in quotas.items()}
    return {name: sum(months) for name, months in quarters.items() if len(months) == 3}


def in_rows(quotas: Quotas, language: str, currency: str) -> Rows:
    """Return a row per rep and month; a month without a quota has a blank cell."""
    name, quota, month, _ = WORDS[language]
    months = [f"{word} 2026" for word in MONTHS[language].split()]
    return [
        [name, month, quota],
        *([rep, *pair] for rep, year in quotas.items() for pair in zip(months, money(year, currency), strict=True)),
    ]


def in_columns(quotas: Quotas, language: str, currency: str) -> Rows:
    """Return a row per rep and a column per month, under a title that says what they are."""
    name, quota, *_ = WORDS[language]
    title = [f"{quota} 2026", *[""] * 12]
    return [title, [name, *MONTHS[language].split()], *([rep, *money(year, currency)] for rep, year in quotas.items())]


def in_quarters(quotas: Quotas, language: str, currency: str) -> Rows:
    """Return a row per rep and quarter with the sum of its months; one with a blank month has a blank cell."""
    name, quota, _, period = WORDS[language]
    rows: list[list[object]] = [[name, quota, period]]
    for rep, year in quotas.items():
        for number in range(4):
            months = [one for one in year[number * 3 : number * 3 + 3] if one is not None]
            whole = round(sum(months), 2) if len(months) == 3 else None
            rows.append([rep, None if whole is None else Money(whole, currency), f"Q{number + 1} 2026"])
    return rows


def money(year: tuple[float | None, ...], currency: str) -> list[Money | None]:
    """Return amounts with their currency."""
    return [None if amount is None else Money(amount, currency) for amount in year]


LAYOUTS = {"rows": in_rows, "columns": in_columns, "quarters": in_quarters}


def assert_reckoned(quotas: Quotas, content: bytes, name: str, style: Style, currency: str) -> None:
    """The same quotas come out, in the file's currency, and nobody else's."""
    _, last = read_back(content, name, style.order, currency)
    assert not last.refused or not reckoned(quotas), last.refused
    read = {row["rep"]: (row["quota"], row["currency"]) for row in last.pipeline.to_dict("records")}
    assert read == {name: (pytest.approx(quota), currency) for name, quota in reckoned(quotas).items()}


@pytest.mark.parametrize("layout", LAYOUTS)
@given(quotas=YEARS, language=st.sampled_from(sorted(STYLES)), data=st.data())
@often(8)
def test_quotas_read_back(layout: str, quotas: Quotas, language: str, data):
    """In five languages and currencies, by sign or code."""
    style, currency = data.draw(st.sampled_from(STYLES[language])), data.draw(st.sampled_from(CURRENCIES))
    content = as_csv(LAYOUTS[layout](quotas, language, currency), style, ";")
    assert_reckoned(quotas, content, "goals.csv", style, currency)


@pytest.mark.parametrize("layout", LAYOUTS)
@given(quotas=YEARS, language=st.sampled_from(sorted(STYLES)), name=st.sampled_from(sorted(WORKBOOKS)))
@often(3)
def test_quotas_in_a_workbook_read_back(layout: str, quotas: Quotas, language: str, name: str):
    """The same as a workbook."""
    style = STYLES[language][0]
    content = WORKBOOKS[name](LAYOUTS[layout](quotas, language, "EUR"), style)
    assert_reckoned(quotas, content, name, style, "EUR")
