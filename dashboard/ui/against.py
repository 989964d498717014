"""Against what are pillars held on this page: peers, the own best, or a target? Kept while the tab is open."""

from dataclasses import replace

import streamlit as st

from dashboard.coaching.against import AGAINST
from dashboard.coaching.words import begun
from dashboard.metrics.baseline import AUTO
from dashboard.metrics.cards import cards
from dashboard.metrics.mates import team_of
from dashboard.model.cards import Basis, Compared, RepCard
from dashboard.ui import cached, state
from dashboard.ui.cached import Desk
from dashboard.ui.say import plain

PEERS = "peers"
KINDS = {PEERS: "Peers", Basis.OWN_BEST.value: "Own best", Basis.TARGET.value: "Target"}
PEER_KINDS = {
    AUTO: "Nearest peers",
    Basis.INDUSTRY.value: "Industry",
    Basis.NETWORK.value: "Network",
    Basis.RAMP.value: "Role and time",
    Basis.ROLE.value: "Role",
    Basis.TEAM.value: "Team",
    Basis.DEFAULT.value: "Default benchmark",
}
KIND, PEER = "against", "against_peers"
HERE = "Only here: the queue and every other page keep the baseline of the settings."


def basis(at: Desk) -> str:
    """Return what is held against on this page: what was chosen in this tab, else the setting."""
    usual = cached.settings(at).baseline
    kind = state.wish(KIND) or (usual if usual in KINDS else PEERS)
    if kind != PEERS:
        return kind
    return state.wish(PEER) or (usual if usual in PEER_KINDS else AUTO)


def held(at: Desk, card: RepCard) -> RepCard:
    """Return the card with its pillars held against what was chosen, and the weakest by that; all else stays."""
    chosen, settings = basis(at), cached.settings(at)
    if chosen == settings.baseline:
        return card
    told, asked = cached.history(at, state.choice()), replace(settings, baseline=chosen)
    alone = card.compared_with is Compared.TEAM  # who is compared with everybody needs everybody
    other = cached.made(
        at,
        "against",
        (chosen, card.team if alone else None, alone),
        lambda: cards(team_of(told, card.rep_id) if alone else told, card.week, asked, cached.benchmarks().defaults),
    )
    found = next((each for each in other if each.rep_id == card.rep_id), card)
    return replace(card, pillars=found.pillars, weakest=found.weakest)


def choose(at: Desk) -> None:
    """Draw the choice: peers of which kind, the own best, or a target."""
    chosen = basis(at)
    kind = chosen if chosen in KINDS else PEERS
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        _offer(KIND, "Held against", kind)
        if kind == PEERS:
            _peers(chosen)


def _offer(name: str, title: str, value: str) -> None:
    key = f"rep_{name}"
    state.show(key, value)
    st.radio(
        title,
        list(KINDS),
        format_func=lambda each: KINDS[each],
        key=key,
        horizontal=True,
        width="content",
        label_visibility="collapsed",
        on_change=state.take,
        args=(name, key),
    )


def _peers(value: str) -> None:
    key = f"rep_{PEER}"
    state.show(key, value)
    st.selectbox(
        "Which peers",
        list(PEER_KINDS),
        format_func=lambda each: PEER_KINDS[each],
        key=key,
        label_visibility="collapsed",
        width=160,
        on_change=state.take,
        args=(PEER, key),
    )


def said(at: Desk, card: RepCard) -> str:
    """Return what the rep is held against in place of what was chosen, and where the choice holds; else empty."""
    chosen = basis(at)
    if chosen == cached.settings(at).baseline:
        return ""
    source = card.weakest.basis if card.weakest else None
    instead = ""
    if source is not None and chosen in tuple(Basis) and source != chosen:
        instead = f"{begun(AGAINST[Basis(chosen)])} is not known for this rep; {AGAINST[source]} stands in. "
    return plain(instead + HERE)
