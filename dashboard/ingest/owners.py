"""Whose deal is it? What stands under the owner may be nobody, several people, a program, or an id."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd

from dashboard.ingest.cells import blank, is_blank
from dashboard.ingest.columnwise import each
from dashboard.ingest.deal_sums import Deals, summed
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import text_of
from dashboard.ingest.headings import one_line, vocabulary
from dashboard.ingest.labels import label_of, words_of
from dashboard.ingest.refusals import refuse
from dashboard.ingest.table import Table

_HEADED = re.compile(r"^(?:[^:]*: +)| *\([0-9.,]+(?: [^\W\d_]+)?\)$")
"""What stands around the owner in a heading: "Opportunity Owner: Mara Lindqvist (7 records)"."""
_SHOWN = 5
_PROGRAM = vocabulary(
    "bot bots integration api system automation automated queue sync workflow crm admin administrator webhook "
    "import importer migration process service dataloader chatbot zapier"
)
_BESIDE = vocabulary(
    "user account sales lead leads deal deals marketing default the data loader platform hubspot salesforce pipedrive "
    "zoho dynamics web form forms inbound routing router assignment connect job jobs my our team support custom"
)
_ID = re.compile(
    r"005[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?|[0-9]{5,}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
)


def is_program(name: str) -> bool:
    """Say whether a name is that of a program or a queue, by words no person is made of.

    >>> is_program("Sales Bot"), is_program("Integration User"), is_program("Jan Bot"), is_program("Sales Lead")
    (True, True, False, False)
    """
    words = words_of(name)
    return any(word in _PROGRAM for word in words) and all(word in _PROGRAM or word in _BESIDE for word in words)


def nobody(rows: pd.DataFrame) -> tuple[np.ndarray, list[str]]:
    """Mark the rows whose owner is no rep, and return what stands there instead, once each."""
    written = rows["name"].where(rows["name"] != "", rows["email"])
    strange = each(written, lambda name: _no_rep(text_of(name)), True, "bool") | (written == "")
    instead = dict.fromkeys(text_of(name) for name in written[strange] if text_of(name))
    return strange.to_numpy(dtype=bool), list(instead)


def _no_rep(name: str) -> bool:
    """Say whether what stands under the owner is nobody, several people, a team or a program."""
    return ";" in name or is_program(name) or label_of(name) in ("nobody", "a team")


def check_named(table: Table) -> None:
    """Refuse a list in which the owners stand by their ids alone."""
    if not {"name", "first_name", "last_name", "email"} & set(table.cells):
        heading = table.headings.get("deal_owner_id")
        by_id = f'their owners stand by id alone, in "{one_line(heading or "")}"'
        where = by_id if heading else "no column names their owners"
        raise refuse(table.file, "deal_list", f"this is a list of deals and {where}")
    if "name" in table.cells and "email" not in table.cells:
        _, different = table.different("name")
        named = [text_of(cell) for cell in different if not is_blank(cell)]
        if named and all(_ID.fullmatch(name) for name in named):
            heading = one_line(table.headings["name"])
            raise refuse(table.file, "deal_list", f'this is a list of deals and "{heading}" holds ids like {named[0]}')


def with_groups(table: Table, no_deal: np.ndarray, findings: Findings) -> Table:
    """Return the table with the owner of a group in each of its rows, where the owner stands above or once alone.

    That is so where rows with nothing but the owner, or subtotals, part the groups; in a workbook whose owners each
    stand once beside more blanks it is asked, since the blank ones may have no owner.
    """
    if "name" not in table.cells or "email" in table.cells:
        return table
    names = table.cells["name"]
    filled = ~blank(names).to_numpy()
    if (filled | no_deal).all():
        return table
    if not (filled & ~no_deal).any() and filled[0]:
        return _named(table, each(names, lambda cell: _HEADED.sub("", text_of(cell)), None), filled)
    filled &= ~no_deal
    starts = np.flatnonzero(filled)
    if not len(starts) or starts[0] or names[filled].duplicated().any():
        return table
    numbers, before = table.rows.to_numpy(), starts[1:] - 1
    parted = len(starts) > 1 and bool(((numbers[starts[1:]] - numbers[before] > 1) | no_deal[before]).all())
    return _named(table, names, filled) if parted or (table.sheet and _asked(table, filled, findings)) else table


def _named(table: Table, names: pd.Series, filled: np.ndarray) -> Table:
    """Return the table with each name in the rows below it as well."""
    return replace(table, cells={**table.cells, "name": names.where(filled, None).ffill()}, _different={})


def _asked(table: Table, filled: np.ndarray, findings: Findings) -> bool:
    """Say whether the blank owners of a workbook are those above, as answered; False while that is asked."""
    if filled.sum() * 2 > len(filled):
        return False
    text = f"In {int((~filled).sum()):,} rows of {table.file} the owner is blank: the one above, or nobody?"
    labels = ("The owner above", "Nobody")
    return findings.ask(f"owner:{table.file}", table.headings["name"], text, ("above", "nobody"), labels) == "above"


def tell_unowned(rows: pd.Index, instead: list[str], deals: Deals, findings: Findings) -> None:
    """Report deals that count for no rep, with how many they are and what they add up to."""
    sums, _ = summed(replace(deals, owner=np.zeros(len(deals.owner), dtype=np.int64)))
    amounts = [
        f"{line['currency']} {line[field]:,.2f} {word}".strip()
        for line in sums.to_dict("records")
        for field, word in (("open_pipeline", "open"), ("won", "won"))
        if abs(line[field]) > 0
    ]
    shown = ", ".join(map(str, rows[:_SHOWN])) + (", …" if len(rows) > _SHOWN else "")
    said = f"{len(rows):,} deals in rows {shown}" if len(rows) > 1 else f"1 deal in row {shown}"
    who = f" of {', '.join(instead[:_SHOWN])}" if instead else ""
    found = f"{said}{who}: {', '.join(amounts) or 'no amounts'}"
    findings.tell("deal_without_owner", int(rows[0]), findings.column("name"), found)
