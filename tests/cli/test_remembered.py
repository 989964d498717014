"""Does the command line read next Monday's file with the answers of the last one?"""

import json

import pytest

from dashboard.cli.main import run

FIRST = "Rep,Week,Brand %,People %,Insights %,Relationships %\nIda Lund,03/11/2026,74 %,40 %,48 %,80 %\n"
ANSWERS = ("--answer", "date_order=dmy", "--answer", "scale=percent")


@pytest.fixture
def desk(tmp_path):
    """The address of a store, and two files of one layout beside it."""
    (tmp_path / "first.csv").write_text(FIRST)
    (tmp_path / "next.csv").write_text(FIRST.replace("03/11", "10/11"))
    return f"sqlite:///{tmp_path / 'desk.sqlite'}"


def test_an_import_remembers_and_the_next_one_uses_it(desk, tmp_path, capsys):
    """The first import needs two answers, the next none; what was taken over is said."""
    assert run(["import", str(tmp_path / "first.csv"), "--db", desk]) == 1
    assert run(["import", str(tmp_path / "first.csv"), "--db", desk, *ANSWERS]) == 0
    capsys.readouterr()
    assert run(["check", str(tmp_path / "next.csv"), "--db", desk]) == 0
    assert "read as last time: " in capsys.readouterr().out
    assert run(["import", str(tmp_path / "next.csv"), "--db", desk, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["files"][0]["remembered"] == {"date_order": "dmy", "scale": "percent"}
    assert (said["readings"][0]["week"], said["readings"][0]["brand"]) == ("2026-11-09", 18.5)


def test_an_answer_given_wins(desk, tmp_path, capsys):
    """What is said today counts, and another store knows nothing."""
    run(["import", str(tmp_path / "first.csv"), "--db", desk, *ANSWERS])
    capsys.readouterr()
    assert run(["check", str(tmp_path / "next.csv"), "--db", desk, "--answer", "date_order=mdy", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["readings"][0]["week"] == "2026-10-05"
    assert run(["check", str(tmp_path / "next.csv"), "--json"]) == 1
