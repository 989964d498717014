"""Can people be listed, joined and split from the command line?"""

import json

import pytest

from dashboard.cli.main import run

TEAM = "Rep,E-mail,Week,Brand,People,Insights,Relationships\n"
TEAM += (
    "Ida Lund,ida@a.example,2026-11-16,18,9,12,20\nBo Lee,,2026-11-16,8,9,10,11\nRobert Leeson,,2026-11-09,7,9,10,11\n"
)


@pytest.fixture
def desk(tmp_path, monkeypatch, capsys):
    """A store with three reps."""
    (tmp_path / "team.csv").write_text(TEAM)
    monkeypatch.setenv("SSI_COACH_DATABASE", f"sqlite:///{tmp_path / 'desk.sqlite'}")
    assert run(["import", str(tmp_path / "team.csv")]) == 0
    capsys.readouterr()


def listed(capsys) -> dict[str, list[str]]:
    """Return everybody on the desk with their other names."""
    assert run(["people", "--json"]) == 0
    return {one["rep_id"]: one["aliases"] for one in json.loads(capsys.readouterr().out)["people"]}


def test_people_are_listed_with_what_else_leads_to_them(desk, capsys):
    """One a line, by name; the id is what the other commands take."""
    assert run(["people"]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.split() == ["id", "name", "team", "also"]
    assert lines[1].split() == ["ida-lund", "Ida", "Lund", "–", "ida@a.example"]


def test_two_are_joined_and_split_again(desk, capsys):
    """The second keeps id and name; split, the other has its values again."""
    assert run(["join", "robert-leeson", "bo-lee"]) == 0
    assert capsys.readouterr().out.startswith("Joined: Robert Leeson with Bo Lee. Take it back with `ssi-coach undo ")
    assert listed(capsys) == {"bo-lee": ["Robert Leeson"], "ida-lund": []}
    assert run(["split", "bo-lee", "robert leeson", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["files"] == ["Parted: Robert Leeson from Bo Lee"]
    assert len(listed(capsys)) == 3


def test_joining_stands_in_the_history_and_is_taken_back(desk, capsys):
    """As on the page."""
    assert run(["join", "robert-leeson", "bo-lee", "--json"]) == 0
    import_id = json.loads(capsys.readouterr().out)["import_id"]
    assert run(["imports"]) == 0
    assert "Joined: Robert Leeson with Bo Lee" in capsys.readouterr().out
    assert run(["undo", import_id]) == 0
    capsys.readouterr()
    assert len(listed(capsys)) == 3


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("join", "nobody", "bo-lee"), "nobody"),
        (("join", "bo-lee", "bo-lee"), "Bo Lee"),
        (("split", "bo-lee", "Zoe"), "Zoe"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(desk, capsys, words, sentence):
    """A rep nobody knows, one with itself, a name that is none of the rep's."""
    assert run([*words]) == 1
    said = capsys.readouterr()
    assert (said.out, sentence in said.err) == ("", True)
