"""Does what our own template writer writes read back identically, in the number formats of five languages?"""

import csv
import io
import math
from datetime import date, timedelta
from typing import Any

import pytest
from babel.numbers import format_decimal, format_percent
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.ingest.template import SPECS, example_rows, template_csv, template_xlsx
from dashboard.model.columns import COLUMNS, Kind
from tests.ingest.files import codes, read

LOCALES = {"en": ",", "de": ";", "fr": ";", "es": ";", "pt": "\t"}
DATES = {"en": "%Y-%m-%d", "de": "%d.%m.%Y", "fr": "%Y-%m-%d", "es": "%Y-%m-%d", "pt": "%d.%m.%Y"}
NUMBERS = {Kind.SCORE, Kind.TOTAL, Kind.TOP_PERCENT, Kind.MONEY, Kind.COUNT, Kind.FRACTION}


@pytest.mark.parametrize(("name", "make"), [("template.csv", template_csv), ("template.xlsx", template_xlsx)])
def test_the_template_reads_back_as_it_is_written(name: str, make):
    """Every column is recognised as its field, without a question; the second rep has no score yet."""
    loaded = read(make(), name)
    assert loaded.files[0].columns == {spec.label: spec.field for spec in SPECS}
    assert not loaded.questions
    assert codes(loaded) == {"no_scores"}
    first = example_rows()[0]
    for spec in SPECS:
        table = loaded.readings if spec.table == "readings" else loaded.pipeline
        if spec.kind in NUMBERS:
            known = float(first[spec.field].rstrip("%")) / (100 if spec.kind is Kind.FRACTION else 1)
            assert math.isclose(table[spec.field].tolist()[0], known)
    assert loaded.people[0].email == first["email"]


def test_the_template_has_every_pillar_and_who():
    """What a reading needs is in it."""
    assert {"date", "name", "email", "brand", "people", "insights", "relationships", "currency"} <= {
        spec.field for spec in SPECS
    }
    assert all("example" not in spec.field for spec in COLUMNS)


POINTS = st.one_of(st.none(), st.decimals(0, 25, places=2).map(float))
ROW = st.fixed_dictionaries(
    {
        "week": st.integers(0, 150),
        "brand": POINTS,
        "people": POINTS,
        "insights": POINTS,
        "relationships": POINTS,
        "quota": st.one_of(st.none(), st.decimals(1000, 10_000_000, places=2).map(float)),
        "won": st.one_of(st.none(), st.decimals(1000, 10_000_000, places=2).map(float)),
        "attainment": st.one_of(st.none(), st.integers(0, 2500).map(lambda share: share / 1000)),
        "meetings": st.one_of(st.none(), st.integers(0, 40).map(float)),
    }
)  # fmt: skip


def written(field: str, value: float | None, locale: str) -> str:
    """Return a value as a spreadsheet in this language shows it."""
    if value is None:
        return ""
    if field in ("quota", "won"):
        return format_decimal(value, "#,##0.00", locale) + " €"
    if field == "attainment":
        return format_percent(value, "#,##0.0 %", locale)
    return format_decimal(value, "0.##", locale)


def as_csv(rows: list[dict[str, Any]], locale: str) -> str:
    """Return rows in the template's columns, in the number and date format of a language."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=LOCALES[locale])
    writer.writerow([spec.label for spec in SPECS])
    for place, row in enumerate(rows):
        day = date(2024, 1, 1) + timedelta(weeks=row["week"])
        known = {"date": day.strftime(DATES[locale]), "name": f"Rep {chr(65 + place)} Falk"}
        writer.writerow([known.get(spec.field, written(spec.field, row.get(spec.field), locale)) for spec in SPECS])
    return text.getvalue()


@settings(deadline=None, max_examples=30)
@given(
    st.lists(ROW, min_size=1, max_size=6),
    st.sampled_from(sorted(LOCALES)),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
def test_values_survive_every_language_and_encoding(rows: list[dict[str, Any]], locale: str, encoding: str):
    """No silent wrong number: what is stored is what was written, and what is blank is missing."""
    content = as_csv(rows, locale).replace("\u202f", "\xa0").encode(encoding)
    answers = {"scale": "25", "scale:Attainment": "fraction"}
    loaded = read(content, answers=answers)
    assert not loaded.refused
    readings = {row["rep"]: row for row in loaded.readings.to_dict("records")}
    pipeline = {row["rep"]: row for row in loaded.pipeline.to_dict("records")}
    for place, row in enumerate(rows):
        rep = f"Rep {chr(65 + place)} Falk"
        for field in ("brand", "people", "insights", "relationships", "quota", "won", "attainment", "meetings"):
            found = (
                (readings if field in ("brand", "people", "insights", "relationships") else pipeline)
                .get(rep, {})
                .get(field)
            )
            if row[field] is None:
                assert found is None or math.isnan(found) or field == "attainment"
            else:
                assert found == pytest.approx(row[field], abs=6e-3 if field == "attainment" else 1e-9)
