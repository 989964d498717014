"""What did rows of one rep under several spellings say before they became one? Kept, so that they can be parted."""

import numpy as np
import pandas as pd

from dashboard.ingest.merge import Merged, merge


def strands(rows: pd.DataFrame, keys: np.ndarray, fields: list[str], days: np.ndarray) -> tuple[Merged, pd.DataFrame]:
    """Return a row per key and spelling, of keys whose rows of several spellings have `fields`, and these rows."""
    has = rows[fields].notna().to_numpy(dtype=bool).any(axis=1) if fields else np.zeros(len(rows), dtype=bool)
    places = np.flatnonzero(has)
    codes, different = pd.factorize(keys[places])
    if len(different) == len(places):
        codes, places = codes[:0], places[:0]
    written, spellings = pd.factorize(_written(rows.iloc[places]))
    first = np.empty(len(different), dtype=np.int64)
    first[codes[::-1]] = written[::-1]
    several = np.unique(codes[written != first[codes]])
    chosen = np.isin(codes, several)
    own = rows.iloc[places[chosen]]
    return merge(own, codes[chosen] * len(spellings) + written[chosen], fields, days[places[chosen]]), own


def _written(rows: pd.DataFrame) -> np.ndarray:
    """Return how the rep is written in each row: by name, else by e-mail."""
    names, mails = (rows[field].to_numpy(dtype=object) for field in ("name", "email"))
    return np.where(names == "", mails, names)
