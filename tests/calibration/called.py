"""How often is somebody to be talked to for the score alone, in teams in which nothing happens?"""

from dataclasses import replace

import numpy as np

from dashboard.coaching.need import gap
from dashboard.coaching.queue import queue
from dashboard.metrics.cards import cards
from tests.calibration.measured import LOOKED, SETTINGS, Rate, rate
from tests.calibration.simulated import World, as_read, history, untouched, weeks_of
from tests.metrics.drawn import DEFAULTS


def called(world: World, runs: int, seed: int) -> tuple[Rate, Rate]:
    """Return in how many weeks anybody is to be talked to first, and how many reps a week a gap is evidence of."""
    rng = np.random.default_rng([seed, 7])
    first, behind = [], []
    for _ in range(runs):
        told = history(as_read(untouched(world, rng).points, world, rng), world)
        for place in LOOKED:
            found = cards(told, weeks_of(world)[place], SETTINGS, DEFAULTS)
            first.append(np.array([bool(queue(found, SETTINGS).coach)]))
            behind.append(np.array([gap(card, SETTINGS) is not None for card in found]))
    return rate(first), rate(behind)


def far_behind(world: World, runs: int, seed: int, points: float) -> Rate:
    """Return how often a rep who is truly behind on a pillar by so many points, one of a team of equals, is called."""
    rng = np.random.default_rng([seed, 8])
    found = []
    for _ in range(runs):
        truth = untouched(replace(world, personal=0.0), rng).points
        truth[0, 1] -= points
        told = history(as_read(truth, world, rng, np.arange(len(truth))[:, None] + np.zeros(world.weeks) < 1), world)
        for place in LOOKED:
            held = cards(told, weeks_of(world)[place], SETTINGS, DEFAULTS)[0]
            found.append(np.array([gap(held, SETTINGS) is not None]))
    return rate(found)
