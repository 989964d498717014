"""How is it said what came of what was agreed? Calmly, of the task, and never more than the numbers carry."""

import re
from collections.abc import Callable
from datetime import timedelta

from dashboard.coaching.against import shifts
from dashboard.coaching.cues import framed
from dashboard.coaching.points import points, shifted, signed
from dashboard.model.commitments import Commitment, Done, Judged, Outcome, Why
from dashboard.model.pillars import LABELS, Pillar
from dashboard.model.weeks import label

WORDS: dict[Outcome, str] = {
    Outcome.WORKED: "Worked",
    Outcome.NO_EFFECT: "No effect",
    Outcome.WORSE: "Went down",
    Outcome.WITHIN_NOISE: "Within noise",
    Outcome.WITH_TEAM: "With the team",
    Outcome.TOO_EARLY: "Too early",
    Outcome.NOT_DONE: "Not done",
}
"""Each verdict in two or three words."""

WHY_WORDS: dict[Why | None, str] = {Why.ALREADY: "On its way before", Why.NO_READING: "Waits for a reading"}
"""What says more than the verdict does."""

UNSAID_WORDS: dict[Outcome, str] = {
    Outcome.WORKED: "Up, not said yet",
    Outcome.NO_EFFECT: "No net change",
    Outcome.WORSE: "Down, not said yet",
}
"""What stands in place of a verdict until the rep has said whether it was done: nobody knows what moved the score."""
UNSAID = "whether it was done is not said yet"

DONE: dict[Done, str] = {
    Done.UNKNOWN: "not said yet",
    Done.DONE: "done",
    Done.PARTLY: "partly done",
    Done.NOT_DONE: "not done",
}
"""Whether it was done, by the rep's own word."""


def promise(made: Commitment) -> str:
    """Return what was agreed as one says it: when, what, with whom, until when.

    >>> from datetime import date
    >>> day = date(2026, 11, 16)
    >>> promise(Commitment("1", "ida", Pillar.PEOPLE, "Open five profiles.", day, day, cue="the first call is over"))
    'When the first call is over, I will open five profiles.'
    """
    parts = [framed(made.cue, made.behaviour)]
    parts += [f"Accounts: {made.accounts.strip()}"] if made.accounts.strip() else []
    parts += [f"Until {label(made.until)}"] if made.until else []
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts)


def brief(made: Commitment, most: int = 120) -> str:
    """Return the first sentence of what was agreed, cut at a word where it is long.

    >>> from datetime import date
    >>> day = date(2026, 11, 16)
    >>> brief(Commitment("1", "ida", Pillar.PEOPLE, "Open five profiles. Write one fact each.", day, day))
    'Open five profiles.'
    """
    said = re.split(r"(?<=[.!?]) ", promise(made), maxsplit=1)[0]
    return said if len(said) <= most else f"{said[:most].rsplit(' ', 1)[0].rstrip(',;:')} …"


def verdict(one: Judged) -> str:
    """Return the verdict in two or three words, those of what is provisional until the rep has said a word."""
    if one.why is Why.CONVERSATION:
        return DONE[one.commitment.done].capitalize()
    if one.why in WHY_WORDS:
        return WHY_WORDS[one.why]
    if one.outcome is Outcome.WITHIN_NOISE and _beyond_zero(one):
        return "Not clear enough"
    own = UNSAID_WORDS.get(one.outcome) if provisional(one) else None
    return own or WORDS[one.outcome]


def _beyond_zero(one: Judged) -> bool:
    """Tell whether zero lies outside the interval of the net change."""
    low, high = one.interval or (0.0, 0.0)
    return low > 0 or high < 0


def provisional(one: Judged) -> bool:
    """Tell whether a score speaks of something of which nobody has said whether it was done."""
    return one.commitment.done is Done.UNKNOWN and one.outcome in _SAID


def sentence(one: Judged) -> str:
    """Return the verdict in a sentence, with the net change in points and its 90 % interval where there is one."""
    said = _SAID.get(one.outcome)
    if said and one.net_change is not None and one.interval is not None:
        return said(one)
    if one.outcome is Outcome.NOT_DONE:
        return "Not done, by the rep's own word, so the score says nothing of it."
    return waiting(one)


def waiting(one: Judged) -> str:
    """Return what a commitment that cannot be judged waits for."""
    made = one.commitment
    last = label(made.check_on + timedelta(weeks=4))
    return {
        Why.NOT_DUE: f"Too early to say: a look at the score is fair from {label(made.check_on)} on.",
        Why.NO_READING: f"Waits for a reading: none has come since {label(made.check_on)}.",
        Why.NONE_CAME: f"Cannot be said: no reading came between {label(made.check_on)} and {last}.",
        Why.NO_START: "Cannot be said: there is no reading of the four weeks before it was agreed.",
        Why.ALREADY: "Was on its way before.",
        Why.CONVERSATION: "About the conversation, of which no score speaks: what counts is whether it was done.",
        Why.SHORT_HISTORY: "Cannot be said: there are too few weeks of scores to know the usual wobble.",
        None: "Too early to say.",
    }[one.why]


def _worked(one: Judged) -> str:
    if provisional(one):
        return f"Up {_net(one)} beyond what was to be expected on {_pillar(one)} {_interval(one)}; {UNSAID}."
    return f"Worked: {_pillar(one)} is {_net(one)} above what was to be expected without it {_interval(one)}."


def _worse(one: Judged) -> str:
    if provisional(one):
        return f"Down {_net(one)} below what was to be expected on {_pillar(one)} {_interval(one)}; {UNSAID}."
    return f"Went down: {_pillar(one)} is {_net(one)} below what was to be expected without it {_interval(one)}."


def _no_effect(one: Judged) -> str:
    if provisional(one):
        return f"No net change worth mentioning: {_on_pillar(one)} {_interval(one)}; {UNSAID}."
    return f"No effect worth mentioning: {_on_pillar(one)} {_interval(one)}."


def _within_noise(one: Judged) -> str:
    found = f"{_on_pillar(one)} {_interval(one)}"
    if one.why is Why.ALREADY:
        return f"Was on its way before: beyond that pace {found}."
    if _beyond_zero(one):
        rest = f"; {UNSAID}" if provisional(one) else ""
        return f"Not clear enough to call it {'worse' if (one.net_change or 0.0) < 0 else 'an effect'}: {found}{rest}."
    return (
        f"Cannot be told from noise: {found}{f'; {UNSAID}.' if provisional(one) else '. It may have helped, or not.'}"
    )


def _with_team(one: Judged) -> str:
    own = f"{signed(one.net_change or 0.0)} of it net {_interval(one)}"
    rest = f"; {UNSAID}" if provisional(one) else ""
    return f"Moved with the whole team: {shifted(one.change or 0.0)} on {_pillar(one)}, {own}{rest}."


def _on_pillar(one: Judged) -> str:
    net = shifted(one.net_change or 0.0)
    return f"{'no net change' if net == 'no change' else f'{net} net'} on {_pillar(one)}"


_SAID: dict[Outcome, Callable[[Judged], str]] = {
    Outcome.WORKED: _worked,
    Outcome.WORSE: _worse,
    Outcome.NO_EFFECT: _no_effect,
    Outcome.WITHIN_NOISE: _within_noise,
    Outcome.WITH_TEAM: _with_team,
}


def _pillar(one: Judged) -> str:
    return _named(one.commitment.measured)


def _named(pillar: Pillar) -> str:
    return f"the {LABELS[pillar].lower()} pillar"


def _net(one: Judged) -> str:
    return f"{points(abs(one.net_change or 0.0))} points"


def _interval(one: Judged) -> str:
    return f"(90\u00a0% interval {interval(one)})"


def interval(one: Judged) -> str:
    """Return the 90 % interval of the net change, in points; empty where there is none."""
    return f"{signed(one.interval[0])} to {signed(one.interval[1])}" if one.interval else ""


def from_to(one: Judged) -> str:
    """Return where the pillar stood when it was agreed and where it stands now; empty for what has no pillar.

    What a shift of the formula made of it meanwhile is said; what was expected says coaching.expected.
    """
    if one.commitment.pillar is None:
        return ""
    start = one.commitment.start_value
    before, now = (points(value) if value is not None else "–" for value in (start, one.value))
    moved = f" ({signed(one.carried.points)} by {shifts(one.carried.weeks)})" if one.carried else ""
    return f"{before} → {now} of 25{moved}"


def fair_from(made: Commitment) -> str:
    """Return from which day on a look at the score is fair, or the rep is to be asked where no score speaks of it.

    >>> from datetime import date
    >>> fair_from(Commitment("1", "ida", None, "Ask who signs.", date(2026, 11, 10), date(2026, 11, 17)))
    'to be asked about from 17 Nov 2026'
    """
    return f"{'a look is fair' if made.pillar else 'to be asked about'} from {label(made.check_on)}"


def said_done(made: Commitment) -> str:
    """Return whether it was done by the rep's own word, with the note that goes with it."""
    note = made.done_note.strip()
    return f"{DONE[made.done].capitalize()}: {note}" if note else f"{DONE[made.done].capitalize()}"
