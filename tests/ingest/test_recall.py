"""Are answers about a layout known again in next Monday's file, and only there?"""

from datetime import date

import pytest

from dashboard.ingest.load import Source, load

HEADINGS = b"Name,Week,Marque X,People,Insights,Relationships\n"
FIRST = Source("november.csv", HEADINGS + b"Ida Lund,03/11/2026,18.4,9.2,12.1,20.3\n")
NEXT = Source("new name.csv", HEADINGS + b"Ida Lund,10/11/2026,18.9,9.2,12.1,20.3\n")
ANSWERS = {"column:marque x": "brand", "date_order": "dmy", "link:Ida": "ida-lund", "rep": "Ida Lund"}


def kept(source: Source = FIRST, answers: dict[str, str] = ANSWERS) -> dict[str, dict[str, str]]:
    """Return what is kept of the answers to a file."""
    (report,) = load([source], answers=answers).files
    return report.keep


def test_only_answers_about_the_layout_are_kept():
    """Columns and dates are; who is who, and whose file it is, are not."""
    assert list(kept().values()) == [{"column:marque x": "brand", "date_order": "dmy"}]


def test_the_next_file_of_the_layout_is_read_as_the_last():
    """Under another name, without a question, and it is said which answers were taken over."""
    loaded = load([NEXT], remembered=kept())
    assert not loaded.questions
    assert loaded.readings["brand"].tolist() == [18.9]
    assert f"{loaded.readings['date'][0]:%Y-%m-%d}" == "2026-11-10"
    assert loaded.files[0].remembered == {"column:marque x": "brand", "date_order": "dmy"}
    assert loaded.files[0].keep == kept()


def test_another_layout_is_asked_about_anew():
    """A column more makes it another file: nothing is taken over."""
    other = Source("o.csv", FIRST.content.replace(b"Marque X", b"Marque X,Note").replace(b"18.4", b"18.4,x"))
    loaded = load([other], remembered=kept())
    assert [question.key for question in loaded.questions] == ["date_order"]
    assert not loaded.files[0].remembered


def test_an_answer_of_today_counts_before_a_remembered_one():
    """Also where it is for all columns, or takes the old answer back."""
    assert f"{load([NEXT], answers={'date_order': 'mdy'}, remembered=kept()).readings['date'][0]:%m}" == "10"
    loaded = load([NEXT], answers={"date_order": "", "column:Marque X": "ignore"}, remembered=kept())
    assert [question.key for question in loaded.questions] == ["date_order"]
    assert loaded.files[0].columns["Marque X"] is None


def test_what_is_remembered_of_one_file_is_not_applied_to_another():
    """Two files in one upload: each has its own layout's answers."""
    other = Source("o.csv", FIRST.content.replace(b"Marque X", b"Brand"))
    loaded = load([NEXT, other], remembered=kept())
    assert [(question.key, question.file) for question in loaded.questions] == [("date_order", "o.csv")]


def test_weeks_and_days_in_headings_do_not_count():
    """A file with a week more is the same layout; the scale in a heading is part of it."""
    first = kept(Source("a.csv", FIRST.content.replace(b"People", b"People KW 46")))
    assert first.keys() == kept(Source("b.csv", FIRST.content.replace(b"People", b"People KW 47"))).keys()
    assert first.keys() != kept(Source("c.csv", FIRST.content.replace(b"People", b"People (/20)"))).keys()


DEALS = Source(
    "deals.csv",
    b"Deal Owner,Deal Name,Stage,Amount,Currency,Close Date\nIda Lund,Ferry,Closed Won,100,EUR,2026-11-10\n"
    b"Ida Lund,Buoy,Closed Won,7,EUR,2026-03-10\n",
)


@pytest.mark.parametrize(
    ("period", "day", "won"),
    [
        ("year", date(2026, 12, 7), 107),
        ("2026-11-01:2027-01-31", date(2026, 12, 7), 100),
        ("2026-01-01:2026-12-31", date(2027, 1, 4), 0),
    ],
)
def test_the_period_of_a_list_is_remembered_until_it_is_over(period, day, won):
    """A year is that of each list; two days hold until the second has passed, then it is the quarter again."""
    told = load([DEALS], answers={"period": period}, as_of=date(2026, 11, 16)).files[0].keep
    assert list(told.values()) == [{"period": period}]
    assert load([DEALS], remembered=told, as_of=day).pipeline["won"].tolist() == [won]
