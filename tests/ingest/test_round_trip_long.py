"""Does one row per rep, week and pillar read back as it was written, in every language and as every workbook?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.tables import SCORES
from tests.ingest.truth import Line, email, found_readings, of_readings, often, read_back, teams
from tests.ingest.writing import HEADINGS, STYLES, WORKBOOKS, Rows, as_csv


def by_pillar(lines: list[Line], language: str) -> Rows:
    """Return one row per rep, week and pillar; a pillar that is not known is a blank cell."""
    words = HEADINGS[language]
    fields = ("name", "email", "date", "component", "points")
    rows: list[list[object]] = [[words[one] for one in fields]]
    for line in lines:
        rows += [[line.name, email(line.name), line.week, words[one], line.values[one]] for one in SCORES]
    return rows


@pytest.mark.parametrize("language", sorted(STYLES))
@given(lines=teams(SCORES), data=st.data(), delimiter=st.sampled_from([",", ";", "\t"]))
@often(8)
def test_long_text_reads_back(language: str, lines: list[Line], data, delimiter: str):
    """The pillars are known by the names of the language's SSI page."""
    style = data.draw(st.sampled_from(STYLES[language]))
    first, last = read_back(as_csv(by_pillar(lines, language), style, delimiter), "team.csv", style.order)
    assert not last.refused or not of_readings(lines)
    assert found_readings(first).items() <= of_readings(lines).items()
    assert found_readings(last) == of_readings(lines)


@given(lines=teams(SCORES), language=st.sampled_from(sorted(STYLES)), name=st.sampled_from(sorted(WORKBOOKS)))
@often(10)
def test_a_long_workbook_reads_back(lines: list[Line], language: str, name: str):
    """The same with real days and numbers."""
    style = STYLES[language][0]
    _, last = read_back(WORKBOOKS[name](by_pillar(lines, language), style), name, style.order)
    assert found_readings(last) == of_readings(lines)
