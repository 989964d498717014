"""Does the import page lead from a file to the desk, and back?"""

from datetime import date

from streamlit.testing.v1 import AppTest

from tests.views.conftest import BAD_ROWS, calm, texts

GOOD = b"""Name,Team,Week,Brand,People,Insights,Relationships,Quota,Won,Open pipeline
Ida Lund,Nordics,2026-11-16,18.4,9.2,12.1,20.3,400000,100000,600000
Sam Okafor,Nordics,2026-11-16,11.0,6.1,5.0,11.2,400000,20000,100000
"""
LATER = GOOD.replace(b"2026-11-16", b"2026-11-23").replace(b"18.4", b"19.9")
CORRECTED = GOOD.replace(b"18.4", b"17.4")
ODD = GOOD.replace(b"Brand", b"Marque X")
UNDATED = GOOD.replace(b"Week,", b"Note,").replace(b"2026-11-16", b"-")
AMBIGUOUS = GOOD.replace(b"2026-11-16", b"03/11/2026")


def upload(app: AppTest, *files: tuple[str, bytes], page: str = "import") -> AppTest:
    """Hand files to the uploader of a page and run."""
    for name, content in files:
        app.file_uploader[0].upload(name, content)
    return app.run()


def run_import(app: AppTest) -> AppTest:
    """Press the one button."""
    return calm(app.button(key="import_now").click().run())


def counts(app: AppTest) -> dict[str, str]:
    """Return what would change."""
    return {metric.label: metric.value for metric in app.metric}


def test_a_file_is_looked_at_before_anything_is_stored(opened):
    """Uploading shows what was understood and what would change, and stores nothing."""
    app = calm(upload(opened("no data", "import"), ("team.csv", GOOD)))
    said = texts(app)
    assert "Looking at **team.csv**. Nothing is stored yet." in said
    assert "Header in row 1, one row per rep and week" in said
    assert "2 of 2 rows below the header used." in said
    assert counts(app)["Added"] == "4"
    assert "Nothing was imported yet." in said


def test_one_click_imports_and_shows_the_way_onward(opened):
    """The import is one click; then This week is filled."""
    app = run_import(upload(opened("no data", "import"), ("team.csv", GOOD)))
    assert "4 rows added" in app.success[0].value
    board = calm(app.switch_page("views/leaderboard.py").run())
    assert board.dataframe[0].value["Rep"].tolist() == ["Ida Lund", "Sam Okafor"]


def test_an_upload_on_the_empty_desk_opens_the_import_page(opened):
    """Whatever page the empty desk is on, a file leads to the import."""
    app = calm(upload(opened("no data", "heatmap"), ("team.csv", GOOD)))
    assert app.title[0].value == "Import"
    assert "team.csv" in texts(app)


def test_what_was_parsed_survives_a_look_at_another_page(opened):
    """An uploader forgets its file when the page is left; the desk does not."""
    app = upload(opened("a team", "import"), ("team.csv", GOOD))
    app = app.switch_page("views/guide.py").run().switch_page("views/import.py").run()
    assert "Looking at **team.csv**" in texts(calm(app))


def test_the_same_file_again_changes_nothing(opened):
    """Everything is known already, and nothing is written."""
    app = run_import(upload(opened("no data", "import"), ("team.csv", GOOD)))
    app = upload(app, ("team.csv", GOOD))
    assert (counts(app)["Added"], counts(app)["Already known"]) == ("0", "4")
    assert "Nothing new" in calm(app).info[0].value
    assert "import_now" not in {button.key for button in app.button}


def test_a_blank_that_is_filled_is_no_change(opened):
    """A team where there was none is filled in, and named."""
    bare = GOOD.replace(b"Name,Team", b"Name,Note").replace(b"Nordics", b"-")
    app = run_import(upload(opened("no data", "import"), ("bare.csv", bare)))
    app = upload(app, ("team.csv", GOOD))
    assert (counts(app)["Changed"], counts(app)["Filled in"]) == ("0", "2")
    assert "Filled in where the desk had a blank: 2 teams." in texts(app)
    assert any(expander.label == "Before and after: 2 values" for expander in app.expander)
    assert "0 rows added, 0 changed, 2 filled in (2 teams)" in run_import(app).success[0].value


def test_what_was_worth_a_look_can_be_opened_again(opened):
    """The problems of an import of the history are a click away, with their rows."""
    app = run_import(upload(opened("no data", "import"), ("bad.csv", BAD_ROWS)))
    assert not [frame for frame in app.dataframe if "Found" in frame.value]
    button = next(one for one in app.button if str(one.key).startswith("found_"))
    app = calm(button.click().run())
    assert any("217" in list(frame.value["Found"]) for frame in app.dataframe if "Found" in frame.value)


def test_the_day_is_asked_for_only_where_no_file_says_it(opened):
    """A date column or a title says it; without either today stands there to be corrected."""
    app = upload(opened("no data", "import"), ("team.csv", GOOD))
    assert not app.date_input
    app = upload(app.button(key="import_start_over").click().run(), ("team.csv", UNDATED))
    assert app.date_input[0].value is not None
    app = calm(app.date_input[0].set_value(date(2026, 11, 4)).run())
    assert "all of 2026-11-04 from what you said" in texts(app)


def test_a_file_named_as_a_workbook_is_told_to_be_none(opened):
    """It is read by its content, and that is said in one line."""
    app = calm(upload(opened("no data", "import"), ("team.xlsx", GOOD)))
    assert "this is a CSV file and no Excel workbook" in texts(app)


def test_a_missing_score_is_not_said_to_be_stored(opened):
    """What became of it stands in the heading of the problem."""
    app = calm(upload(opened("no data", "import"), ("gap.csv", GOOD.replace(b"18.4", b"n/a"))))
    labels = [expander.label for expander in app.expander]
    assert any(label.startswith("A score is missing · 1 · stays blank") for label in labels)


def test_headings_and_long_fractions_are_shown_as_a_reader_writes_them(opened):
    """A hyphen of a line break is joined, and a share of many decimals is a percentage."""
    long = GOOD.replace(b"Relationships,", b'"Relation-\nships",Attainment,').replace(
        b"20.3,", b"20.3,0.4677777777777778,"
    )
    app = calm(upload(opened("no data", "import"), ("team.csv", long.replace(b"11.2,", b"11.2,0.5,"))))
    assert "Relationships" in {box.label for box in app.selectbox}
    assert "46.78% · 50%" in texts(app)


def test_a_corrected_file_shows_before_and_after(opened):
    """A changed value is one change, with the old and the new number."""
    app = run_import(upload(opened("no data", "import"), ("team.csv", GOOD)))
    app = upload(app, ("team.csv", CORRECTED))
    assert counts(app)["Changed"] == "1"
    (change,) = [frame.value for frame in app.dataframe if "Before" in frame.value]
    assert change[["Before", "After"]].to_numpy().tolist() == [["18.4", "17.4"]]


def test_a_wrong_column_is_corrected_in_place(opened):
    """A column nobody knows is not used until the manager says what it is."""
    app = upload(opened("no data", "import"), ("odd.csv", ODD))
    box = app.selectbox(key="column_0_Marque X")
    assert box.value == "ignore"
    app = calm(box.set_value("brand").run())
    assert app.selectbox(key="column_0_Marque X").value == "brand"
    (scores,) = [frame.value for frame in app.dataframe if "Total" in frame.value]
    assert scores["Brand"].tolist() == [18.4, 11.0]


def test_an_open_question_comes_first_and_holds_the_import(opened):
    """Dates that can be read two ways are asked for; the button waits for the answer."""
    app = upload(opened("no data", "import"), ("team.csv", AMBIGUOUS))
    assert app.button(key="import_now").disabled
    (question,) = app.radio
    app = calm(question.set_value("dmy").run())
    assert not app.button(key="import_now").disabled
    (scores,) = [frame.value for frame in app.dataframe if "Total" in frame.value]
    assert {f"{week:%Y-%m-%d}" for week in scores["Week"]} == {"2026-11-02"}


def test_an_answer_can_be_changed(opened):
    """What was answered is listed and can be asked again."""
    app = upload(opened("no data", "import"), ("team.csv", AMBIGUOUS))
    app = app.radio[0].set_value("dmy").run()
    assert "Dates: Day first" in texts(app)
    assert calm(app.button(key="answer_date_order").click().run()).radio


def test_problems_come_by_kind_with_row_and_column(opened):
    """Bad rows are told as the spreadsheet counts them; the good ones are used."""
    app = calm(upload(opened("no data", "import"), ("bad.csv", BAD_ROWS)))
    labels = [expander.label for expander in app.expander]
    assert any(label.startswith("A number outside its range · 1 · not stored") for label in labels)
    (found,) = [
        frame.value for frame in app.dataframe if "Found" in frame.value and "217" in str(frame.value["Found"].tolist())
    ]
    assert found[["Row", "Column", "Found"]].to_numpy().tolist() == [[3, "Brand", "217"]]


def test_a_file_that_cannot_be_read_is_one_sentence(opened):
    """A damaged file is refused with its reason; instead of a dead button there is a place for a better file."""
    app = upload(opened("no data", "import"), ("team.xlsx", b"PK\x03\x04 not a workbook"))
    assert [element.value for element in app.exception] == []
    assert "was not read" in app.error[0].value
    assert "import_now" not in {button.key for button in app.button}
    assert "nothing to import here yet" in texts(app)
    app = calm(upload(app, ("team.csv", GOOD)))
    assert not app.button(key="import_now").disabled


def test_a_refused_file_can_be_left_out(opened):
    """Beside a good file the bad one can be put away, and the good one imported."""
    app = upload(opened("no data", "import"), ("team.csv", GOOD), ("broken.xlsx", b"PK\x03\x04 nothing"))
    app = calm(app.button(key="refused_0").click().run())
    assert "4 rows added" in run_import(app).success[0].value


def test_cells_can_be_pasted(opened):
    """Cells copied from a spreadsheet are read like a file."""
    app = opened("no data")
    app.text_area(key="empty_text_0").set_value(GOOD.decode().replace(",", "\t"))
    app = calm(app.button(key="empty_paste").click().run())
    assert app.title[0].value == "Import"
    assert counts(app)["Added"] == "4"


def test_starting_over_puts_the_files_away(opened):
    """Nothing is looked at any more and nothing was stored."""
    app = upload(opened("no data", "import"), ("team.csv", GOOD))
    app = calm(app.button(key="import_start_over").click().run())
    assert "Nothing was imported yet." in texts(app)
    assert app.file_uploader


def test_an_import_can_be_taken_back(opened):
    """Each import of the history has its way back; what it replaced counts again."""
    app = run_import(upload(opened("no data", "import"), ("team.csv", GOOD)))
    app = run_import(upload(app, ("team.csv", CORRECTED)))
    newest = next(button for button in app.button if button.label == "Take this import back")
    app = calm(newest.click().run())
    assert "Taken back" in texts(app)
    app = upload(app, ("team.csv", GOOD))
    assert counts(app)["Already known"] == "4"


def test_two_files_are_read_as_one_set(opened):
    """Several weeks handed over together are one import."""
    app = upload(opened("no data", "import"), ("one.csv", GOOD), ("two.csv", LATER))
    assert counts(calm(app))["Added"] == "8"
    assert "one.csv and two.csv" in texts(app)


def test_names_that_look_like_markup_stay_names(opened):
    """Whatever stands in a file is text, not Markdown, not a formula, not an icon."""
    nasty = GOOD.replace(b"Ida Lund", b":material/bolt: **Ida** $x$ <b>L</b>")
    app = run_import(upload(opened("no data", "import"), ("n.csv", nasty)))
    app = calm(app.switch_page("views/rep.py").run())
    assert ":\u2060material/bolt: \\*\\*Ida\\*\\* \\$x\\$ \\<b\\>L\\</b\\>" in [title.value for title in app.title]


def test_sure_proposals_about_people_are_accepted_at_once(opened):
    """Two e-mails that spell the two names are one click; each answer can still be changed."""
    spelled = GOOD.replace(b"Name,", b"E-mail,").replace(b"Ida Lund,", b"ida.lund@nordics.example,")
    spelled = spelled.replace(b"Sam Okafor,", b"sam.okafor@nordics.example,")
    app = calm(upload(opened("no data", "import"), ("team.csv", GOOD), ("later.csv", spelled)))
    assert len([radio for radio in app.radio if str(radio.key).startswith("question_link")]) == 2
    app = calm(app.button(key="questions_accept").click().run())
    assert not app.radio
    assert {"answer_link:ida.lund@nordics.example"} <= {button.key for button in app.button}


def test_a_weak_proposal_is_never_accepted_along_with_the_others(opened):
    """An e-mail with part of a name stays a question of its own, with the evidence in words."""
    first = GOOD.replace(b"Sam Okafor", b"Sam Obi Okafor") + b"Leo Brandt,Alps,2026-11-16,1,2,3,4,9,9,9\n"
    spelled = first.replace(b"Name,", b"E-mail,").replace(b"Ida Lund,", b"ida.lund@nordics.example,")
    spelled = spelled.replace(b"Sam Obi Okafor,", b"sam.okafor@nordics.example,")
    spelled = spelled.replace(b"Leo Brandt,", b"leo.brandt@alps.example,")
    app = calm(upload(opened("no data", "import"), ("team.csv", first), ("later.csv", spelled)))
    (table,) = [frame.value for frame in app.dataframe if "Same person as" in frame.value]
    assert table["Same person as"].tolist() == ["Ida Lund (Nordics)", "Leo Brandt (Alps)"]
    app = calm(app.button(key="questions_accept").click().run())
    (left,) = app.radio
    assert "the e-mail spells part of the name" in left.label
    assert left.options == ["Sam Obi Okafor (Nordics)", "Somebody new"]
    assert "Who is ida.lund" in texts(app)
    assert "\\: Ida Lund" in texts(app) or ": Ida Lund" in texts(app)


def test_one_answer_settles_the_scale_of_all_columns(opened):
    """Four columns in percent are one question, percent first; one Change takes all four back."""
    percent = GOOD.replace(b"Brand,People,Insights,Relationships", b"Brand %,People %,Insights %,Relationships %")
    app = upload(opened("no data", "import"), ("team.csv", percent))
    (question,) = app.radio
    assert question.options[0] == "Percent of the 25 points"
    app = calm(question.set_value("percent").run())
    assert not app.radio
    assert counts(app)["Added"] == "4"
    app = calm(app.button(key="answer_scale:Brand %").click().run())
    assert len(app.radio) == 1


def test_two_files_with_the_same_question_ask_it_once(opened):
    """Dates that can be read two ways in both files are one question."""
    app = upload(opened("no data", "import"), ("a.csv", AMBIGUOUS), ("b.csv", AMBIGUOUS.replace(b"18.4", b"18.5")))
    assert len(calm(app).radio) == 1


def test_problems_say_whom_they_are_about(opened):
    """Beside row and column stand rep, week and pillar."""
    app = calm(upload(opened("no data", "import"), ("bad.csv", BAD_ROWS)))
    (found,) = [
        frame.value for frame in app.dataframe if "Found" in frame.value and "217" in list(frame.value["Found"])
    ]
    assert found[["Row", "Rep", "Pillar"]].to_numpy().tolist() == [[3, "Sam Okafor", "Brand"]]
    assert f"{found['Week'][0]}" == "2026-11-16"


def test_a_corrected_column_says_which_one_it_replaced(opened):
    """The columns stay in sight, and the one that lost its meaning is named."""
    both = GOOD.replace(b"Brand,", b"Brand,Latest,").replace(b"18.4,", b"18.4,19.4,").replace(b"11.0,", b"11.0,12.0,")
    app = upload(opened("no data", "import"), ("team.csv", both))
    app = calm(app.selectbox(key="column_0_Latest").set_value("brand").run())
    assert "“Brand” was used for Brand. Now “Latest” is, and “Brand” is not used." in texts(app)
    (panel,) = [expander for expander in app.expander if "columns are used" in expander.label]
    assert panel.proto.expanded


def test_a_lone_dollar_sign_is_told_and_can_be_answered(opened):
    """Amounts without a currency take the only one named; another one can be said."""
    dollar = GOOD.replace(b",600000", b",$600000")
    app = calm(upload(opened("no data", "import"), ("team.csv", dollar)))
    assert any(expander.label.startswith("One currency for all amounts") for expander in app.expander)
    app = calm(app.selectbox(key="import_currency").set_value("EUR").run())
    (pipeline,) = [frame.value for frame in app.dataframe if "Currency" in frame.value]
    assert set(pipeline["Currency"]) == {"EUR", "USD"}
    assert "Amounts that name no currency: EUR" in texts(app)


def test_what_a_reload_would_lose_is_said(opened):
    """Files being looked at are kept in the tab only."""
    app = upload(opened("no data", "import"), ("team.csv", GOOD))
    assert "reloading the page forgets the files and the answers" in texts(app)


def test_the_word_of_success_goes_with_the_page(opened):
    """Back on the page later, only the history tells of the import."""
    app = run_import(upload(opened("no data", "import"), ("team.csv", GOOD)))
    assert "here in the app" in texts(app)
    app = app.switch_page("views/guide.py").run().switch_page("views/import.py").run()
    assert not calm(app).success


def unfolded(app):
    """Unfold the place where it is said who has left."""
    app.session_state["states_open"] = True
    return app.run()


def test_the_names_are_made_only_for_who_unfolds_them(opened):
    """Folded, the list of everybody in view is neither made nor sent."""
    app = opened("a team", "import")
    assert not app.multiselect
    assert len(unfolded(app).multiselect(key="states_reps").options) == 14


def test_a_rep_who_left_is_typed_and_taken_back(opened):
    """It is an import of its own; the rep is in no list until it is taken back."""
    app = opened("a team", "import")
    name, rep_id = "Ida Lund", "ida-lund"
    app = unfolded(run_import(upload(app, ("team.csv", GOOD))))
    app.multiselect(key="states_reps").set_value([rep_id])
    app = calm(app.button(key="states_save").click().run())
    assert f"Left: {name}" in texts(app)
    (away,) = [frame.value for frame in app.dataframe if "State" in frame.value]
    assert name in away["Rep"].tolist()
    newest = next(button for button in app.button if button.label == "Take this import back")
    app = calm(newest.click().run())
    assert not [frame for frame in app.dataframe if "State" in frame.value and name in frame.value["Rep"].tolist()]


def test_nothing_is_typed_without_a_choice(opened):
    """Saving with nobody chosen stores nothing."""
    app = unfolded(opened("a team", "import"))
    app = calm(app.button(key="states_save").click().run())
    assert "Left:" not in texts(app)


def test_whose_numbers_a_file_holds_can_be_typed(opened):
    """A file of one person that names nobody asks for the name, and there is a place to write it."""
    app = upload(opened("no data", "import"), ("mine.csv", b"date,total\n2026-11-09,60\n2026-11-16,61\n"))
    app = calm(app.text_input(key="question_rep:mine.csv").set_value("Ida Lund").run())
    assert counts(app)["Added"] == "2"
