"""What is known of one rep in one week? The door from tables to a person: plain values, no pandas."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dashboard.model.bands import Band
from dashboard.model.carried import Carried
from dashboard.model.moves import Moved
from dashboard.model.pillars import Pillar
from dashboard.model.shift import Shift


class State(StrEnum):
    """Whether a rep has a score in the week, and if not, why."""

    SCORED = "scored"
    MISSING = "missing"
    STALE = "stale"
    NOT_ONBOARDED = "not_onboarded"
    ON_LEAVE = "on_leave"
    LEFT = "left"


class Verdict(StrEnum):
    """What a change of four weeks means."""

    UP = "up"
    DOWN = "down"
    STEADY = "steady"
    WITH_TEAM = "with_team"
    TOO_EARLY = "too_early"
    MISSING = "missing"


class Basis(StrEnum):
    """Against what a pillar is held."""

    INDUSTRY = "industry"
    NETWORK = "network"
    RAMP = "ramp"
    ROLE = "role"
    TEAM = "team"
    OWN_BEST = "own_best"
    TARGET = "target"
    DEFAULT = "default"


class Corner(StrEnum):
    """Where a rep stands in SSI x attainment."""

    BUILD_HABITS = "build_habits"
    CONVERT = "convert"
    LEAVE_ALONE = "leave_alone"
    MENTOR = "mentor"


class Flag(StrEnum):
    """What a reader of a rep's row should know before judging it."""

    QUOTA_MET = "quota_met"
    PIPELINE_OLD = "pipeline_old"
    SEVERAL_CURRENCIES = "several_currencies"
    PARTIAL_SCORE = "partial_score"
    NEW_STARTER = "new_starter"
    NEAR_LINE = "near_line"
    BARELY_ABOVE = "barely_above"
    PERHAPS_LEFT = "perhaps_left"
    PROVISIONAL = "provisional"
    SCORE_WITHOUT_MEETINGS = "score_without_meetings"


@dataclass(frozen=True)
class PillarCard:
    """One pillar of one rep in one week: points of 0-25, changes in points, None where missing; `back` as RepCard's."""

    pillar: Pillar
    score: float | None
    change_1w: float | None
    change_4w: float | None
    net_change_4w: float | None
    baseline: float | None
    baseline_source: Basis | None
    gap: float | None
    verdict: Verdict
    carried: Carried | None = None
    back: bool = False
    moved: Moved | None = None


@dataclass(frozen=True)
class Weakest:
    """The pillar furthest below its baseline: gap in points (negative = behind), and the basis.

    How likely (0-1) is it the furthest (`confidence`; else it may be `runner_up`), and `behind` by half the minimum?
    """

    pillar: Pillar
    basis: Basis
    gap: float
    confidence: float | None = None
    runner_up: Pillar | None = None
    behind: float | None = None


@dataclass(frozen=True)
class Lowest:
    """The pillar with the lowest raw score, in points of 0-25."""

    pillar: Pillar
    score: float


@dataclass(frozen=True)
class PipelineCard:
    """A rep's pipeline in one currency: money in units of it, attainment and coverage as fractions."""

    currency: str
    week: date
    open_pipeline: float | None = None
    weighted_pipeline: float | None = None
    won: float | None = None
    quota: float | None = None
    remaining: float | None = None
    coverage: float | None = None
    attainment: float | None = None
    meetings: float | None = None
    deals_open: float | None = None
    deals_won: float | None = None
    deals_lost: float | None = None
    deals_overdue: float | None = None
    deals_without_amount: float | None = None


@dataclass(frozen=True)
class Cuts:
    """Where the corners part: SSI in points, attainment as a fraction; medians of the reps shown, or fixed lines."""

    ssi: float
    attainment: float
    medians: bool


class Compared(StrEnum):
    """Whose median change was taken off a rep's: the team's own, or, where that is too small, everybody's shown."""

    TEAM = "team"
    EVERYBODY = "everybody"


@dataclass(frozen=True)
class RepCard:
    """Everything the desk knows of one rep in one week; `pipelines` has the main currency first.

    `back`: the total only came back to where it was before a dip or a spike; `rank_shared`: others have the same;
    `change_carried`: the part of `change_4w` that is the formula's.
    """

    rep_id: str
    name: str
    week: date
    state: State
    team: str | None = None
    role: str | None = None
    licence: str | None = None
    total: float | None = None
    reported_total: float | None = None
    band: Band | None = None
    rank: int | None = None
    rank_shared: bool = False
    change_1w: float | None = None
    change_4w: float | None = None
    net_change_4w: float | None = None
    change_carried: Carried | None = None
    compared_with: Compared | None = None
    back: bool = False
    verdict: Verdict = Verdict.MISSING
    moved: Moved | None = None
    pillars: Mapping[Pillar, PillarCard] = field(default_factory=dict)
    weakest: Weakest | None = None
    lowest: Lowest | None = None
    pipelines: tuple[PipelineCard, ...] = ()
    corner: Corner | None = None
    cuts: Cuts | None = None
    flags: tuple[str, ...] = ()
    last_scored: date | None = None
    trend: tuple[tuple[date, float | None], ...] = ()

    @property
    def pipeline(self) -> PipelineCard | None:
        """The pipeline in the rep's main currency, or None."""
        return self.pipelines[0] if self.pipelines else None


@dataclass(frozen=True)
class TeamCard:
    """One team (or everybody) in one week: medians in points over the scored reps."""

    week: date
    name: str | None
    reps: int
    scored: int
    weeks_of_history: int
    median_total: float | None
    median_change_1w: float | None
    median_change_4w: float | None
    shifts: tuple[Shift, ...] = ()


@dataclass(frozen=True)
class Factor:
    """One thing that says how early a talk should be: its value, how much it counts (0-2), and the same in words."""

    name: str
    value: float
    weight: float
    words: str


@dataclass(frozen=True)
class Reason:
    """One rep in a queue and the one sentence why; `factors` say why at this place, where a talk is called for."""

    rep_id: str
    name: str
    reason: str
    factors: tuple[Factor, ...] = ()


@dataclass(frozen=True)
class Queue:
    """Whom to talk to first (at most three), whom to celebrate, whom to leave alone, and everybody else with a call.

    `worth` are those worth a talk after the first three, `pipeline` those without a score whose pipeline is thin.
    """

    coach: tuple[Reason, ...] = ()
    celebrate: tuple[Reason, ...] = ()
    leave_alone: tuple[Reason, ...] = ()
    worth: tuple[Reason, ...] = ()
    pipeline: tuple[Reason, ...] = ()
    mentor: tuple[Reason, ...] = ()
