"""One row per rep and pillar and a column per week: the weeks are put below each other, then it is a long table."""

from dataclasses import replace

import numpy as np
import pandas as pd

from dashboard.ingest.cells import blank
from dashboard.ingest.columnwise import each
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import text_of
from dashboard.ingest.headers import component_of
from dashboard.ingest.refusals import refuse
from dashboard.ingest.shapes import long, wide_weeks
from dashboard.ingest.shapes.shape import Shape
from dashboard.ingest.table import Table
from dashboard.ingest.week_cells import Melted, WeekFindings, melt
from dashboard.ingest.who import NAMES, of_one, read_facts, read_who
from dashboard.model.tables import SCORES


def read(table: Table, findings: Findings) -> pd.DataFrame:
    """Return one line per rep, pillar and week; who has nothing in any week has a line without a day."""
    fields = each(table.cells["component"], lambda cell: component_of(text_of(cell)), None)
    findings.flag("unknown_component", table.headings["component"], fields.isna(), table.cells["component"])
    rows = (read_who if NAMES & set(table.cells) else _of_one)(table, findings)
    rows = rows.assign(**read_facts(table, findings), currency="", component=fields)
    days = wide_weeks.week_days(table, findings)
    pairs = [(week, day) for week, day in zip(table.weeks, days, strict=True) if day]
    idle = rows.assign(date=pd.Series(np.datetime64("NaT", "us"), index=table.rows))
    if not pairs:
        return idle
    melted = melt(table, [week for week, _ in pairs], [day for _, day in pairs])
    lines = _scored(rows, melted, findings)
    missing = ~idle["who"].isin(lines["who"]) & ~idle["who"].duplicated()
    findings.flag("no_scores", None, missing, rows["name"].where(rows["name"] != "", rows["email"]))
    return pd.concat([lines, idle[missing]])


def _scored(rows: pd.DataFrame, melted: Melted, findings: Findings) -> pd.DataFrame:
    """Return the lines in which a score stands, each with its points in the column of its pillar."""
    told = WeekFindings.of(findings, melted)
    days = np.repeat(np.array(melted.days, dtype="datetime64[us]"), len(rows))
    lines = rows.iloc[np.tile(np.arange(len(rows)), len(melted.days))].set_axis(melted.table.rows).assign(date=days)
    table = replace(melted.table, cells={**melted.table.cells, "component": lines["component"]})
    lines = lines.assign(**long.points_of(lines, table, lines["component"], told))
    filled = ~blank(table.cells["points"])
    _tell_missing(lines, filled, table, told)
    kept = lines[(filled & lines["component"].notna()).to_numpy()]
    return kept.set_axis(kept.index.to_numpy() % melted.base)


def _tell_missing(lines: pd.DataFrame, filled: pd.Series, table: Table, told: WeekFindings) -> None:
    """Report each blank pillar of a rep and week that has other scores."""
    keys = lines["who"].to_numpy() * 100_000 + lines["date"].to_numpy().astype("datetime64[D]").astype(np.int64)
    scored = np.isin(keys, keys[(filled & lines["component"].notna()).to_numpy()])
    missing = ~filled & scored & lines["component"].isin(SCORES)
    told.flag("missing_score", table.headings["points"], missing, table.cells["points"])


def _of_one(table: Table, findings: Findings) -> pd.DataFrame:
    """Return the rep of a file that names nobody, as answered; FileRefused if a pillar stands there twice."""
    if table.cells["component"].duplicated().any():
        raise refuse(table.file, "no_name_column", "its pillars stand there several times and no row names a rep")
    return of_one(table, findings)


SHAPE = Shape(wide_weeks.SHAPE.name, wide_weeks.fits, read)
