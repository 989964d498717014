"""What does a manager read about files that were read?"""

from dataclasses import replace

import pandas as pd

from dashboard.cli.read_words import MOST_ROWS, choosing, read_text
from dashboard.ingest.load import Loaded
from dashboard.model.problems import Dispute, FileReport, LeftOut, Person, Problem, Question, Severity
from dashboard.store.plan import Change, ImportPlan

PLAN = ImportPlan(added=2, changed=1, same=1204, conflicting=0)


def weeks(*days: str) -> pd.DataFrame:
    """A table with a row a day; only the week matters here."""
    return pd.DataFrame({"week": pd.to_datetime(list(days))})


def read(file: FileReport, *problems: Problem) -> Loaded:
    """Three readings of one rep, from one file."""
    return Loaded(
        files=(file,),
        readings=weeks("2026-11-09", "2026-11-09", "2026-11-09"),
        pipeline=weeks(),
        activity=weeks(),
        people=(Person("mara", "Mara"),),
        questions=(),
        problems=problems,
        refused=(),
    )


def report(rows_read: int = 4) -> FileReport:
    """A workbook that was understood."""
    columns = {"SSI": "reported_total", "Note": None}
    left_out = (LeftOut(9, "a total"),)
    return FileReport(
        "team.xlsx", "xlsx", None, "Team", 3, "rep_week", columns, rows_read, 3, left_out, sha256="", samples={}
    )


def found(code: str, row: int, severity: Severity = Severity.ERROR) -> Problem:
    """A problem in one row."""
    return Problem(code, "team.xlsx", "Team", row, "Brand", "217", "Correct it.", severity)


def test_a_file_in_words():
    """Format, sheet, header row, mapping, rows and what was left out are told, then what was found."""
    assert read_text(read(report()), PLAN, "Done.") == (
        "team.xlsx\n"
        "  xlsx, sheet 'Team', rep_week, header in row 3\n"
        "    SSI   ->  reported_total\n"
        "    Note  ->  not used\n"
        "  3 of 4 rows below the header used\n"
        "  left out: 1 below the header\n"
        "    row 9  a total\n\n"
        "1 rep named.\n"
        "  readings  3  week of 2026-11-09\n\n"
        "Problems: none\n\n"
        "On import: 2 added, 1 changed, 1,204 the same, 0 in conflict.\n\n"
        "Done."
    )


def test_filling_a_blank_is_no_change():
    """What stood nowhere before is told as filled, and by name."""
    mail = Change("mara", "Mara", None, "email", None, "mara@harborline.example")
    plan = ImportPlan(added=0, changed=3, same=0, conflicting=0, changes=(mail,), filled=1)
    told = read_text(read(report()), plan, "Done.")
    assert "On import: 0 added, 2 changed, 1 with blanks filled (1 e-mail address), 0 the same" in told


def test_what_open_questions_leave_out_is_not_counted():
    """While a question is open nobody can say what an import would add."""
    asked = Question("link:m", "team.xlsx", None, "Same?", ("mara", "new"))
    told = read_text(replace(read(report()), questions=(asked,)), PLAN, "Nothing was stored.")
    assert "On import: not known until 1 open question is answered." in told
    assert "added" not in told


def test_problems_are_grouped_the_worst_first():
    """Each kind is named once, with its first rows, how many more, and the remedy."""
    many = tuple(found("out_of_range", row) for row in range(2, MOST_ROWS + 5))
    told = read_text(read(report(), found("missing_score", 3, Severity.WARNING), *many), PLAN, "Done.")
    assert f"Problems: {len(many)} errors, 1 warning\n  error: A number outside its range ({len(many)})\n" in told
    assert "    team.xlsx  row 2  Brand  217\n" in told
    assert "    and 3 more\n    Correct it.\n  warning: A score is missing (1)\n" in told


def test_files_that_were_not_read_are_not_described():
    """Where nothing was read, the ending alone is told."""
    assert read_text(read(report(rows_read=0)), PLAN, "Nothing was stored.") == "Nothing was stored."


def test_it_is_said_how_another_of_several_values_is_chosen():
    """The first number that stands twice, ready to be pasted, and how all are answered at once."""
    one = Dispute("value:al:2026-11-16:people", "Al Day", "2026-11-16", "people", ("9", "8"), ("row 2", "row 3"), "9")
    assert choosing([]) == ""
    assert choosing([one]) == ("Of two values another one is chosen with --answer value:al:2026-11-16:people=8.")
    assert "value=last" in choosing([one, one])
