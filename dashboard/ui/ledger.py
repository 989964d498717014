"""What was agreed with a rep, was it done, and what came of it?"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

import streamlit as st

from dashboard.coaching.due import due
from dashboard.coaching.expected import reckoned
from dashboard.coaching.ledger_words import (
    brief,
    fair_from,
    from_to,
    promise,
    provisional,
    said_done,
    sentence,
    verdict,
)
from dashboard.coaching.record_words import counted, record
from dashboard.desk.review import WeekReview
from dashboard.metrics.records import behaviour_key
from dashboard.model.cards import RepCard
from dashboard.model.commitments import Commitment, Done, Judged, Outcome, Record
from dashboard.model.pillars import about
from dashboard.model.weeks import label
from dashboard.store.commitments import say_done
from dashboard.ui import state
from dashboard.ui.cached import Desk
from dashboard.ui.named import way
from dashboard.ui.people import WHO
from dashboard.ui.say import plain

OPEN = "ledger_open"
SHOWN = 3
"""So many commitments of a rep stand open; older ones are folded."""
MOST_DUE = 6
"""So many are looked at one by one on the first page; beyond that they are counted."""

Color = Literal["green", "orange", "gray"]
LOOKS: dict[Outcome, tuple[str, Color]] = {
    Outcome.WORKED: ("check_circle", "green"),
    Outcome.WORSE: ("trending_down", "orange"),
    Outcome.NO_EFFECT: ("horizontal_rule", "gray"),
    Outcome.WITHIN_NOISE: ("grain", "gray"),
    Outcome.WITH_TEAM: ("groups", "gray"),
    Outcome.TOO_EARLY: ("hourglass_empty", "gray"),
    Outcome.NOT_DONE: ("event_busy", "gray"),
}
"""Icon and colour of a verdict, which always stands beside them in words; noise is grey."""

WORD: dict[Done, str] = {Done.DONE: "Done", Done.PARTLY: "Partly", Done.NOT_DONE: "Not done"}


def of_rep(at: Desk, review: WeekReview, card: RepCard) -> None:
    """Draw everything that was agreed with a rep, the newest first, each with its verdict."""
    st.header("Commitments", icon=":material/handshake:")
    found = [one for one in review.judged if one.commitment.rep_id == card.rep_id]
    newest = sorted(found, key=lambda one: one.commitment.agreed_on, reverse=True)
    if not newest:
        st.caption("Nothing is agreed yet. Agree on one behaviour in the review: when, what, and until when.")
        return
    for one in newest[:SHOWN]:
        entry(at, one, record_of(review, one), review.team.name)
    if newest[SHOWN:]:
        _earlier(at, review, newest[SHOWN:])


def _earlier(at: Desk, review: WeekReview, older: Sequence[Judged]) -> None:
    folded = st.expander(f"Earlier ({len(older)})", icon=":material/history:", key=OPEN, on_change="rerun")
    if folded.open:
        with folded:
            for one in older:
                entry(at, one, record_of(review, one), review.team.name)


def entry(at: Desk, one: Judged, known: Record | None = None, team: str | None = None) -> None:
    """Draw one commitment: what was agreed, the verdict, the numbers behind it, and the rep's own word."""
    with st.container(border=True, gap="xsmall"):
        heading(one)
        st.markdown(plain(promise(one.commitment)))
        st.markdown(plain(sentence(one)))
        for line in (" · ".join(filter(None, [from_to(one), *map(counted, one.counts)])), reckoned(one)):
            if line:
                st.caption(plain(line))
        word(at, one.commitment, "ledger")
        if known:
            st.caption(f":material/history_edu: {plain(record(known, team))}")


def heading(one: Judged) -> None:
    """Draw the verdict as a badge, the pillar, and the days."""
    made = one.commitment
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        _badges(one)
        looked = f"looked at in the week of {label(one.checked_week)}" if one.checked_week else fair_from(made)
        st.caption(f"Agreed {label(made.agreed_on)}; {looked}", width="content")


def _badges(one: Judged) -> None:
    """Draw verdict and pillar; what nobody has said a word of yet is grey."""
    icon, color = ("hourglass_top", "gray") if provisional(one) else LOOKS[one.outcome]
    st.badge(verdict(one), icon=f":material/{icon}:", color=color)
    st.badge(about(one.commitment.pillar), color="gray")


def word(at: Desk, made: Commitment, prefix: str) -> None:
    """Draw the choice of the rep's own word; it is kept at once, and chosen again taken back."""
    key = f"{prefix}_done_{made.commitment_id}"
    state.show(key, made.done if made.done in WORD else None)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.segmented_control(
            "By the rep's own word",
            list(WORD),
            format_func=WORD.__getitem__,
            key=key,
            on_change=_say,
            args=(at, made, key),
        )
        if made.done_note.strip():
            st.caption(plain(made.done_note.strip()))


def _say(at: Desk, made: Commitment, key: str) -> None:
    said = state.shown(key) or Done.UNKNOWN
    say_done(at.engine, made.commitment_id, Done(said), made.done_note, who=WHO, at=datetime.now(UTC))


def record_of(review: WeekReview, one: Judged) -> Record | None:
    """Return what the behaviour of a commitment did in the team, None with fewer than five cases."""
    same = behaviour_key(one.commitment)
    return next((found for found in review.records if behaviour_key(found) == same), None)


def looks(at: Desk, review: WeekReview) -> None:
    """Draw which commitments are worth a look this week; nothing where none is."""
    found = due(review.judged, review.team.week)
    if not found:
        return
    names = {card.rep_id: card.name for card in review.cards}
    st.header("Commitments to look at", icon=":material/handshake:")
    with st.grid(3, min_column_width=280):
        for one in found[:MOST_DUE]:
            with st.container(border=True, height="stretch", gap="xsmall"):
                _look(at, one, names[one.commitment.rep_id])
    if found[MOST_DUE:]:
        st.caption(f"and {len(found) - MOST_DUE} more, each on its rep's page")


def _look(at: Desk, one: Judged, name: str) -> None:
    """Draw one of them in brief, and ask for the rep's word where nobody has said it."""
    made = one.commitment
    way(f"due_{made.commitment_id}", made.rep_id, name)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        _badges(one)
    st.markdown(plain(brief(made)))
    st.caption(plain(sentence(one)), help=plain(reckoned(one)) or None)
    if made.done is Done.UNKNOWN:
        st.space("stretch")
        word(at, made, "due")
    else:
        st.caption(plain(f"{said_done(made)}, by the rep's own word."))
