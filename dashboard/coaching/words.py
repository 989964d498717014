"""How is what a card says put into sentences? Every sentence carries its numbers, units and baseline."""

from dashboard.coaching import span
from dashboard.coaching.against import against
from dashboard.coaching.beside import TEAM, explained, unread, whom
from dashboard.coaching.clear import UNSURE, is_unsure
from dashboard.coaching.points import below, points, shifted, short_of, signed
from dashboard.model.cards import Basis, Corner, Flag, PillarCard, RepCard, State, Verdict
from dashboard.model.pillars import LABELS, PILLAR_MAX, Pillar
from dashboard.model.settings import Settings
from dashboard.model.weeks import label

USUAL = Settings()

CORNERS: dict[Corner, str] = {
    Corner.BUILD_HABITS: "Low score, low results",
    Corner.CONVERT: "High score, low results",
    Corner.LEAVE_ALONE: "Low score, high results",
    Corner.MENTOR: "High score, high results",
}
"""Where each corner of SSI x attainment lies; what is called for is decided per rep, in coaching/call.py."""

CONVERSATION = "coach the conversation, not the score"
BORROW = "leave the method alone and ask to borrow it"
TEACH = "ask for an hour of help with a teammate's weak pillar"

USUALLY: dict[Corner, str] = {
    Corner.BUILD_HABITS: "start with one small, steady habit",
    Corner.CONVERT: CONVERSATION,
    Corner.LEAVE_ALONE: BORROW,
    Corner.MENTOR: TEACH,
}
"""What each corner usually calls for; the week may call for something else."""

FLAGS: dict[Flag, str] = {
    Flag.NEAR_LINE: "Near a line between two corners, or across it by one week's deals: too close to call, so the "
    "corner decides nothing.",
    Flag.BARELY_ABOVE: "Results are above their line, but not clearly so for four weeks: nothing is built on them yet.",
    Flag.QUOTA_MET: "The quota is met.",
    Flag.PIPELINE_OLD: "The pipeline figures are older than the week.",
    Flag.SEVERAL_CURRENCIES: "The pipeline is in several currencies, which are never added up.",
    Flag.PARTIAL_SCORE: "Not all four pillars are known, so the total may be the reported one.",
    Flag.NEW_STARTER: "New on the desk: under six weeks of scores, too few to judge a change.",
    Flag.SCORE_WITHOUT_MEETINGS: "The score rises, but meetings and pipeline have been flat for four weeks: talk about "
    "what the activity is for.",
    Flag.PROVISIONAL: "Under twelve weeks of scores: every judgement of a change is provisional.",
    Flag.PERHAPS_LEFT: "Perhaps left: the team has had scores in two weeks or more since, and nothing is open.",
}
"""What a reader should know before judging the row."""

LOW_FOR_ALL = (Pillar.PEOPLE, Pillar.INSIGHTS)
"""Under LinkedIn's own averages (brand 11.8, people 5.4, insights 2.1, relationships 15.2) one of the two is the raw
minimum of about 99 % of members: the lowest raw score alone would give everybody the same advice."""
USUALLY_LOWEST = "For nearly everybody people or insights is lowest, so the gap decides."

NOT_SCORED: dict[State, str] = {
    State.MISSING: "No score this week",
    State.STALE: "No score for too long to speak of this week",
    State.NOT_ONBOARDED: "No score yet: not onboarded, which is not a score of zero",
    State.ON_LEAVE: "On leave: the score can wait for the return",
    State.LEFT: "No longer on the team: the history is kept",
}


NEVER = "No score so far: check that the seat is set up, and that the rep is in the export under the same name"
"""Where there never was a score and no status says why."""


NO_SCORE: dict[State, str] = {
    State.MISSING: "No score this week",
    State.STALE: "No score for some time",
    State.NOT_ONBOARDED: "No score yet",
}


def state(card: RepCard) -> str:
    """Return why a rep has no score this week and when the last one was; empty for a scored rep."""
    if card.state is State.SCORED:
        return ""
    if card.state is State.MISSING and card.last_scored is None:
        return f"{NEVER}."
    last = f"; the last score is of the week of {label(card.last_scored)}" if card.last_scored else ""
    return f"{NOT_SCORED[card.state]}{last}."


def without_score(card: RepCard) -> str:
    """Return in a few words that there is no score, and what to check where there never was one."""
    if card.state is State.MISSING and card.last_scored is None:
        return "No score so far: check the seat"
    return NO_SCORE.get(card.state, NO_SCORE[State.MISSING])


def begun(text: str) -> str:
    """Return a text as a sentence begins.

    >>> begun("open pipeline of $88K")
    'Open pipeline of $88K'
    """
    return text[:1].upper() + text[1:]


def weakest(card: RepCard, settings: Settings = USUAL) -> str:
    """Return which pillar is furthest below its baseline, by how much, and against which baseline."""
    if card.weakest is None:
        return "No pillar can be called the weakest: there is no score or nothing to hold it against."
    held = card.pillars[card.weakest.pillar]
    held_to = against(held, card.weakest.basis, figure=True)
    where = compared(card.weakest.gap, held_to, settings.min_change_pillar)
    sentence = f"{LABELS[held.pillar]} is furthest behind: {out_of(held.score)}, {where}."
    if points(card.weakest.gap) == "0.0":
        sentence = f"No pillar is behind; {LABELS[held.pillar].lower()} is {where}."
    elif card.weakest.gap > 0:
        sentence = f"No pillar is behind; {LABELS[held.pillar].lower()} is closest to the baseline: {where}."
    elif -card.weakest.gap < settings.min_change_pillar:
        sentence += " That is within the wobble of a steady score."
    elif is_unsure(card, settings):
        sentence += f" That is {UNSURE}: no reason for a talk by itself."
    return f"{sentence} {default_said(card)}".rstrip()


def compared(gap: float, against: str, least: float = 0.0) -> str:
    """Return a gap (points) as a distance from what it was held against; less than a `least` one reads so.

    >>> compared(-2.44, "the team's median"), compared(0.01, "the team's median")
    ("2.4 points below the team's median", "level with the team's median")
    """
    if points(gap) == "0.0":
        return f"level with {against}"
    return f"{below(abs(gap), least)} points {'above' if gap > 0 else 'below'} {against}"


def out_of(score: float | None) -> str:
    """Return a pillar's score as it stands on the page.

    >>> out_of(4.21), out_of(None)
    ('4.2 of 25', 'no score')
    """
    return "no score" if score is None else f"{points(score)} of {PILLAR_MAX:g}"


def default_said(card: RepCard) -> str:
    """Say so where the baseline is the product's default; else empty."""
    if card.weakest is None or card.weakest.basis is not Basis.DEFAULT:
        return ""
    return "The benchmark is a built-in default: there are too few peers and no averages of the rep's own."


def lowest(card: RepCard) -> str:
    """Return the pillar with the lowest raw score, and how it stands where it is another one than the weakest."""
    if card.lowest is None:
        return ""
    said = f"Lowest raw score: {LABELS[card.lowest.pillar].lower()}, {out_of(card.lowest.score)}"
    if card.weakest is None:
        return f"{said}."
    if card.weakest.pillar == card.lowest.pillar:
        return f"{said}, the same pillar."
    usual = f" {USUALLY_LOWEST}" if card.lowest.pillar in LOW_FOR_ALL else ""
    return f"{said}, {_beside(card, card.lowest.pillar)}.{usual}"


def _beside(card: RepCard, pillar: Pillar) -> str:
    held = card.pillars[pillar]
    if held.gap is None or held.baseline_source is None:
        return "with no baseline to hold it against"
    return compared(held.gap, against(held, held.baseline_source))


def change(card: RepCard, settings: Settings = USUAL) -> str:
    """Return what the four-week change of the total means, in points, net of the team where that is known."""
    raw, net = card.change_4w, card.net_change_4w
    if span.own(card):
        lately = "" if raw is None else f"; {shifted(raw)} in the last four"
        return f"{begun(four_weeks(card, _direction(own_change(card) or 0.0)))}{lately}."
    if raw is None and card.verdict is Verdict.STEADY:
        return "Steady, by the weeks around: no reading four weeks ago."
    if raw is None:
        why = "No reading four weeks ago" if unread(card) else "Too early to judge: there is no score of four weeks ago"
        return "" if card.verdict is Verdict.MISSING else f"{why}."
    if card.verdict is Verdict.STEADY:
        small = max(abs(raw), abs(net or 0.0)) < settings.min_change_total
        least = f"inside the wobble of a steady score (under {points(settings.min_change_total)})"
        net_of = "" if small or net is None else f" ({shifted(net)} net of {whom(card)})"
        plain = short_of(raw, settings.min_change_total) if small else shifted(raw)
        return f"Steady: {plain} in four weeks{net_of}, {least if small else explained(card)}."
    said = f"{_direction(raw)} {points(abs(raw))} points in four weeks"
    if net is None:
        return f"{said}."
    if card.verdict is Verdict.WITH_TEAM:
        return f"{said}, mostly with {whom(card)}: {shifted(net)} net of {'it' if whom(card) == TEAM else 'them'}."
    return f"{said}, {shifted(net)} net of {whom(card)}."


def _direction(raw: float) -> str:
    return "Up" if raw > 0 else "Down"


def corner(card: RepCard) -> str:
    """Return where the rep stands in SSI x attainment; empty where one of the two is not known."""
    if card.corner is None:
        return ""
    if settled(card) is None and card.cuts and card.pipeline and card.pipeline.attainment is not None:
        line = "median" if card.cuts.medians else "line"
        score = f"SSI {points(card.total or 0.0)} ({line} {points(card.cuts.ssi)})"
        return f"{score}, {card.pipeline.attainment:.0%} of quota ({line} {card.cuts.attainment:.0%})."
    where = stand(card)
    return f"{CORNERS[card.corner]}{f': {where}' if where else ''}."


def settled(card: RepCard) -> Corner | None:
    """Return the rep's corner unless it is too near a line to build anything on."""
    return None if Flag.NEAR_LINE in card.flags else card.corner


def stand(card: RepCard) -> str:
    """Return on which side of the lines score and results stand, with both numbers and both lines."""
    reached, lines = card.pipeline.attainment if card.pipeline else None, card.cuts
    if card.corner is None or card.total is None or reached is None or lines is None:
        return CORNERS[card.corner].lower() if card.corner else ""
    line = "median" if lines.medians else "line"
    score, results = f"SSI {points(card.total)}", f"{reached:.0%} of quota"
    if card.corner in (Corner.BUILD_HABITS, Corner.MENTOR):
        side = "below" if card.corner is Corner.BUILD_HABITS else "above"
        return f"{score} and {results} are both {side} the {line} ({points(lines.ssi)} and {lines.attainment:.0%})"
    side, other = ("above", "below") if card.corner is Corner.CONVERT else ("below", "above")
    return f"{score} is {side} the {line} ({points(lines.ssi)}), {results} {other} it ({lines.attainment:.0%})"


def moved(card: RepCard) -> str:
    """Return the pillars that moved beyond noise, by how many points in four weeks; else empty."""
    own = [p for p in card.pillars.values() if p.verdict in (Verdict.UP, Verdict.DOWN)]
    apart, net = any(map(span.own, own)), f" net of {whom(card)}" if all(map(span.is_net, own)) else ""
    known = [(held, value) for held in own if (value := own_change(held)) is not None]
    parts = [f"{LABELS[p.pillar].lower()} {signed(v)}{f' in {span.over(p)}' if apart else ''}" for p, v in known]
    if apart:
        return f"Moved beyond noise: {', '.join(parts)}; in points{net}."
    return f"Moved beyond noise in four weeks: {', '.join(parts)} points{net}." if parts else ""


def four_weeks(card: RepCard, direction: str, pillar: PillarCard | None = None) -> str:
    """Return a change beyond noise of the total or a pillar, such as "up 3.1 points net of the team in four weeks"."""
    held = pillar or card
    net = f" net of {whom(card)}" if span.is_net(held) else ""
    return f"{direction} {points(abs(own_change(held) or 0.0))} points{net} in {span.over(held)}"


def own_change(held: PillarCard | RepCard) -> float | None:
    """Return the change in points, net of the team where there is one: of four weeks, unless another one is told."""
    if held.moved:
        return held.moved.points
    return held.change_4w if held.net_change_4w is None else held.net_change_4w
