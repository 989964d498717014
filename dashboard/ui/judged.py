"""Which changes in a table mean something? Those beyond noise have an arrow; all others are grey."""

from functools import partial
from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler

from dashboard.exports import amounts
from dashboard.model.cards import Verdict
from dashboard.model.moves import SHOWN

GREY = {"light": "#4A5763", "dark": "#B4BFC9"}
"""The colour of what is noise, or is not judged; that of grey text in .streamlit/config.toml."""
TEXT = {"light": "#0B131B", "dark": "#E6ECF1"}
"""The colour of text, likewise."""
ARROWS: dict[Verdict, str] = {Verdict.UP: "▲", Verdict.DOWN: "▼"}
"""What stands before a change beyond noise: never colour alone."""
NET = "The change over four weeks, less the median change of the team, or of everybody where it is too small."
JUDGED = "▲ and ▼ are beyond noise; grey is inside it, too early to judge, or told over other weeks on the Rep page."
UNJUDGED = "One week is never judged."
CHANGES = {"1 week": "change_1w", "4 weeks": "change_4w", "Net": "net_change_4w"}
"""The columns of the table with changes, and what they are made of."""


def judged(styled: Any, board: pd.DataFrame, mode: str) -> Styler:  # noqa: ANN401 # the stubs know no list of columns
    """Return the table with every change in grey but those beyond noise, which have an arrow and the text's colour.

    What is beyond noise over other weeks than those shown stays grey.
    """
    changes = [name for name in CHANGES if name in styled.columns]
    styled = styled.map(lambda _: f"color: {GREY[mode]}", subset=changes)
    for verdict, sign in ARROWS.items():
        for name in changes[1:]:
            same_way = (board[CHANGES[name]] > 0) == (verdict is Verdict.UP)
            rows = board.index[board["verdict"].eq(verdict) & same_way & board["moved_weeks"].fillna(SHOWN).eq(SHOWN)]
            styled = styled.format(partial(_with_sign, sign), subset=(rows, [name]))
            styled = styled.map(lambda _: f"color: {TEXT[mode]}", subset=(rows, [name]))
    return styled


def _with_sign(sign: str, change: float) -> str:
    return f"{sign}{amounts.signed(change)}"
