"""Which rows below the header are no data: totals, repeated headers, headings of groups, notes?

Whatever is left out is told with its reason. A name alone is a rep without numbers; a sentence alone is a note.
"""

import re
from collections.abc import Collection

import numpy as np
import pandas as pd

from dashboard.ingest.below import further, own_headers
from dashboard.ingest.cells import is_blank
from dashboard.ingest.grid import Cell, Rows, is_empty, text_of
from dashboard.ingest.labels import (
    BETWEEN,
    FIRST,
    FIRST_NAMES,
    LAST,
    MEASURES,
    NOTES,
    SECTIONS,
    TEAMS,
    TOTALS,
    VACANT,
    is_total,
    label_of,
    plain,
)
from dashboard.ingest.table import Table
from dashboard.model.problems import LeftOut

WHO = ("name", "first_name", "last_name", "email")
_SAYS_WHO = frozenset((*WHO, "who", "date", "team", "role", "licence", "status", "started_on", "source", "currency"))
DEALS = frozenset(("deal_stage", "deal_status", "deal_closed", "deal_won"))
_KEPT_OF_DEALS = ("nobody", "a team")
"""Deals of a vacant seat or of a team are deals: they are added up and told of."""
_WHOLE = {word for label in TOTALS | VACANT for word in (label.split()[0], label.split()[-1])}
_ENDS = FIRST | LAST | MEASURES | BETWEEN | TEAMS | _WHOLE
_WORD = re.compile(r"\w+")
_COMPOUND = re.compile(r"\w*(?:schnitt|summe|mittelwert)|gesamt\w+")
_LABELLED = re.compile(
    rf"^\W*(?:{(ends := '|'.join(sorted(_ENDS)))}|{_COMPOUND.pattern})\b"
    rf"|\b(?:{ends})\b(?:\W|\d)*(?:\([^)]*\)\W*)?$"
)
AGAIN = "the header again"
BARE = "a pillar without a number"
_MOST_WORDS = 5
_MOST = 0.8
_NAME = re.compile(r"[^\W\d_][\w.'’ʼ`´\-,]*(?: +[(\"]?[^\W\d_][\w.'’ʼ`´\-,)\"]*)*", re.UNICODE)


def sift(table: Table, rows: Rows) -> tuple[Table, list[LeftOut]]:
    """Return the table without blank rows, totals, repeated headers and rows that say nothing of anybody."""
    who = [field for field in WHO if field in table.cells] or [field for field in ("date",) if field in table.cells]
    nobody = np.ones(len(table.rows), dtype=bool)
    dropped = np.zeros(len(table.rows), dtype=bool)
    left: list[LeftOut] = []
    names: np.ndarray = np.empty(0, dtype=object)
    for field in who:
        codes, different = table.different(field)
        names = different if field == "name" else names
        empty = np.array([*map(is_blank, different), True], dtype=bool)
        nobody &= empty[codes]
        _drop_totals(table, field, codes, different, dropped, left)
    _drop_teams(table, names, dropped, left)
    _drop_headings(table, names, rows, dropped, left)
    _drop_numbering(table, rows, dropped, left)
    _drop_further(table, rows, nobody, dropped, left)
    for place in np.flatnonzero(nobody & ~dropped).tolist() if "section" not in table.cells else ():
        reason = _of_nobody(table, rows, place) if who else _of_anybody(rows[table.rows[place] - 1])
        dropped[place] = reason is not None
        left += [LeftOut(int(table.rows[place]), reason)] if reason else []
    return table.without(dropped), left


def without_notes(read: pd.DataFrame, table: Table) -> tuple[pd.DataFrame, list[LeftOut]]:
    """Return the rows without those that have no number and no rep's name but a sentence, or the heading of a group."""
    fields = [field for field in read.columns if field not in _SAYS_WHO]
    empty = read.index[~read[fields].notna().any(axis=1).to_numpy()] if fields else read.index
    names = read["name"].loc[empty]
    strange = {name for name in pd.unique(names) if name and not is_name(name)}
    pairs = list(zip(names.index.tolist(), names.tolist(), strict=True)) if strange else []
    notes = {row: name for row, name in pairs if name in strange and _says_nothing(table, row)}
    left = [LeftOut(row, f'a note: "{_short(name)}"') for row, name in notes.items()]
    return (read.drop(index=list(notes)) if notes else read), left


def _says_nothing(table: Table, row: int) -> bool:
    """Say whether a row is blank in every column but those that say who it is about."""
    return all(is_blank(cells.loc[row]) for field, cells in table.cells.items() if field not in _SAYS_WHO)


def above(rows: Rows, top: int) -> list[LeftOut]:
    """Return the filled rows above the header."""
    filled = [
        (number, [text_of(cell) for cell in row if not is_empty(cell)]) for number, row in enumerate(rows[: top - 1], 1)
    ]
    return [LeftOut(number, f'above the header: "{_short(" ".join(texts))}"') for number, texts in filled if texts]


def is_name(text: str) -> bool:
    """Say whether a text may be a rep's name or e-mail, and is no sentence.

    >>> is_name("Anna-Lena O'Brien"), is_name("Source: LinkedIn, read on Monday"), is_name("Enterprise Sales")
    (True, False, False)
    """
    words = re.findall(r"[^\W\d_]+", plain(text))
    if "@" in text and " " not in text:
        return True
    sentence = len(words) > _MOST_WORDS or not words or words[0] in NOTES or text[-1] in ".:;!?"
    sentence = sentence or not SECTIONS.isdisjoint(words)
    return not sentence and bool(_NAME.fullmatch(text)) and len(text) <= 60


def _of_nobody(table: Table, rows: Rows, place: int) -> str | None:
    """Return why a row that names nobody is left out: "" for a blank one, None if it is not, since it has numbers."""
    row = rows[table.rows[place] - 1]
    pillar = text_of(table.cells["component"].iloc[place]) if "component" in table.cells else ""
    reason = _of_anybody([cell for cell in row if not pillar or text_of(cell) != pillar])
    if reason is not None:
        return f'{BARE}: "{pillar}"' if pillar and not reason else reason
    if any(not is_blank(cells.iloc[place]) for field, cells in table.cells.items() if field not in _SAYS_WHO):
        return None
    return f'a note: "{_short(" ".join(text_of(cell) for cell in row if not is_empty(cell)))}"'


def _of_anybody(row: list[Cell]) -> str | None:
    """Return why a row is left out whatever its columns mean: "" if blank, the total it starts with, else None."""
    texts = [text_of(cell) for cell in row if not is_empty(cell)]
    if not texts:
        return ""
    label = next((text for text in texts[:2] if is_total(text)), None)
    return f'a total: "{_short(label)}"' if label else None


def _drop_totals(
    table: Table, field: str, codes: np.ndarray, different: np.ndarray, dropped: np.ndarray, left: list[LeftOut]
) -> None:
    """Mark the rows whose rep is a word for a total or the heading itself, unless an e-mail says it is a person.

    Half a name is no label: Max is a first name.
    """
    if field in ("first_name", "last_name"):
        return
    heading = table.headings[field].strip().casefold()
    texts = [cell if isinstance(cell, str) else text_of(cell) for cell in different]
    suspects = _suspects(texts, heading)
    reasons = {code: reason for code in suspects if (reason := _instead(texts[code].strip(), heading))}
    if DEALS & set(table.cells):
        reasons = {code: reason for code, reason in reasons.items() if not reason.startswith(_KEPT_OF_DEALS)}
    reasons |= {code: f'a total: "{texts[code]}"' for code in _bare(texts, suspects, reasons)}
    for place in np.flatnonzero(np.isin(codes, list(reasons)) & ~dropped).tolist() if reasons else ():
        mail = text_of(table.cells["email"].iloc[place]) if "email" in table.cells else ""
        if "@" not in mail:
            dropped[place] = True
            left.append(LeftOut(int(table.rows[place]), reasons[int(codes[place])]))


def _bare(texts: list[str], suspects: list[int], totals: Collection[int]) -> list[int]:
    """Return the suspects that are "Max", "Min" or "Best" beside other totals, where the reps have two names."""
    bare = [code for code in suspects if texts[code].strip().casefold() in FIRST_NAMES]
    named = [text for code, text in enumerate(texts) if code not in totals and code not in bare]
    full = sum(" " in text.strip() for text in named)
    return bare if len({*totals, *bare}) > 1 and full > _MOST * len(named) else []


def _drop_teams(table: Table, different: np.ndarray, dropped: np.ndarray, left: list[LeftOut]) -> None:
    """Mark the rows whose rep is the name of a team and that are in none: subtotals."""
    if not {"name", "team"} <= set(table.cells):
        return
    names, teams = table.cells["name"], table.cells["team"]
    both = {one for one in set(different) & set(pd.unique(teams)) if not is_blank(one)}
    for place in np.flatnonzero(names.isin(list(both)).to_numpy() & ~dropped).tolist() if both else ():
        if is_blank(teams.iloc[place]):
            dropped[place] = True
            left.append(LeftOut(int(table.rows[place]), f'a total: "{_short(text_of(names.iloc[place]))}"'))


def _drop_headings(table: Table, names_once: np.ndarray, rows: Rows, dropped: np.ndarray, left: list[LeftOut]) -> None:
    """Mark the rows with nothing but one word, where the reps have two names: headings of groups."""
    if "name" not in table.cells:
        return
    names = table.cells["name"]
    different = [name for name in names_once if isinstance(name, str)]
    single = [name for name in different if " " not in name.strip() and "@" not in name and "," not in name]
    single = [name for name in single if not is_blank(name)]
    if not 0 < len(single) * 2 <= len(different):
        return
    places = np.flatnonzero(names.isin(single).to_numpy()[:-1] & ~dropped[:-1]).tolist()
    alone = [place for place in places if sum(not is_empty(cell) for cell in rows[table.rows[place] - 1]) == 1]
    groups = {names.iloc[place] for place in alone}
    if len(single) - len(groups) > (1 - _MOST) * (len(different) - len(groups)):
        return
    dropped[alone] = True
    left += [LeftOut(int(table.rows[place]), f'a heading: "{_short(names.iloc[place])}"') for place in alone]


def _drop_numbering(table: Table, rows: Rows, dropped: np.ndarray, left: list[LeftOut]) -> None:
    """Mark the row below the header if it only numbers the columns: 1, 2, 3, 4."""
    first = int(table.rows[0])
    numbers = [text_of(cell) for cell in rows[first - 1] if not is_empty(cell)]
    if len(numbers) > 2 and numbers == [str(number) for number in range(1, len(numbers) + 1)] and not dropped[0]:
        dropped[0] = True
        left.append(LeftOut(first, "the numbers of the columns"))


def _drop_further(table: Table, rows: Rows, nobody: np.ndarray, dropped: np.ndarray, left: list[LeftOut]) -> None:
    """Mark the rows of other tables and legends below; what was said of them before is said again."""
    empty = [place for place in np.flatnonzero(nobody).tolist() if all(map(is_empty, rows[table.rows[place] - 1]))]
    repeated = {one.row for one in left if one.reason == AGAIN}
    again = [place for place in np.flatnonzero(dropped).tolist() if int(table.rows[place]) in repeated]
    headers = own_headers(table)
    found = further(table, rows, empty, [*again, *headers]) | dict.fromkeys(headers, AGAIN)
    if found:
        numbers = {int(table.rows[place]): reason for place, reason in found.items()}
        left[:] = [one for one in left if one.row not in numbers]
        left += [LeftOut(row, reason) for row, reason in numbers.items()]
        dropped[list(found)] = True


def _suspects(texts: list[str], heading: str) -> list[int]:
    """Return the places of texts that begin or end with a word of a total's label, or are as long as the heading.

    Only texts with such a word are looked at closely, since there may be a hundred thousand names.
    """
    joined = "\n".join(texts)
    if joined.count("\n") != len(texts) - 1:
        return list(range(len(texts)))
    lines = plain(joined) if joined.isascii() else "\n".join(map(plain, texts))
    telling = {word for word in set(_WORD.findall(lines)) if word in _ENDS or _COMPOUND.fullmatch(word)}
    near = enumerate(lines.split("\n") if telling else ())
    likely = ((code, line) for code, line in near if not telling.isdisjoint(_WORD.findall(line)))
    found = {code for code, line in likely if _LABELLED.search(line)}
    alike = {code for code, text in enumerate(texts) if text.strip().casefold() == heading}
    return sorted(found | alike)


def _instead(text: str, heading: str) -> str:
    """Return what a text is instead of a rep: a total or the header again; "" if it may be a rep."""
    label = label_of(text)
    if label:
        return f'{label}: "{_short(text)}"'
    return AGAIN if text.casefold() == heading else ""


def _short(text: str, most: int = 60) -> str:
    """Return a text in one line, cut to sixty characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
