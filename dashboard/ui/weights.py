"""What counts for whom to talk to first, and which points are aimed for? Two parts of the form of thresholds."""

from typing import Any

import streamlit as st

from dashboard.coaching.priority import FACTORS, NEVER
from dashboard.model.pillars import LABELS, PILLAR_MAX, PILLARS
from dashboard.model.settings import Settings

WEIGHTS: dict[str, str] = {
    "weight_need": "How far the open pipeline falls short of what is left of the quota.",
    "weight_signal": "A fall of the score beyond noise, and a pillar behind its baseline.",
    "weight_coachability": "The middle of a team repays a talk more than its two ends.",
    "weight_waiting": f"{NEVER} weeks or no talk yet count in full, last week little.",
}
"""What each weight of the queue weighs, by its setting."""


def values(settings: Settings) -> dict[str, object]:
    """Return what each widget shows, by its key."""
    weights: dict[str, object] = {f"settings_{name}": float(getattr(settings, name)) for name in WEIGHTS}
    return weights | {
        f"settings_target_{pillar}": float(target) for pillar, target in zip(PILLARS, settings.targets, strict=True)
    }


def weights() -> dict[str, Any]:
    """Draw what counts for whom to talk to first, and return what is chosen."""
    st.header("Whom to talk to first")
    st.caption("0 leaves out, 1 is usual, 2 counts double. Why somebody is on the list can be opened on This week.")
    return {
        kept.setting: st.number_input(
            kept.name, 0.0, 2.0, step=0.25, key=f"settings_{kept.setting}", help=WEIGHTS[kept.setting]
        )
        for kept in FACTORS
    }


def targets() -> tuple[float, ...]:
    """Draw the points aimed for on each pillar, and return what is chosen."""
    st.markdown(f"Targets, points of {PILLAR_MAX:g}")
    with st.container(horizontal=True):
        chosen = [
            st.number_input(
                LABELS[pillar], 0.5, PILLAR_MAX, step=0.5, format="%.1f", key=f"settings_target_{pillar}", width=120
            )
            for pillar in PILLARS
        ]
    st.caption(
        "Used where the baseline is the target. 20 is called healthy for brand and relationships; it is out of reach "
        "for most on people and insights, so these stand about 3 above the averages LinkedIn shows. "
        "A shift of the formula moves no target: how much of a gap is the formula's is said, until you set it anew."
    )
    return tuple(chosen)
