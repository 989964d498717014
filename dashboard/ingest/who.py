"""Who is each row about, as it is written there: the name, the e-mail, and the facts about the rep?"""

import re
from collections.abc import Mapping
from itertools import combinations

import numpy as np
import pandas as pd

from dashboard.ingest.cells import blank, is_blank, is_error
from dashboard.ingest.choices import CHOICES
from dashboard.ingest.columnwise import each, values_of
from dashboard.ingest.dates import dates
from dashboard.ingest.days import answered_order, ask_order, order_of
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import Cell, text_of
from dashboard.ingest.headings import read_heading
from dashboard.ingest.people import tidy_email
from dashboard.ingest.refusals import refuse
from dashboard.ingest.table import Table
from dashboard.model.people import slug

_NUMBERED = re.compile(r"[0-9]{1,3}[.)] +(?=[^\W\d_])")
_MAILBOX = re.compile(r"([^<>()@]*[^<>()@\s]) *[<(]([^\s<>()@]+@[^\s<>()@]+)[>)]")
ASKED = "rep:"
"""How the question begins whose numbers a file without names holds; plain `rep` answers it for every file."""
NAMES = frozenset({"name", "first_name", "last_name", "email"})
FACTS = ("team", "role", "licence", "status", "started_on")


def read_who(table: Table, findings: Findings) -> pd.DataFrame:
    """Return the name and e-mail of each row ("" where there is none), as written but for spaces.

    Rows with the same number in `who` have the same name and e-mail.
    """
    if NAMES.isdisjoint(table.cells):
        _check_one(table)
        return of_one(table, findings)
    once, places = _once(table)
    names = _names(once)
    mails = _texts(once.cells["email"]) if "email" in table.cells else None
    names, mails = _parted(names, mails)
    if mails is None and _mostly_mails(names):
        names, mails = pd.Series("", index=once.rows, dtype="object"), names
    written = (
        pd.DataFrame({"name": names, "email": ""})
        if mails is None
        else _without_bad(names, mails, table, places, findings)
    )
    return written.iloc[places].set_axis(table.rows).assign(who=places)


def _once(table: Table) -> tuple[Table, np.ndarray]:
    """Return the first row of each different name and e-mail, and per row of the table which of them it repeats.

    Names in two columns are compared in the table's first rows, so that there every row counts.
    """
    codes = np.arange(len(table.rows))
    if not {"first_name", "last_name"}.isdisjoint(table.cells):
        return table, codes
    codes = np.zeros(len(table.rows), dtype=np.int64)
    for field in ("name", "email"):
        if field in table.cells:
            own, different = table.different(field)
            codes, _ = pd.factorize(codes * (len(different) + 1) + own + 1)
    return table.without(pd.Series(codes).duplicated().to_numpy()), codes


def read_facts(table: Table, findings: Findings) -> dict[str, pd.Series]:
    """Return the facts about the rep in each row (None where unsaid), and the source of the score if a column says."""
    facts: dict[str, pd.Series] = {}
    for field in ("team", "role"):
        if field in table.cells:
            facts[field] = _texts(table.cells[field], None)
    for field in CHOICES:
        if field in table.cells:
            facts[field] = _chosen(table, field, findings)
    if "started_on" in table.cells:
        days = _first_days(table, findings)
        facts["started_on"] = days.dt.strftime("%Y-%m-%d").astype("object").where(days.notna(), None)
    return facts


def _first_days(table: Table, findings: Findings) -> pd.Series:
    """Return the first day of each rep; day and month are in the order of the date column, else that is asked."""
    cells = table.cells["started_on"]
    read = dates(cells, order=answered_order(findings))
    if read.ambiguous:
        read = dates(cells, order=order_of(table, findings))
    findings.flag("unreadable_date", table.headings["started_on"], read.bad, cells)
    if read.ambiguous:
        ask_order(table, "started_on", findings)
    return values_of(read)


def _names(table: Table) -> pd.Series:
    """Return the names; first and last names in columns of their own are joined."""
    parts = {field: _texts(table.cells[field]) for field in ("first_name", "name", "last_name") if field in table.cells}
    if not parts:
        return pd.Series("", index=table.rows, dtype="object")
    if "name" in parts:
        parts["name"] = _unnumbered(_as_written(parts["name"], table.cells["name"]))
    if "name" in parts and not {"first_name", "last_name"} <= set(parts):
        others = [parts[field] for field in parts if field != "name"]
        if not others or _contains(parts["name"], others[0]):
            return parts["name"]
        return _joined(list(parts.values()))
    return parts.get("name", _joined(list(parts.values())))


def _as_written(names: pd.Series, cells: pd.Series) -> pd.Series:
    """Return names with words for nothing as they are written: whether "NA" is somebody is not for here to say.

    What a broken formula left is nobody.
    """
    broken = [name for name in pd.unique(names) if name[:1] == "#" and is_error(name)]
    names = names.mask(names.isin(broken), "") if broken else names
    words = [cell for cell in pd.unique(cells[names == ""]) if isinstance(cell, str) and cell.strip()]
    words = [cell for cell in words if not is_error(cell)]
    return names.mask(cells.isin(words), cells).astype("object") if words else names


def _unnumbered(names: pd.Series) -> pd.Series:
    """Return names without the running numbers that most of them begin with: "1. Mara", "2. Ivo"."""
    different = [name for name in pd.unique(names) if name]
    numbered = [name for name in different if name[0].isdigit() and _NUMBERED.match(name)]
    if not numbered or len(numbered) * 2 <= len(different):
        return names
    return each(names, lambda name: _NUMBERED.sub("", str(name)), "")


def _parted(names: pd.Series, mails: pd.Series | None) -> tuple[pd.Series, pd.Series | None]:
    """Return names and e-mails with those that stand in one cell parted: "Mara Lindqvist <mara@...>"."""
    if not any("@" in name for name in pd.unique(names)):
        return names, mails
    inside = each(names, lambda name: (_MAILBOX.fullmatch(str(name)) or [""] * 3)[2], "")
    if not (inside != "").any():
        return names, mails
    bare = each(names, lambda name: (_MAILBOX.fullmatch(str(name)) or ["", name])[1], "")
    return bare, inside if mails is None else mails.where(mails != "", inside)


def _joined(parts: list[pd.Series]) -> pd.Series:
    """Return texts joined by a space, row by row."""
    joined = parts[0]
    for part in parts[1:]:
        joined = (joined + " " + part).str.strip()
    return joined.astype("object")


def _contains(names: pd.Series, parts: pd.Series) -> bool:
    """Say whether the names already hold the parts, in the first rows that have both."""
    pairs = [(name, part) for name, part in zip(names, parts, strict=True) if name and part][:20]
    return bool(pairs) and all(part in name for name, part in pairs)


def _texts(cells: pd.Series, empty: str | None = "") -> pd.Series:
    """Return cells as texts with single spaces, blank ones as given."""
    return each(cells, lambda cell: " ".join(text_of(cell).split()), empty)


def _mostly_mails(names: pd.Series) -> bool:
    """Say whether a column headed like a name holds e-mails."""
    sample = [name for name in pd.unique(names) if name][:50]
    return bool(sample) and sum(tidy_email(name) is not None and " " not in name for name in sample) * 2 > len(sample)


def _without_bad(
    names: pd.Series, mails: pd.Series, table: Table, places: np.ndarray, findings: Findings
) -> pd.DataFrame:
    """Return names and e-mails; what is no e-mail is reported, and taken for the name where there is none."""

    def flag(code: str, marked: pd.Series) -> None:
        column = table.headings.get("email") or table.headings["name"]
        per_row = (one.iloc[places].set_axis(table.rows) for one in (marked, mails))
        findings.flag(code, column, *per_row)

    bad = each(mails, lambda mail: tidy_email(mail) is None, False, "bool")
    if bad.any():
        flag("bad_email", bad)
        names = names.mask(bad & (names == ""), mails)
        mails = mails.mask(bad, "")
    shared = _shared(names, mails)
    if shared:
        marked = mails.isin(shared)
        flag("shared_email", marked)
        mails = mails.mask(marked, "")
    return pd.DataFrame({"name": names, "email": mails})


def _shared(names: pd.Series, mails: pd.Series) -> list[str]:
    """Return the e-mails under which stand names that have no word in common: of a team, or of a manager."""
    codes, different = pd.factorize(mails.to_numpy())
    pairs = pd.unique(codes * len(names) + pd.factorize(names.to_numpy())[0])
    if len(pairs) == len(different):
        return []
    both = pd.DataFrame({"name": names, "email": mails})[(names != "") & (mails != "")].drop_duplicates()
    several = both[both["email"].duplicated(keep=False)]
    found = []
    for mail, group in several.groupby("email"):
        words = [set(slug(name).split("-")) for name in group["name"]]
        if any(one.isdisjoint(two) for one, two in combinations(words, 2)):
            found.append(str(mail))
    return found


def _chosen(table: Table, field: str, findings: Findings) -> pd.Series:
    """Return the choices that a column's words stand for; unknown words are reported and not kept."""
    cells, choices = table.cells[field], CHOICES[field]
    chosen = each(cells, lambda cell: choices.get(" ".join(read_heading(text_of(cell)).words)), None)
    findings.flag("unknown_word", table.headings[field], chosen.isna() & ~blank(cells), cells)
    meant = {cell: choices[cell.strip().casefold()] for cell in pd.unique(cells) if _is_choice(cell, choices)}
    return chosen.mask(cells.isin(list(meant)), cells.map(meant)) if meant else chosen


def _is_choice(cell: Cell, choices: Mapping[str, str]) -> bool:
    """Say whether a word for nothing is a choice of its own, as "none" is for a licence."""
    return isinstance(cell, str) and is_blank(cell) and cell.strip().casefold() in choices


def _check_one(table: Table) -> None:
    """Refuse a table without names in which several rows speak of one day, since then there are several people."""
    several = len(table.rows) > 1 if "date" not in table.cells else table.cells["date"].duplicated().any()
    if several:
        raise refuse(table.file, "no_name_column", "several of its rows speak of the same day and none names a rep")


def of_one(table: Table, findings: Findings) -> pd.DataFrame:
    """Return the rep of a table that is one person's and names nobody, as answered."""
    names = pd.Series(_said(table, findings), index=table.rows, dtype="object")
    return pd.DataFrame({"name": names, "email": "", "who": 0})


def _said(table: Table, findings: Findings) -> str:
    """Return whose numbers a file without names holds, "" while that is asked."""
    key = f"{ASKED}{table.file}"
    said = findings.answer(key, "rep")
    return said or findings.ask(key, None, f"{table.file} names nobody: whose numbers are these?", ()) or ""
