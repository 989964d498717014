"""Is a row without a name told as what it is: a total that nobody labelled, or somebody's numbers?"""

import pytest

from tests.ingest.files import codes, problems, read

HEADER = "Rep,Week of,Brand,People,Open pipeline\n"
ROWS = "Mara Lindqvist,2026-11-16,18.4,9.2,61000\nIvo Castelo,2026-11-16,11.2,7.5,20000\n"
REASON = "a total: its numbers are the sums or means of the rows above"


@pytest.mark.parametrize("total", [",,29.6,16.7,81000\n", ",,14.8,8.35,40500\n", ",,14.8,8.4,81000\n"])
def test_sums_and_means_without_a_word_are_left_out(total: str):
    """Whichever of both stands in a column, rounded or not."""
    loaded = read(HEADER + ROWS + total)
    assert [(one.row, one.reason) for one in loaded.files[0].left_out] == [(4, REASON)]
    assert not loaded.problems


def test_a_subtotal_of_a_group_is_left_out():
    """It adds up the rows since the last one, the last of all everything."""
    more = "Zoe Falk,2026-11-16,10,5,1000\nLiv Ek,2026-11-16,20,6,3000\n"
    loaded = read(HEADER + ROWS + ",,29.6,16.7,81000\n" + more + ",,30,11,4000\n,,59.6,27.7,85000\n")
    assert [one.row for one in loaded.files[0].left_out] == [4, 7, 8]
    assert not loaded.problems


@pytest.mark.parametrize(
    "row", [",2026-11-16,29.6,16.7,81000\n", ",,14.8,8.9,40500\n", ",,14.8,,\n", ",,,,81000\n", ",,0,0,0\n"]
)
def test_numbers_of_somebody_without_a_name_are_an_error(row: str):
    """A row with a day, with numbers that add up nothing, or with a single one is no total."""
    loaded = read(HEADER + ROWS + row)
    assert ("no_rep", 4, "Rep", "blank") in problems(loaded)
    assert not loaded.files[0].left_out


def test_rows_that_all_are_alike_have_no_mean():
    """The third of three equal rows is no mean of the others."""
    lines = "".join(f"{name},18,9\n" for name in ("Mara Lindqvist", "Ivo Castelo", ""))
    assert "no_rep" in codes(read("Rep,Brand,People\n" + lines, "ssi_2026-11-16.csv"))
