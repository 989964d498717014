"""Is an attainment a share or percent? The amounts beside it tell, else it is asked."""

import pytest

from tests.ingest.files import MONDAY, book, read, values

HEADER = "Rep,Date,SSI,Quota,Won,Attainment %\n"
ASKED = "Rep,Date,SSI,Attainment %\nMara Lindqvist,2026-11-16,60,0.5\nIvo Castelo,2026-11-16,42,2.4\n"


@pytest.mark.parametrize(("cells", "expected"), [(("0.5", "2.4"), (0.005, 0.024)), (("0.5", "0.9"), (0.5, 0.9))])
def test_the_amounts_tell_percent_from_fractions(cells: tuple[str, str], expected: tuple[float, float]):
    """500 of 100,000 is half a percent, 50,000 of it a half."""
    won = [share * 100_000 for share in expected]
    rows = [
        f"Mara Lindqvist,2026-11-16,60,100000,{won[0]},{cells[0]}",
        f"Ivo Castelo,2026-11-16,42,100000,{won[1]},{cells[1]}",
    ]
    loaded = read(HEADER + "\n".join(rows))
    assert not loaded.questions
    assert values(loaded, "attainment") == pytest.approx(expected)


def test_small_numbers_below_a_percent_sign_are_asked():
    """0.5 may be half a percent in the first week of a quarter; nothing is stored meanwhile."""
    asked = read(ASKED)
    assert [one.key for one in asked.questions] == ["scale:Attainment %"]
    assert asked.pipeline.empty
    assert values(read(ASKED, answers={"scale:Attainment %": "percent"}), "attainment") == [0.005, 0.024]
    assert values(read(ASKED, answers={"scale:Attainment %": "fraction"}), "attainment") == [0.5, 2.4]


def test_shares_in_a_workbook_are_what_its_percent_format_shows():
    """A cell shown as 47 % holds 0.47, also below a heading with a percent sign."""
    rows = [["Rep", "Date", "SSI", "Attainment %"], ["Mara Lindqvist", MONDAY, 60, 0.47]]
    loaded = read(book(Team=rows), "team.xlsx")
    assert not loaded.questions
    assert values(loaded, "attainment") == [0.47]


@pytest.mark.parametrize(("won", "expected"), [((1200, 800), (0.012, 0.008)), ((120_000, 80_000), (1.2, 0.8))])
def test_small_shares_without_a_sign_are_held_against_the_amounts(
    won: tuple[float, float], expected: tuple[float, float]
):
    """1.2 is 1.2 percent where 1,200 of 100,000 are won, though nothing in its column says so."""
    rows = [f"Mara Lindqvist,2026-11-16,60,100000,{won[0]},1.2", f"Ivo Castelo,2026-11-16,42,100000,{won[1]},0.8"]
    loaded = read("Rep,Date,SSI,Quota,Won,Attainment\n" + "\n".join(rows))
    assert values(loaded, "attainment") == pytest.approx(expected)
