"""How does one rep look on screen: who it is, why this pillar, and what to ask?"""

from collections.abc import Sequence

import streamlit as st

from dashboard.coaching import against as baselines
from dashboard.coaching import beside, span, words
from dashboard.coaching.call import Advice, Call, advise
from dashboard.coaching.close import closeness
from dashboard.coaching.prompt import Licence, Prompt
from dashboard.coaching.prompts import PER, WAY, after
from dashboard.coaching.queue import named
from dashboard.coaching.words import begun
from dashboard.exports.amounts import compact, percent, points
from dashboard.exports.told import expected, source
from dashboard.model.cards import Basis, Flag, Queue, RepCard, State, Verdict
from dashboard.model.settings import Settings
from dashboard.ui import absent, figures, kpi, why
from dashboard.ui.absent import STATES
from dashboard.ui.say import plain

GONE = Flag.PERHAPS_LEFT
"""Said in full where the pillars would be."""
MOVED = (Verdict.UP, Verdict.DOWN)
VERDICTS: dict[Verdict, str] = {
    Verdict.UP: "▲ up beyond noise",
    Verdict.DOWN: "▼ down beyond noise",
    Verdict.STEADY: "inside noise",
    Verdict.WITH_TEAM: "moved with the team",
    Verdict.TOO_EARLY: "too early to judge",
    Verdict.MISSING: "",
}
CHANGE = (
    "Change in points against four weeks before. Whether it means anything is judged net of the others and by how much "
    "this rep's score usually wobbles."
)
LICENCES = {"navigator": "Sales Navigator", "free": "Free seat"}


def who(card: RepCard) -> None:
    """Draw the rep's name, and what is known beside the numbers: team, role, seat, band or state."""
    st.title(plain(card.name))
    with st.container(horizontal=True, gap="small"):
        if card.band:
            st.badge(f"Band: {card.band}", color="blue", icon=":material/signal_cellular_alt:")
        if card.state is not State.SCORED:
            st.badge(begun(STATES[card.state]), color="orange", icon=":material/info:")
        if GONE in card.flags:
            st.badge("Perhaps left", color="orange", icon=":material/person_off:")
        for text, icon in ((card.team, "groups"), (card.role, "badge"), (LICENCES.get(card.licence or ""), "key")):
            if text:
                st.badge(plain(text), color="gray", icon=f":material/{icon}:")


def numbers(card: RepCard, *, hide_ranks: bool) -> None:
    """Draw the rep's week in four numbers; amounts are short, and in full on hover."""
    held = card.pipeline
    with st.grid(4, min_column_width=160):
        kpi.card("SSI", points(card.total), _rank(card, hide_ranks), "The sum of the four pillars, of 100 points.")
        kpi.card("Four weeks", _signed(card.change_4w), _means(card), CHANGE)
        kpi.card("Attainment", percent(held.attainment if held else None), figures.won(held), figures.won_in_full(held))
        opened = compact(held.open_pipeline, held.currency) if held else "–"
        kpi.card("Open pipeline", opened, figures.left(held), figures.left_in_full(held))


def _rank(card: RepCard, hide_ranks: bool) -> str:
    if card.total is None:
        return absent.short(card) if card.state is not State.SCORED else "no total this week"
    rank = f"; {'shared ' if card.rank_shared else ''}rank {card.rank} by score" if card.rank and not hide_ranks else ""
    return f"of 100 points{rank}"


def _signed(value: float | None) -> str:
    return "–" if value is None else words.signed(value)


def _moved(value: float | None) -> str:
    return "not known" if value is None else words.shifted(value).removesuffix(" points")


def _net(card: RepCard) -> str:
    if card.state is not State.SCORED:
        return "no score to compare"
    if card.change_4w is None and card.change_1w is None:
        return "no earlier score to compare with"
    net = "" if card.net_change_4w is None else f"{_moved(card.net_change_4w)} net of {beside.whom(card)}, "
    return f"{net}{_moved(card.change_1w)} in one week"


def _means(card: RepCard) -> str:
    """Return what the four weeks mean, before the numbers they are judged by."""
    said = verdict(card)
    return f"{said}; {_net(card)}" if said else _net(card)


def verdict(card: RepCard) -> str:
    """Return the verdict of the total in words, provisional where there is little history; empty without a score."""
    provisional = ", provisional" if card.verdict in MOVED and Flag.PROVISIONAL in card.flags else ""
    early = card.verdict is Verdict.TOO_EARLY and beside.unread(card)
    if card.verdict is Verdict.WITH_TEAM:
        return f"moved with {beside.whom(card)}"
    if card.verdict is Verdict.STEADY and card.back:
        return beside.ONLY_BACK
    return beside.GAP if early else f"{VERDICTS[card.verdict]}{_own_weeks(card)}{provisional}"


def _own_weeks(card: RepCard) -> str:
    """Return by how much and in how many weeks a total moved that does not show over four; else empty."""
    return f" by {points(abs(card.moved.points))}{span.aside(card)}" if card.moved and span.own(card) else ""


def reasons(card: RepCard, settings: Settings, queue: Queue, held: RepCard | None = None) -> None:
    """Say what the week calls for, why this pillar, what the change means, and how the results stand beside it.

    `held` is the card against the baseline chosen on the page: the pillars go by it, what the week calls for does not.
    """
    held = held or card
    flags = [words.FLAGS[flag] for flag in words.FLAGS if flag in card.flags and flag not in (GONE, Flag.PROVISIONAL)]
    provisional = words.FLAGS[Flag.PROVISIONAL] if Flag.PROVISIONAL in card.flags else ""
    advice = advise(card, settings)
    called = _called(card, advice, named(queue, card.rep_id, advice.call))
    told = {
        _standing(held): [words.weakest(held, settings), closeness(held, settings)] if held.weakest else [],
        "Lowest raw score": [begun(words.lowest(held).removeprefix("Lowest raw score: "))],
        "Four weeks": [
            *(words.change(card, settings), words.moved(card), beside.compared(card)),
            *(baselines.in_change(card), provisional),
        ],
        "Score and results": [_corner(card, advice), *flags],
    }
    said = {title: " ".join(part for part in parts if part) for title, parts in told.items()}
    if called or any(said.values()):
        with st.container(border=True):
            if called:
                _reason("This week", called)
                why.of(queue, card.rep_id, "rep")
            with st.grid(2, min_column_width=320):
                for title, text in said.items():
                    if text:
                        _reason(title, text)


def _standing(card: RepCard) -> str:
    """Return what the weakest pillar is called: a lead over the baseline is nothing to be behind with."""
    ahead = card.weakest is not None and card.weakest.gap >= 0
    return "Closest to the baseline" if ahead else "Furthest behind"


def _called(card: RepCard, advice: Advice, name: str) -> str:
    """Return what the week calls for; empty where there is only no score to speak of."""
    known = card.state is State.SCORED or advice.call is not Call.NONE
    return f"{begun(name)}. {advice.reason}" if known else ""


def _corner(card: RepCard, advice: Advice) -> str:
    """Return where score and results stand, without the numbers where the call has told them already."""
    told = card.corner is not None and words.stand(card) in advice.reason
    return f"{words.CORNERS[card.corner]}." if card.corner and told else words.corner(card)


def _reason(title: str, text: str) -> None:
    with st.container(gap="xxsmall"):
        st.caption(title)
        st.markdown(plain(text))


def prompts(found: Sequence[Prompt]) -> None:
    """Draw what to ask and what to agree on, a card each."""
    if not found:
        st.caption("No prompts without a score: what is not known is not coached. Read the score page together first.")
        return
    with st.grid(len(found), min_column_width=300):
        for prompt in found:
            _prompt(prompt)


def _prompt(prompt: Prompt) -> None:
    with st.container(border=True, height="stretch", gap="small"):
        st.markdown(f"**{plain(prompt.question)}**")
        st.markdown(plain(prompt.behaviour))
        with st.container(horizontal=True, gap="xsmall"):
            st.badge(f"{prompt.minutes} minutes {PER[prompt.per]}", icon=":material/timer:", color="gray")
            st.badge(f"Check again {after(prompt.check_after_days)}", icon=":material/event_repeat:", color="gray")
            if prompt.licence is not Licence.ANY:
                st.badge(begun(WAY[prompt.licence]), icon=":material/key:", color="violet")
        st.space("stretch")
        st.caption(plain(_claim(prompt)))
        if prompt.limits:
            st.caption(f":material/warning: {plain(prompt.limits)}")


def _claim(prompt: Prompt) -> str:
    """Return what may be expected, on whose word and from which source; the note says the same."""
    named = f" Source: {where}." if (where := source(prompt)) else ""
    return f"{begun(expected(prompt))}.{named}"


def against(card: RepCard) -> str:
    """Return against what the rep's pillars are held, as a legend."""
    known = [(held, held.baseline_source) for held in card.pillars.values() if held.baseline_source]
    if not known:
        return "Baseline"
    held, source = next((one for one in known if one[0].carried), known[0])
    name = baselines.AGAINST[source].removeprefix("the ")
    return begun(f"{name}, moved with the formula" if held.carried and source is not Basis.TARGET else name)
