"""One row per number of one rep's page: own scores, and those of the industry and network, told apart by section."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from dashboard.ingest import percents, scores
from dashboard.ingest.cells import blank
from dashboard.ingest.columnwise import each, values_of
from dashboard.ingest.days import read_days
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import text_of
from dashboard.ingest.headers import component_of
from dashboard.ingest.headings import read_heading, vocabulary
from dashboard.ingest.scores import Column
from dashboard.ingest.shapes.shape import Shape
from dashboard.ingest.table import Table
from dashboard.ingest.who import NAMES, of_one, read_facts, read_who
from dashboard.model.tables import AVERAGES, SCORES

_SECTIONS = {
    "industry": vocabulary("industry industrie branche branchen secteur sector setor"),
    "network": vocabulary("network netzwerk reseau red rede"),
    "team": vocabulary("team group groups gruppe equipe equipo"),
    "own": vocabulary("own you your me my self member personal profile eigene eigener ich sie vous moi propio tu voce"),
}
_RANK = vocabulary("rank ranking rang top percentile classement clasificacion posicion posicao")

_VALUES = ("points", "points_written")
"""Where a number may stand: as such, else as it was read ("18,4 / 25", "Top 9 %")."""


def fits(fields: frozenset[str]) -> bool:
    """Say whether columns are enough: a section, which number it is, and the number.

    >>> fits(frozenset({"section", "component", "points"})), fits(frozenset({"component", "points"}))
    (True, False)
    """
    return {"section", "component"} <= fields and bool(fields & set(_VALUES))


def read(table: Table, findings: Findings) -> pd.DataFrame:
    """Return one line per row, with its number in the column of its section and measure."""
    rows = (read_who if NAMES & set(table.cells) else of_one)(table, findings)
    rows["date"] = read_days(table, findings)
    rows = rows.assign(**read_facts(table, findings), currency="")
    sections = each(table.cells["section"], lambda cell: section_of(text_of(cell)), "")
    strange = (sections == "") & ~blank(table.cells["section"])
    findings.flag("unknown_component", table.headings["section"], strange, table.cells["section"])
    fields = each(table.cells["component"], lambda cell: _measure(text_of(cell)), "")
    known = (fields != "") | ~sections.isin(["own", "industry", "network"])
    findings.flag("unknown_component", table.headings["component"], ~known, table.cells["component"])
    meant = fields.where(sections == "own", sections + "_" + fields)
    for own in (SCORES, ("reported_total",), AVERAGES):
        rows = rows.assign(**_scores(table, meant, own, findings))
    for group in ("industry", "network"):
        rows[f"{group}_top_percent"] = _ranks(table, sections == group, fields, findings)
    return rows


def section_of(text: str) -> str:
    """Return "own", "industry", "network" or "team" for the name of a section, "" if it is none of them.

    >>> section_of("People in your industry"), section_of("You"), section_of("NETWORK"), section_of("Weather")
    ('industry', 'own', 'network', '')
    """
    words = set(read_heading(text).words)
    return next((section for section, known in _SECTIONS.items() if words & known), "")


def _measure(text: str) -> str:
    """Return which number a row holds: a pillar, the total or a rank, whatever group its name repeats."""
    words = read_heading(text).words
    if set(words) & _RANK:
        return "rank"
    return component_of(text) or component_of(" ".join(_bare(words))) or ""


def _bare(words: tuple[str, ...]) -> list[str]:
    """Return words without those of a group or an average."""
    groups = frozenset().union(*_SECTIONS.values(), ("average", "avg", "in", "of", "people", "durchschnitt"))
    return [word for word in words if word not in groups]


def _scores(table: Table, meant: pd.Series, wanted: tuple[str, ...], findings: Findings) -> dict[str, pd.Series]:
    """Return the points of the rows about these fields, each in a column of its own."""
    points = pd.Series(np.nan, index=table.rows)
    for name, about in _standing(table, meant.isin(wanted)):
        column = Column(wanted[0], table.heading(name), table.cells[name][about], shared=wanted != SCORES)
        points = points.fillna(scores.read_scores([column], findings).points[wanted[0]].reindex(table.rows))
    return {field: points.where((meant == field).to_numpy(), np.nan) for field in wanted if (meant == field).any()}


def _standing(table: Table, about: pd.Series) -> Iterator[tuple[str, pd.Series]]:
    """Yield the columns in which the values of some rows stand, with those rows: as written only where it is blank."""
    for name in _VALUES:
        if name in table.cells and about.any():
            yield name, about
            about = about & blank(table.cells[name])


def _ranks(table: Table, section: pd.Series, fields: pd.Series, findings: Findings) -> pd.Series:
    """Return the ranks of a section: in rows of their own, or in a column beside its other numbers."""
    ranks = pd.Series(np.nan, index=table.rows)
    beside = [("rank", section)] if "rank" in table.cells and section.any() else []
    for name, about in (*_standing(table, section & (fields == "rank")), *beside):
        cells = table.cells[name][about]
        read = percents.top_percent(cells)
        wrong = (read.bad | ~values_of(read).between(0, 100)) & ~blank(cells)
        findings.flag("unreadable_number", table.headings[name], wrong, cells)
        ranks = ranks.fillna(values_of(read).mask(wrong).reindex(table.rows))
    return ranks


def fits_page(fields: frozenset[str]) -> bool:
    """Say whether columns are those of LinkedIn's own page: its ranks stand beside the other numbers."""
    return fits(fields) and "rank" in fields


PAGE = Shape("ssi_page", fits_page, read, long=True)
SHAPE = Shape("metrics", fits, read, long=True)
