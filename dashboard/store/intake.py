"""How do the rows of a new import get into the ledgers, each with the file, sheet and row it came from?"""

from collections.abc import Mapping

import pandas as pd
from pandas import DataFrame
from sqlalchemy import Connection, insert

from dashboard.model.tables import PLACES
from dashboard.store.batch import Batch, Content, weeks_in
from dashboard.store.frames import insert_rows
from dashboard.store.plan import Comparison
from dashboard.store.schema import (
    DATED,
    LEDGERS,
    Ledger,
    aliases,
    import_columns,
    import_files,
    import_weeks,
    spellings,
    strands,
)
from dashboard.store.versions import cover, project

PLACE = ["file", "sheet"]


def write_content(
    connection: Connection, batch: Batch, new: Content, compared: dict[str, Comparison], seq: int
) -> None:
    """Write everything the batch says under the import's number, and bring the derived tables up to date."""
    places = _write_files(connection, batch, new, seq)
    for ledger in LEDGERS:
        rows = new.rows[ledger.name]
        if rows.empty:
            continue
        _write_ledger(connection, ledger, _with_origin(rows, places) if ledger.day else rows, seq)
        if compared[ledger.name].known.any():
            cover(connection, ledger, seq)
    _write_spellings(connection, new.spelled, places, seq)
    _write_strands(connection, new.strands, places, seq)
    insert_rows(connection, aliases, DataFrame(new.aliases, columns=["rep_id", "alias"]).assign(import_seq=seq))
    project(connection, seq)


def _write_ledger(connection: Connection, ledger: Ledger, rows: DataFrame, seq: int) -> None:
    said = [name for name in ledger.fields if rows[name].notna().any()]
    blank = [name for name in (*ledger.fields, PLACES) if name in rows and not rows[name].notna().any()]
    insert_rows(connection, ledger.table, rows.drop(columns=blank).assign(import_seq=seq, live=1))
    if ledger.day:
        about = {"import_seq": seq, "ledger": ledger.name}
        connection.execute(insert(import_weeks), [{**about, "week": week} for week in weeks_in(rows, ledger)])
        connection.execute(insert(import_columns), [{**about, "column_name": name} for name in said])


def _write_files(connection: Connection, batch: Batch, new: Content, seq: int) -> DataFrame:
    """Write one line per file and sheet, and return their numbers: file, sheet, file_no."""
    told = [column.name for column in import_files.columns if column.name not in ("import_seq", "file_no")]
    files = [{name: getattr(report, name) for name in told} for report in batch.files]
    reported = DataFrame({"file": [each["name"] for each in files], "sheet": [each["sheet"] for each in files]})
    used = pd.concat([reported.astype("str"), *(new.rows[ledger.name][PLACE] for ledger in DATED)])
    places = used.dropna(subset="file").drop_duplicates(ignore_index=True)
    places["file_no"] = range(1, len(places) + 1)
    numbers = {(file, _sheet(sheet)): number for file, sheet, number in places.itertuples(index=False)}
    known = {(each["name"], _sheet(each["sheet"])): each for each in files}
    lines = [
        {**dict.fromkeys(told), **known.get(place, {}), "name": place[0], "sheet": place[1], "file_no": number}
        for place, number in numbers.items()
    ]
    if lines:
        connection.execute(insert(import_files), [{**line, "import_seq": seq} for line in lines])
    return places


def _write_spellings(connection: Connection, spelled: DataFrame, places: DataFrame, seq: int) -> None:
    """Write how reps are written in the rows where that is not the name; a row spelled twice counts once."""
    if not spelled.empty:
        texts = spelled.astype({"file": "str", "sheet": "str", "spelling": "str"})
        lines = _with_origin(texts, places).dropna(subset="file_no").drop_duplicates(["file_no", "row_no"])
        told = lines[["file_no", "row_no", "spelling"]].astype({"file_no": "int64", "row_no": "int64"})
        insert_rows(connection, spellings, told.assign(import_seq=seq))


def _write_strands(connection: Connection, told: Mapping[str, DataFrame], places: DataFrame, seq: int) -> None:
    """Write what rows said before those of several spellings became one."""
    for name, rows in told.items():
        days = {day: rows[day].dt.strftime("%Y-%m-%d") for day in ("date", "week") if day in rows}
        plain = _with_origin(rows.assign(**days), places).astype(object)
        records = plain.where(plain.notna(), None).to_dict("records")
        where = ("rep_id", "file_no", "row_no")
        lines = [
            {name: record[name] for name in where}
            | {"said": {key: value for key, value in record.items() if key not in where}}
            for record in records
        ]
        numbered = [{**line, "import_seq": seq, "table_name": name, "strand_no": at} for at, line in enumerate(lines)]
        if numbered:
            connection.execute(insert(strands), numbered)


def _sheet(sheet: object) -> str | None:
    return sheet if isinstance(sheet, str) else None


def _with_origin(rows: DataFrame, places: DataFrame) -> DataFrame:
    numbered = rows.merge(places, on=PLACE, how="left").rename(columns={"row": "row_no"})
    return numbered.drop(columns=PLACE)
