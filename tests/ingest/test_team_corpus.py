"""Do the files of the fictional team BrightForge give exactly the figures of EXPECTED.md? (Copied from there.)"""

import math
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.ingest.load import Loaded, Source, load
from tests.ingest.files import problems

LAST_WEEK = """
    Anna Müller         18.61 10.90 12.47 20.78 62.76 60.42
    José García López   15.47 11.79  8.47 18.10 53.83 -
    Siobhán O'Brien     21.42  7.82 11.10 22.55 62.89 62.82
    Wei Chen            11.88 14.50  5.82 13.86 46.06 41.88
    Priya Raman         21.45 13.40 14.49 23.96 73.30 73.60
    Tom Becker          12.80  8.86  9.08 15.23 45.97 45.05
    Thomas Becker       16.79 13.49  9.96 17.97 58.21 57.82
    Łukasz Nowak        19.81  8.11 13.72 17.31 58.95 55.79
"""
"""Week of 2026-11-09: the four pillars, the total, and the total of 2026-10-12."""
SHEET = """
    anna.mueller    18.6 11.4 12.3 20.8 1200000 450000 210500 0.4678 12
    jose.garcia     15.9 11.8  9.1 18.2  640000 380000  95250 0.2507  7
    siobhan.obrien  21.5  7.7 11.4 22.6  980000 450000 388000 0.8622 15
    wei.chen        12.4 14.9  6.1 14.1  412000 300000  41900 0.1397  4
    priya.raman     21.5 13.6 14.2 24.0 2050000 520000 601000 1.1558 18
    tom.becker      12.8  9.0  8.9 15.4  305000 300000 120000 0.4000  6
    thomas.becker   16.8 13.6 10.0 17.5  871400 450000 233100 0.5180  9
    lukasz.nowak    20.0  8.6 13.7 17.4 1010000 380000 174000 0.4579 11
    ben.osei           -    -    -    -   88000 150000      0 0.0000  3
"""
"""Week of 2026-11-16: pillars, open pipeline, quota, won, attainment, meetings."""
PILLARS = ["brand", "people", "insights", "relationships"]


def rows(text: str, numbers: int) -> dict[str, list[float]]:
    """Return a table of names and numbers; "-" is missing."""
    found = {}
    for line in text.strip().splitlines():
        words = line.split()
        cells = [math.nan if word == "-" else float(word) for word in words[-numbers:]]
        found[" ".join(words[:-numbers])] = cells
    return found


def loaded(corpus: Path, *names: str, **answers: str) -> Loaded:
    """Read files of the team as of the Monday of the story."""
    sources = [Source(name, (corpus / "team" / name).read_bytes()) for name in names]
    told = {key.replace("__", ":"): value for key, value in answers.items()}
    return load(sources, answers=told, as_of=date(2026, 11, 16))


def same(found: list[float], known: list[float], digits: float = 1e-9) -> bool:
    """Say whether numbers are those expected, missing where missing."""
    pairs = zip(found, known, strict=True)
    return all((math.isnan(a) and math.isnan(b)) or math.isclose(a, b, abs_tol=digits) for a, b in pairs)


def by_rep(table: pd.DataFrame, week: str) -> dict[str, Any]:
    """Return the rows of one week by the rep's name."""
    return {row["rep"]: row for row in table[table["week"] == week].to_dict("records")}


@pytest.mark.parametrize("name", ["01_ssi_long.csv", "csv_named_xlsx.xlsx"])
def test_the_long_file_gives_the_last_week(corpus: Path, name: str):
    """Pillars and totals of 9 November, and the total four weeks before, are those of the truth table."""
    readings = loaded(corpus, name).readings
    last, before = by_rep(readings, "2026-11-09"), by_rep(readings, "2026-10-12")
    for rep, known in rows(LAST_WEEK, 6).items():
        assert same([last[rep][field] for field in (*PILLARS, "total")], known[:5])
        assert same([before[rep]["total"]], known[5:])


def test_the_long_file_has_its_problems_and_no_others(corpus: Path):
    """Missing twice, a repeat, 217, a day-first date, a conflict, a decimal comma: each with the spreadsheet's row."""
    column = "Points (max 25)"
    assert Counter(problems(loaded(corpus, "01_ssi_long.csv"))) == Counter(
        [
            ("missing_score", 31, column, "n/a"),
            ("missing_score", 45, column, "blank"),
            ("duplicate_row", 88, None, "Wei Chen, 2026-10-19"),
            ("out_of_range", 127, column, "217"),
            ("other_date_style", 136, "Week of", "26/10/2026"),
            ("conflicting_values", 170, column, "Tom Becker, 2026-11-02, Insights: 8.99 here, 9.26 in row 169 is kept"),
            ("decimal_comma", 192, column, "11,10"),
        ]
    )


def test_the_long_file_has_204_values_and_one_that_is_open(corpus: Path):
    """Nine reps, 218 rows, eight totals that are no fifth pillar."""
    read = loaded(corpus, "01_ssi_long.csv")
    assert int(read.readings[PILLARS].notna().sum().sum()) == 205
    assert int(read.readings["reported_total"].notna().sum()) == 8
    assert len(read.people) == 9
    assert (read.files[0].rows_read, read.files[0].header_row, read.files[0].shape) == (218, 1, "long")


def test_the_sheet_gives_ssi_and_pipeline_of_nine_people(corpus: Path):
    """The data is on the second sheet, the week in its title, the total row no rep."""
    read = loaded(corpus, "03_ssi_and_pipeline.xlsx")
    readings, pipeline = by_rep(read.readings, "2026-11-16"), by_rep(read.pipeline, "2026-11-16")
    assert len(read.people) == len(pipeline) == 9
    for name, known in rows(SHEET, 9).items():
        mail = next(person.name for person in read.people if person.name.startswith(f"{name}@"))
        if not math.isnan(known[0]):
            assert same([readings[mail][field] for field in PILLARS], known[:4])
        fields = ("open_pipeline", "quota", "won", "attainment", "meetings")
        assert same([pipeline[mail][field] for field in fields], known[4:], 5e-5)
    assert set(read.pipeline["currency"]) == {"USD"}


def test_the_sheet_tells_where_it_was_found(corpus: Path):
    """Sheet, header row, title and total row are named; Ben Osei has no score, which is not 0."""
    read = loaded(corpus, "03_ssi_and_pipeline.xlsx")
    report = read.files[0]
    assert (report.sheet, report.header_row, report.rows_read, report.rows_used) == ("Team 16 Nov", 3, 10, 9)
    assert [left.row for left in report.left_out] == [1, 13]
    assert {(problem.code, problem.row) for problem in read.problems} == {("no_date_column", None), ("no_scores", 12)}
    assert not any("ben.osei" in rep for rep in read.readings["rep"])


def test_the_two_files_together_ask_who_is_who(corpus: Path):
    """Names and e-mails are linked only by confirmation; Tom and Thomas Becker are never proposed as one."""
    names = ("01_ssi_long.csv", "03_ssi_and_pipeline.xlsx")
    asked = {question.key: question.choices for question in loaded(corpus, *names).questions}
    assert asked["link:tom.becker@brightforge.example"] == ("tom-becker", "new")
    assert asked["link:thomas.becker@brightforge.example"] == ("thomas-becker", "new")
    confirmed = {key.replace(":", "__"): choices[0] for key, choices in asked.items()}
    read = loaded(corpus, *names, **confirmed)
    assert not read.questions
    assert len(read.people) == 10
    anna = next(person for person in read.people if person.rep_id == "anna-muller")
    assert (anna.name, anna.email) == ("Anna Müller", "anna.mueller@brightforge.example")


def test_names_that_look_like_formulas_are_text(corpus: Path):
    """`=HYPERLINK(`, `@SUM`, `<script>` and `-cmd` stay as they are written, five people with money in dollars."""
    read = loaded(corpus, "csv_injection_names.csv")
    names = {person.name for person in read.people}
    assert {"@SUM(1+1)", "<script>alert(1)</script>", "-cmd|calc", "Zoë Åström"} < names
    assert dict(zip(read.pipeline["rep"], read.pipeline["open_pipeline"], strict=True))["Zoë Åström"] == 1250.5
    assert len(names) == 5
    assert [problem.code for problem in read.problems] == ["one_currency"]


def test_percentages_are_asked_and_then_points(corpus: Path):
    """74 % is never 74 nor 0.74: nothing is stored until the scale is answered, then it is 18.5 points."""
    name = "pillars_as_percent.csv"
    asked = loaded(corpus, name)
    assert {question.key for question in asked.questions} == {
        f"scale:{one} %" for one in ("Brand", "People", "Insights", "Relationships")
    }
    assert asked.readings.empty
    answers = {question.key.replace(":", "__"): "percent" for question in asked.questions}
    told = by_rep(loaded(corpus, name, **answers).readings, "2026-11-16")
    assert same([told["Anna Müller"][field] for field in PILLARS], [18.5, 11.25, 12.5, 20.5])


def test_a_damaged_workbook_is_refused(corpus: Path):
    """A damaged workbook is refused in a sentence."""
    refused = loaded(corpus, "truncated.xlsx").refused
    assert [one.code for one in refused] == ["damaged_file"]
    assert refused[0].reason.endswith(".")


def test_three_files_hold_ten_people(corpus: Path):
    """With the sure links and the one in doubt confirmed, names and e-mails of three files are 10 people."""
    names = ("01_ssi_long.csv", "03_ssi_and_pipeline.xlsx", "05_salesforce_opportunity_report.csv")
    asked = [one for one in loaded(corpus, *names).questions if one.key.startswith("link:")]
    assert [one.key for one in asked if not one.sure] == ["link:jose.garcia@brightforge.example"]
    answers = {one.key.replace(":", "__"): one.choices[0] for one in asked}
    found = loaded(corpus, *names, **answers)
    assert [one.key for one in found.questions if one.key.startswith("link:")] == []
    people = {person.name: person for person in found.people}
    assert len(people) == 10
    assert {"Tom Becker", "Thomas Becker", "Marie-Claire Dubois", "Ben Osei"} <= people.keys()
    assert people["Anna Müller"].email == "anna.mueller@brightforge.example"
    assert people["Anna Müller"].aliases == ("Anna Mueller",)
