"""How long does something take, and how much more than what it is held against?"""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

RUNS = 5

Task = Callable[[], object]


@dataclass(frozen=True)
class Figure:
    """One line of the table: a median, what it is held against in the same run, the aim in words, and of which page."""

    what: str
    value: float
    unit: str = "ms"
    against: str = ""
    other: float | None = None
    aim: str = ""
    page: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the other figure, if there is one."""
        return self.value / self.other if self.other else None


def milliseconds(task: Task) -> float:
    """Return how long one call takes, with the garbage of earlier ones already gone."""
    gc.collect()
    start = perf_counter()
    task()
    return (perf_counter() - start) * 1000


def medians(*tasks: Task, runs: int = RUNS) -> list[float]:
    """Return each task's median in ms over the runs; the tasks take turns, so that a busy moment hits all of them."""
    rounds = [[milliseconds(task) for task in tasks] for _ in range(runs)]
    return [median(times) for times in zip(*rounds, strict=True)]
