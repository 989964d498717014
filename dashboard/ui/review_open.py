"""Which review does the page show: the one that goes on, one to begin, or one that has ended?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

import streamlit as st

from dashboard.coaching.ledger_words import brief
from dashboard.desk.meeting import agreed_last, awaited, before, last_reviews, order
from dashboard.desk.review import WeekReview
from dashboard.model.commitments import Commitment
from dashboard.model.errors import DashboardError
from dashboard.model.reviews import Review
from dashboard.model.weeks import label
from dashboard.store import reviews as stored
from dashboard.ui import address, filters, state
from dashboard.ui.cached import Desk
from dashboard.ui.say import listed, plain

WHO = "app"
MOST_AGREED = 8
"""So many agreements stand on the card the review begins from; the meeting opens on all of them."""
PAST = "past"
"""Under what the address names an ended review that is read again."""
REFUSED = "_review_refused"
"""Under what the session keeps why the last click was refused, until it is said."""


def now() -> datetime:
    """Return the time on the wall, as the store keeps it."""
    return datetime.now(UTC)


def clock(at: datetime) -> str:
    """Return a time as it is said on the page, such as "10:42"."""
    return f"{at.astimezone():%H:%M}"


def day(at: datetime) -> str:
    """Return the day and time of something, such as "16 Nov 2026, 10:42"."""
    return f"{label(at.astimezone().date())}, {clock(at)}"


def attempt(work: Callable[[], object]) -> bool:
    """Do what a click asks for; a refusal is kept to be said on the page, and False returned."""
    try:
        work()
    except DashboardError as refused:
        state.show(REFUSED, refused.sentence)
        return False
    return True


def refusal() -> None:
    """Say why the last click was refused, once."""
    sentence = state.shown(REFUSED)
    if sentence:
        st.error(plain(sentence), icon=":material/error:")
        state.show(REFUSED, None)


def held(at: Desk) -> list[Review]:
    """Return every review, the newest week first, without what the ended ones froze."""
    return stored.list_reviews(at.engine)


def chosen(reviews: list[Review]) -> Review | None:
    """Return the review to show: the ended one the address names, else the week's that goes on or ended last."""
    wished = address.wished(PAST)
    if wished is not None:
        state.wish_for(PAST, wished)
    past = next((one for one in reviews if one.ended and one.review_id == state.wish(PAST)), None)
    state.wish_for(PAST, past.review_id if past else None)
    address.say(PAST, past.review_id if past else None)
    return past or of_week(reviews)


def of_week(reviews: list[Review]) -> Review | None:
    """Return the review of the week and team beside the page that goes on, else the one that ended last."""
    shown = state.choice()
    mine = [one for one in reviews if one.week == shown.week and one.team == shown.team]
    return next((one for one in mine if not one.ended), mine[0] if mine else None)


def read_again(review_id: str | None) -> None:
    """Show an ended review; None goes back to the week beside the page."""
    state.wish_for(PAST, review_id)


def begin(at: Desk) -> None:
    """Begin the review of the week and team beside the page, or go on with it."""
    shown = state.choice()
    week = shown.week
    read_again(None)
    if week:
        attempt(lambda: stored.open_review(at.engine, week, shown.team, who=WHO, at=now()))


def about(week: WeekReview) -> str:
    """Return which week of whom is on the page."""
    role = state.choice().role
    parts = (f"Week of {label(week.team.week)}", week.team.name or "all teams", role)
    return plain(" · ".join(part for part in parts if part))


def invite(at: Desk, week: WeekReview) -> None:
    """Draw the way into the week's review: who would be talked with, what was agreed last time, and how it goes."""
    last = last_reviews(held(at), week.team.week, state.choice().team)
    first = awaited(week.judged, week.team.week, last)
    names = filters.rep_labels(week.cards)
    with st.container(border=True, gap="small"):
        st.markdown(
            f"**{plain(_whom([names[rep_id] for rep_id in order(week, {}, everybody=False, awaited=first)]))}**"
        )
        _agreed([one.commitment for one in week.judged if agreed_last(one.commitment, week.team.week, last)], names)
        st.markdown(
            "For each: what was agreed last time, the facts of the week, what to ask, your notes, and one commitment. "
            "Whatever you write is kept at once; ending the review freezes it, and next week's opens on it."
        )
        st.button(
            "Begin the review",
            key="review_begin",
            type="primary",
            icon=":material/play_arrow:",
            on_click=begin,
            args=(at,),
        )


def _agreed(made: Sequence[Commitment], names: Mapping[str, str]) -> None:
    """Draw what was agreed last time, a line each; nothing where nothing was."""
    if made:
        lines = [f"- **{plain(names.get(one.rep_id, one.rep_id))}**: {plain(brief(one))}" for one in made[:MOST_AGREED]]
        more = [f"- and {len(made) - MOST_AGREED} more"] if len(made) > MOST_AGREED else []
        st.markdown("\n".join(["Agreed last time:", "", *lines, *more]))


def _whom(names: list[str]) -> str:
    """Return whom the review would talk with.

    >>> _whom(["Ida", "Sam"]), _whom([])
    ('2 talks: Ida and Sam', 'Nobody has to be first this week; everybody can be gone through.')
    """
    if not names:
        return "Nobody has to be first this week; everybody can be gone through."
    return f"{len(names)} talk{'' if len(names) == 1 else 's'}: {listed(names)}"


def still_open(reviews: list[Review]) -> None:
    """Say which earlier review of the team was never ended, with the way to it."""
    shown = state.choice()
    left = next((one for one in reviews if not one.ended and one.team == shown.team and one.week != shown.week), None)
    if left:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"The review of the week of {label(left.week)} has not been ended yet.", width="content")
            st.button("Go to it", key="review_left_open", type="tertiary", on_click=_to_week, args=(left,))


def _to_week(review: Review) -> None:
    read_again(None)
    state.wish_for("week", review.week.isoformat())


def last(reviews: list[Review]) -> Review | None:
    """Return the last ended review of the team before the week beside the page."""
    shown = state.choice()
    return before(reviews, shown.week, shown.team) if shown.week else None
