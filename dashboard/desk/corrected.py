"""What goes into the copy of a file that is to be mended: its rows, and what is wrong in which cell?"""

from collections.abc import Mapping, Sequence

from dashboard.exports.corrected import Mark, Original, corrected
from dashboard.ingest import formats
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import text_of
from dashboard.ingest.headings import one_line
from dashboard.ingest.load import Source
from dashboard.ingest.locate import Header
from dashboard.ingest.sheets import locate
from dashboard.model.problems import CATALOGUE, FileReport, Problem, Severity

MOST_ROWS = 100_000
"""Longer files are not copied: writing it takes more than half a minute, and few want to mend it by hand (ours)."""
TABLES = ("csv", "xlsx", "xls", "xlsb", "ods", "html")
"""Formats whose rows are those a spreadsheet shows."""
SHIFTED = "shifted_row"


def worth_correcting(report: FileReport, problems: Sequence[Problem]) -> bool:
    """Say whether a marked copy of a file would help: a cell or row of its table is wrong, and it is not too long."""
    marked = report.header_row and report.format in TABLES and report.rows_read <= MOST_ROWS
    return bool(marked) and any(_is_marked(problem, report) for problem in problems)


def corrected_name(name: str) -> str:
    """Return how the copy is called.

    >>> corrected_name("team week 47.csv")
    'team week 47 to correct.xlsx'
    """
    stem, dot, _ = name.rpartition(".")
    return f"{stem if dot else name} to correct.xlsx"


def corrected_copy(
    source: Source, report: FileReport, problems: Sequence[Problem], answers: Mapping[str, str]
) -> bytes:
    """Return the file as a workbook with its bad cells marked and explained; `answers` are those it was read with."""
    book = formats.read(source.name, source.content)
    found = locate(book, Findings(source.name, {**report.remembered, **answers}))
    tables = (found, *found.others) if found else ()
    header = next((one.header for one in tables if one.sheet.name == report.sheet), None)
    header = header or Header(0, report.header_row or 0, (), {})
    sheet = next((one for one in book.sheets if one.name == report.sheet), book.sheets[0])
    places = _places(header)
    ours = [problem for problem in problems if _is_ours(problem, report) and problem.severity is not Severity.INFO]
    rows = [list(row) for row in sheet.load(None)]
    marks = [_mark(problem, places, rows) for problem in ours if _is_marked(problem, report)]
    notes = [_words(problem) for problem in ours if not _is_marked(problem, report)]
    width = len(header.written)
    return corrected(Original(report.name, report.sheet, rows, header.row, width, marks, notes, sheet.shown()))


def _is_ours(problem: Problem, report: FileReport) -> bool:
    """Say whether a problem is of the report's sheet."""
    return problem.file == report.name and problem.sheet in (None, report.sheet)


def _is_marked(problem: Problem, report: FileReport) -> bool:
    """Say whether a problem is about a row or cell of the file's table."""
    below = problem.row is not None and problem.row > (report.header_row or 0)
    return below and _is_ours(problem, report) and problem.severity is not Severity.INFO


def _places(header: Header) -> dict[str, int]:
    """Return the place of each heading, in the spellings problems have of it; of equal ones the one that is read."""
    read = sorted(range(len(header.written)), key=lambda place: place in header.fields)
    return {key: place for place in read for key in (header.written[place], one_line(header.written[place])) if key}


def _mark(problem: Problem, places: Mapping[str, int], rows: Sequence[Sequence[object]]) -> Mark:
    row = problem.row or 0
    shifted = problem.code == SHIFTED
    return Mark(row, places.get(problem.column or ""), _words(problem), problem.severity, shifted)


def _words(problem: Problem) -> str:
    """Return what is wrong and what to do, in one line."""
    spec = CATALOGUE.get(problem.code)
    where = f"{one_line(problem.column)}: " if problem.column else ""
    found = f" ({text_of(problem.found)})" if problem.found else ""
    return f"{where}{spec.title if spec else problem.code}{found}. {problem.remedy}"
