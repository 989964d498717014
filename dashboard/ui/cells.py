"""What to ask a rep about one pillar: chosen in select boxes, or by a click on a heatmap?"""

import streamlit as st

from dashboard.coaching import conversation, mentors
from dashboard.coaching.against import against
from dashboard.coaching.prompts import chosen_pillar, prompts_for
from dashboard.coaching.words import compared, out_of
from dashboard.desk.review import WeekReview
from dashboard.model.cards import PillarCard, RepCard
from dashboard.model.pillars import FULL_NAMES, LABELS, PILLARS, Pillar
from dashboard.ui import before, cached, filters, go, talk
from dashboard.ui.cached import Desk
from dashboard.ui.say import plain

SPENT = "Everything the playbook has for this pillar was tried. Add a prompt to it, or take another pillar."


def detail(at: Desk, review: WeekReview) -> tuple[str, Pillar]:
    """Draw the prompts of the rep and pillar that were clicked or chosen, and return which these are."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        card = filters.rep(review.cards)
        pillar = _pillar(card)
        st.button(
            "Open the rep",
            key="cell_open",
            icon=":material/arrow_forward:",
            on_click=go.to_rep,
            args=(card.rep_id, pillar),
        )
    _prompts(at, card, pillar)
    return card.rep_id, pillar


def prompts(at: Desk, card: RepCard) -> None:
    """Draw the prompts of one rep, on the weakest pillar or another one; without a score there is none to choose."""
    if chosen_pillar(card) is None:
        st.header("Ask and agree", icon=":material/forum:")
        talk.prompts(())
        return
    if conversation.before_the_score(card):
        _conversation(at, card)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.header("Ask and agree", icon=":material/forum:", width="stretch")
        pillar = _pillar(card)
    _prompts(at, card, pillar)


def _conversation(at: Desk, card: RepCard) -> None:
    """Draw what to ask about the deals, before anything about the score."""
    st.header("Ask about the deals first", icon=":material/handshake:")
    st.markdown(conversation.WHY)
    talk.prompts(cached.shown(at).prompts.get(card.rep_id, ()))


def _prompts(at: Desk, card: RepCard, pillar: Pillar) -> None:
    review, cuts = cached.shown(at), cached.settings(at).band_cuts
    tried = [one for one in review.judged if one.commitment.rep_id == card.rep_id]
    offered = prompts_for(card, cached.playbook(), pillar, cuts=cuts, tried=tried)
    st.markdown(plain(said(card.pillars[pillar])))
    own = next((each for each in review.cards if each.rep_id == card.rep_id), card)
    if own.weakest and own.weakest.pillar is pillar and (asked := review.mentors.get(card.rep_id)):
        st.caption(f":material/diversity_3: {plain(mentors.in_words(own, asked))}.")
    if offered or not tried:
        talk.prompts(offered)
    else:
        st.caption(SPENT)
    before.tried([one for one in tried if one.commitment.pillar is pillar], offered)


def _pillar(card: RepCard) -> Pillar:
    """Draw the select box of the pillar: the one asked for, else the weakest."""
    first = chosen_pillar(card) or PILLARS[0]
    order = [first, *(pillar for pillar in PILLARS if pillar != first)]
    chosen = filters.pick(go.PILLAR, "Pillar", order, lambda name: _title(Pillar(name), first, card), width=240)
    return Pillar(chosen)


def _title(pillar: Pillar, first: Pillar, card: RepCard) -> str:
    weakest = card.weakest is not None and pillar == first
    return f"{LABELS[pillar]} (weakest)" if weakest else LABELS[pillar]


def said(held: PillarCard) -> str:
    """Return how one pillar stands, in words."""
    name = f"{LABELS[held.pillar]} ({FULL_NAMES[held.pillar].lower()}): {out_of(held.score)}"
    if held.gap is None or held.baseline_source is None:
        return f"{name}."
    return f"{name}, {compared(held.gap, against(held, held.baseline_source))}."
