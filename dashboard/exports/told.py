"""How are the facts put to the rep whose note it is? In sentences that are kind, true, and free of our own jargon."""

from dashboard.coaching import against, span, words
from dashboard.coaching.beside import EVERYBODY, ONLY_BACK, TEAM, whom
from dashboard.coaching.clear import is_behind
from dashboard.coaching.doubt import doubt
from dashboard.coaching.need import evidence, thin_pipeline
from dashboard.coaching.prompt import GRADES, Grade, Prompt
from dashboard.coaching.prompts import in_words
from dashboard.exports.amounts import points, signed
from dashboard.model.bands import Band
from dashboard.model.cards import Basis, Corner, Flag, PillarCard, RepCard, State, Verdict
from dashboard.model.pillars import LABELS, TOTAL_MAX
from dashboard.model.weeks import label

MEDIAN = {TEAM: "median of the team", EVERYBODY: "median of everybody"}
TAKEN_OUT = {TEAM: "the team's own move taken out", EVERYBODY: "what everybody moved taken out"}
"""Beside whom a change stands."""

PLACES = ("first", "second", "third", "fourth")
"""Of the four bands, from below."""

AGAINST = against.AGAINST | {Basis.DEFAULT: "a general benchmark", Basis.OWN_BEST: "your own best twelve weeks"}

ABSENT: dict[State, str] = {
    State.MISSING: "There is no score for this week",
    State.STALE: "There has been no score for a while",
    State.NOT_ONBOARDED: "There is no score yet, since the seat is not set up; that is not a score of zero",
    State.ON_LEAVE: "On leave: the score can wait for the return",
    State.LEFT: "No longer on the team",
}
FLAGS: dict[Flag, str] = {
    Flag.QUOTA_MET: "The quota is met: well done.",
    Flag.PIPELINE_OLD: "The pipeline figures are from an earlier week.",
    Flag.SEVERAL_CURRENCIES: "The pipeline is in several currencies; they stand side by side and are never added up.",
    Flag.PARTIAL_SCORE: "Not all four pillars are known.",
    Flag.NEW_STARTER: "There are under six weeks of scores so far: too few to judge a change.",
    Flag.SCORE_WITHOUT_MEETINGS: "The score rises while meetings and pipeline have been flat for four weeks.",
    Flag.PROVISIONAL: "There are under twelve weeks of scores so far: what is said of a change is provisional.",
}
CORNERS: dict[Corner, str] = {
    Corner.BUILD_HABITS: "one small, steady habit is a good place to start",
    Corner.CONVERT: "the score is there, so let us look at the conversations rather than at the score",
    Corner.LEAVE_ALONE: "the results come by another way than the score, a way worth keeping and showing to others",
    Corner.MENTOR: "a teammate would gain from an hour of help",
}
"""What to do next where score and results stand clearly on one side or the other."""


def total(card: RepCard) -> str:
    """Return the score and its band; empty without one."""
    if card.total is None:
        return ""
    band = f": “{card.band}”, the {PLACES[list(Band).index(card.band)]} of four bands" if card.band else ""
    return f"**Social Selling Index (SSI) {points(card.total)} of {TOTAL_MAX:g}**{band}."


def absent(card: RepCard) -> str:
    """Return why there is no score, and when the last one was; empty for a scored rep."""
    if card.state is State.SCORED:
        return ""
    last = f"; the last one is of the week of {label(card.last_scored)}" if card.last_scored else ""
    return f"{ABSENT[card.state]}{last}."


def change(card: RepCard) -> str:
    """Return the four-week change of the total in points, beside that of the team, or of everybody."""
    raw, net = card.change_4w, card.net_change_4w
    if span.own(card):
        return words.change(card)
    if raw is None and card.verdict is Verdict.STEADY:
        return "Steady, by the weeks around: there is no score of four weeks ago."
    if raw is None:
        return "" if card.verdict is Verdict.MISSING else "There is no score of four weeks ago to compare with."
    if card.verdict is Verdict.STEADY and card.back:
        return f"{words.shifted(raw)} over four weeks, which only brings the score {ONLY_BACK}."
    if card.verdict is Verdict.STEADY:
        return f"Steady over four weeks ({words.shifted(raw)}): not clearly more than a score moves by itself."
    team = "" if net is None else f" ({MEDIAN[whom(card)]}: {words.shifted(raw - net)})"
    return f"{'Up' if raw > 0 else 'Down'} {points(abs(raw))} points in four weeks{team}."


def crossed(card: RepCard) -> str:
    """Return what LinkedIn's own changes made of the four weeks; empty where nothing."""
    if card.change_carried is None:
        return ""
    when = " and ".join(label(week) for week in card.change_carried.weeks)
    made = signed(card.change_carried.points)
    return f"LinkedIn seems to have changed how it counts (week of {when}), which made {made} points of that."


def moved(card: RepCard) -> str:
    """Return the pillars that changed beyond noise, in points; else empty."""
    own = [held for held in card.pillars.values() if held.verdict in (Verdict.UP, Verdict.DOWN)]
    known = [(held, value) for held in own if (value := words.own_change(held))]
    told = [f"{LABELS[held.pillar].lower()} {words.shifted(value)}{span.aside(held)}" for held, value in known]
    team = f", {TAKEN_OUT[whom(card)]}" if any(map(span.is_net, own)) else ""
    lately = "" if any(map(span.own, own)) else " in four weeks"
    return f"More than the usual ups and downs{lately}: {', '.join(told)}{team}." if told else ""


def flags(card: RepCard) -> list[str]:
    """Return what to know before reading the numbers."""
    return [said for flag, said in FLAGS.items() if flag in card.flags]


def weakest(card: RepCard) -> str:
    """Return the pillar with the most room against others, and against whom."""
    if card.weakest is None:
        return "No pillar stands out as the place to start: there is nothing to compare with yet."
    held, gap = card.pillars[card.weakest.pillar], card.weakest.gap
    name = LABELS[held.pillar].lower()
    baseline = f" ({points(held.baseline)})" if held.baseline is not None else ""
    where = f"{words.out_of(held.score)}, {words.compared(gap, AGAINST[card.weakest.basis])}{baseline}"
    if gap >= 0:
        return f"No pillar is behind; the smallest lead is in {name}: {where}.{formula(held, card.weakest.basis)}"
    small = "" if is_behind(card, words.USUAL) else " So small a gap may be chance."
    few = " There are too few colleagues to compare with." if card.weakest.basis is Basis.DEFAULT else ""
    return f"The most room is in {name}: {where}.{formula(held, card.weakest.basis)}{small}{few}"


def formula(held: PillarCard, basis: Basis) -> str:
    """Return what LinkedIn's own changes have to do with a baseline, to follow as a sentence; empty where nothing."""
    if held.carried is None:
        return ""
    when = " and ".join(f"{label(week)}" for week in held.carried.weeks[-2:])
    changed = f" LinkedIn seems to have changed how it counts this pillar (week of {when})"
    if basis is Basis.TARGET:
        return f"{changed}: {signed(held.carried.points)} points since the target was set."
    return f"{changed}, and what it is compared with was moved along."


def mentor(card: RepCard, name: str | None) -> str:
    """Return who could help with the weakest pillar; no number of a teammate stands in anybody's note."""
    if not name or card.weakest is None:
        return ""
    return f"{name} could show how it is done on {LABELS[card.weakest.pillar].lower()}: worth asking for an hour."


def lowest(card: RepCard) -> str:
    """Return the lowest of the four scores, and why it is not the place to start where it is not."""
    if card.lowest is None:
        return ""
    name = LABELS[card.lowest.pillar].lower()
    if card.weakest and card.weakest.pillar == card.lowest.pillar:
        return f"It is also the lowest of the four scores: {name}, {words.out_of(card.lowest.score)}."
    usual = "; so it is for nearly everybody, hence we go by the difference to others"
    said = usual if card.weakest and card.lowest.pillar in words.LOW_FOR_ALL else ""
    return f"The lowest of the four scores is {name}, {words.out_of(card.lowest.score)}{said}."


def thin(card: RepCard) -> str:
    """Return that the pipeline is what to talk about, where there is no score but too little is open; else empty."""
    found = thin_pipeline(card, words.USUAL)
    if card.state not in (State.MISSING, State.STALE, State.NOT_ONBOARDED) or Flag.QUOTA_MET in card.flags or not found:
        return ""
    return f"Let us talk about the pipeline: the {found.say()}."


def corner(card: RepCard) -> str:
    """Return how score and results stand together and what follows; empty where that is too close to call.

    Good results that cannot be built on yet, or that stand beside something to talk about, lead to no step.
    """
    settled = words.settled(card)
    if settled is None:
        return ""
    high = settled in (Corner.LEAVE_ALONE, Corner.MENTOR)
    if high and (evidence(card, words.USUAL) or doubt(card, words.USUAL)):
        return f"{words.stand(card)}." if card.cuts else ""
    if card.cuts is None:
        return f"{CORNERS[settled].capitalize()}."
    return f"{words.stand(card)}: {CORNERS[settled]}."


def expected(prompt: Prompt) -> str:
    """Return what may be expected of a prompt, and on whose word."""
    word = GRADES[prompt.grade]
    if prompt.effect:
        said = "our own guess" if prompt.grade is Grade.INFERENCE else f"a claim of {word}"
        return f"{in_words(prompt.effect)}; {said}, not something measured"
    said = "that it helps is our own conclusion" if prompt.grade is Grade.INFERENCE else f"{word} say that it helps"
    return f"no figure is known; {said}"


def source(prompt: Prompt) -> str:
    """Return where a prompt comes from; empty where `expected` has said it all."""
    return "" if prompt.source == GRADES[prompt.grade] else prompt.source
