"""Does a table read back as it was written, in five languages, every dress of CSV, and as a workbook?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.tables import SCORES
from tests.ingest.truth import (
    AMOUNTS,
    Line,
    email,
    found_pipeline,
    found_readings,
    of_pipeline,
    of_readings,
    often,
    read_back,
    teams,
)
from tests.ingest.writing import HEADINGS, STYLES, WORKBOOKS, Money, Rows, Share, Style, as_csv

LANGUAGES = sorted(STYLES)
dresses = st.tuples(
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.booleans(),
)


def by_week(lines: list[Line], words: dict[str, str], column: bool = False) -> Rows:
    """Return one row per rep and week; currencies beside the amounts, or in a column of their own."""
    fields = ["name", "email", "date", *SCORES, *AMOUNTS, *(["currency"] if column else []), "attainment", "meetings"]
    rows: list[list[object]] = [[words[one] for one in fields]]
    for line in lines:
        cells: dict[str, object] = {**line.values, "name": line.name, "email": email(line.name), "date": line.week}
        cells |= {"currency": line.currency if column else None, "attainment": share(line.values["attainment"])}
        if not column:
            cells |= {one: money(line.values[one], line.currency) for one in AMOUNTS}
        rows.append([cells[one] for one in fields])
    return rows


def money(amount: float | None, currency: str) -> Money | None:
    """Return an amount with its currency, None if unknown."""
    return None if amount is None else Money(amount, currency)


def share(value: float | None) -> Share | None:
    """Return a share that is written as percent, None if unknown."""
    return None if value is None else Share(value)


def assert_same(lines: list[Line], content: bytes, name: str, style: Style) -> None:
    """Before any answer nothing is wrong; after the answers nothing is missing either."""
    first, last = read_back(content, name, style.order, lines[0].currency)
    assert not last.refused, last.refused
    assert found_readings(first).items() <= of_readings(lines).items()
    assert found_readings(last) == of_readings(lines)
    assert found_pipeline(first).items() <= of_pipeline(lines).items()
    assert found_pipeline(last) == of_pipeline(lines)


@pytest.mark.parametrize("language", LANGUAGES)
@given(lines=teams(), dress=dresses, column=st.booleans(), data=st.data())
@often(10)
def test_text_reads_back(language: str, lines: list[Line], dress: tuple[str, str, bool], column: bool, data):
    """Whatever the language, delimiter, encoding, quotes, and place of the currency."""
    style = data.draw(st.sampled_from(STYLES[language]))
    rows = by_week(lines, dict(HEADINGS[language]), column)
    delimiter, encoding, quoted = dress
    assert_same(lines, as_csv(rows, style, delimiter, encoding, quoted), "team.csv", style)


@pytest.mark.parametrize("name", WORKBOOKS)
@given(lines=teams(), language=st.sampled_from(LANGUAGES), column=st.booleans())
@often(6)
def test_a_workbook_reads_back(name: str, lines: list[Line], language: str, column: bool):
    """With real days, numbers and percents, and amounts as text with their currency or as numbers beside it."""
    style = STYLES[language][0]
    assert_same(lines, WORKBOOKS[name](by_week(lines, dict(HEADINGS[language]), column), style), name, style)
