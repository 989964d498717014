"""Is the leaderboard written as the rest of the desk?"""

from typing import Any

import pandas as pd
import pytest

from dashboard.metrics.leaderboard import Sort
from dashboard.ui.board_table import LINK, columns, fitting, shown, written
from dashboard.ui.judged import GREY, TEXT
from tests.charts.test_theme import CONFIG, contrast, faded

BOARD = pd.DataFrame(
    {
        "rank": [1.0, 2.0, None],
        "rep_id": ["ann", "bo", "cy"],
        "name": ["Ann Lee", "Bo Berg", "Cy Dahl"],
        "team": ["East", "West", "West"],
        "state": ["scored", "scored", "not_onboarded"],
        "band": ["active", "building", None],
        "total": [54.06, 41.0, None],
        "trend": [[50.0, 54.06], [41.0], [None]],
        "change_1w": [-0.04, -1.26, None],
        "change_4w": [3.0, 0.0, None],
        "net_change_4w": [2.96, -0.02, None],
        "verdict": ["up", "steady", "missing"],
        "moved_weeks": [4.0, None, None],
        "weakest": ["people", "brand", None],
        "weakest_runner_up": [None, None, None],
        "weakest_gap": [-2.0, 0.01, None],
        "attainment": [0.468, 1.04, None],
        "currency": ["EUR", "USD", None],
        "open_pipeline": [1_204_500.0, 45_499.0, None],
        "coverage": [3.52, None, None],
        "won": [210_000.0, 0.0, None],
        "meetings": [7.0, 12.0, None],
    }
)


def words(row: int) -> dict[str, str]:
    """Return a row of the leaderboard as it is written."""
    styled: Any = written(BOARD, Sort.IMPROVED, "light", one_team=False)
    cells = styled._translate(False, False)["body"][row][1:]
    return dict(zip(styled.data.columns, (str(cell["display_value"]) for cell in cells), strict=True))


def test_a_name_that_begins_with_an_at_is_seen():
    """An e-mail is called by its box, what is none stays whole."""
    names = ["@SUM(1+1)", "bo@a.example", "Cy Dahl"]
    styled: Any = written(BOARD.assign(name=names), Sort.IMPROVED, "light", one_team=False)
    assert styled.data["Rep"].str.rpartition("#")[2].tolist() == ["@SUM(1+1)", "bo", "Cy Dahl"]


def test_numbers_are_written_by_one_rule():
    """A true minus, a sign on changes, zero without one, money short and with its currency, shares as percents."""
    first, second = words(0), words(1)
    assert [first[name] for name in ("SSI", "1 week", "4 weeks", "Net")] == ["54.1", "0.0", "▲+3.0", "▲+3.0"]
    assert [second[name] for name in ("1 week", "4 weeks", "Net", "Weakest")] == ["−1.3", "0.0", "0.0", "none behind"]
    assert [first[name] for name in ("Pipeline", "Won", "Attained", "Coverage", "Meetings")] == [
        *("€1.2M", "€210K", "47%", "3.5×", "7"),
    ]
    assert [second[name] for name in ("Pipeline", "Won", "Coverage")] == ["$45K", "$0", "–"]


def test_what_is_missing_is_a_dash():
    """A rep without anything has no zero anywhere."""
    missing = words(2)
    assert {missing[name] for name in ("Rank", "SSI", "Net", "Pipeline", "Won", "Attained", "Meetings")} == {"–"}
    assert missing["Band"] == "not yet"


def test_ranks_sort_as_numbers_though_they_are_text():
    """Ranks are padded: the tenth comes after the second."""
    board = pd.concat([BOARD.iloc[:1]] * 2).assign(rank=[10.0, 2.0]).reset_index(drop=True)
    styled: Any = written(board, Sort.SCORE, "dark", one_team=True)
    assert sorted(styled.data["Rank"]) == ["  2", " 10"]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_names_can_be_read(mode):
    """Names, which the browser draws at 60 % as their column is pinned, have a contrast of at least 4.5."""
    page = CONFIG["theme"][mode]["backgroundColor"]
    assert contrast(faded(LINK[mode], page), page) >= 4.5


def test_a_column_is_as_wide_as_its_longest_text():
    """Long names get room up to a limit."""
    assert fitting(["Ann", "Konstantin Vanderbilt-Meyer"], 40, 200) > fitting(["Ann", "Bo"], 40, 200) == 40


def board(**changed: list) -> pd.DataFrame:
    """Return the leaderboard with some columns changed."""
    return BOARD.assign(**changed)


def test_a_line_needs_two_readings():
    """One reading is no line, and weeks without one are left out."""
    assert shown(BOARD, Sort.SCORE, one_team=False)["12 weeks"].tolist() == [[50.0, 54.06], [], []]


def test_no_pillar_is_called_weakest_where_none_is_behind():
    """A gap is written only where it is one."""
    told = shown(board(weakest=["people", "brand", None], weakest_gap=[2.0, -0.06, None]), Sort.SCORE, one_team=False)
    assert told["Weakest"].fillna("").tolist() == ["none behind", "Brand −0.1", ""]


def test_two_pillars_too_close_to_call_are_both_named():
    """Neither has its gap beside it."""
    told = shown(board(weakest_runner_up=["relationships", None, None]), Sort.SCORE, one_team=False)
    assert told["Weakest"].tolist()[0] == "People/Relations"


def test_a_name_that_is_an_email_is_cut_at_the_sign():
    """What stands before it tells people apart; where it does not, the whole address stays."""
    names = ["ben.osei@brightforge.example", "Bo Berg", "Cy Dahl"]
    assert shown(board(name=names), Sort.SCORE, one_team=False)["Rep"].tolist() == ["ben.osei", "Bo Berg", "Cy Dahl"]
    alike = ["ben@north.example", "ben@south.example", "Cy Dahl"]
    assert shown(board(name=alike), Sort.SCORE, one_team=False)["Rep"].tolist() == alike


@pytest.mark.parametrize(("sort", "first"), [(Sort.IMPROVED, "Net"), (Sort.SCORE, "4 weeks")])
def test_what_the_order_is_made_of_stands_beside_score_and_name(sort: Sort, first: str):
    """A narrow screen shows little more than that."""
    assert shown(BOARD, sort, one_team=False).columns[:4].tolist() == ["Rank", "Rep", "SSI", first]


def headings(*, one_team: bool) -> list[str]:
    """Return the headings of the columns that have two."""
    told = columns(BOARD, lambda: None, one_team=one_team)
    return [told[name]["label"] for name in ("Net", "Attained", "Coverage", "Meetings")]


def test_headings_are_whole_words_where_there_is_room():
    """Without a column of teams; with one they are short, and attainment is never called quota alone."""
    assert headings(one_team=True) == ["Net 4 wk", "Attained", "Coverage", "Meetings"]
    assert headings(one_team=False) == ["Net", "% quota", "Cover", "Mtgs"]


def test_what_is_noise_is_grey_and_what_is_not_has_an_arrow():
    """The same loss is grey while it is steady, and has an arrow once it is beyond noise; a week is never judged."""
    lost = board(change_4w=[3.0, -2.5, None], net_change_4w=[2.96, -2.6, None])
    fallen = lost.assign(verdict=["up", "down", "missing"])
    assert changes(lost)["Net"] == ("−2.6", GREY["light"])
    assert changes(fallen)["Net"] == ("▼−2.6", TEXT["light"])
    assert changes(fallen)["1 week"] == ("−1.3", GREY["light"])


def test_an_arrow_never_stands_beside_a_number_of_the_other_sign():
    """Up net of a team that fell: the plain change is still a loss and has no arrow."""
    held = changes(board(change_4w=[3.0, -0.5, None], net_change_4w=[2.96, 2.6, None], verdict=["up", "up", "missing"]))
    assert held["4 weeks"] == ("−0.5", GREY["light"])
    assert held["Net"] == ("▲+2.6", TEXT["light"])


def test_what_is_told_over_other_weeks_has_no_arrow_beside_the_four():
    """Down in eleven weeks: the change of the last four is not what is beyond noise."""
    slid = board(change_4w=[3.0, -0.7, None], net_change_4w=[2.96, -0.7, None], verdict=["up", "down", "missing"])
    assert changes(slid.assign(moved_weeks=pd.Series([4.0, 11.0, None])))["Net"] == ("−0.7", GREY["light"])


def changes(drawn: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """Return how the second row's changes are written, and in which colour."""
    styled: Any = written(drawn, Sort.IMPROVED, "light", one_team=False)
    cells = styled._translate(False, False)
    colours = {
        place: dict(style["props"])["color"]
        for style in cells["cellstyle"]
        for place in style["selectors"]
        if "color" in dict(style["props"])
    }
    names = styled.data.columns
    return {
        name: (cells["body"][1][at + 1]["display_value"], colours.get(f"row1_col{at}", ""))
        for at, name in enumerate(names)
        if name in ("1 week", "4 weeks", "Net")
    }
