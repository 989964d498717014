"""Is what is said of an import what a reader would count?"""

from datetime import date

from dashboard.desk.import_words import ahead, filled, left_out, misnamed, rows_used, unanswered
from dashboard.ingest.load import Source, load
from dashboard.model.problems import FileReport, LeftOut, Problem, Question, Severity
from dashboard.store.plan import MOST_CHANGES, Change, ImportPlan

TITLE, TOTAL = LeftOut(1, "above the header"), LeftOut(13, "a total")


def report(name: str = "team.xlsx", kind: str = "xlsx", used: int = 9, out: tuple[LeftOut, ...] = ()) -> FileReport:
    """A file of ten rows below the header in row 3."""
    return FileReport(name, kind, None, "Team", 3, "rep_week", {}, 10, used, out, sha256="", samples={})


def test_a_title_is_no_row_that_was_left_out_below_the_header():
    """Nine of ten rows and one total are ten; the title is counted apart."""
    read = report(out=(TITLE, TOTAL))
    assert rows_used(read, ()) == "9 of 10 rows below the header used"
    assert left_out(read) == "1 below the header and 1 above it"
    assert (left_out(report(out=(TITLE,))), left_out(report())) == ("1 above the header", "")


def test_a_week_that_has_not_begun_is_told():
    """The week of today is none; nothing is said of files without numbers."""
    loaded = load([Source("team.csv", b"Rep,Date,SSI\nMara Lindqvist,2026-11-18,60\n")])
    assert (ahead(loaded, date(2026, 11, 16)), ahead(load([]), date(2026, 11, 16))) == ("", "")
    assert "week of 16 Nov 2026, which lies ahead" in ahead(loaded, date(2026, 11, 15))


def test_rows_and_cells_that_became_no_value_are_counted():
    """A repeated row and a refused cell in a used row are both told."""
    refused = Problem("out_of_range", "team.xlsx", "Team", 5, "Brand", "217", "Correct it.", Severity.ERROR)
    assert rows_used(report(), (refused,)) == (
        "9 of 10 rows below the header used; 1 repeated or not stored, as the problems say; "
        "in the rows used 1 cell blank, refused or contradicted"
    )


def test_a_file_is_told_by_its_content():
    """A CSV file that calls itself a workbook is said to be none."""
    assert "no Excel workbook" in misnamed(report(kind="csv"))
    assert "no CSV file" in misnamed(report("team.csv"))
    assert misnamed(report()) == misnamed(report("team.csv", "csv")) == misnamed(report("pasted table", "csv")) == ""


def test_blanks_filled_are_named_unless_there_are_more_than_are_spelled_out():
    """A value that replaced another one is none of them."""
    mail = Change("a", "A", None, "email", None, "a@x.example")
    plan = ImportPlan(0, 3, 0, 0, (mail, mail, Change("a", "A", None, "team", "North", "South")))
    assert filled(plan) == "2 e-mail addresses"
    assert filled(ImportPlan(0, 900, 0, 0, (mail,) * MOST_CHANGES)) == ""


def test_one_answer_for_all_is_offered_where_it_spares_something():
    """Two proposals with strong evidence are one answer; one alone is answered by itself."""
    sure = [Question(f"link:{one}", "a.csv", None, "Same?", (one, "new"), sure=True) for one in "ab"]
    assert "--answer link=sure" in unanswered(sure)
    assert unanswered(sure[:1]) == ""
