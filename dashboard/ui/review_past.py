"""What was said in a review that has ended? Read-only, as it stood then; and how does it stand beside a later one?"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

import streamlit as st

from dashboard.desk.frozen import Agreed, Discussed, Frozen, read
from dashboard.exports.amounts import points
from dashboard.model.pillars import Pillar, about
from dashboard.model.reviews import Review, Talk, Talked
from dashboard.model.weeks import label
from dashboard.store import reviews as stored
from dashboard.store.renamed import now_called
from dashboard.ui import review_beside, review_end, state
from dashboard.ui.cached import Desk
from dashboard.ui.review_notes import lines
from dashboard.ui.review_open import begin, day, read_again
from dashboard.ui.say import plain

TALKED: dict[Talked, tuple[str, str, Literal["green", "gray"]]] = {
    Talked.COACHED: ("Coached", "check", "green"),
    Talked.SKIPPED: ("Skipped", "redo", "gray"),
    Talked.OPEN: ("Not talked with", "remove", "gray"),
}
MOST_LISTED = 12


def draw(at: Desk, review: Review, reviews: Sequence[Review]) -> None:
    """Draw an ended review as it was frozen, with the manager's own notes, and beside another one if asked."""
    kept = stored.find_review(at.engine, review.review_id)
    frozen, talks = read(kept.frozen or {}, now_called(at.engine)), stored.talks(at.engine, review.review_id)
    _head(at, review)
    mine = [one for one in frozen.agreed if one.review_id == review.review_id]
    review_end.numbers([one.rep_id for one in frozen.discussed], talks, len(mine))
    review_beside.draw(at, kept, frozen, reviews)
    for one in frozen.discussed:
        _discussed(one, talks.get(one.rep_id), [made for made in frozen.agreed if made.rep_id == one.rep_id], review)
    if not frozen.discussed:
        st.caption("Nobody was talked about.")
    _settings(frozen)


def _head(at: Desk, review: Review) -> None:
    shown = state.choice()
    with st.container(horizontal=True, vertical_alignment="center"):
        ended = f"Ended {day(review.ended_at)}" if review.ended_at else ""
        whose = review.team or "all teams"
        st.caption(
            f":material/lock: Week of {label(review.week)} · {plain(whose)} · {ended}. As it stood then; "
            "nothing changes it any more.",
            width="stretch",
        )
        if (review.week, review.team) == (shown.week, shown.team):
            st.button("Review this week again", key="review_again", type="tertiary", on_click=begin, args=(at,))
        else:
            st.button("Back to the week beside the page", key="review_back", on_click=read_again, args=(None,))


def _discussed(one: Discussed, talk: Talk | None, agreed: Sequence[Agreed], review: Review) -> None:
    with st.container(border=True, gap="small"):
        word, icon, colour = TALKED[one.talked]
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{plain(one.name)}**", width="content")
            st.badge(word, icon=f":material/{icon}:", color=colour)
        score = f"SSI {points(one.total)} of 100. " if one.total is not None else "No score this week. "
        st.markdown(plain(" ".join(part for part in (score + one.change, one.weakest) if part)))
        if one.reason:
            st.caption(plain(one.reason))
        _notes(one, talk)
        for made in agreed:
            _agreed(made, review)


def _notes(one: Discussed, talk: Talk | None) -> None:
    texts = (("send", "For the rep", one.shared), ("lock", "Only for you", talk.private if talk else ""))
    for icon, whose, text in texts:
        if text:
            with st.container(gap=None):
                st.caption(f":material/{icon}: {whose}")
                st.markdown(lines(text))


def _agreed(made: Agreed, review: Review) -> None:
    mine = made.review_id == review.review_id
    said = f"{about(Pillar(made.pillar) if made.pillar else None)} · a look is fair from {_day(made.check_on)} on"
    with st.container(gap=None):
        st.markdown(f":material/handshake: {'**Agreed:** ' if mine else ''}{plain(made.promise)}")
        st.caption(plain(said if mine else f"Agreed on {_day(made.agreed_on)}. {made.done}. {made.sentence}"))


def _day(written: str) -> str:
    """Return a day as it is said; what is none stays as it was written.

    >>> _day("2026-11-09"), _day("")
    ('9 Nov 2026', '')
    """
    return label(date.fromisoformat(written)) if written else written


def _settings(frozen: Frozen) -> None:
    said = _thresholds(frozen.settings)
    if said:
        with st.expander("The settings of that day", icon=":material/tune:"):
            st.caption(said)


def _thresholds(settings: Mapping[str, object]) -> str:
    """Return the thresholds a review was judged by.

    >>> _thresholds({"min_change_total": 2.0, "min_change_pillar": 1.0})
    'Smallest change that counts: 2 points of the score, 1 of a pillar.'
    """
    total, pillar = settings.get("min_change_total"), settings.get("min_change_pillar")
    if total is None or pillar is None:
        return ""
    return f"Smallest change that counts: {total:g} points of the score, {pillar:g} of a pillar."


def listed(reviews: Sequence[Review], shown: Review | None) -> None:
    """Draw the reviews that have ended, each a way to read it again."""
    team = state.choice().team
    ended = [one for one in reviews if one.ended and team in (None, one.team) and one != shown]
    if not ended:
        return
    st.subheader("Reviews so far", icon=":material/history:")
    for one in ended[:MOST_LISTED]:
        st.button(
            plain(f"Week of {label(one.week)} · {one.team or 'all teams'}"),
            key=f"review_read_{one.review_id}",
            type="tertiary",
            icon=":material/lock:",
            on_click=read_again,
            args=(one.review_id,),
        )
    if len(ended) > MOST_LISTED:
        st.caption(f"And {len(ended) - MOST_LISTED} before: choose their week beside the page.")
