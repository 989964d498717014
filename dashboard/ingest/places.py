"""Where does each value of a merged row stand, if not in the row's own line of its own file?"""

import json
from collections.abc import Sequence

import numpy as np
import pandas as pd

from dashboard.ingest.findings import Findings
from dashboard.ingest.merge import Merged


def places(merged: Merged, rows: pd.DataFrame, findings: Sequence[Findings]) -> pd.Series | None:
    """Return per merged row, as JSON, the values that stand elsewhere: by field how many lines below, and which file.

    None where every value of a row stands in its line, as in files with one row per rep and week.
    """
    elsewhere = {name: _away(merged, rows, giver) for name, giver in merged.givers.items()}
    elsewhere = {name: away for name, away in elsewhere.items() if (away[2]).any()}
    if not elsewhere:
        return None
    codes = np.zeros(len(merged.rows), dtype=np.int64)
    for lines, parts, away in elsewhere.values():
        own, different = pd.factorize(np.where(away, (lines + 10_000_000) * 1_000 + parts, -1))
        codes, _ = pd.factorize(codes * (len(different) + 1) + own)
    first = np.flatnonzero(~pd.Series(codes).duplicated().to_numpy())
    own_parts = merged.rows["part"].to_numpy()
    texts = [
        _written(
            {name: (int(lines[at]), int(parts[at])) for name, (lines, parts, away) in elsewhere.items() if away[at]},
            int(own_parts[at]),
            findings,
        )
        for at in first.tolist()
    ]
    return pd.Series(pd.array(texts, dtype="str").take(codes))


def _away(merged: Merged, rows: pd.DataFrame, giver: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return of a column how many lines below its row each value stands, in which file, and whether it is elsewhere."""
    own_rows, own_parts = (merged.rows[name].to_numpy(dtype=np.int64) for name in ("row", "part"))
    given = giver >= 0
    lines = np.where(given, rows["row"].to_numpy(dtype=np.int64)[giver] - own_rows, 0)
    parts = np.where(given, rows["part"].to_numpy(dtype=np.int64)[giver], own_parts)
    return lines, parts, (lines != 0) | (parts != own_parts)


def _written(found: dict[str, tuple[int, int]], own: int, findings: Sequence[Findings]) -> str | None:
    """Return the places of a row's values as JSON, None if all stand in its line."""
    if not found:
        return None
    said = {
        name: [lines] if part == own else [lines, findings[part].file, findings[part].sheet]
        for name, (lines, part) in found.items()
    }
    return json.dumps(said, ensure_ascii=False)
