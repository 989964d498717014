"""How is the app started from the terminal?"""

import os
from pathlib import Path

from dashboard.cli.app import ROOT, environment, words


def test_the_server_file_is_run():
    """The app is served by server.py, with port and window as asked."""
    assert words(port=None, headless=False)[1:5] == ["-m", "streamlit", "run", str(ROOT / "dashboard" / "server.py")]
    assert words(port=8600, headless=True)[5:7] == ["--server.port=8600", "--server.headless=true"]


def test_only_this_machine_can_open_the_desk(monkeypatch):
    """Scores are about people and there is no login: other machines are let in by name only."""
    assert words(port=None, headless=False)[-1] == "--server.address=localhost"
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", "0.0.0.0")
    assert words(port=None, headless=True)[-1] == "--server.headless=true"


def test_the_store_is_named_from_where_we_stand(tmp_path, monkeypatch):
    """A relative path means the folder of the terminal, not that of the app."""
    monkeypatch.chdir(tmp_path)
    assert environment("sqlite:///desk.sqlite")["SSI_COACH_DATABASE"] == f"sqlite:///{tmp_path / 'desk.sqlite'}"
    monkeypatch.setenv("SSI_COACH_DATABASE", "sqlite:///other.sqlite")
    assert environment(None)["SSI_COACH_DATABASE"] == f"sqlite:///{tmp_path / 'other.sqlite'}"
    assert environment("postgresql://desk/ssi")["SSI_COACH_DATABASE"] == "postgresql://desk/ssi"


def test_no_store_named_means_the_default(monkeypatch):
    """Without --db and environment the app chooses its own store, and finds our package."""
    monkeypatch.delenv("SSI_COACH_DATABASE", raising=False)
    settings = environment(None)
    assert "SSI_COACH_DATABASE" not in settings
    assert Path(settings["PYTHONPATH"].split(os.pathsep)[0]) == ROOT
