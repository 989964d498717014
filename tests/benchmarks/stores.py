"""How does a benchmark get a store with as many reps and weeks as it wants?"""

from datetime import date, datetime
from pathlib import Path

from dashboard.sample.team import sample_batch
from dashboard.store.engine import open_store
from dashboard.store.imports import commit

WEEK = date(2026, 11, 16)
AT = datetime(2026, 11, 22, 9)


def stored(folder: Path, reps: int, weeks: int) -> str:
    """Return the address of a new store with an invented team of that size."""
    url = f"sqlite:///{(folder / f'{reps}x{weeks}.sqlite').as_posix()}"
    commit(open_store(url), sample_batch(reps=reps, weeks=weeks, last_week=WEEK), who="benchmark", at=AT)
    return url
