"""Where does each number of a rep's week come from: which file, sheet and row, imported when and by whom?"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pandas import DataFrame
from sqlalchemy import Connection, Engine, RowMapping, select

from dashboard.model.tables import PLACES, SCORES
from dashboard.model.weeks import monday
from dashboard.store.attainment import SHARE, overtaken, settled
from dashboard.store.batch import newest
from dashboard.store.engine import reading
from dashboard.store.schema import ACTIVITY, PIPELINE, READINGS, Ledger, import_files, imports


@dataclass(frozen=True)
class Origin:
    """One number as it counts now and where it stands; `source` is one of SOURCES, for scores only.

    `currency` is "" for what is no money. File, sheet and row are None where an import had none.
    """

    field: str
    value: float
    day: date
    source: str | None
    currency: str
    file: str | None
    sheet: str | None
    row: int | None
    import_id: str
    at: datetime
    who: str


def origins(engine: Engine, rep_id: str, week: date, *, pipeline_week: date | None = None) -> list[Origin]:
    """Return the numbers of a rep's week with their origin: scores, pipeline (of another week if said), activity.

    Of several days the latest that says a score counts, and of several imports the newest that has the value.
    """
    with reading(engine) as connection:
        scores = _latest(_versions(connection, READINGS, rep_id, week))
        money = _versions(connection, PIPELINE, rep_id, pipeline_week or week)
        counts = _versions(connection, ACTIVITY, rep_id, week)
    return [
        *_newest(scores, READINGS),
        *(one for currency in sorted({row["currency"] for row in money}) for one in _of(money, currency)),
        *_newest(counts, ACTIVITY),
    ]


def _versions(connection: Connection, ledger: Ledger, rep_id: str, week: date) -> Sequence[RowMapping]:
    """Return every live row of the rep and week, the newest import first, with its file and import."""
    table, day = ledger.table, ledger.table.c[ledger.day]
    same = (import_files.c.import_seq == table.c.import_seq) & (import_files.c.file_no == table.c.file_no)
    first = monday(week)
    query = (
        select(table, import_files.c.name.label("file"), import_files.c.sheet, imports.c.import_id, imports.c.at)
        .add_columns(imports.c.who)
        .select_from(table.join(imports, imports.c.seq == table.c.import_seq).outerjoin(import_files, same))
        .where(table.c.live == 1, table.c.rep_id == rep_id)
        .where(day.between(first.isoformat(), (first + timedelta(days=6)).isoformat()))
        .order_by(table.c.import_seq.desc())
    )
    return connection.execute(query).mappings().all()


def _latest(rows: Sequence[RowMapping]) -> Sequence[RowMapping]:
    """Return the rows of the day that counts: the latest with a score, else the latest."""
    scored = [row["date"] for row in rows if any(row[name] is not None for name in (*SCORES, "reported_total"))]
    day = max(scored or [row["date"] for row in rows], default=None)
    return [row for row in rows if row["date"] == day]


def _of(rows: Sequence[RowMapping], currency: str) -> list[Origin]:
    own = [row for row in rows if row["currency"] == currency]
    versions = DataFrame([{name: row[name] for name in PIPELINE.numbers} for row in reversed(own)], dtype="float64")
    share = settled(newest(overtaken(versions.assign(key=currency), ["key"]), ["key"], list(PIPELINE.numbers)))[SHARE]
    return [one for one in _newest(own, PIPELINE) if one.field != SHARE or share.notna().all()]


def _newest(rows: Sequence[RowMapping], ledger: Ledger) -> list[Origin]:
    """Return the newest value of each column that has one."""
    found = ((name, next((row for row in rows if row[name] is not None), None)) for name in ledger.numbers)
    return [_origin(row, name, ledger) for name, row in found if row is not None]


def _origin(row: Mapping[str, object], field: str, ledger: Ledger) -> Origin:
    lines, *other = json.loads(str(row[PLACES] or "{}")).get(field, [0])
    file, sheet = other or (row["file"], row["sheet"])
    return Origin(
        field=field,
        value=float(str(row[field])),
        day=date.fromisoformat(str(row[ledger.day])),
        source=_text(row.get("source")),
        currency=str(row.get("currency") or ""),
        file=_text(file),
        sheet=_text(sheet),
        row=int(str(row["row_no"])) + lines if row["row_no"] is not None else None,
        import_id=str(row["import_id"]),
        at=datetime.fromisoformat(str(row["at"])),
        who=str(row["who"]),
    )


def _text(value: object) -> str | None:
    return str(value) if value is not None else None
