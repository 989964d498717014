"""Where do score and attainment stand together, and what does each corner call for?"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.pipeline import SIGNS, Spot, corners
from dashboard.coaching.call import LABELS, Call, advise
from dashboard.coaching.queue import named
from dashboard.coaching.words import CORNERS, FLAGS, USUALLY
from dashboard.desk.review import WeekReview
from dashboard.exports.amounts import percent, points
from dashboard.metrics.corners import NEAR_ATTAINMENT, cuts
from dashboard.metrics.relation import scatter
from dashboard.model.cards import Corner, Cuts, Flag, State
from dashboard.model.settings import Settings
from dashboard.ui import cached
from dashboard.ui.cached import Desk
from dashboard.ui.named import way
from dashboard.ui.pictures import clickable
from dashboard.ui.say import listed, plain, reps
from dashboard.ui.week_lists import ways

MARKS = {"diamond": "◆", "triangle-up": "▲", "circle-open": "○", "square": "■"}
"""The signs of the picture, to be written beside the corners' names."""
NEAR = "✕"
FEW = 8


@dataclass(frozen=True)
class Picture:
    """The four corners ready to be drawn: points (those near a line in no corner), figure, and what is said of them.

    `calls` says of each rep what the week calls for, `lines` where the lines lie.
    """

    spots: tuple[Spot, ...]
    figure: Any
    calls: Mapping[str, str]
    lines: str


def picture(at: Desk, review: WeekReview) -> Picture:
    """Return the picture of the reps who have both a score and an attainment."""
    return cached.made(at, "corners", (), lambda: _picture(review, cached.settings(at)))


def _picture(review: WeekReview, settings: Settings) -> Picture:
    rows = scatter(review.table)
    parted = cuts(rows)
    spots = tuple(_spot(row) for row in rows.to_dict("records"))
    return Picture(
        spots,
        corners(spots, total_cut=parted.ssi, attainment_cut=parted.attainment) if spots else None,
        calls(review, settings),
        lines(parted, settings),
    )


def _spot(row: Mapping[Hashable, Any]) -> Spot:
    corner = Corner(row["corner"]) if row["corner"] and not row[Flag.NEAR_LINE] else None
    return Spot(row["rep_id"], row["name"], row["total"], row["attainment"], corner)


def calls(review: WeekReview, settings: Settings) -> dict[str, str]:
    """Return what the week calls for with each rep, as This week has it."""
    return {card.rep_id: named(review.queue, card.rep_id, advise(card, settings).call) for card in review.cards}


def lines(parted: Cuts, settings: Settings) -> str:
    """Return where the lines lie, and how near is too near.

    >>> lines(Cuts(47.44, 0.261, medians=True), Settings())
    'The lines are the medians of the reps shown: SSI 47.4 and 26% of quota. Nearer than 2.0 points or 5% of quota \
to a line, or above it only by the best week, a rep is in no corner.'
    """
    why = (
        "The lines are the medians of the reps shown"
        if parted.medians
        else "Too few reps for medians; the lines lie at"
    )
    where = f"SSI {points(parted.ssi)} and {percent(parted.attainment)} of quota"
    near = f"Nearer than {points(settings.min_change_total)} points or {NEAR_ATTAINMENT:.0%} of quota to a line"
    best = "or above it only by the best week"
    return f"{why}{':' if parted.medians else ''} {where}. {near}, {best}, a rep is in no corner."


def draw(shown: Picture) -> str | None:
    """Draw the four corners and return the id of a clicked rep, or None."""
    alt = f"SSI against quota attainment of {reps(len(shown.spots))}; the lists below say who stands in which corner"
    clicked = clickable(shown.figure, alt, key="pipeline_picture")
    st.caption(shown.lines)
    return clicked


def lists(shown: Picture) -> None:
    """Draw each corner's reps, what the corner usually calls for, and what this week does."""
    st.caption("Beside each name stands what this week calls for; it weighs pipeline, changes and absence as well.")
    with st.grid(4, min_column_width=220):
        for corner in (Corner.BUILD_HABITS, Corner.CONVERT, Corner.LEAVE_ALONE, Corner.MENTOR):
            _box(shown, corner, f"{MARKS[SIGNS[corner]]} **{CORNERS[corner]}**", f"Usually: {USUALLY[corner]}.")
    if any(spot.corner is None for spot in shown.spots):
        _box(shown, None, f"{NEAR} **Near a line**", "Too close to call: a small change or one deal moves them across.")


def _box(shown: Picture, corner: Corner | None, title: str, said: str) -> None:
    inside = [spot for spot in shown.spots if spot.corner is corner]
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"{title} · {len(inside)}")
        st.caption(plain(said))
        with st.grid(1 if corner else 4, min_column_width=200):
            for spot in inside[:FEW]:
                _name(spot, shown.calls[spot.rep_id])
        if len(inside) > FEW:
            st.caption(f"and {listed([spot.name for spot in inside[FEW:]], most=6)}")


def _name(spot: Spot, call: str) -> None:
    with st.container(gap=None):
        way("corner", spot.rep_id, spot.name.partition("@")[0] or spot.name)
        st.caption(plain(f"{call.capitalize()} · SSI {points(spot.total)} · {percent(spot.attainment)} of quota"))


def rising_alone(review: WeekReview) -> None:
    """Draw whose score rises while meetings and pipeline are flat; nothing where nobody's does."""
    found = [card for card in review.cards if Flag.SCORE_WITHOUT_MEETINGS in card.flags]
    if found:
        with st.container(border=True, gap="xsmall"):
            st.markdown(f":material/horizontal_rule: **Score rises, meetings flat** · {len(found)}")
            st.caption(plain(FLAGS[Flag.SCORE_WITHOUT_MEETINGS]))
            with st.container(horizontal=True, gap="medium"):
                for card in found[:FEW]:
                    way("flat", card.rep_id, card.name.partition("@")[0])
            if len(found) > FEW:
                st.caption(f"and {listed([card.name for card in found[FEW:]], most=6)}")


def unscored(review: WeekReview) -> None:
    """Draw whom to talk to about the pipeline though there is no score to place them by; nothing where nobody is."""
    if review.queue.pipeline:
        with st.container(border=True, gap="xsmall"):
            st.markdown(
                f":material/filter_alt: **{LABELS[Call.PIPELINE].capitalize()}** · {len(review.queue.pipeline)}"
            )
            with st.grid(2, min_column_width=320):
                ways("thin", review.queue.pipeline[:FEW])
            if len(review.queue.pipeline) > FEW:
                st.caption(f"and {listed([reason.name for reason in review.queue.pipeline[FEW:]], most=6)}")


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
