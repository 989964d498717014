"""What will the rep do until the next look? One commitment: when, what, with whom, until when."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st

from dashboard.coaching.cues import parted
from dashboard.coaching.fair import fair_check
from dashboard.coaching.ledger_words import fair_from, promise
from dashboard.coaching.prompt import Prompt
from dashboard.coaching.prompts import chosen_pillar
from dashboard.desk.commitments import draw_up
from dashboard.metrics.team import newest_week
from dashboard.model.cards import RepCard
from dashboard.model.commitments import Commitment
from dashboard.model.errors import ReviewEnded
from dashboard.model.pillars import CONVERSATION, LABELS, PILLARS, Pillar, about
from dashboard.model.reviews import Review
from dashboard.model.weeks import label
from dashboard.store import commitments as ledger
from dashboard.store.reviews import find_review
from dashboard.ui import cached, review_day, state
from dashboard.ui.cached import Desk
from dashboard.ui.review_open import WHO, attempt, now
from dashboard.ui.say import plain

OWN = "own"
"""The option for a behaviour in one's own words."""


@dataclass(frozen=True)
class Fields:
    """The keys of the builder's widgets, one set per review and rep; the days belong to a behaviour besides."""

    review_id: str
    rep_id: str

    def key(self, name: str) -> str:
        """Return the key of one widget."""
        return f"review_{name}_{self.review_id}_{self.rep_id}"


def draw(
    at: Desk,
    review: Review,
    card: RepCard,
    found: Sequence[Prompt],
    agreed: Sequence[Commitment],
    running: Sequence[Commitment] = (),
) -> None:
    """Draw what was agreed in this review, or the way to agree on one thing; `running` was agreed before."""
    st.subheader("Agree on one thing", icon=":material/handshake:")
    if agreed:
        for made in agreed:
            _standing(at, made)
    else:
        review_day.propose(review, newest_week(cached.history(at, state.choice())))
        _builder(at, review, card, found, running)


def _standing(at: Desk, made: Commitment) -> None:
    with st.container(border=True, gap="small"):
        st.markdown(f"**{plain(promise(made))}**")
        st.caption(f"{about(made.pillar)} · {fair_from(made)} on")
        st.button(
            "Take back and agree anew",
            key=f"review_withdraw_{made.commitment_id}",
            type="tertiary",
            icon=":material/undo:",
            on_click=_withdraw,
            args=(at, made),
        )


def _withdraw(at: Desk, made: Commitment) -> None:
    attempt(partial(ledger.withdraw, at.engine, made.commitment_id, who=WHO, at=now()))


def _builder(at: Desk, review: Review, card: RepCard, found: Sequence[Prompt], running: Sequence[Commitment]) -> None:
    fields = Fields(review.review_id, card.rep_id)
    with st.container(border=True, gap="small"):
        prompt = _behaviour(fields, found, [one.prompt_id for one in running])
        pillar = prompt.pillar if prompt else _pillar(fields, card)
        st.text_input(
            "When …", key=fields.key("cue"), placeholder="the first call of the day is over", persist_state="session"
        )
        st.text_area("… I will", key=fields.key("behaviour"), height=96, persist_state="session")
        check = _where_and_when(fields, review.week, pillar, prompt)
        made = _made(fields, review, card.rep_id, pillar, prompt)
        if made.behaviour.strip():
            st.caption(f"So the agreement is: “{plain(promise(made))}”")
            _again(made, running)
        st.button(
            "Agree",
            key="review_agree",
            type="secondary",
            icon=":material/handshake:",
            on_click=_agree,
            args=(at, fields, review, card.rep_id, pillar, prompt, check),
        )
        if not made.behaviour.strip():
            _nothing_yet(fields)


def _again(made: Commitment, running: Sequence[Commitment]) -> None:
    """Say that the same was agreed before and goes on; nothing where it is new."""
    same = [one for one in running if (one.prompt_id or one.behaviour) == (made.prompt_id or made.behaviour)]
    if same:
        was = f"Agreed already on {label(same[0].agreed_on)}; {fair_from(same[0])} on."
        st.caption(f":material/info: {was} Agreed again it stands there twice.")


def _nothing_yet(fields: Fields) -> None:
    """Say beside the button what is missing; louder once it was pressed."""
    missing = "Write under “… I will” what the rep will do: without it there is nothing to agree on."
    if state.shown(fields.key("pressed")):
        st.warning(missing, icon=":material/edit:")
    else:
        st.caption(missing)


def _behaviour(fields: Fields, found: Sequence[Prompt], running: Collection[str | None]) -> Prompt | None:
    """Draw which prompt the behaviour comes from, and let the text begin as it; None for one's own words.

    Proposed is the first that is not `running` (ids), or else the first.
    """
    named = {prompt.id: prompt for prompt in found}
    if not named:
        return None
    key, text = fields.key("from"), fields.key("behaviour")
    first = next((prompt for prompt in found if prompt.id not in running), found[0])
    state.begin(key, first.id)
    cue, behaviour = parted(first.behaviour)
    state.begin(text, behaviour)
    state.begin(fields.key("cue"), cue)
    chosen = st.selectbox(
        "Which of these",
        [*named, OWN],
        format_func=lambda one: named[one].question if one in named else "Something else, in your own words",
        key=key,
        on_change=_begin_with,
        args=(fields, {prompt.id: parted(prompt.behaviour) for prompt in found}),
        persist_state="session",
    )
    return named.get(chosen)


def _begin_with(fields: Fields, texts: Mapping[str, tuple[str, str]]) -> None:
    """Let the texts begin as the prompt now chosen; a cue of one's own stays."""
    cue, behaviour = texts.get(state.shown(fields.key("from")), ("", ""))
    state.show(fields.key("behaviour"), behaviour)
    if (state.shown(fields.key("cue")) or "") in ("", *(own for own, _ in texts.values())):
        state.show(fields.key("cue"), cue)


def _pillar(fields: Fields, card: RepCard) -> Pillar | None:
    """Draw what one's own words are for; None is the conversation with buyers."""
    key = fields.key("pillar")
    state.begin(key, chosen_pillar(card) or PILLARS[0])
    names = {**LABELS, CONVERSATION: f"{CONVERSATION} (no pillar: no score speaks of it)"}
    chosen = st.selectbox("For what", list(names), format_func=names.__getitem__, key=key, persist_state="session")
    return None if chosen == CONVERSATION else Pillar(chosen)


def _where_and_when(fields: Fields, week: date, pillar: Pillar | None, prompt: Prompt | None) -> str:
    """Draw with whom, on which day of the talk, until when, and from when a look is fair; return the latter's key.

    That day is proposed anew for each behaviour and each day of the talk.
    """
    with st.grid(4, min_column_width=180):
        st.text_input(
            "With which accounts",
            key=fields.key("accounts"),
            placeholder="the three largest open deals",
            persist_state="session",
        )
        talked_on = review_day.box(fields.review_id, week)
        check = fields.key(f"check_{prompt.id if prompt else pillar}_{talked_on}")
        state.begin(check, fair_check(pillar, talked_on, prompt))
        st.date_input(
            "Until",
            None,
            min_value=review_day.first(week),
            key=fields.key("until"),
            format="YYYY-MM-DD",
            persist_state="session",
        )
        st.date_input(
            "A look is fair from",
            min_value=review_day.first(week),
            key=check,
            format="YYYY-MM-DD",
            help="Proposed by what the behaviour takes to show; nothing is judged before.",
            persist_state="session",
        )
    return check


def _made(fields: Fields, review: Review, rep_id: str, pillar: Pillar | None, prompt: Prompt | None) -> Commitment:
    """Return the agreement as it is written now; the day of the look is set when it is drawn up."""
    talked_on = review_day.of(review)
    return Commitment(
        "",
        rep_id,
        pillar,
        (state.shown(fields.key("behaviour")) or "").strip(),
        talked_on,
        talked_on,
        prompt_id=prompt.id if prompt else None,
        cue=(state.shown(fields.key("cue")) or "").strip(),
        accounts=(state.shown(fields.key("accounts")) or "").strip(),
        until=state.shown(fields.key("until")),
        review_id=review.review_id,
    )


def _agree(
    at: Desk, fields: Fields, review: Review, rep_id: str, pillar: Pillar | None, prompt: Prompt | None, check: str
) -> None:
    """Keep the agreement as the widgets hold it now, with what was typed last; runs before the page does."""

    if not (state.shown(fields.key("behaviour")) or "").strip():
        state.show(fields.key("pressed"), True)
        return

    def keep() -> None:
        if find_review(at.engine, review.review_id).ended:
            raise ReviewEnded(week=label(review.week))
        made = _made(fields, review, rep_id, pillar, prompt)
        ledger.agree(at.engine, draw_up(at.engine, made, cached.playbook(), state.shown(check)), who=WHO, at=now())

    attempt(keep)
