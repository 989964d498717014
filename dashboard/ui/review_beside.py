"""Two reviews side by side: the numbers then and later, and what came of what was agreed."""

from collections.abc import Sequence

import streamlit as st

from dashboard.coaching.points import signed
from dashboard.coaching.shift_words import crossed, part, since
from dashboard.desk.frozen import Beside, Frozen, Later, beside, freeze, read
from dashboard.exports.amounts import MISSING, points
from dashboard.model.cards import Shift
from dashboard.model.pillars import Pillar, about
from dashboard.model.reviews import Review
from dashboard.model.weeks import label
from dashboard.store import reviews as stored
from dashboard.store.renamed import now_called
from dashboard.ui import cached, state
from dashboard.ui.cached import Desk
from dashboard.ui.say import plain

ALONE, NOW = "", "now"


def draw(at: Desk, review: Review, frozen: Frozen, reviews: Sequence[Review]) -> None:
    """Draw the choice of what to hold a review beside, and the two of them."""
    others = [one for one in reviews if one.ended and one.team == review.team and one.week != review.week]
    shown = state.choice()
    words = {ALONE: "Nothing: as it stood then"}
    if shown.week and shown.week > review.week and shown.team == review.team and shown.role is None:
        words[NOW] = f"The week of {label(shown.week)}, as it is now"
    words |= {one.review_id: f"The review of the week of {label(one.week)}" for one in others}
    if len(words) == 1:
        return
    chosen = st.selectbox("Beside it", list(words), format_func=words.__getitem__, key="review_beside", width=420)
    if chosen == NOW:
        _table(review, frozen, read(_now(at)), NOW)
    elif chosen:
        other = stored.find_review(at.engine, chosen)
        first, second = sorted((review, other), key=lambda one: one.week)
        then, later = (read(one.frozen or {}, now_called(at.engine)) for one in (first, second))
        _table(first, then, later, label(second.week))


def _now(at: Desk) -> dict[str, object]:
    """Return the week beside the page in the shape of a frozen one."""
    return freeze(cached.shown(at), {}, (), cached.settings(at))


def _table(first: Review, then: Frozen, later: Frozen, name: str) -> None:
    rows = beside(then, first.review_id, later)
    if not rows:
        st.caption(f"In the week of {label(first.week)} nobody was talked about.")
        return
    after, passed = "Now" if name == NOW else name, since(later.shifts, first.week)
    st.dataframe(
        [_row(one, label(first.week), after, passed) for one in rows],
        hide_index=True,
        placeholder=MISSING,
        alt=f"Whom was talked about in the week of {label(first.week)}, with the score then and later",
    )
    moved = f"{crossed(passed)} " if passed else ""
    said = "Plain differences in points. What came of what was agreed is said below, net of what the others did."
    st.caption(plain(f"{moved}{said}"))
    for one in rows:
        for made in one.agreed:
            _came_of_it(one.name, made)


def _row(one: Beside, before: str, after: str, passed: Sequence[Shift]) -> dict[str, str]:
    """Return one rep then and later; what shifts of the formula made of a difference stands beside it."""
    made = one.agreed[0] if one.agreed else None
    pillar = Pillar(made.agreed.pillar) if made and made.agreed.pillar else None
    return {
        "Rep": one.name,
        f"SSI {before}": points(one.total[0]),
        f"SSI {after.lower() if after == 'Now' else after}": points(one.total[1]),
        "Difference": _difference(one.total) + _formulas(passed, None),
        "Agreed on": about(pillar) if made else MISSING,
        "That pillar": f"{points(made.points[0])} → {points(made.points[1])}{_formulas(passed, pillar)}"
        if made and pillar
        else MISSING,
    }


def _formulas(passed: Sequence[Shift], pillar: Pillar | None) -> str:
    """Return the formula's part of a difference, to follow it; empty where there is none."""
    told = part(passed, pillar)
    return f" (formula {told})" if told else ""


def _difference(pair: tuple[float | None, float | None]) -> str:
    """Return the difference of two scores in points.

    >>> _difference((41.0, 43.5)), _difference((None, 43.5))
    ('+2.5', '–')
    """
    before, after = pair
    return MISSING if before is None or after is None else signed(after - before)


def _came_of_it(name: str, made: Later) -> None:
    with st.container(gap=None):
        st.markdown(f"**{plain(name)}**: {plain(made.agreed.promise)}")
        known = made.known
        st.caption(plain(f"{known.done}. {known.sentence}" if known else "Nothing is known of it in the later one."))
