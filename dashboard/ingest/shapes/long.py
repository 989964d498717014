"""One row per rep, week and pillar: the pillar's name in one column, its points in another."""

import numpy as np
import pandas as pd

from dashboard.ingest import numbers, scores
from dashboard.ingest.cells import blank
from dashboard.ingest.columnwise import each, values_of
from dashboard.ingest.days import read_days
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import text_of
from dashboard.ingest.headers import component_of
from dashboard.ingest.scores import Column
from dashboard.ingest.shapes.shape import Shape
from dashboard.ingest.table import Table
from dashboard.ingest.who import read_facts, read_who
from dashboard.model.tables import SCORES

_TOTAL = ("reported_total",)


def fits(fields: frozenset[str]) -> bool:
    """Say whether columns are enough: a component, its points, and somebody or a day.

    >>> fits(frozenset({"name", "component", "points"})), fits(frozenset({"name", "points"}))
    (True, False)
    """
    return {"component", "points"} <= fields and bool(fields & {"name", "first_name", "last_name", "email", "date"})


def read(table: Table, findings: Findings) -> pd.DataFrame:
    """Return one line per row, with the points in the column of their pillar (or of the total)."""
    rows = read_who(table, findings)
    rows["date"] = read_days(table, findings)
    fields = each(table.cells["component"], lambda cell: component_of(text_of(cell)), None)
    findings.flag("unknown_component", table.headings["component"], fields.isna(), table.cells["component"])
    rows = rows.assign(**points_of(rows, table, fields, findings))
    missing = blank(table.cells["points"]) & fields.isin(SCORES)
    findings.flag("missing_score", table.headings["points"], missing, table.cells["points"])
    return rows.assign(**read_facts(table, findings), currency="", component=fields)[fields.notna()]


def points_of(rows: pd.DataFrame, table: Table, fields: pd.Series, findings: Findings) -> dict[str, pd.Series]:
    """Return the points of each row in the column of its pillar, or of the total."""
    apart = _against_total(rows, table.cells["points"], fields)
    found = (_points(table, fields, kind, apart, findings) for kind in (SCORES, _TOTAL))
    return {field: points for one in found for field, points in one.items()}


def _against_total(rows: pd.DataFrame, cells: pd.Series, fields: pd.Series) -> str:
    """Return a doubt if the four pillars of a rep and day add up to the total only on another scale."""
    if not fields.eq(_TOTAL[0]).any():
        return ""
    points = pd.DataFrame({"who": rows["name"] + "\n" + rows["email"], "date": rows["date"], "field": fields})
    read = numbers.scores(cells)
    points["points"] = values_of(read).where(read.out_of.isna())
    once = points.dropna().drop_duplicates(["who", "date", "field"])
    wide = once.pivot_table(index=["who", "date"], columns="field", values="points").reindex(columns=[*SCORES, *_TOTAL])
    return scores.doubt_of_scale(wide[list(SCORES)].sum(axis=1, min_count=len(SCORES)), wide[_TOTAL[0]])


def _points(
    table: Table, fields: pd.Series, wanted: tuple[str, ...], apart: str, findings: Findings
) -> dict[str, pd.Series]:
    """Return the points of the rows about these fields, each in a column of its own."""
    about = fields.isin(wanted)
    if not about.any():
        return {}
    column = Column(wanted[0], table.heading("points"), table.cells["points"][about], shared=wanted == _TOTAL)
    points = scores.read_scores([column], findings, apart if wanted == SCORES else "").points[wanted[0]]
    spread = points.reindex(table.rows).to_numpy()
    codes, different = pd.factorize(fields)
    places = {field: place for place, field in enumerate(different)}
    own = {field: codes == places.get(field, len(different)) for field in wanted}
    return {field: pd.Series(np.where(own[field], spread, np.nan), index=table.rows) for field in wanted}


SHAPE = Shape("long", fits, read, long=True)
