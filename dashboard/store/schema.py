"""Which tables does the store have?

Nothing is overwritten: each row of a ledger belongs to an import, `live` says whether it still has a say (its import
is not taken back and no single newer row of the same key says everything it says). `live` and `reps` are derived and
kept right inside the same transaction; everything else is what was read. Days are ISO text: it sorts, compares and
reads the same in every database, and converts faster than dates do.
"""

from dataclasses import dataclass
from functools import partial

from sqlalchemy import JSON, Column, Double, ForeignKey, Index, Integer, MetaData, SmallInteger, String, Table

from dashboard.model import tables

SCHEMA_VERSION = 6
"""Grows with every change of the tables; store/upgrade.py has the step from each version to the next."""

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("schema_version", Integer, primary_key=True, autoincrement=False),
    Column("revision", Integer, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", JSON, nullable=False),
    Column("saved_at", String(32), nullable=False),
)

layouts = Table(
    "layouts",
    metadata,
    Column("layout", String(64), primary_key=True),
    Column("answers", JSON, nullable=False),
    Column("file", String, nullable=False),
    Column("saved_at", String(32), nullable=False),
)
"""What was answered about files of one layout; `file` is the last of them."""

imports = Table(
    "imports",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("import_id", String(24), nullable=False, unique=True),
    Column("at", String(32), nullable=False),
    Column("who", String, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("problem_count", Integer, nullable=False),
    Column("problems", JSON, nullable=False),
    Column("undone_at", String(32)),
)

_key = partial(Column, primary_key=True)


def _import_key() -> Column[int]:
    return _key("import_seq", ForeignKey(imports.c.seq), autoincrement=False)


import_files = Table(
    "import_files",
    metadata,
    _import_key(),
    _key("file_no", Integer, autoincrement=False),
    Column("name", String, nullable=False),
    Column("sheet", String),
    Column("format", String),
    Column("encoding", String),
    Column("header_row", Integer),
    Column("shape", String),
    Column("columns", JSON),
    Column("rows_read", Integer),
    Column("rows_used", Integer),
    Column("sha256", String(64)),
)

import_weeks = Table(
    "import_weeks",
    metadata,
    _import_key(),
    _key("ledger", String(16)),
    _key("week", String(10)),
)
"""Of which weeks an import speaks: a handful of rows that spare a look at all the others."""

import_columns = Table(
    "import_columns",
    metadata,
    _import_key(),
    _key("ledger", String(16)),
    _key("column_name", String(32)),
)
"""Which columns an import filled: a column no import ever filled need not be read 500,000 times."""

aliases = Table("aliases", metadata, _import_key(), _key("rep_id", String), _key("alias", String))

spellings = Table(
    "spellings",
    metadata,
    _import_key(),
    _key("file_no", Integer, autoincrement=False),
    _key("row_no", Integer, autoincrement=False),
    Column("spelling", String, nullable=False),
    sqlite_with_rowid=False,
)
"""How the rep is written in a row of a file, where that is not the name: what came under it can be parted again."""

strands = Table(
    "strands",
    metadata,
    _import_key(),
    _key("table_name", String(16)),
    _key("strand_no", Integer, autoincrement=False),
    Column("rep_id", String, nullable=False, index=True),
    Column("file_no", Integer),
    Column("row_no", Integer),
    Column("said", JSON, nullable=False),
    sqlite_with_rowid=False,
)
"""What rows said before those of one rep under several spellings became one row: parted, each has its own again."""

moves = Table(
    "moves",
    metadata,
    _import_key(),
    _key("table_name", String(16)),
    Column("before", JSON, nullable=False),
    Column("after", JSON, nullable=False),
)
"""Which rows of a table joining or parting people replaced, and by which: taken back, the former stand again."""

reps = Table(
    "reps",
    metadata,
    _key("rep_id", String),
    *(Column(name, String, nullable=name != "name") for name in tables.REPS[1:]),
    Index("reps_by_team", "team", "role"),
    Index("reps_by_role", "role"),
)
"""What is known of each rep now: the newest value of every live fact. Derived from `rep_facts`."""


@dataclass(frozen=True)
class Ledger:
    """A table of versions: the columns that name a row, those that carry its values, and the key that is a day."""

    table: Table
    keys: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    day: str = ""

    @property
    def name(self) -> str:
        """The table's name."""
        return self.table.name

    @property
    def fields(self) -> tuple[str, ...]:
        """All columns of which the newest value wins."""
        return self.numbers + self.texts


def _ledger(
    name: str,
    keys: tuple[str, ...],
    numbers: tuple[str, ...] = (),
    texts: tuple[str, ...] = (),
    day: str = "",
) -> Ledger:
    # The rows lie in the order of the key, live ones together, so that one rep's history is one stretch of the file.
    table = Table(
        name,
        metadata,
        _key("live", SmallInteger, autoincrement=False),
        *(_key(key, String(10) if key == day else String) for key in keys),
        _import_key(),
        *(Column(number, Double) for number in numbers),
        *(Column(text, String) for text in texts),
        *((Column("file_no", Integer), Column("row_no", Integer), Column(tables.PLACES, String)) if day else ()),
        Index(f"{name}_by_import", "import_seq"),
        sqlite_with_rowid=False,
    )
    return Ledger(table, keys, numbers, texts, day)


READINGS = _ledger("readings", ("rep_id", "date"), tables.READING_VALUES, ("source",), day="date")
PIPELINE = _ledger("pipeline", ("rep_id", "week", "currency"), tables.PIPELINE_VALUES, day="week")
ACTIVITY = _ledger("activity", ("rep_id", "week"), tables.ACTIVITY_VALUES, day="week")
FACTS = _ledger("rep_facts", ("rep_id",), texts=tables.REPS[1:])

DATED: tuple[Ledger, ...] = (READINGS, PIPELINE, ACTIVITY)
LEDGERS: tuple[Ledger, ...] = (*DATED, FACTS)
