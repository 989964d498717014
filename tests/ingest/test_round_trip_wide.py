"""Does a column per week read back as it was written, the weeks over the pillars or in one heading with them?"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.tables import SCORES
from tests.ingest.truth import Line, email, found_readings, of_readings, often, read_back, teams
from tests.ingest.writing import HEADINGS, STYLES, WORKBOOKS, Rows, as_csv

ISO = STYLES["en"][2]


def wide(lines: list[Line], language: str, two_rows: bool) -> Rows:
    """Return one row per rep and four columns per week."""
    words = HEADINGS[language]
    weeks = sorted({line.week for line in lines})
    values = {(line.name, line.week): line.values for line in lines}
    heads = [(week, words[pillar]) for week in weeks for pillar in SCORES]
    pillars: list[object] = [name if two_rows else f"{name} {week:%Y-%m-%d}" for week, name in heads]
    over: list[list[object]] = [["", "", *(week for week, _ in heads)]] if two_rows else []
    rows: list[list[object]] = [*over, [words["name"], words["email"], *pillars]]
    names = dict.fromkeys(line.name for line in lines)
    rows += [[name, email(name), *(values[name, week][one] for week in weeks for one in SCORES)] for name in names]
    return rows


@pytest.mark.parametrize("two_rows", [True, False])
@given(lines=teams(SCORES), language=st.sampled_from(sorted(STYLES)))
@often(8)
def test_wide_text_reads_back(two_rows: bool, lines: list[Line], language: str):
    """With one header row or two, in every language."""
    first, last = read_back(as_csv(wide(lines, language, two_rows), ISO), "team.csv")
    assert found_readings(first).items() <= of_readings(lines).items()
    assert found_readings(last) == of_readings(lines)


@given(lines=teams(SCORES), two_rows=st.booleans(), name=st.sampled_from(sorted(WORKBOOKS)))
@often(6)
def test_a_wide_workbook_reads_back(lines: list[Line], two_rows: bool, name: str):
    """The same with real days and numbers."""
    _, last = read_back(WORKBOOKS[name](wide(lines, "en", two_rows), ISO), name)
    assert found_readings(last) == of_readings(lines)


def by_pillar(lines: list[Line], language: str, once: bool) -> Rows:
    """Return four rows per rep and a column per week, the name in each row or in the first of its rep."""
    words = HEADINGS[language]
    weeks = sorted({line.week for line in lines})
    values = {(line.name, line.week): line.values for line in lines}
    rows: list[list[object]] = [[words["name"], words["component"], *(f"{week:%Y-%m-%d}" for week in weeks)]]
    for name in dict.fromkeys(line.name for line in lines):
        for place, pillar in enumerate(SCORES):
            shown = "" if once and place else name
            rows.append([shown, words[pillar], *(values[name, week][pillar] for week in weeks)])
    return rows


@pytest.mark.parametrize("once", [True, False])
@given(lines=teams(SCORES), language=st.sampled_from(sorted(STYLES)), name=st.sampled_from(["team.csv", *WORKBOOKS]))
@often(8)
def test_a_row_per_pillar_and_a_column_per_week_reads_back(once: bool, lines: list[Line], language: str, name: str):
    """In every language, as text and as workbook; a name that stands once is proven by rows without blanks."""
    if once:
        known = [{one: 12.5 if score is None else score for one, score in line.values.items()} for line in lines]
        lines = [replace(line, values=values) for line, values in zip(lines, known, strict=True)]
    rows = by_pillar(lines, language, once)
    content = WORKBOOKS[name](rows, ISO) if name in WORKBOOKS else as_csv(rows, ISO)
    first, last = read_back(content, name)
    assert found_readings(first).items() <= of_readings(lines).items()
    assert found_readings(last) == of_readings(lines)
