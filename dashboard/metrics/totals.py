"""What do the pipelines of a team come to? By currency, because amounts of two currencies are never added."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum

from dashboard.model.cards import PipelineCard, RepCard


@dataclass(frozen=True)
class Total:
    """The pipelines of `reps` reps in one currency; money in units of it, summed over those with the number, else None.

    `attainment` and `coverage` are fractions over the `with_quota` reps whose quota and won amount are both known;
    what is left is summed rep by rep, so one rep's surplus does not close another's gap.
    `team` is None for reps without a team, or for everybody.
    """

    team: str | None
    currency: str
    reps: int
    with_quota: int
    open_pipeline: float | None
    won: float | None
    quota: float | None
    attainment: float | None
    coverage: float | None


def by_team(cards: Sequence[RepCard]) -> list[Total]:
    """Return a total per team and currency, in the order of their names; reps without a team come last."""
    return _totals((card.team, held) for card in cards for held in card.pipelines)


def of_all(cards: Sequence[RepCard]) -> list[Total]:
    """Return a total per currency over all the cards."""
    return _totals((None, held) for card in cards for held in card.pipelines)


def _totals(held: Iterable[tuple[str | None, PipelineCard]]) -> list[Total]:
    groups: dict[tuple[str | None, str], list[PipelineCard]] = {}
    for team, pipeline in held:
        groups.setdefault((team, pipeline.currency), []).append(pipeline)
    order = sorted(groups, key=lambda key: (key[0] is None, (key[0] or "").casefold(), key[1]))
    return [_total(*key, groups[key]) for key in order]


def _total(team: str | None, currency: str, held: Sequence[PipelineCard]) -> Total:
    quota, won, opened, rest = _judged(held)
    return Total(
        team,
        currency,
        len(held),
        len([each for each in held if each.quota and each.won is not None]),
        _sum(each.open_pipeline for each in held),
        _sum(each.won for each in held),
        _sum(each.quota for each in held),
        won / quota if quota else None,
        opened / rest if opened is not None and rest else None,
    )


def _judged(held: Sequence[PipelineCard]) -> tuple[float, float, float | None, float]:
    """Return quota, won, open pipeline and what is left of those whose quota and won amount are both known."""
    known = [(each.quota, each.won, each.open_pipeline) for each in held if each.quota and each.won is not None]
    return (
        fsum(quota for quota, _, _ in known),
        fsum(won for _, won, _ in known),
        _sum(opened for _, _, opened in known),
        fsum(max(quota - won, 0.0) for quota, won, _ in known),
    )


def _sum(amounts: Iterable[float | None]) -> float | None:
    """Return the sum of the known amounts to the hundredth, None where none is known.

    >>> _sum([0.1, 0.2, None]), _sum([None])
    (0.3, None)
    """
    known = [amount for amount in amounts if amount is not None]
    return round(fsum(known), 2) if known else None
