"""Is a file read as it should be: no exception, in time, in little memory, nothing impossible in it?"""

import os
import traceback
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from time import perf_counter, process_time

import numpy as np
import pandas as pd

from dashboard.ingest.load import Loaded, Source, load
from dashboard.model.tables import ACTIVITY_VALUES, PIPELINE_VALUES, SCORES

AS_OF = date(2026, 11, 16)
MOST_SECONDS, MOST_MEGABYTES = 3.0, 300.0
ROUNDS = 3
"""How often questions are answered and the file is read again."""
_RESET, _STATUS = Path("/proc/self/clear_refs"), Path("/proc/self/statm")


@dataclass(frozen=True)
class Verdict:
    """What became of one case: `fault` is empty if nothing is wrong; seconds are those of the processor."""

    outcome: str
    seconds: float = 0.0
    wall: float = 0.0
    megabytes: float = 0.0
    fault: str = ""


def judge(name: str, content: bytes, chance: Random) -> Verdict:
    """Read a file, answer what it asks and read it again; the slowest and the largest reading count."""
    answers: dict[str, str] = {}
    seconds = wall = megabytes = 0.0
    outcome = fault = ""
    for _ in range(ROUNDS):
        reading, loaded = once(Source(name, content), answers)
        seconds, wall = max(seconds, reading.seconds), max(wall, reading.wall)
        megabytes, outcome, fault = max(megabytes, reading.megabytes), reading.outcome, reading.fault
        if fault or loaded is None or not loaded.questions:
            break
        answers |= {one.key: chance.choice(one.choices or ("new", "EUR", "25", "")) for one in loaded.questions}
    if not fault and seconds > MOST_SECONDS:
        fault = f"{seconds:.1f} s"
    if not fault and megabytes > MOST_MEGABYTES:
        fault = f"{megabytes:.0f} MB"
    return Verdict(outcome, seconds, wall, megabytes, fault)


def once(source: Source, answers: dict[str, str]) -> tuple[Verdict, Loaded | None]:
    """Read a file once and look at what came out."""
    held, start, begun = memory(), busy(), perf_counter()
    try:
        loaded = load([source], answers=answers, as_of=AS_OF)
    except BaseException as error:
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            raise
        return Verdict("broken", fault="".join(traceback.format_exception(error)[-4:]).strip()), None
    spent, wall = busy() - start, perf_counter() - begun
    outcome = "refused" if loaded.refused else "asked" if loaded.questions else "read"
    return Verdict(outcome, spent, wall, peak() - held, impossible(loaded)), loaded


def busy() -> float:
    """Return the seconds the processor spent on this process and on those it waited for."""
    spent = os.times()
    return process_time() + spent.children_user + spent.children_system


def memory() -> float:
    """Return how many MB this process holds, and begin to watch its peak again; Linux only, elsewhere 0."""
    try:
        _RESET.write_text("5")
        return int(_STATUS.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except OSError:
        return 0.0


def peak() -> float:
    """Return the most MB this process held since `memory` was asked."""
    if not _RESET.exists():
        return 0.0
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def impossible(loaded: Loaded) -> str:
    """Return what cannot be in any table, "" if nothing: each value is in its range, dated, and of a known rep."""
    readings, known = loaded.readings, {person.rep_id for person in loaded.people}
    tables = {"readings": readings, "pipeline": loaded.pipeline, "activity": loaded.activity}
    for name, table in tables.items():
        if len(table) and (not set(table["rep_id"]) <= known or not (table["week"].dt.day_of_week == 0).all()):
            return f"{name}: an unknown rep, or a week that does not start on Monday"
        numbers = table.select_dtypes("number")
        if np.isinf(numbers.to_numpy(dtype=float)).any():
            return f"{name}: infinite"
    return beyond(readings, SCORES, 25) or beyond(readings, ("total",), 100) or wrong(loaded)


def beyond(table: pd.DataFrame, fields: tuple[str, ...], most: float) -> str:
    """Return which of the fields has a value outside 0 to its most."""
    for field in fields:
        values = table[field].dropna()
        if not values.between(0, most).all():
            return f"{field}: {values.min()} to {values.max()}"
    return ""


def wrong(loaded: Loaded) -> str:
    """Return which total is not the sum of its pillars, which count is negative, which line says nothing."""
    readings = loaded.readings
    whole = readings[readings[list(SCORES)].notna().all(axis=1)]
    if not np.allclose(whole[list(SCORES)].sum(axis=1), whole["total"]):
        return "total: not the sum of the pillars"
    counts = [field for field in (*PIPELINE_VALUES, *ACTIVITY_VALUES) if field.startswith(("deals_", "meetings"))]
    for table in (loaded.pipeline, loaded.activity):
        if any((table[field] < 0).any() for field in counts if field in table):
            return "a negative count"
    if len(readings) and readings["date"].dt.year.pipe(lambda years: (years < 1990) | (years > 2100)).any():
        return "a reading of an impossible year"
    return ""
