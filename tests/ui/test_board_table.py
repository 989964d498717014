"""Is the leaderboard written as the rest of the desk?"""

from typing import Any

import pandas as pd
import pytest

from dashboard.metrics.leaderboard import Sort
from dashboard.ui.board_table import LINK, fitting, written
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
        "weakest": ["people", "brand", None],
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


def test_numbers_are_written_by_one_rule():
    """A true minus, a sign on changes, zero without one, money short and with its currency, shares as percents."""
    first, second = words(0), words(1)
    assert [first[name] for name in ("SSI", "1 week", "4 weeks", "Net")] == ["54.1", "0.0", "+3.0", "+3.0"]
    assert [second[name] for name in ("1 week", "4 weeks", "Net", "Weakest")] == ["−1.3", "0.0", "0.0", "Brand 0.0"]
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
