"""Can the manager make a note their own?"""

from tests.views.conftest import calm

TEXT = "notes_text_lars-sokolov_2026-11-16"


def test_a_note_tells_the_week_of_the_rep(opened):
    """The text to edit starts with rep and week."""
    app = calm(opened("a team", "notes", rep="lars-sokolov"))
    assert str(app.text_area(key=TEXT).value).startswith("# Coaching note: Lars Sokolov")


def test_an_edit_is_kept_over_pages_and_can_be_taken_back(opened):
    """What the manager wrote is there when they come back, until they ask for the facts again."""
    app = opened("a team", "notes", rep="lars-sokolov")
    app.text_area(key=TEXT).set_value("# Mine\n\nWell done.").run()
    app = calm(app.switch_page("views/this_week.py").run()).switch_page("views/notes.py").run()
    assert app.text_area(key=TEXT).value == "# Mine\n\nWell done."
    assert "Well done." in app.markdown[0].value
    app.button(key="notes_reset").click().run()
    assert str(calm(app).text_area(key=TEXT).value).startswith("# Coaching note: Lars Sokolov")


def test_every_format_is_offered_for_one_and_for_all(opened):
    """Word, Markdown, a web page and Excel for one rep; a ZIP and one document for everybody."""
    labels = [button.label for button in opened("a team", "notes").get("download_button")]
    assert labels == ["Word", "Markdown", "Web page", "Excel", "ZIP, a file per rep", "One Word document"]


def test_this_week_leads_to_a_rep_and_the_rep_to_the_note(opened):
    """From the queue to the rep, from the rep to the note, the same person all the way."""
    app = opened("a team")
    (first, *_) = [button for button in app.button if button.label == "Prepare the talk"]
    app = calm(first.click().run())
    name = app.title[0].value
    app = calm(app.button(key="rep_note").click().run())
    assert f"# Coaching note: {name}" in str(app.text_area[0].value)
