"""What is said of an import in the app and in the terminal alike: which rows are counted, which blanks are filled?"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dashboard.model.columns import COLUMNS, Kind
from dashboard.model.problems import FileReport, Problem, Question
from dashboard.model.weeks import label

if TYPE_CHECKING:
    from dashboard.ingest.load import Loaded
    from dashboard.store.plan import ImportPlan

_NOUNS = {
    "email": ("e-mail address", "e-mail addresses"),
    "alias": ("other spelling of a name", "other spellings of names"),
    "team": ("team", "teams"),
    "role": ("role", "roles"),
    "status": ("status", "statuses"),
    "licence": ("licence", "licences"),
}
_LABELS = {spec.field: spec.label for spec in COLUMNS}
_SHARES = {spec.field for spec in COLUMNS if spec.kind is Kind.FRACTION}
_CELLS = ("out_of_range", "unreadable_number", "missing_score", "conflicting_values")
_EXCEL = (".xlsx", ".xlsm", ".xls")
_BROKEN = re.compile(r"(?<=[^\W\d_])-\s+(?!(?:and|or|und|oder|et|ou|y|e|o) )(?=[^\W\d_A-Z])")
_LONG = re.compile(r"-?\d*\.\d{5,}")


def rows_used(report: FileReport, problems: Sequence[Problem]) -> str:
    """Return how many of the rows below the header are used, and what became of the others and of single cells."""
    said = [f"{report.rows_used:,} of {counted(report.rows_read, 'row')} below the header used"]
    below = sum(left.row > (report.header_row or 0) for left in report.left_out)
    rest = report.rows_read - report.rows_used - below
    if rest > 0:
        said.append(f"{rest:,} repeated or not stored, as the problems say")
    cells = sum(problem.file == report.name and problem.code in _CELLS for problem in problems)
    if cells:
        said.append(f"in the rows used {counted(cells, 'cell')} blank, refused or contradicted")
    return "; ".join(said)


def left_out(report: FileReport) -> str:
    """Return how many rows are no data, those above the header (a title) told from those below it ("" for none)."""
    header = report.header_row or 0
    below = sum(left.row > header for left in report.left_out)
    above = len(report.left_out) - below
    parts = [f"{below:,} below the header"] * bool(below) + [f"{above:,} above it"] * bool(above)
    if not below and above:
        parts = [f"{above:,} above the header"]
    return " and ".join(parts)


def misnamed(report: FileReport) -> str:
    """Return that a file is not what its name says ("" if it is)."""
    if report.format == "csv" and report.name.lower().endswith(_EXCEL):
        return "By its content this is a CSV file and no Excel workbook, so it was read as CSV."
    if report.format in ("xlsx", "xls") and report.name.lower().endswith(".csv"):
        return "By its content this is an Excel workbook and no CSV file, so it was read as a workbook."
    return ""


def filled(plan: "ImportPlan") -> str:
    """Return what stands where nothing stood before: "8 e-mail addresses" ("" for nothing, or too much to say)."""
    from dashboard.store.plan import MOST_CHANGES  # the help of the command line stays without pandas

    if len(plan.changes) >= MOST_CHANGES:
        return ""
    blanks = Counter(change.field for change in plan.changes if change.before is None)
    return ", ".join(_named(field, number) for field, number in blanks.items())


def heading(written: str) -> str:
    """Return a heading without the hyphen of a line break in it.

    >>> heading("Relation-\\nships (/25)"), heading("Vor- und Nachname")
    ('Relationships (/25)', 'Vor- und Nachname')
    """
    return _BROKEN.sub("", written)


def sample(values: Sequence[str], field: str | None) -> tuple[str, ...]:
    """Return the first values of a column as a reader writes them: no more decimals than say anything.

    >>> sample(("0.4677777777777778", "1.2"), "attainment"), sample(("18.4", "17"), "brand")
    (('46.78%', '120%'), ('18.4', '17'))
    """
    if not any(_LONG.fullmatch(value) for value in values):
        return tuple(values)
    share = field in _SHARES and all(abs(_number(value)) < 3 for value in values)
    return tuple(_written(value, percent=share) for value in values)


def ahead(loaded: "Loaded", today: date) -> str:
    """Return that a week of the numbers has not begun today ("" if none is ahead)."""
    tables = (loaded.readings, loaded.pipeline, loaded.activity)
    latest = max((table["week"].max().date() for table in tables if len(table)), default=today)
    if latest <= today:
        return ""
    return f"The numbers reach to the week of {label(latest)}, which lies ahead of today: is that day right?"


def unanswered(questions: Sequence[Question]) -> str:
    """Return the one answer for all proposals about people with strong evidence ("" where it would spare nothing)."""
    certain = len({question.key for question in questions if question.sure and question.key.startswith("link:")})
    if certain < 2:
        return ""
    return f"All {certain} with strong evidence are the same person: --answer link=sure answers them at once."


def counted(number: int, one: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "row"), counted(1204, "value")
    ('1 row', '1,204 values')
    """
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def _named(field: str, number: int) -> str:
    """Return how many values of a field there are.

    >>> _named("team", 1), _named("deals_open", 9), _named("won", 2)
    ('1 team', '9 values of open deals', '2 Closed won values')
    >>> _named("deals_overdue", 9)
    '9 values of deals overdue'
    """
    if field in _NOUNS:
        return f"{number:,} {_NOUNS[field][number != 1]}"
    said = _LABELS.get(field, field.replace("_", " ").capitalize())
    if field.startswith("deals_"):
        return f"{counted(number, 'value')} of {said.lower()}"
    return counted(number, f"{said} value")


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return 0.0


def _written(value: str, *, percent: bool) -> str:
    try:
        return f"{float(value) * 100:.2f}".rstrip("0").rstrip(".") + "%" if percent else _rounded(value)
    except ValueError:
        return value


def _rounded(value: str) -> str:
    return f"{float(value):.2f}" if _LONG.fullmatch(value) else value
