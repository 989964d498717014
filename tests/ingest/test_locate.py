"""Where is the table? Sheets, header rows, corrections."""

import pytest

from tests.ingest.files import HEADER, MARA, MONDAY, TEAM, book, codes, problems, read, scores

ROWS = [["Rep", "Week of", "Brand", "People"], ["Mara Lindqvist", MONDAY, 18.4, 9.2]]


@pytest.mark.parametrize("above", range(0, 21, 4))
@pytest.mark.parametrize("left", [0, 3])
def test_the_header_is_found_anywhere_in_the_first_rows(above: int, left: int):
    """Notes above and empty columns beside do not matter; the row is the spreadsheet's."""
    rows = [["", "", "Our Monday sheet"]] * above + [[""] * left + row for row in ROWS]
    loaded = read(book(Team=rows), "team.xlsx")
    assert loaded.files[0].header_row == above + 1
    assert [left_out.row for left_out in loaded.files[0].left_out] == list(range(1, above + 1))
    assert scores(loaded)["Mara Lindqvist"][:2] == [18.4, 9.2]


def test_a_sheet_without_known_headings_is_no_candidate():
    """The readme in front is passed by."""
    assert read(book(Read_me=[["Hello"]], Team=ROWS), "team.xlsx").files[0].sheet == "Team"


def test_the_sheet_with_more_known_columns_is_read():
    """A summary with one number does not win over the whole table."""
    loaded = read(book(Summary=[["Rep", "SSI"], ["Mara Lindqvist", 60]], Team=ROWS), "team.xlsx")
    assert loaded.files[0].sheet == "Team"


def test_two_sheets_alike_are_asked():
    """Nothing is read until one is named; the answer reads that one."""
    content = book(KW_46=ROWS, KW_47=ROWS)
    asked = read(content, "team.xlsx")
    assert [(question.key, question.choices) for question in asked.questions] == [
        ("sheet:team.xlsx", ("KW 46", "KW 47"))
    ]
    assert asked.readings.empty
    answered = read(content, "team.xlsx", answers={"sheet:team.xlsx": "KW 47"})
    assert not answered.questions
    assert answered.files[0].sheet == "KW 47"


def test_a_sheet_of_another_week_is_alike_with_a_column_more():
    """The older one is not chosen for its comments, nor is one of two lists of deals."""
    older = [[*row, more] for row, more in zip(ROWS, ("Team", "North"), strict=True)]
    asked = read(book(KW_46=older, KW_47=ROWS), "team.xlsx")
    assert [question.key for question in asked.questions] == ["sheet:team.xlsx"]
    assert asked.readings.empty
    deals = [["Owner", "Deal name", "Stage", "Amount"], ["Mara Lindqvist", "Ferry", "Proposal", 1000]]
    more = [[*row, day] for row, day in zip(deals, ("Close date", MONDAY), strict=True)]
    weeks = [["Rep", "KW 46/2026", "KW 47/2026"], ["Mara Lindqvist", 18.4, 18.5]]
    asked = read(book(Brand=weeks, People=weeks), "team.xlsx")
    assert [question.key for question in asked.questions] == ["sheet:team.xlsx"]
    assert [question.key for question in read(book(Open=deals, Closed=more), "d.xlsx").questions] == ["sheet:d.xlsx"]


def test_sheets_with_numbers_of_other_kinds_are_read_beside_each_other():
    """Scores on one sheet and the pipeline on another are one file; each sheet is reported by itself."""
    pipeline = [["Rep", "Date", "Open pipeline", "Quota"], ["Mara Lindqvist", MONDAY, 1000, 500], ["Total", "", 1, 1]]
    loaded = read(book(Read_me=[["Hello"]], Team=ROWS, Pipeline=pipeline), "team.xlsx")
    assert not loaded.questions
    assert [(one.name, one.sheet, one.rows_used) for one in loaded.files] == [
        ("team.xlsx", "Team", 1),
        ("team.xlsx", "Pipeline", 1),
    ]
    assert scores(loaded)["Mara Lindqvist"][:2] == [18.4, 9.2]
    assert loaded.pipeline[["open_pipeline", "quota"]].to_numpy().tolist() == [[1000.0, 500.0]]
    assert len(loaded.people) == 1


def test_a_further_sheet_without_a_usable_row_is_told():
    """The file is not refused for it."""
    pipeline = [["Rep", "Date", "Open pipeline", "Quota"], ["Total", "", 1000, 500]]
    loaded = read(book(Team=ROWS, Pipeline=pipeline), "team.xlsx")
    assert ("no_usable_rows", None, None, 'sheet "Pipeline"') in problems(loaded)
    assert not loaded.refused


def test_of_two_sheets_alike_an_empty_one_is_passed_by():
    """A prepared sheet for next week has a header and no rows."""
    assert read(book(KW_46=ROWS, KW_47=ROWS[:1]), "team.xlsx").files[0].sheet == "KW 46"


def test_a_hidden_sheet_is_never_chosen_silently():
    """It is asked even where it is the only one that fits."""
    asked = read(book(Front=[["Hello"]], Team_=ROWS), "team.xlsx")
    assert "hidden" in asked.questions[0].text
    assert asked.readings.empty


def test_a_header_of_two_rows_is_joined():
    """Halves of a heading are joined, headings of groups are passed over."""
    rows = [
        ["Rep", "", "SSI pillars", "", "Professional"],
        ["name", "Week of", "People", "Insights", "brand"],
        ["Mara Lindqvist", MONDAY, 9.2, 12.1, 18.4],
    ]
    loaded = read(book(Team=rows), "team.xlsx")
    assert loaded.files[0].header_row == 2
    assert scores(loaded)["Mara Lindqvist"][:3] == [18.4, 9.2, 12.1]


def test_words_in_the_first_row_of_data_make_no_second_header():
    """A column that holds a pillar's name is no pillar."""
    loaded = read("Rep,Date,SSI,Focus\nMara Lindqvist,2026-11-16,60,Insights\n")
    assert loaded.files[0].header_row == 1
    assert len(loaded.readings) == 1


def test_a_wrong_column_can_be_corrected():
    """A heading given to a field, by its name or label, is read as that; one that is ignored is not read."""
    text = "Kollegin,Tag,Ergebnis,SSI\nMara Lindqvist,2026-11-16,60,7\n"
    answers = {
        "column:Kollegin": "name",
        "column:tag": "Week of",
        "column:Ergebnis": "reported_total",
        "column:SSI": "ignore",
    }
    loaded = read(text, answers=answers)
    assert loaded.files[0].columns == {"Kollegin": "name", "Tag": "date", "Ergebnis": "reported_total", "SSI": None}
    assert loaded.readings["total"].tolist() == [60]


def test_a_file_of_something_else_still_shows_its_columns():
    """The refusal names the headings, and the report has them with samples, so that they can be corrected."""
    loaded = read("Colleague,Result\nMara Lindqvist,60\n")
    assert codes(loaded) == {"unrecognised_columns"}
    assert loaded.files[0].columns == {"Colleague": "name", "Result": None} or loaded.files[0].samples["Result"] == (
        "60",
    )


def test_a_repeated_heading_is_named():
    """The first is read; the report keeps both apart."""
    loaded = read(HEADER.strip() + ",Brand\n" + MARA.strip() + ",17\n")
    assert problems(loaded) == [
        ("duplicate_header", 1, "Brand", '"Brand" in column G is not read, "Brand" in column C is')
    ]
    assert loaded.files[0].columns["Brand (column G)"] is None
    assert scores(loaded)["Mara Lindqvist"][0] == 18.4


def test_the_better_named_of_two_columns_is_read():
    """A rep beside an owner is the rep; identity traps are not read at all."""
    loaded = read("Owner,Rep,Account Owner,Date,SSI\nZed Orr,Mara Lindqvist,Ann Poe,2026-11-16,60\n")
    assert loaded.files[0].columns == {
        "Owner": None,
        "Rep": "name",
        "Account Owner": None,
        "Date": "date",
        "SSI": "reported_total",
    }


def test_the_report_says_how_the_file_was_read():
    """Format, encoding, shape, counts, samples."""
    report = read(TEAM).files[0]
    assert (report.format, report.encoding, report.shape, report.rows_read, report.rows_used) == (
        "csv",
        "utf-8",
        "rep_week",
        2,
        2,
    )
    assert report.samples["Brand"] == ("18.4", "11.2")
    assert len(report.sha256) == 64


def test_a_column_that_loses_its_field_to_a_correction_is_named():
    """Whatever was read before the correction is told to be unused now, also where it is no number."""
    text = "Rep,Week of,Team,Squad,SSI,Latest one\nMara Lindqvist,2026-11-16,Nordics,Fjord,60,61\n"
    assert read(text).files[0].displaced == {}
    corrected = read(text, answers={"column:Latest one": "reported_total", "column:Squad": "team"})
    assert corrected.files[0].displaced == {"Team": "Squad", "SSI": "Latest one"}


def test_of_two_columns_with_one_heading_either_can_be_said_to_be_meant():
    """The second names its column, and a correction of one says nothing of the other."""
    text = "Rep,Week of,Brand,Brand,SSI\nMara Lindqvist,2026-11-16,18,19,60\n"
    for answers, brand in ({"column:Brand (column D)": "brand"}, 19), ({"column:Brand": "ignore"}, 19), ({}, 18):
        assert read(text, answers=answers).readings["brand"].tolist() == [brand]
