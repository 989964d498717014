"""The same from a real terminal: processes of their own, pipes, exit codes."""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.fixture
def terminal(tmp_path):
    """Run `python -m dashboard` as a process, with a desk of its own."""
    settings = {
        **os.environ,
        "SSI_COACH_DATABASE": f"sqlite:///{tmp_path / 'desk.sqlite'}",
        "PYTHONIOENCODING": "utf-8",
    }

    def ran(*words: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "dashboard", *map(str, words)]
        return subprocess.run(
            command, cwd=ROOT, env=settings, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
        )

    return ran


def test_a_large_team_from_start_to_notes(terminal, tmp_path):
    """200 reps over 52 weeks are loaded, reviewed and written in the terminal."""
    assert terminal("demo", "--reps", 200, "--weeks", 52, "--as-of", "2026-11-16").returncode == 0
    said = terminal("review", "--json")
    review = json.loads(said.stdout)
    assert (said.returncode, said.stderr) == (0, "")
    assert (len(review["reps"]), review["weeks_of_history"]) == (200, 52)
    out = tmp_path / "notes.md"
    assert terminal("notes", "--all", "--format", "md", "--out", out).returncode == 0
    assert out.read_text("utf-8").count("Coaching note") >= 200


def test_stdout_holds_json_alone(terminal, tmp_path):
    """Complaints go to stderr, so that a pipe gets JSON and nothing else."""
    path = tmp_path / "team.csv"
    path.write_text("Week of,Rep name,Brand\n2026-11-09,Mara Lindqvist,18.4\n2026-11-09,Ivo Santoro,217\n")
    said = terminal("check", path, tmp_path / "gone.csv", "--json")
    assert said.returncode == 1
    assert json.loads(said.stdout)["readings"][0]["brand"] == 18.4
    assert said.stderr.count("\n") == 1


def test_help_is_light():
    """The help text needs neither pandas nor Streamlit nor SQLAlchemy."""
    script = (
        "import sys\nfrom dashboard.cli.main import run\nrun(['--help'])\n"
        "print({'pandas', 'streamlit', 'sqlalchemy', 'numpy'} & set(sys.modules), file=sys.stderr)"
    )
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stderr.strip() == "set()"
    assert "review" in said.stdout
