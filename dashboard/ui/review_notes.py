"""How is a word kept the moment it is written, whoever else writes, and whatever happens to the connection?

What a box last showed is kept beside it: so a text that another tab wrote meanwhile is seen before it is overwritten,
and a text that a lost connection kept in the browser is taken when it comes back.
"""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from dashboard.desk.meeting import merged
from dashboard.exports.literal import unlisted
from dashboard.model.reviews import Review, Talk
from dashboard.store import reviews as stored
from dashboard.ui import state
from dashboard.ui.cached import Desk
from dashboard.ui.review_open import attempt, clock, now
from dashboard.ui.review_pause import keep_while_written
from dashboard.ui.say import plain

PRIVATE, SHARED = "private", "shared"
LABELS = {PRIVATE: "Only for you", SHARED: "For the rep: goes into the note"}
ICONS = {PRIVATE: "lock", SHARED: "send"}
HINTS = {
    PRIVATE: "What you want to remember. It stays on this desk and is in no note and no export.",
    SHARED: "What you would say to the rep. The note you send has it.",
}
BOTH = "_review_both"
"""Under what the session keeps that two tabs wrote into one box, until it is said."""
LOST = "_review_lost"
"""Under what the session keeps a text that could not be kept, until it is said."""


def boxes(at: Desk, review: Review, talk: Talk) -> None:
    """Draw the two boxes, each kept when it is left, and when that was."""
    with st.grid(2, min_column_width=320, gap="medium"):
        for field in (PRIVATE, SHARED):
            box(at, review, talk, field)
    keep_while_written()
    st.caption(kept(talk))


def box(at: Desk, review: Review, talk: Talk, field: str) -> None:
    """Draw one box over what the store has, whoever wrote it last."""
    key, there = _key(review, talk.rep_id, field), getattr(talk, field)
    first = state.shown(_seen(key)) is None
    if not first and state.shown(key) != there:
        state.show(key, there)
    state.show(_seen(key), there)
    typed = st.text_area(
        f":material/{ICONS[field]}: {LABELS[field]}",
        there if first else "",
        key=key,
        height=140,
        placeholder=HINTS[field],
        on_change=_take,
        args=(at, review, talk.rep_id, field),
    )
    if first and typed != there:  # the server was gone: the browser has words that no session has seen
        _keep(at, review, talk.rep_id, field, typed or "", "")


def lines(text: str) -> str:
    """Return a note as it is read: every word as itself, line by line."""
    return "  \n".join(unlisted(plain(line.strip())) for line in text.strip().splitlines())


def kept(talk: Talk) -> str:
    """Return when the words were kept, and how to have them kept at once."""
    if talk.saved_at is None:
        return "Kept when you pause, leave a box, or press Ctrl+Enter."
    return f":material/check: Saved {clock(talk.saved_at)}"


def _key(review: Review, rep_id: str, field: str) -> str:
    return f"review_{field}_{review.review_id}_{rep_id}"


def _seen(key: str) -> str:
    """Return under what the session keeps what a box last showed."""
    return f"_seen_{key}"


def _take(at: Desk, review: Review, rep_id: str, field: str) -> None:
    """Keep what was just typed; runs before the page does."""
    key = _key(review, rep_id, field)
    typed, seen = state.shown(key) or "", state.shown(_seen(key)) or ""
    text = _keep(at, review, rep_id, field, typed, seen)
    if text is None:
        state.show(LOST, typed)
    elif text != typed:
        state.show(BOTH, True)


def _keep(at: Desk, review: Review, rep_id: str, field: str, typed: str, seen: str) -> str | None:
    """Keep a text and return what stands there then, None where it was refused."""

    def written(there: Talk) -> Talk:
        return replace(there, **{field: merged(getattr(there, field), seen, typed)})

    talk = change(at, review, rep_id, written)
    return getattr(talk, field) if talk else None


def change(at: Desk, review: Review, rep_id: str, made: Callable[[Talk], Talk]) -> Talk | None:
    """Change what stands there of a talk; None where that was refused, which the page then says."""
    found: list[Talk] = []
    attempt(lambda: found.append(stored.change_talk(at.engine, review.review_id, rep_id, made, at=now())))
    return found[0] if found else None


def told() -> None:
    """Say once that two tabs wrote into one box, and show what could not be kept, so that it can be copied."""
    text = state.shown(LOST)
    if state.shown(BOTH):
        st.info("Another tab wrote here, too: both texts are kept, one after the other.", icon=":material/merge:")
        state.show(BOTH, None)
    if text:
        st.warning(f"These words were not kept: {plain(text)}", icon=":material/content_copy:")
        state.show(LOST, None)
