"""Is nothing lost and nothing guessed, whatever bytes come in? `make fuzz` judges 20,000 spoiled files on every core.

A run that was broken off goes on where it was, with the cases that failed first; one that is done begins anew.
"""

import argparse
import json
import logging
import sys
import time
from collections import Counter, defaultdict
from dataclasses import asdict
from pathlib import Path
from random import Random

from tests.fuzz.judge import Verdict, judge
from tests.fuzz.parallel import judged
from tests.fuzz.seeds import ROOT, seeds
from tests.fuzz.spoil import case

FOLDER = ROOT / ".fuzz"
Judged = dict[int, Verdict]


def main() -> int:
    """Judge the cases asked for and return the exit code: 1 if any failed."""
    logging.disable(logging.WARNING)
    words = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    words.add_argument("--cases", type=int, default=20_000)
    words.add_argument("--seed", type=int, default=7)
    words.add_argument("--case", type=int, help="judge this one case here, and leave its file in .fuzz/")
    asked = words.parse_args()
    if asked.case is not None:
        return alone(asked.case, asked.seed)
    done = everything(asked.cases, asked.seed)
    print(table(done))
    faults = {number: verdict for number, verdict in done.items() if verdict.fault}
    for number, verdict in sorted(faults.items()):
        print(f"\n{described(number, asked.seed)}\n{verdict.fault}")
    return 1 if faults else 0


def alone(number: int, seed: int) -> int:
    """Judge one case in this process."""
    made = case(seeds(), number, seed)
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{number}-{made.name}").write_bytes(made.content)
    verdict = judge(made.name, made.content, Random(number))
    print(described(number, seed), verdict, verdict.fault, sep="\n")
    return 1 if verdict.fault else 0


def everything(cases: int, seed: int) -> Judged:
    """Judge every case that has not been judged well before, telling on stderr how far it is."""
    FOLDER.mkdir(exist_ok=True)
    log = FOLDER / f"seed-{seed}.jsonl"
    done = before(log, cases)
    left = [number for number in range(cases) if number not in done]
    start = told = time.monotonic()
    with log.open("a", encoding="utf-8") as lines:
        for number, verdict in judged(left, seed):
            done[number] = verdict
            print(json.dumps({"number": number, **asdict(verdict)}), file=lines, flush=True)
            if verdict.fault or time.monotonic() - told > 30:
                told = time.monotonic()
                failed = sum(bool(one.fault) for one in done.values())
                print(f"{len(done):,} of {cases:,}, {failed} failed, {told - start:.0f} s", file=sys.stderr, flush=True)
    if not any(verdict.fault for verdict in done.values()):
        log.unlink()
    return done


def before(log: Path, cases: int) -> Judged:
    """Return what a run that was broken off has already judged well."""
    if not log.exists():
        return {}
    told = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    found = {one.pop("number"): Verdict(**one) for one in told}
    return {number: verdict for number, verdict in found.items() if number < cases and not verdict.fault}


def described(number: int, seed: int) -> str:
    """Return which file a case was made of, how, and how to see it again."""
    made = case(seeds(), number, seed)
    again = f"python -m tests.fuzz --seed {seed} --case {number}"
    return f"{number}: {made.name}, {made.how}, {len(made.content):,} bytes ({again})"


def table(done: Judged) -> str:
    """Return a line for each kind of file and one for all: cases, outcomes, slowest, most memory."""
    files = seeds()
    kinds: dict[str, list[Verdict]] = defaultdict(list)
    for number, verdict in done.items():
        kinds[files[number % len(files)][0].rpartition(".")[2]].append(verdict)
        kinds["all"].append(verdict)
    head = f"{'Kind':6}{'Cases':>8}{'Read':>8}{'Asked':>8}{'Refused':>9}{'Failed':>8}{'Slowest':>10}{'Most memory':>13}"
    return "\n".join((head, *(line(kind, kinds[kind]) for kind in sorted(kinds, key=lambda one: (one == "all", one)))))


def line(kind: str, verdicts: list[Verdict]) -> str:
    """Return the table's line on some cases."""
    counts = Counter(verdict.outcome for verdict in verdicts)
    failed = sum(bool(verdict.fault) for verdict in verdicts)
    slowest, most = max(one.seconds for one in verdicts), max(one.megabytes for one in verdicts)
    shown = f"{counts['read']:>8,}{counts['asked']:>8,}{counts['refused']:>9,}{failed:>8,}"
    return f"{kind:6}{len(verdicts):>8,}{shown}{slowest:>8.2f} s{most:>10.0f} MB"


if __name__ == "__main__":
    sys.exit(main())
