"""What did a rep agree to try, and what came of it?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.model.carried import Carried
from dashboard.model.pillars import Pillar


class Done(StrEnum):
    """Whether the rep did what was agreed, by the rep's own word."""

    UNKNOWN = "unknown"
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"


class Outcome(StrEnum):
    """What can honestly be said of a commitment's effect."""

    WORKED = "worked"
    NO_EFFECT = "no_effect"
    WORSE = "worse"
    WITHIN_NOISE = "within_noise"
    WITH_TEAM = "with_team"
    TOO_EARLY = "too_early"
    NOT_DONE = "not_done"


class Why(StrEnum):
    """Why nothing can be said of a commitment's effect (yet).

    `already`: the pillar was on its way before; `conversation`: no score speaks of what was agreed.
    """

    NOT_DUE = "not_due"
    NO_READING = "no_reading"
    NONE_CAME = "none_came"
    NO_START = "no_start"
    SHORT_HISTORY = "short_history"
    ALREADY = "already"
    CONVERSATION = "conversation"


@dataclass(frozen=True)
class Commitment:
    """One behaviour a rep agreed to: "when <cue>, I will <behaviour>", for which accounts, until when.

    `pillar` is None for what is about the conversation with buyers, of which no score speaks.
    `start_value` are points (0-25) of the pillar on the day it was agreed, None if not known; `prompt_id` names the
    playbook's prompt it came from; `check_on` is the first day on which a look at the score is fair.
    """

    commitment_id: str
    rep_id: str
    pillar: Pillar | None
    behaviour: str
    agreed_on: date
    check_on: date
    prompt_id: str | None = None
    cue: str = ""
    accounts: str = ""
    until: date | None = None
    start_value: float | None = None
    review_id: str | None = None
    done: Done = Done.UNKNOWN
    done_note: str = ""
    withdrawn: bool = False

    @property
    def measured(self) -> Pillar:
        """The pillar whose score speaks of it; only to be asked of what has one."""
        if self.pillar is None:
            raise ValueError(self.commitment_id)
        return self.pillar


@dataclass(frozen=True)
class Count:
    """One activity of the usage export, a week's mean before and after a commitment (None: not known)."""

    activity: str
    before: float | None
    after: float | None


@dataclass(frozen=True)
class Judged:
    """A commitment with what the score says of it.

    `value` are points of the pillar in `checked_week` (the newest week until it can be judged), `change` its plain
    difference from the start, `net_change` what remains of it after what would have been expected without coaching and
    after the team's own move, `interval` the 90 % interval of that, `team_change` the median plain change of the team
    mates, all in points. `why` says what a commitment that is too early to judge waits for.

    What was expected is what the rep's own readings forecast, plus `shift`, what changes of the formula made of it
    meanwhile, plus `mates`, how far the team mates moved beyond their own forecasts (None: nobody to compare with),
    plus `trend`, what going on as before explains of an effect in the direction of a clear trend of before; `usual` is
    the mean of the rep's readings of the eight weeks up to the start, `going_on` where that trend would have led (None:
    there was none). `carried` is the part of the plain `change` that is the formula's,
    also where nothing is judged yet.
    """

    commitment: Commitment
    outcome: Outcome
    checked_week: date | None = None
    value: float | None = None
    change: float | None = None
    net_change: float | None = None
    interval: tuple[float, float] | None = None
    counts: tuple[Count, ...] = ()
    team_change: float | None = None
    why: Why | None = None
    shift: float = 0.0
    mates: float | None = None
    usual: float | None = None
    going_on: float | None = None
    trend: float = 0.0
    carried: Carried | None = None

    @property
    def expected(self) -> float | None:
        """Points that were to be expected without it, None where that is not known."""
        return None if self.value is None or self.net_change is None else self.value - self.net_change

    @property
    def forecast(self) -> float | None:
        """Points the rep's own readings up to the start told of the look, None where that is not known."""
        return None if self.expected is None else self.expected - self.shift - (self.mates or 0.0) - self.trend


@dataclass(frozen=True)
class Record:
    """What one behaviour did in this team: in how many cases done and judged, and by a median of how many points net.

    `worked` of the cases did so beyond noise; `prompt_id` is the playbook's prompt the behaviour came from, if any.
    """

    behaviour: str
    pillar: Pillar
    cases: int
    median: float | None
    worked: int
    prompt_id: str | None = None
