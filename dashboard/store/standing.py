"""Which pipeline numbers stand on the desk, and which file of which kind gave each?"""

import json
from collections.abc import Sequence

import numpy as np
import pandas as pd
from pandas import DataFrame, Series
from sqlalchemy import Connection, Engine, select

from dashboard.model.problems import DeskFile
from dashboard.model.tables import PIPELINE_VALUES, PLACES
from dashboard.store.engine import reading
from dashboard.store.frames import fetch
from dashboard.store.plan import FEW_REPS
from dashboard.store.schema import PIPELINE, import_files
from dashboard.store.versions import filled, known_weeks

Kind = tuple[int, str | None, str | None]
"""An import's number, the number of a row's file in it, and the places of its values that stand elsewhere."""
Known = dict[tuple[int, str, str], DeskFile]
_KEYS, _MARKS = list(PIPELINE.keys), ["import_seq", "file_no", PLACES]
_NOBODY = DeskFile("", None, None, ())


def standing(engine: Engine, rep_ids: Sequence[str], weeks: Sequence[str]) -> tuple[DataFrame, tuple[DeskFile, ...]]:
    """Return the numbers of these reps in these weeks (ISO Mondays) as they count now, and the files they are of.

    One row per rep, week, currency and `field`, with the `value` and its `origin`, the place of its file among the
    files. Of more than 500 reps those of everybody come.
    """
    with reading(engine) as connection:
        common = sorted(set(weeks) & set(known_weeks(connection, PIPELINE)))
        if not common:
            return DataFrame(columns=[*_KEYS, "field", "value", "origin"]), ()
        rows = _versions(connection, rep_ids, common)
        known = _files(connection, rows["import_seq"].unique().tolist())
    marks = rows.groupby(_MARKS, dropna=False, sort=False).ngroup().to_numpy()
    first = rows.loc[~Series(marks).duplicated().to_numpy(), _MARKS].astype(object)
    kinds = list(first.where(first.notna(), None).itertuples(index=False, name=None))
    files: dict[DeskFile, int] = {}
    told = [_newest(rows, marks, kinds, name, known, files) for name in PIPELINE_VALUES if name in rows]
    return pd.concat(told, ignore_index=True), tuple(files)


def _versions(connection: Connection, rep_ids: Sequence[str], weeks: Sequence[str]) -> DataFrame:
    """Return every live row of the reps and weeks, the newest import last."""
    table = PIPELINE.table
    names = (*_KEYS, "import_seq", "file_no", PLACES, *filled(connection, PIPELINE))
    chosen = [table.c.rep_id.in_(rep_ids)] if len(rep_ids) <= FEW_REPS else []
    query = select(*(table.c[name] for name in names)).where(table.c.live == 1, table.c.week.in_(weeks), *chosen)
    return fetch(connection, query.order_by(table.c.import_seq), PIPELINE)


def _files(connection: Connection, imports: Sequence[int]) -> Known:
    """Return the files of these imports by import and number, and by import, name and sheet."""
    query = select(import_files).where(import_files.c.import_seq.in_(imports))
    known: Known = {}
    for row in connection.execute(query).mappings():
        file = DeskFile(row["name"], row["sheet"], row["shape"], tuple(row["columns"] or ()))
        known[row["import_seq"], str(row["file_no"]), ""] = file
        known[row["import_seq"], row["name"], row["sheet"] or ""] = file
    return known


def _newest(
    rows: DataFrame, marks: np.ndarray, kinds: Sequence[Kind], field: str, known: Known, files: dict[DeskFile, int]
) -> DataFrame:
    """Return the value that counts per rep, week and currency, with the number of its file; new files get one."""
    said = rows[[*_KEYS, field]].assign(mark=marks).dropna(subset=field).drop_duplicates(_KEYS, keep="last")
    found = {mark: _file(kinds[mark], field, known) for mark in said["mark"].unique().tolist()}
    origins = {mark: files.setdefault(file, len(files)) for mark, file in found.items()}
    return said[_KEYS].assign(field=field, value=said[field], origin=said["mark"].map(origins).astype("int64"))


def _file(kind: Kind, field: str, known: Known) -> DeskFile:
    """Return the file a value stands in: its row's, or the one its place names."""
    seq, number, places = kind
    _, *other = json.loads(places).get(field, [0]) if places else [0]
    if other:
        return known.get((seq, other[0], other[1] or ""), _NOBODY)
    return known.get((seq, str(number), ""), _NOBODY)
