"""How are thousands of cases judged on every core, when one of them may hang or end its process?"""

import multiprocessing as mp
import os
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from random import Random
from time import monotonic

from tests.fuzz.judge import Verdict, judge
from tests.fuzz.seeds import seeds
from tests.fuzz.spoil import case

HANG = 30.0
"""Seconds by the clock after which a case counts as hanging, on a machine that is busy with others too."""


@dataclass
class Worker:
    """A process that judges one case after the other; `number` is the case it has since `since`."""

    process: BaseProcess
    line: Connection
    number: int = -1
    since: float = 0.0

    def give(self, number: int) -> None:
        """Hand over the next case."""
        self.number, self.since = number, monotonic()
        self.line.send(number)

    def end(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.line.close()


def serve(line: Connection, seed: int) -> None:
    """Judge the cases whose numbers come in, until None does."""
    files = seeds()
    while (number := line.recv()) is not None:
        made = case(files, number, seed)
        line.send(judge(made.name, made.content, Random(number)))


def started(seed: int) -> Worker:
    """Return a new worker that waits for its first case."""
    context = mp.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, seed), daemon=True)
    process.start()
    theirs.close()
    return Worker(process, ours)


def judged(numbers: Iterable[int], seed: int, cores: int = os.cpu_count() or 1) -> Iterator[tuple[int, Verdict]]:
    """Yield each case's number and verdict as they are done; after a fault the worker is replaced by a fresh one."""
    left = deque(numbers)
    workers = [started(seed) for _ in range(min(cores, len(left)))]
    for worker in workers:
        worker.give(left.popleft())
    while workers:
        ready = wait([worker.line for worker in workers], timeout=1)
        for worker in list(workers):
            verdict = heard(worker, worker.line in ready)
            if verdict is None:
                continue
            yield worker.number, verdict
            if verdict.fault or not left:
                worker.end()
                workers.remove(worker)
                if not left:
                    continue
                worker = started(seed)
                workers.append(worker)
            worker.give(left.popleft())


def heard(worker: Worker, ready: bool) -> Verdict | None:
    """Return a worker's verdict; that of one that hangs or is gone is ours. None while it works."""
    if ready:
        try:
            return worker.line.recv()
        except EOFError:
            worker.process.join()
            return Verdict("broken", fault=f"the process ended with {worker.process.exitcode}")
    late = monotonic() - worker.since > HANG
    return Verdict("broken", wall=HANG, fault=f"no answer after {HANG:.0f} s") if late else None
