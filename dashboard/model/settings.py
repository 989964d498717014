"""Which thresholds can the manager change, and where do their defaults come from?"""

from dataclasses import dataclass

from dashboard.model.bands import CUTS


@dataclass(frozen=True)
class Settings:
    """The manager's thresholds; points unless said.

    min_change_total: the smallest change of a total worth mentioning (a steady user's five readings in three weeks
    spanned 0.75; the default stands clear of that).
    min_change_pillar: the smallest change of one pillar worth mentioning (those readings spanned 0.7).
    baseline: "auto" (own averages, then role, then team, then default) or one Basis to insist on.
    min_peers: how many reps a median needs before it is held against anyone (5, as a small-group rule).
    band_cuts: where starting, building, active and leader part (30 and 70: LinkedIn's study).
    stale_after_weeks: weeks after which the last reading no longer speaks for the rep.
    hide_ranks: no rank is shown to anyone; the order stays.
    show_all_teams_up_to: with more reps than this the desk opens on one team, not on everybody.
    targets: the points of brand, people, insights and relationships to aim for, where the baseline is "target"
    (practitioners call 20 of 25 healthy for brand and relationships, and out of reach for most on the other two; for
    these it is LinkedIn's averages of 5.4 and 2.1 plus about 3: an example and not a norm).
    targets_from: the day (ISO) since which the targets are these; the desk keeps it, empty on a new one.
    weight_need: how much the pipeline left to win counts for whom to talk to first, 0-2.
    weight_signal: how much a fall of the score and a pillar behind count, 0-2.
    weight_coachability: how much it counts to stand in the middle of the team, 0-2.
    weight_waiting: how much it counts how long ago the last talk was, 0-2.
    """

    min_change_total: float = 2.0
    min_change_pillar: float = 1.0
    baseline: str = "auto"
    min_peers: int = 5
    band_cuts: tuple[float, float, float] = CUTS
    stale_after_weeks: int = 4
    hide_ranks: bool = False
    show_all_teams_up_to: int = 500
    targets: tuple[float, float, float, float] = (20.0, 8.0, 5.0, 20.0)
    targets_from: str = ""
    weight_need: float = 1.0
    weight_signal: float = 1.0
    weight_coachability: float = 1.0
    weight_waiting: float = 1.0
