"""Where do score and attainment stand together, and what does each corner call for?"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.pipeline import CORNERS, SIGNS, Spot, corners
from dashboard.coaching.words import CALLS
from dashboard.desk.review import WeekReview
from dashboard.exports.amounts import percent, points
from dashboard.metrics.corners import cuts
from dashboard.metrics.relation import relation, scatter
from dashboard.model.cards import Corner, State
from dashboard.ui import cached, go
from dashboard.ui.cached import Desk
from dashboard.ui.pictures import clickable
from dashboard.ui.say import listed, plain, reps

MARKS = {"diamond": "◆", "triangle-up": "▲", "circle-open": "○", "square": "■"}
"""The signs of the picture, to be written beside the corners' names."""


@dataclass(frozen=True)
class Picture:
    """The four corners ready to be drawn: points, figure, and in words where the lines lie and what goes together."""

    spots: tuple[Spot, ...]
    figure: Any
    lines: str
    together: str


def picture(at: Desk, review: WeekReview) -> Picture:
    """Return the picture of the reps who have both a score and an attainment."""
    return cached.made(at, "corners", (), lambda: _picture(review))


def _picture(review: WeekReview) -> Picture:
    rows = scatter(review.table)
    parted = cuts(rows)
    spots = tuple(_spot(row) for row in rows.to_dict("records"))
    return Picture(
        spots,
        corners(spots, total_cut=parted.ssi, attainment_cut=parted.attainment) if spots else None,
        f"The lines lie at SSI {points(parted.ssi)} and {percent(parted.attainment)} of quota.",
        relation(review.table).sentence,
    )


def _spot(row: Mapping[Hashable, Any]) -> Spot:
    corner = Corner(row["corner"]) if row["corner"] else None
    return Spot(row["rep_id"], row["name"], row["total"], row["attainment"], corner)


def draw(shown: Picture) -> str | None:
    """Draw the four corners and return the id of a clicked rep, or None."""
    alt = f"SSI against quota attainment of {reps(len(shown.spots))}; the lists below say who stands in which corner"
    clicked = clickable(shown.figure, alt, key="pipeline_picture")
    st.caption(shown.lines)
    return clicked


def lists(shown: Sequence[Spot]) -> None:
    """Draw each corner's reps and what the corner calls for."""
    with st.grid(4, min_column_width=220):
        for corner in (Corner.BUILD_HABITS, Corner.CONVERT, Corner.LEAVE_ALONE, Corner.MENTOR):
            _corner(corner, [spot for spot in shown if spot.corner is corner])


def _corner(corner: Corner, inside: Sequence[Spot]) -> None:
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"{MARKS[SIGNS[corner]]} **{CORNERS[corner]}** · {len(inside)}")
        st.caption(plain(CALLS[corner]))
        with st.container(gap=None):
            for spot in inside[:8]:
                st.button(
                    f"{plain(spot.name)} · SSI {points(spot.total)}, {percent(spot.attainment)}",
                    key=f"corner_{spot.rep_id}",
                    type="tertiary",
                    on_click=go.to_rep,
                    args=(spot.rep_id,),
                )
        if len(inside) > 8:
            st.caption(f"and {listed([spot.name for spot in inside[8:]], most=6)}")


def left_out(review: WeekReview, shown: Sequence[Spot]) -> str:
    """Return who is not in the picture, and why; empty where everybody is."""
    inside = {spot.rep_id for spot in shown}
    missing = [card.name for card in review.cards if card.rep_id not in inside and card.state is not State.LEFT]
    return f"Not in the picture, for want of a score or an attainment: {listed(missing)}." if missing else ""


def table(review: WeekReview) -> pd.DataFrame:
    """Return the pipeline of every rep as a table for the screen."""
    shown = review.table[review.table["currency"].notna()]
    names = {
        "name": "Rep",
        "currency": "Currency",
        "open_pipeline": "Open pipeline",
        "won": "Won",
        "quota": "Quota",
        "remaining": "Left of quota",
        "coverage": "Coverage",
        "attainment": "Attainment",
        "meetings": "Meetings",
    }
    percents = shown["attainment"] * 100
    return shown.assign(attainment=percents)[list(names)].rename(columns=names)


def figures(at: Desk, review: WeekReview) -> None:
    """Draw the pipeline of every rep who has one."""
    amount = st.column_config.NumberColumn(format="localized")
    st.dataframe(
        cached.made(at, "pipeline figures", (), lambda: table(review)),
        hide_index=True,
        column_config={
            **dict.fromkeys(("Open pipeline", "Won", "Quota", "Left of quota"), amount),
            "Coverage": st.column_config.NumberColumn(format="%.1f×"),
            "Attainment": st.column_config.NumberColumn(format="%.0f%%"),
        },
        placeholder="–",
        height="content" if len(review.cards) <= 20 else 600,
        alt="Pipeline of each rep in its own currency; amounts are never added across currencies",
    )
