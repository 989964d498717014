"""Does anything in a grid of cells change what the other cells say? Nothing may be guessed, nothing may be lost."""

import re
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.tables import SCORES
from tests.fuzz.judge import judge
from tests.fuzz.spoil import NASTY
from tests.ingest.files import book
from tests.ingest.truth import (
    AMOUNTS,
    NAMES,
    Line,
    found_pipeline,
    found_readings,
    known,
    of_pipeline,
    of_readings,
    often,
    read_back,
)
from tests.ingest.writing import HEADINGS, STYLES, as_csv, as_xlsx

ENGLISH, ISO = HEADINGS["en"], STYLES["en"][2]
FIELDS = ("name", "date", *SCORES, "quota", "won", "currency", "meetings")
SIGNS = st.text(alphabet="0123456789.,'’ \u00a0-−()/%eE$€kKmMio:TWKS#+=½²", max_size=10)
WORDS = st.one_of(st.text(max_size=12), SIGNS, st.sampled_from([word for word in NASTY if len(word) < 50]))
CELLS = st.one_of(WORDS, st.sampled_from([*ENGLISH.values(), *NAMES, "2026-11-16", "18.4", "Total", "n/a", ""]))
TEAM = [
    Line(
        name,
        date(2026, 11, 9 + 7 * week),
        "EUR",
        {
            **{pillar: 8 + place + week / 4 + number * 1.31 for number, pillar in enumerate(SCORES)},
            "quota": 450_000.0 + place,
            "won": 1200.5 * (place + 1),
            "meetings": 4.0 + place,
        },
    )
    for week in (0, 1)
    for place, name in enumerate(NAMES[:5])
]
HEADER: list[object] = [ENGLISH[one] for one in FIELDS]
ROWS: list[list[object]] = [
    [{"name": line.name, "date": line.week, "currency": "EUR", **line.values}[one] for one in FIELDS] for line in TEAM
]
WRITERS = {"team.csv": as_csv, "team.xlsx": as_xlsx}


@given(st.lists(st.lists(CELLS, max_size=7), max_size=9), st.sampled_from([",", ";", "\t"]), st.integers(0, 99))
@often(60)
def test_any_grid_is_read_or_refused(grid: list[list[str]], delimiter: str, chance: int):
    """Whatever stands in the cells of a text, there is no exception and nothing impossible."""
    content = "\n".join(delimiter.join(row) for row in grid).encode("utf-8", "replace")
    assert judge("team.csv", content, Random(chance)).fault == ""


@given(st.permutations([*ENGLISH.values()]), st.lists(st.lists(CELLS, max_size=15), max_size=6), st.integers(0, 99))
@often(60)
def test_any_cells_below_known_headings_are_read_or_refused(header: list[str], grid: list[list[str]], chance: int):
    """The same below headings that are known, so that every reader of cells gets its share."""
    content = as_csv([header, *grid], ISO).replace(b"\0", b"")
    assert judge("team.csv", content, Random(chance)).fault == ""


@given(
    st.lists(
        st.lists(
            st.one_of(
                st.none(), st.booleans(), st.integers(-(10**9), 10**9), st.floats(), st.dates(date(1900, 3, 1)), CELLS
            ),
            max_size=9,
        ),
        max_size=7,
    ),
    st.integers(0, 99),
)
@often(25)
def test_any_workbook_is_read_or_refused(grid: list[list[object]], chance: int):
    """Whatever stands in the cells of a workbook, there is no exception and nothing impossible."""
    cells = [[clean(cell) for cell in row] for row in [HEADER, *grid]]
    assert judge("team.xlsx", book(Team=cells), Random(chance)).fault == ""


def clean(cell: object) -> object:
    """Return a cell as openpyxl is willing to write it."""
    if isinstance(cell, float) and not abs(cell) < 1e300:
        return None
    return (
        re.sub(r"[\x00-\x1f\ufffe\uffff\ud800-\udfff]", " ", cell)[:300].lstrip("=") if isinstance(cell, str) else cell
    )


@pytest.mark.parametrize("name", WRITERS)
@given(
    order=st.permutations(range(len(ROWS))),
    columns=st.permutations(range(len(FIELDS))),
    titles=st.lists(st.sampled_from(["Team Nordics", "", "Sales meeting", "Numbers as typed"]), max_size=6),
    shift=st.integers(0, 3),
    blank=st.integers(0, len(ROWS)),
    notes=st.lists(st.sampled_from(["Source: SSI page", "Typed by Kim", ""]), max_size=2),
)
@often(12)
def test_layout_changes_no_value(name: str, order, columns, titles, shift, blank, notes):
    """Rows and columns in any order, titles above, blank columns before, a blank row between, notes below."""
    rows: list[list[object]] = [[HEADER[place] for place in columns]]
    rows += [[ROWS[number][place] for place in columns] for number in order]
    rows.insert(blank + 1, [None] * len(columns))
    rows = [[None] * shift + row for row in ([[one] for one in titles] + rows + [[one] for one in notes])]
    first, last = read_back(WRITERS[name](rows, ISO), name)
    assert found_readings(first).items() <= of_readings(TEAM).items()
    assert found_readings(last) == of_readings(TEAM)
    assert found_pipeline(last) == of_pipeline(TEAM)


@given(row=st.integers(0, len(ROWS) - 1), place=st.integers(0, len(FIELDS) - 1), word=WORDS)
@often(60)
def test_one_odd_cell_changes_no_other_silently(row: int, place: int, word: str):
    """The values of the other rows stay as they are or are asked about; the cell itself is nothing it does not say."""
    rows = [list(each) for each in ROWS]
    rows[row][place] = word
    first, _ = read_back(as_csv([HEADER, *rows], ISO), "team.csv")
    about = (TEAM[row].name, TEAM[row].week)
    for found, true in ((found_readings(first), of_readings(TEAM)), (found_pipeline(first), of_pipeline(TEAM))):
        kept = known({key: value for key, value in true.items() if key[:2] != about})
        same = {key: value for key, value in found.items() if key[0] in NAMES and key in kept}
        assert same.items() <= kept.items()
        told = first.problems or first.questions or first.refused or first.files[0].left_out
        assert set(same) == set(kept) or told
    if FIELDS[place] in (*SCORES, *AMOUNTS, "meetings"):
        field = FIELDS[place]
        read = {**found_readings(first), **found_pipeline(first)}
        values = [value for key, value in read.items() if key[:2] == about and key[-1] == field]
        assert all(says(word, value) for value in values)


def says(word: str, value: float) -> bool:
    """Say whether a text can mean a number: one of its figures, with any decimal sign, times a power of ten or 25 %."""
    digits = re.sub(r"[^0-9]", "", f"{abs(value):.9f}").strip("0")
    shrunk = re.sub(r"[^0-9]", "", f"{abs(value) * 4:.9f}").strip("0")
    written = re.sub(r"[^0-9]", "", word)
    return digits in written or shrunk in written or (value == 0 and "0" in word)
