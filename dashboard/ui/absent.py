"""What is said where a rep has no score: what is missing, since when, and what to do?"""

from dashboard.coaching.words import points
from dashboard.model.cards import Flag, RepCard, State
from dashboard.model.weeks import label, weeks_between
from dashboard.ui.say import weeks

STATES: dict[str, str] = {
    State.MISSING: "no score",
    State.STALE: "old score",
    State.NOT_ONBOARDED: "no score yet",
    State.ON_LEAVE: "on leave",
    State.LEFT: "left",
}
"""What stands beside a rep's name where there is no score this week."""

TITLES: dict[State, str] = {
    State.MISSING: "No score this week",
    State.STALE: "No score for some time",
    State.NOT_ONBOARDED: "No score so far",
    State.ON_LEAVE: "On leave",
    State.LEFT: "No longer on the team",
}
"""What stands over the box in which the pillars would be."""

NEXT: dict[State, str] = {
    State.MISSING: (
        "Ask for the score page and put the row into the next file; a week that comes late still finds its place in "
        "the line. Until then no pillar is called the weakest and there is nothing to ask from the playbook."
    ),
    State.STALE: (
        "Ask for the score page, or give the rep a status in the next file (on leave, left), and nobody waits for it. "
        "Until then there is nothing to ask from the playbook: an old score is not coached."
    ),
    State.NOT_ONBOARDED: (
        "That is not a score of zero. Once the seat is set up, put the four pillars of the score page into the next "
        "file: this page fills from the first one on."
    ),
    State.ON_LEAVE: "There is nothing to do until the return, and nobody is held against a score from before it.",
    State.LEFT: "There is nothing to do: the history is kept, and counts in no median any more.",
}
"""What a manager does about it."""

GONE = (
    "The team has been scored in two weeks or more since, and no deal or meeting of this rep is open: perhaps the rep "
    "has left. If so, say it on the Import page and nobody waits for a score; the history is kept either way."
)
"""What a manager does about a rep who has disappeared from the files."""


def title(card: RepCard) -> str:
    """Return the title of the box without a score; empty for a scored rep."""
    never = card.state in (State.MISSING, State.STALE) and card.last_scored is None
    return TITLES.get(State.NOT_ONBOARDED if never else card.state, "")


def sentence(card: RepCard) -> str:
    """Return since when there has been no score and what to do about it; empty for a scored rep."""
    if card.state is State.SCORED:
        return ""
    return f"{since(card)} {GONE if Flag.PERHAPS_LEFT in card.flags else NEXT[card.state]}"


def since(card: RepCard) -> str:
    """Return which score was the last one and how old it is, in a sentence."""
    if card.last_scored is None:
        return "No file on this desk has a score for this rep."
    known = dict(card.trend).get(card.last_scored)
    score = "The last score" if known is None else f"The last score, {points(known)} of 100 points,"
    ago = weeks_between(card.last_scored, card.week)
    return f"{score} is of the week of {label(card.last_scored)}, {weeks(ago)} before this one."


def short(card: RepCard) -> str:
    """Return the same for a card of one line: the last score and its week, or that there was none."""
    known = dict(card.trend).get(card.last_scored) if card.last_scored else None
    if card.last_scored is None:
        return "no score so far"
    return f"{'last' if known is None else points(known)} in the week of {label(card.last_scored)}"


def pillars(card: RepCard) -> str:
    """Return what to do where a total came without its pillars."""
    told = f" ({points(card.total)} of 100 points)" if card.total is not None else ""
    return (
        f"Only the total is known this week{told}. The four pillars stand on the same score page: with them in the "
        "file the desk can say which one to coach."
    )
