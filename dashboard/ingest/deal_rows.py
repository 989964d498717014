"""Which rows of a list are deals that count: each once, and of the pipeline that is meant?"""

import numpy as np
import pandas as pd

from dashboard.ingest.cells import blank, is_blank
from dashboard.ingest.columnwise import each
from dashboard.ingest.findings import MOST_OF_A_KIND, Deals, Findings
from dashboard.ingest.grid import text_of
from dashboard.ingest.headings import one_line
from dashboard.ingest.table import Table
from dashboard.model.problems import LeftOut

ALL = "all"
_OF_A_DEAL = ("deal_stage", "deal_status", "deal_closed", "deal_won", "deal_close_date", "deal_closed_on")
_OF_A_DEAL = (*_OF_A_DEAL, "deal_id", "deal_title")
"""Those with few different cells first: the others are looked at where these are blank alone."""
_NOT_TOLD = frozenset(("deal_id", "deal_created_on", "deal_title", "deal_owner_id"))


def deals_of(table: Table) -> Deals:
    """Return what gives the ids and the names of the deals, by which another list is known to have the same ones."""
    cells = {field: table.cells[field] for field in ("deal_id", "deal_title") if field in table.cells}

    def written() -> frozenset[str]:
        different = ((field, cell) for field, column in cells.items() for cell in pd.unique(column))
        return frozenset(
            f"{field}:{one_line(text_of(cell)).casefold()}" for field, cell in different if not is_blank(cell)
        )

    return written


def no_deals(table: Table) -> np.ndarray:
    """Mark the rows that have nothing a deal has but perhaps amounts: subtotals, headings of groups, footers."""
    empty = np.ones(len(table.rows), dtype=bool)
    for field in (one for one in _OF_A_DEAL if one in table.cells and empty.any()):
        empty[empty] = blank(table.cells[field][empty]).to_numpy()
    return empty


def only_deals(table: Table, empty: np.ndarray, findings: Findings) -> Table:
    """Return the table without the rows that are no deals, which are told."""
    for place in np.flatnonzero(empty).tolist():
        texts = [text_of(cells.iloc[place]) for cells in table.cells.values() if not is_blank(cells.iloc[place])]
        findings.left_out.append(LeftOut(int(table.rows[place]), f'no deal: "{one_line(" ".join(texts))[:60]}"'))
    return table.without(empty)


def once(table: Table, findings: Findings) -> Table:
    """Return the table with each deal id once: the first row counts, repeats and contradictions are reported.

    The answer `value=last` lets the last one count.
    """
    if "deal_id" not in table.cells:
        return table
    codes, different = table.different("deal_id")
    if len(different) == len(codes):
        return table
    repeated = np.flatnonzero(np.bincount(codes[codes >= 0], minlength=len(different)) > 1)
    places = np.flatnonzero(np.isin(codes, [code for code in repeated.tolist() if not is_blank(different[code])]))
    first = np.full(len(different), -1)
    in_turn = places if findings.answer("value") == "last" else places[::-1]
    first[codes[in_turn]] = in_turn
    again = places[first[codes[places]] != places]
    if not len(again):
        return table
    kept = first[codes[again]]
    apart = np.zeros(len(again), dtype=bool)
    for field in table.cells:
        if field not in _NOT_TOLD:
            own, _ = table.different(field)
            differs = own[again] != own[kept]
            _tell_apart(table, field, again[differs], kept[differs], findings)
            apart |= differs
    same = again[~apart]
    ids = [f"deal {text_of(table.cells['deal_id'].iloc[place])}" for place in same[:MOST_OF_A_KIND].tolist()]
    findings.tell_all("duplicate_row", table.headings["deal_id"], table.rows[same].tolist(), ids)
    dropped = np.zeros(len(table.rows), dtype=bool)
    dropped[again] = True
    return table.without(dropped)


def _tell_apart(table: Table, field: str, again: np.ndarray, kept: np.ndarray, findings: Findings) -> None:
    """Report the deals that stand twice with different cells in a column."""
    cells, ids = table.cells[field], table.cells["deal_id"]
    pairs = zip(again[:MOST_OF_A_KIND].tolist(), kept[:MOST_OF_A_KIND].tolist(), strict=True)
    heading = one_line(table.headings[field])
    found = [
        f"deal {text_of(ids.iloc[here])}, {heading}: {text_of(cells.iloc[here]) or 'blank'} here, "
        f"{text_of(cells.iloc[there]) or 'blank'} in row {table.rows[there]} is kept"
        for here, there in pairs
    ]
    findings.tell_all("conflicting_values", table.headings[field], table.rows[again].tolist(), found)


def of_one_pipeline(table: Table, findings: Findings) -> Table | None:
    """Return the deals of the pipeline that is meant, or of all; None while that is asked."""
    if "deal_pipeline" not in table.cells:
        return table
    names = each(table.cells["deal_pipeline"], lambda cell: " ".join(text_of(cell).split()), "")
    counts = names[names != ""].value_counts()
    if len(counts) < 2:
        return table
    text = f"The deals of {table.file} are in {len(counts)} pipelines: which one counts?"
    choices = [*map(str, counts.index), ALL]
    labels = [*(f"{name} ({count:,} deals)" for name, count in counts.items()), "All of them"]
    answer = findings.ask(f"pipeline:{table.file}", table.headings["deal_pipeline"], text, choices, labels)
    if answer is None:
        return None
    return table if answer == ALL else table.without((names != answer).to_numpy())
