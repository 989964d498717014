"""Which sheet of a workbook holds the table, and which others hold numbers of another kind?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import Book, Sheet, is_empty
from dashboard.ingest.locate import HEAD, SCORES, Header, find_header
from dashboard.ingest.refusals import refuse
from dashboard.model.columns import BY_FIELD, Kind

_NUMBERS = (Kind.SCORE, Kind.TOTAL, Kind.POINTS, Kind.MONEY, Kind.FRACTION, Kind.COUNT)


@dataclass(frozen=True)
class Located:
    """The sheet and the header that were chosen; `others` are sheets with numbers of a kind that it does not hold."""

    sheet: Sheet
    header: Header
    others: tuple["Located", ...] = ()

    @property
    def scored(self) -> int:
        """How many different scores there are columns of."""
        return len(SCORES & {*self.header.fields.values(), *(week.field for week in self.header.weeks.values())})

    @property
    def kinds(self) -> frozenset[str]:
        """Of which tables the columns are: readings, pipeline, activity, deals."""
        fields = (*self.header.fields.values(), *(week.field for week in self.header.weeks.values()))
        found = {BY_FIELD[field].table for field in fields if field in BY_FIELD and BY_FIELD[field].kind in _NUMBERS}
        return frozenset("pipeline" if table == "deals" else table for table in found)


def locate(book: Book, findings: Findings) -> Located | None:
    """Choose the sheet and find its header (without a shape if none fits); None while the question which is open.

    FileRefused if there is nothing on any sheet; a hidden sheet is never chosen without asking.
    """
    heads = [(sheet, f"{sheet.name or ''} {findings.file.rpartition('.')[0]}") for sheet in book.sheets]
    found = [Located(sheet, find_header(sheet.load(HEAD), findings.answers, around)) for sheet, around in heads]
    key = f"sheet:{findings.file}"
    answer = findings.answer(key) if len(book.sheets) > 1 else None
    answered = next((one for one in found if one.sheet.name == answer), None) if answer else None
    fitting = [one for one in found if one.header.weight]
    if answered:
        return _with_others(answered, fitting)
    best = _best([one for one in fitting if not one.sheet.hidden] or fitting)
    if len(best) > 1 or (best and best[0].sheet.hidden):
        findings.ask(key, None, _which(findings.file, best), [one.sheet.name or "" for one in best])
        return None
    filled = best or [one for one in found if one.header.row]
    if not filled:
        raise refuse(findings.file, "empty_file", "there is nothing in it")
    return _with_others(max(filled, key=lambda one: sum(map(bool, one.header.written))), fitting)


def _best(found: Sequence[Located]) -> list[Located]:
    """Return the sheets with the most recognised columns, and those as good; of several those with rows below."""
    most = max(found, key=lambda one: one.header.weight, default=None)
    best = [one for one in found if most and _as_good(one, most)]
    filled = [one for one in best if len(best) > 1 and _has_rows(one)]
    return filled or [one for one in best if one.header.weight == most.header.weight] if most else []


def _as_good(one: Located, best: Located) -> bool:
    """Say whether a sheet may be meant as well as the best: as many columns, as many scores, or a list of deals too."""
    if one.kinds and best.kinds and not one.kinds & best.kinds:
        return False
    several, deals = one.scored == best.scored > 1, best.header.shape is not None and best.header.shape.of_deals
    return one.header.weight == best.header.weight or (one.header.shape is best.header.shape and (several or deals))


def _with_others(chosen: Located, fitting: Sequence[Located]) -> Located:
    """Return a sheet with those that add numbers of another kind: its pipeline beside its scores."""
    known, others = chosen.kinds, []
    for one in fitting if chosen.header.weight else ():
        if one is not chosen and not one.sheet.hidden and not one.kinds & known and one.kinds and _has_rows(one):
            others.append(one)
            known |= one.kinds
    return replace(chosen, others=tuple(others))


def _has_rows(found: Located) -> bool:
    """Say whether anything stands below the header."""
    return any(not is_empty(cell) for row in found.sheet.load(None)[found.header.row :] for cell in row)


def _which(file: str, best: Sequence[Located]) -> str:
    """Return the question which sheet is meant."""
    if len(best) == 1:
        return f'The numbers of {file} are on the hidden sheet "{best[0].sheet.name}": read it?'
    return f"{len(best)} sheets of {file} look like a team's numbers: which one is meant?"
