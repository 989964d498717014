"""Can the manager make a note their own?"""

from tests.views.conftest import calm, texts

TEXT = "notes_text_lars-sokolov_2026-11-16"
FILES = ["Word", "Markdown", "Web page", "Excel", "ZIP, a file per rep", "One Word document"]


def editing(opened):
    """Return the page with the text of one rep open for editing."""
    return calm(opened("a team", "notes", rep="lars-sokolov").button(key="notes_edit").click().run())


def files(app):
    """Return the names of the files offered."""
    return [button.label for button in app.get("download_button")]


def test_a_note_is_shown_as_it_will_be_read(opened):
    """Headings are headings, tables are tables; no text box stands between the manager and the note."""
    app = calm(opened("a team", "notes", rep="lars-sokolov"))
    assert "## Coaching note: Lars Sokolov" in texts(app)
    assert "☐ First time on" in texts(app)
    assert not app.text_area


def test_the_text_to_edit_is_the_note_s(opened):
    """It starts with rep and week, in the Markdown that is kept."""
    assert str(editing(opened).text_area(key=TEXT).value).startswith("# Coaching note: Lars Sokolov")


def test_nothing_can_be_taken_along_while_the_text_is_open(opened):
    """No file is offered that could lack what was typed last; once it is done, every format is."""
    app = editing(opened)
    assert files(app) == []
    assert files(calm(app.button(key="notes_done").click().run())) == FILES


def test_what_is_typed_last_is_in_the_note(opened):
    """The text and the click on Done may reach the desk together."""
    app = editing(opened)
    app.text_area(key=TEXT).set_value("# Mine\n\nWell done.")
    app = calm(app.button(key="notes_done").click().run())
    assert "Well done." in texts(app)
    assert "Lars" not in app.markdown[-1].value


def test_an_edit_is_kept_over_pages_and_can_be_taken_back(opened):
    """What the manager wrote is there when they come back, until they ask for the facts again."""
    app = editing(opened)
    app.text_area(key=TEXT).set_value("# Mine\n\nWell done.").run()
    app = calm(app.switch_page("views/this_week.py").run()).switch_page("views/notes.py").run()
    assert app.text_area(key=TEXT).value == "# Mine\n\nWell done."
    app.button(key="notes_reset").click().run()
    assert str(calm(app).text_area(key=TEXT).value).startswith("# Coaching note: Lars Sokolov")
    assert app.button(key="notes_reset").disabled


def test_typing_and_going_back_at_once_goes_back(opened):
    """Whichever of the two the desk hears first."""
    app = editing(opened)
    app.text_area(key=TEXT).set_value("# Mine").run()
    app.text_area(key=TEXT).set_value("# Mine, longer")
    app = calm(app.button(key="notes_reset").click().run())
    assert str(app.text_area(key=TEXT).value).startswith("# Coaching note: Lars Sokolov")


def test_the_way_back_stands_there_before_it_is_needed(opened):
    """Nothing moves under the pointer; without an edit there is nothing to go back from."""
    app = editing(opened)
    assert app.button(key="notes_reset").disabled
    app.text_area(key=TEXT).set_value("# Mine").run()
    assert not calm(app).button(key="notes_reset").disabled


def test_writing_the_facts_again_is_no_edit(opened):
    """Who takes back a word by hand has the facts."""
    app = editing(opened)
    facts = str(app.text_area(key=TEXT).value)
    app.text_area(key=TEXT).set_value("# Mine").run()
    app.text_area(key=TEXT).set_value(facts).run()
    assert calm(app).button(key="notes_reset").disabled


def test_an_edit_says_how_long_it_lasts(opened):
    """A reload of the page loses it, which is said beside the text and beside the note."""
    app = editing(opened)
    assert "reloading the page" not in texts(app)
    app.text_area(key=TEXT).set_value("# Mine").run()
    assert "reloading the page brings back the facts" in texts(app)
    assert "reloading the page brings back the facts" in texts(app.button(key="notes_done").click().run())


def test_another_rep_is_read_first(opened):
    """The text open for one rep does not open the next one's; the edit stays with the first."""
    app = editing(opened)
    app.text_area(key=TEXT).set_value("# Mine").run()
    app = calm(app.selectbox(key="filter_rep").set_value("Anton Iyer").run())
    assert not app.text_area
    assert app.button(key="notes_reset").disabled


def test_every_format_is_offered_for_one_and_for_all(opened):
    """Word, Markdown, a web page and Excel for one rep; a ZIP and one document for everybody."""
    assert files(opened("a team", "notes")) == FILES


def test_this_week_leads_to_a_rep_and_the_rep_to_the_note(opened):
    """From the queue to the rep, from the rep to the note, the same person all the way."""
    app = opened("a team")
    (first, *_) = [button for button in app.button if button.label == "Prepare the talk"]
    app = calm(first.click().run())
    name = app.title[0].value
    app = calm(app.button(key="rep_note").click().run())
    assert f"## Coaching note: {name}" in texts(app)


def test_the_words_of_the_review_are_in_the_note(opened):
    """While the week's review goes on they can be written here too, and stay with it."""
    app = calm(opened("a team", "review")).button(key="review_begin").click().run()
    assert not app.exception
    app = calm(app.switch_page("views/notes.py").run())
    (box,) = app.text_area
    app = calm(app.text_area(key=str(box.key)).set_value("Well done with Alder.").run())
    assert "From our talk" in texts(app)
    assert "Well done with Alder." in texts(app)
    app = calm(app.switch_page("views/this_week.py").run()).switch_page("views/notes.py").run()
    assert app.text_area(key=str(box.key)).value == "Well done with Alder."
