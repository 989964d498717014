"""How does the leaderboard look as a table? All its columns fit the 930 pixels a window of 1366 leaves it."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from dashboard.exports import amounts
from dashboard.metrics.leaderboard import Sort
from dashboard.model.cards import State
from dashboard.model.pillars import LABELS, Pillar
from dashboard.ui.absent import STATES
from dashboard.ui.judged import JUDGED, NET, UNJUDGED, judged
from dashboard.ui.styled import once

FIRST_KEY = "leaderboard_first"
FIRST = ("Rank", "Open")
"""Whichever of the two comes first in the table; its cells are buttons."""
ARROW = ":material/arrow_forward:"
NONE_BEHIND = "none behind"
"""What stands for the weakest pillar where no pillar is behind its baseline."""
_SHORT = {pillar.value: LABELS[pillar].replace("Relationships", "Relations") for pillar in Pillar}
LEAST_READINGS = 2
"""Fewer readings make no line: a single one would be drawn flat across weeks it knows nothing of."""
SORTS: dict[Sort, str] = {
    Sort.IMPROVED: "Most improved",
    Sort.SCORE: "Score",
    **{Sort(pillar.value): LABELS[pillar] for pillar in Pillar},
    Sort.ATTAINMENT: "Attainment",
    Sort.PIPELINE: "Open pipeline",
    Sort.COVERAGE: "Coverage",
    Sort.MEETINGS: "Meetings",
}
NO_BAND: dict[str, str] = {**STATES, State.NOT_ONBOARDED: "not yet"}
"""What stands in the column of the band where there is no score this week: short, the column is narrow."""
WRITTEN: dict[str, Callable[[Any], str]] = {
    "SSI": amounts.points,
    "1 week": amounts.signed,
    "4 weeks": amounts.signed,
    "Net": amounts.signed,
    **dict.fromkeys(LABELS.values(), amounts.points),
    "Attained": amounts.percent,
    "Coverage": amounts.times,
    "Meetings": amounts.count,
}
"""How the numbers of a column are written; money is written in the currency of its row."""
LINK = {"light": "#001A45", "dark": "#BFE0FF"}
"""The blue of names: deeper than a link's, as the browser draws pinned columns at 60 %."""
HEADINGS: dict[bool, dict[str, tuple[str, int]]] = {
    True: {
        "Net": ("Net 4 wk", 66),
        "Attained": ("Attained", 70),
        "Coverage": ("Coverage", 72),
        "Meetings": ("Meetings", 72),
    },
    False: {"Net": ("Net", 48), "Attained": ("% quota", 62), "Coverage": ("Cover", 50), "Meetings": ("Mtgs", 44)},
}
"""Headings and widths by whether there is room for whole words, which there is without a column of teams."""
LETTER, EDGES = 6.1, 13
"""Pixels of a letter of the table, and of what stands left and right of a text."""


def ranked(board: pd.DataFrame) -> bool:
    """Tell whether there are ranks to show: they may be hidden, or nobody has one."""
    return bool(board["rank"].notna().any())


def parted(board: pd.DataFrame, *, one_team: bool) -> bool:
    """Tell whether the table has a column of teams: there are several."""
    return not one_team and len(board["team"].unique()) > 1


def shown(board: pd.DataFrame, sort: Sort, *, one_team: bool) -> pd.DataFrame:
    """Return the leaderboard in the columns of the screen, in its order; missing stays missing.

    What the order is made of comes first: a narrow screen shows little beside the names.
    """
    teams = {"Team": board["team"]} if parted(board, one_team=one_team) else {}
    numbers = {"SSI": board["total"]} | _sorted_by(board, sort) | {"4 weeks": board["change_4w"]}
    moves = {"1 week": board["change_1w"], "12 weeks": [_line(line) for line in board["trend"]]}
    return pd.DataFrame(_first(board) | numbers | _weakest(board) | moves | _band(board) | teams | _pipeline(board))


def _line(trend: Sequence[float | None]) -> list[float]:
    """Return the readings of a line, none where they are too few for one.

    >>> _line([50.0, None, 51.0]), _line([None, 50.0])
    ([50.0, 51.0], [])
    """
    known = [value for value in trend if value is not None]
    return known if len(known) >= LEAST_READINGS else []


def names(board: pd.DataFrame) -> list[str]:
    """Return how the reps are called: an e-mail by what stands before the @, unless two are alike then."""
    whole = board["name"].astype(str)
    short = whole.str.partition("@")[0].where(~whole.str.startswith("@"), whole)
    return board["name"].where(short.duplicated(keep=False), short).tolist()


def _first(board: pd.DataFrame) -> dict[str, Any]:
    """Return rank, as wide as the largest so that text sorts like numbers, and name; without ranks an arrow."""
    if not ranked(board):
        return {"Open": [ARROW] * len(board), "Rep": names(board)}
    ranks = [f"{rank:3.0f}" if rank == rank else amounts.MISSING for rank in board["rank"]]
    return {"Rank": ranks, "Rep": names(board)}


def _sorted_by(board: pd.DataFrame, sort: Sort) -> dict[str, Any]:
    """Return the column of the sort where no other column shows it."""
    if sort is Sort.IMPROVED:
        return {"Net": board["net_change_4w"]}
    return {SORTS[sort]: board[sort.value]} if sort.value in LABELS else {}


def _band(board: pd.DataFrame) -> dict[str, Any]:
    """Return the band of each rep, or why there is none."""
    pairs = zip(board["band"], board["state"], strict=True)
    return {
        "Band": [str(band).capitalize() if isinstance(band, str) else NO_BAND.get(held, "") for band, held in pairs]
    }


def _weakest(board: pd.DataFrame) -> dict[str, Any]:
    """Return the pillar furthest behind with its gap, two where it is too close to call, or that none is behind."""
    told = zip(board["weakest"], board["weakest_runner_up"], board["weakest_gap"], strict=True)
    return {"Weakest": [_behind(at, other, gap) if at in LABELS else None for at, other, gap in told]}


def _behind(pillar: str, other: str | None, gap: float) -> str:
    """Return a pillar and its gap in points as one text, or the two it may be.

    >>> _behind("brand", None, -1.26), _behind("people", None, 2.0), _behind("people", "insights", -2.0)
    ('Brand −1.3', 'none behind', 'People/Insights')
    """
    if round(gap, 1) >= 0:
        return NONE_BEHIND
    return f"{_SHORT[pillar]}/{_SHORT[other]}" if other in _SHORT else f"{LABELS[Pillar(pillar)]} {amounts.signed(gap)}"


def _pipeline(board: pd.DataFrame) -> dict[str, Any]:
    names = {"Attained": "attainment", "Pipeline": "open_pipeline", "Coverage": "coverage"}
    return {name: board[column] for name, column in (names | {"Won": "won", "Meetings": "meetings"}).items()}


def written(board: pd.DataFrame, sort: Sort, mode: str, *, one_team: bool) -> Styler:
    """Return the table with its numbers as the whole desk writes them, which still sort as numbers; names as links."""
    table = shown(board, sort, one_team=one_team)
    numbers: dict[Any, Any] = {name: how for name, how in WRITTEN.items() if name in table}
    styled = table.style.format(numbers).map(lambda _: f"color: {LINK[mode]}", subset=["Rep"])
    styled = judged(styled, board, mode)
    units = board["currency"].fillna("").astype(str)
    for unit in units.unique():
        styled = styled.format(_money(unit), subset=(units.index[units.eq(unit)], ["Pipeline", "Won"]))
    return once(styled)


def _money(unit: str) -> Any:  # noqa: ANN401 # pandas wants what writes any object
    return partial(amounts.compact, currency=unit)


def columns(board: pd.DataFrame, opening: Callable[[], None], *, one_team: bool) -> dict[str, Any]:
    """Return how each column is drawn: its width in pixels, its heading, and what it means."""
    heads = HEADINGS[not parted(board, one_team=one_team)]
    return _of_the_rep(board, opening) | _of_the_score(board, heads) | _of_the_pipeline(board, heads)


def _of_the_rep(board: pd.DataFrame, opening: Callable[[], None]) -> dict[str, Any]:
    text, button = st.column_config.TextColumn, st.column_config.ButtonColumn
    name, label, side = ("Rank", "#", "right") if ranked(board) else ("Open", " ", "center")
    meaning = "Rank in the order chosen; who noise could swap shares one." if ranked(board) else "Opens the rep."
    return {
        name: button(
            label, width=36, alignment=side, help=meaning, type="tertiary", pinned=True, on_click=opening, key=FIRST_KEY
        ),
        "Rep": text(width=fitting(names(board), 100, 160), pinned=True, help="A click opens the rep."),
        "Team": text(width=fitting(board["team"], 60, 120)),
    }


def fitting(texts: Sequence[Any] | pd.Series, least: int, most: int) -> int:
    """Return the pixels a column needs for its longest text, within bounds.

    >>> fitting(["Ann Lee"], 40, 160), fitting([None], 40, 160), fitting(["x" * 99], 40, 160)
    (55, 40, 160)
    """
    longest = max((len(text) for text in texts if isinstance(text, str)), default=0)
    return min(most, max(least, int(LETTER * longest + EDGES)))


def _of_the_score(board: pd.DataFrame, heads: Mapping[str, tuple[str, int]]) -> dict[str, Any]:
    number, text = st.column_config.NumberColumn, st.column_config.TextColumn
    low, high = _reach(board["trend"].tolist())
    spark = st.column_config.LineChartColumn
    return {
        **{LABELS[each]: number(width=64, help=f"{LABELS[each]}, points of 25.") for each in Pillar},
        "SSI": number(width=41, help="Score of this week, points of 100."),
        "12 weeks": spark(
            "12 wk",
            width=48,
            y_min=low,
            y_max=high,
            help="Twelve weeks; those without a score are out, and a single score is no line.",
        ),
        "1 week": number("1 wk", width=40, help=f"Change in points against the week before. {UNJUDGED}"),
        "4 weeks": number("4 wk", width=48, help=f"Change in points against four weeks before. {JUDGED}"),
        "Net": _headed(heads["Net"], f"{NET} {JUDGED}"),
        "Band": text(width=60, help="Starting, building, active, leader; or why there is no score."),
        "Weakest": text(
            width=111,
            help="The pillar furthest below its baseline, and its gap in points; two pillars: too close to call; none "
            "behind: all four are level with theirs or above.",
        ),
    }


def _of_the_pipeline(board: pd.DataFrame, heads: Mapping[str, tuple[str, int]]) -> dict[str, Any]:
    number = st.column_config.NumberColumn
    money = partial(number, width=72 if any(map(_spelled, board["currency"].dropna().unique())) else 56)
    return {
        "Attained": _headed(heads["Attained"], "Attainment: the share of the quota reached."),
        "Pipeline": money("Open", help="Open pipeline; never added across currencies."),
        "Coverage": _headed(
            heads["Coverage"],
            "Coverage: open pipeline as a multiple of what is left of the quota; a dash once it is met.",
        ),
        "Won": money(help="Money in won deals."),
        "Meetings": _headed(heads["Meetings"], "Meetings held."),
    }


def _headed(head: tuple[str, int], meaning: str) -> Any:  # noqa: ANN401 # what Streamlit makes of a column
    return st.column_config.NumberColumn(head[0], width=head[1], help=meaning)


@cache
def _spelled(currency: str) -> bool:
    """Tell whether a currency is written with letters, such as CHF, which take more room than a sign."""
    return amounts.compact(1, currency)[:1].isalpha()


def _reach(trends: Sequence[Sequence[float | None]]) -> tuple[float, float]:
    """Return one scale for all sparklines, so that a flat line looks flat."""
    values = [value for line in trends for value in line if value is not None] or [0.0, 100.0]
    return min(values) - 1, max(values) + 1
