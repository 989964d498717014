"""Does every page stand in every state of the desk?"""

import os
import sqlite3

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.store.engine import open_store
from dashboard.store.imports import commit
from dashboard.ui import cached
from tests.views.conftest import APP, NAMES, NOW, STATES, calm, team, texts

OF_THE_DESK = ("import", "settings", "guide")


@pytest.mark.parametrize("page", NAMES)
@pytest.mark.parametrize("state", STATES)
def test_every_page_stands_in_every_state(opened, state: str, page: str):
    """No page fails or refuses, whether there is nothing, one rep, a team, bad rows or a week missing."""
    assert calm(opened(state, page)).title


@pytest.mark.parametrize("page", [page for page in NAMES if page not in OF_THE_DESK])
def test_an_empty_desk_explains_itself_on_every_page(opened, page: str):
    """Without data each page offers upload, paste, template and the sample team in place."""
    app = opened("no data", page)
    assert app.button(key="empty_sample").label == "Try it with a sample team"
    assert app.file_uploader(key="empty_files_0").label == "Files: CSV, Excel, OpenDocument, web pages, JSON"
    assert app.text_area(key="empty_text_0").label == "Cells with their header row"
    assert [button.label for button in app.get("download_button")] == ["Template, XLSX", "Template, CSV"]


def test_two_clicks_lead_to_a_filled_leaderboard(opened):
    """From an empty desk: try the sample team, open the leaderboard."""
    app = opened("no data").button(key="empty_sample").click().run()
    board = calm(app.switch_page("views/leaderboard.py").run())
    assert len(board.dataframe[0].value) == 14


def test_the_sample_team_can_be_taken_back(opened):
    """Loading the sample is one import, and taking it back empties the desk."""
    app = opened("no data").button(key="empty_sample").click().run().switch_page("views/import.py").run()
    (undo,) = [button for button in app.button if button.label == "Take this import back"]
    app = calm(undo.click().run()).switch_page("views/this_week.py").run()
    assert app.button(key="empty_sample")


@pytest.mark.parametrize("page", NAMES)
def test_a_page_has_one_title(opened, page: str):
    """Each page has exactly one first heading."""
    assert len(opened("a team", page).title) == 1


def test_a_store_of_a_newer_version_is_refused_in_a_sentence(desk):
    """A refusal is one sentence, never a traceback."""
    with sqlite3.connect(desk("a team")) as connection:
        connection.execute("update meta set schema_version = 999")
    app = AppTest.from_file(str(APP), default_timeout=30).run()
    assert [element.value for element in app.exception] == []
    assert "written by a newer version" in app.error[0].value


def test_an_import_from_elsewhere_shows_on_the_next_click(opened):
    """The open page reads the store's revision on each run, so an import by the command line is seen."""
    app = opened("no data")
    commit(open_store(os.environ["SSI_COACH_DATABASE"]), team(), who="terminal", at=NOW)
    assert "Talk first" in texts(calm(app.run()))


@pytest.mark.parametrize("page", NAMES)
def test_a_run_looks_at_the_store_once(opened, page: str, monkeypatch):
    """Frame and page of one run see the same revision, even when somebody imports in between."""
    app, asked = opened("a team", page), []
    monkeypatch.setattr(cached, "revision", lambda engine: asked.append(engine) or 100 + len(asked))
    calm(app.run())
    assert len(asked) == 1
