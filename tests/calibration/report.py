"""What the calibration measures, as tables in Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tests.calibration.measured import LARGE, MIDDLE, SELECTED, coached, dips, false_alarms, formula, found
from tests.calibration.simulated import World

TEAM = World()
WORLDS: dict[str, World] = {
    "one team of 14, every series its own noise": TEAM,
    "the same noise in all of a team": replace(TEAM, alike=True),
    "scores with one decimal": replace(TEAM, decimals=1),
    "scores in whole points": replace(TEAM, decimals=0),
    "a team of 8": replace(TEAM, reps=8),
    "every sixth week missing": replace(TEAM, missing=1 / 6),
    "eight teams of 3": replace(TEAM, reps=3, teams=8),
    "four teams of 14": replace(TEAM, teams=4),
    "no stickiness": replace(TEAM, stick=0.0),
    "stickiness .5": replace(TEAM, stick=0.5),
    "stickiness .8": replace(TEAM, stick=0.8),
    "stickiness .95": replace(TEAM, stick=0.95),
}
EFFECTS = tuple(list(WORLDS)[:6])
Row = tuple[str, ...]


def alarms(runs: int, seed: int) -> Iterator[Row]:
    """Yield, by world, false alarms and what is found; beside it what a detector finds that knows the noise."""
    yield ("Teams", "False: total", "False: any pillar", "Found: 2 points or more", "known", "Found: 1.5 to 2", "known")
    for name, world in WORLDS.items():
        wrong = false_alarms(world, runs, seed)
        large, middle = (found(world, runs, seed, between, wrong.pillar.share) for between in (LARGE, MIDDLE))
        yield (name, *map(str, (wrong.total, wrong.pillar, *large, *middle)))


def shifts(runs: int, seed: int) -> Iterator[Row]:
    """Yield, by world, what is said when the formula takes or gives 7 %, and of dips that come back."""
    yield ("Teams", "Shift marked", "individual alarms", "One pillar: marked", "alarms", "False shifts", "Dips praised")
    for name, world in WORLDS.items():
        all_four, one = formula(world, runs, seed), formula(world, runs, seed, (3,))
        false = f"{false_alarms(world, runs, seed).shifts:.2f}"
        told = (all_four.marked, all_four.alarms, one.marked, one.alarms, false, dips(world, runs, seed).praised)
        yield (name, *map(str, told))


def estimates(runs: int, seed: int) -> Iterator[Row]:
    """Yield, by world and choice of the coached, how far the estimated effect is off, and what its interval holds."""
    yield ("Teams", *(f"{select}: {part}" for select in SELECTED for part in ("bias", "held")))
    for name in EFFECTS:
        told = [coached(WORLDS[name], 2 * runs, seed, select) for select in SELECTED]
        yield (name, *(cell for one in told for cell in (f"{one.bias:+.2f} ± {1.96 * one.error:.2f}", str(one.cover))))


def markdown(rows: Sequence[Row]) -> str:
    """Return a table; the first row is its head."""
    head, *body = rows
    lines = [head, (":--", *("--:" for _ in head[1:])), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
