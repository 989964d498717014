"""How do the cells of pipeline columns become amounts with a currency, and counts?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.ingest import money, numbers
from dashboard.ingest.columnwise import each, values_of
from dashboard.ingest.currencies import Unit, unit
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import text_of
from dashboard.ingest.headings import Heading, one_line
from dashboard.ingest.separators import Habit
from dashboard.ingest.table import Table
from dashboard.ingest.title_units import unit_of_file
from dashboard.model.columns import BY_FIELD, RANGES, Kind
from dashboard.model.tables import MONEY

_OWN_SIZE = re.compile(r"\d\s*(?:[kmbt]|mio|mrd|tsd|mil|bn)", re.IGNORECASE)
_EITHER = re.compile(r"\D*[1-9]\d{0,2}[.,]\d{3}\D*")


@dataclass(frozen=True)
class Amounts:
    """Amounts by column; `marks` has each amount's currency where there are several, else `currency` is for all."""

    amounts: dict[str, pd.Series]
    marks: dict[str, pd.Series]
    currency: str

    def alike(self, one: str, other: str) -> pd.Series | bool:
        """Say per row whether two columns are in the same currency."""
        return self.marks[one] == self.marks[other] if self.marks else True


def read_money(table: Table, comma: bool, findings: Findings, fields: Sequence[str] = MONEY) -> Amounts:
    """Return the amounts of the money columns and their currencies.

    `comma` says that the file's scores have decimal commas, for columns that do not decide by themselves.
    """
    amounts: dict[str, pd.Series] = {}
    marks: dict[str, pd.Series] = {}
    unclear: dict[str, pd.Series] = {}
    answer = _code(findings.answer("currency") or "")
    said, where = unit_of_file((*table.above, *table.below))
    codes = each(table.cells["currency"], _code, "") if "currency" in table.cells else None
    for field in fields:
        if field in table.cells:
            read = _amounts(table.cells[field], comma)
            _tell(table, field, read, findings)
            amounts[field] = values_of(read) * _factor(table.heading(field), said, table.cells[field])
            own = _shown(_marked(read, table.heading(field).currency, codes), table.shown.get(field))
            marks[field] = own.where(own != "", said.currency) if said.currency and not answer else own
            unclear[field] = read.unclear != ""
    own = _codes(marks)
    seen = sorted({code for codes in own.values() for code in codes})
    if where and amounts:
        findings.tell("unit_of_file", None, None, where[:80])
    if answer:
        marks = {field: mark.astype("object").where(mark != "", answer) for field, mark in marks.items()}
        own = _codes(marks)
    elif len(seen) == 1:
        _tell_one(seen[0], amounts, marks, table, findings)
    seen = sorted({*seen, answer} - {""})
    if len(seen) > 1 or any(one.any() for one in unclear.values()):
        shared = {
            field: _shared(mark, own[id(mark)] or seen, unclear[field] | amounts[field].isna())
            for field, mark in marks.items()
        }
        return Amounts(_without_open(amounts, shared, unclear, seen, table, findings), shared, "")
    return Amounts(amounts, {}, seen[0] if seen else "")


def _without_open(
    amounts: dict[str, pd.Series],
    marks: dict[str, pd.Series],
    unclear: dict[str, pd.Series],
    seen: list[str],
    table: Table,
    findings: Findings,
) -> dict[str, pd.Series]:
    """Return the amounts without those that name none of the file's several currencies; which one is asked."""
    if len(seen) < 2:
        return amounts
    bare = {field: (marks[field] == "") & ~unclear[field] & one.notna() & (one != 0) for field, one in amounts.items()}
    fields = [field for field, one in bare.items() if one.any()]
    if not fields:
        return amounts
    column, marked = table.headings[fields[0]], bare[fields[0]]
    count = sum(int(bare[field].sum()) for field in fields)
    first = f'"{one_line(column)}" in row {int(marked.index[marked.to_numpy()][0])}'
    said = f"{count:,} amounts name" if count > 1 else "1 amount names"
    text = f"{said} no currency, such as {first}, beside others in {', '.join(seen)}: which one is meant?"
    findings.ask("currency", column, text, seen)
    return {field: one.mask(bare[field]) for field, one in amounts.items()}


def _tell_one(
    code: str, amounts: dict[str, pd.Series], marks: dict[str, pd.Series], table: Table, findings: Findings
) -> None:
    """Report that amounts without a currency are taken to be in the one that other cells name."""
    filled = {field: one.notna() & (one != 0) for field, one in amounts.items()}
    marked = {field: filled[field] & (marks[field] != "") for field in amounts}
    count, bare = (sum(int(one.sum()) for one in each.values()) for each in (marked, filled))
    if count == bare:
        return
    first = next(field for field in amounts if (marks[field] != "").any())
    row = int(marks[first].index[(marks[first] != "").to_numpy()][0])
    cells = "1 cell says" if count == 1 else f"{count:,} cells say"
    found = f"taken as {code}: {cells} so, as in row {row}; {bare - count:,} amounts name no currency"
    findings.tell("one_currency", None, table.headings[first], found)


def read_counts(table: Table, findings: Findings) -> dict[str, pd.Series]:
    """Return the count columns; negative counts are reported and not stored."""
    found: dict[str, pd.Series] = {}
    for field in fields_read_as(table, Kind.COUNT):
        read = numbers.numbers(table.cells[field], habit=Habit.AMOUNT)
        if read.undecidable:
            _tell_either(table, field, findings)
        found[field] = checked(table, field, values_of(read), read.bad, findings)
    return found


def per_currency(rows: pd.DataFrame, money: Amounts) -> pd.DataFrame:
    """Return the rows with their currency; a row with amounts in several currencies becomes a row for each.

    What is no amount stays with the currency of the quota, else of the first amount.
    """
    if not money.marks:
        return rows.assign(currency=money.currency)
    fields = sorted(money.marks, key=lambda field: field != "quota")
    main = money.marks[fields[0]]
    for field in fields:
        main = main if money.marks[field] is main else main.where(main != "", money.marks[field])
    single = rows.assign(currency=main)
    extra = []
    for field in (one for one in fields if money.marks[one] is not main):
        other = (money.marks[field] != main) & (money.marks[field] != "") & rows[field].notna()
        if other.any():
            extra.append(rows.loc[other, [*_WHO, field]].assign(currency=money.marks[field][other]))
            single[field] = single[field].mask(other)
    return pd.concat([single, *extra]).sort_index(kind="stable") if extra else single


_WHO = ["name", "email", "who", "date"]


def _amounts(cells: pd.Series, comma: bool) -> money.Money:
    """Return a column of amounts; where the column itself cannot tell, the comma of the scores decides."""
    read = money.money(cells)
    return money.money(cells, decimal=",") if comma and read.undecidable else read


def _tell(table: Table, field: str, read: money.Money, findings: Findings) -> None:
    """Report what is odd about the amounts of a column."""
    cells, column = table.cells[field], table.headings[field]
    findings.flag("unreadable_number", column, read.bad, cells)
    findings.flag("unknown_amount", column, read.unknown, cells)
    findings.flag("decimal_comma", column, read.mixed & ~read.bad, cells)
    findings.flag("unclear_currency", column, read.unclear != "", cells)
    if read.undecidable:
        _tell_either(table, field, findings)


def _tell_either(table: Table, field: str, findings: Findings) -> None:
    """Report the cells that are a thousand and more, or one and a bit."""
    either = each(table.cells[field], lambda cell: bool(_EITHER.fullmatch(text_of(cell))), False, "bool")
    findings.flag("unclear_number", table.headings[field], either, table.cells[field])


def _factor(heading: Heading, said: Unit, cells: pd.Series) -> pd.Series | float:
    """Return by what amounts are multiplied, for a heading or title like "k€".

    Cells with their own k or M stay as they are, and the title says nothing to a heading with a currency.
    """
    factor = heading.factor if heading.factor != 1.0 or heading.currency else 10.0**said.power
    if factor == 1.0:
        return 1.0
    own = cells.map(lambda cell: bool(_OWN_SIZE.search(cell)) if isinstance(cell, str) else False)
    return pd.Series(np.where(own, 1.0, factor), index=cells.index)


def _marked(read: money.Money, heading: str, codes: pd.Series | None) -> pd.Series:
    """Return the currency of each amount: of its cell, else the row's in `codes`, else the heading's."""
    marked = read.currency
    if codes is not None:
        unmarked = marked == ""
        marked = codes if unmarked.all() else marked.astype("object").where(~unmarked, codes)
    return marked.where(marked != "", heading) if heading else marked


def _shown(marked: pd.Series, shown: Mapping[int, str] | None) -> pd.Series:
    """Return the currencies with those in which the workbook shows a number where nothing written says one."""
    if not shown:
        return marked
    return marked.where(marked != "", marked.index.map(lambda row: shown.get(row, "")))


def _codes(marks: Mapping[str, pd.Series]) -> dict[int, list[str]]:
    """Return the different currencies of each column, by its identity: many columns have those of their rows."""
    once = {id(mark): mark for mark in marks.values()}
    return {key: [str(code) for code in pd.unique(mark) if code] for key, mark in once.items()}


def _shared(marked: pd.Series, seen: list[str], but: pd.Series) -> pd.Series:
    """Give the unmarked amounts of a column, but for some, the currency that was seen if it is the only one."""
    marked = marked if marked.dtype == object else marked.astype("object")
    return marked.where((marked != "") | but, seen[0]) if len(seen) == 1 else marked


def _code(cell: object) -> str:
    """Return the ISO code of a currency cell, "" if it is none.

    >>> _code(" eur "), _code("€"), _code("apples")
    ('EUR', 'EUR', '')
    """
    text = text_of(cell)
    found = unit(text)
    return found.currency if found else ""


def checked(table: Table, field: str, values: pd.Series, bad: pd.Series, findings: Findings) -> pd.Series:
    """Return the values with those out of range taken out; both those and unreadable cells are reported."""
    low, high = RANGES[BY_FIELD[field].kind]
    findings.flag("unreadable_number", table.headings[field], bad, table.cells[field])
    outside = (values < low) | (values > high)
    findings.flag("out_of_range", table.headings[field], outside, table.cells[field])
    return values.mask(outside) if outside.any() else values


def fields_read_as(table: Table, kind: Kind) -> list[str]:
    """Return the fields of a kind that the table has."""
    return [field for field in table.cells if BY_FIELD[field].kind is kind]
