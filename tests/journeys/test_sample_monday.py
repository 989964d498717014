"""A first Monday: the sample team, the review, the notes."""

import zipfile

import pytest

from dashboard.exports.steady import EARLIEST

PILLARS = {"brand", "people", "insights", "relationships"}


@pytest.fixture
def monday(type_in):
    """The sample team is on the desk."""
    said = type_in("demo", "--as-of", "2026-11-18")
    assert (said.code, said.err) == (0, "")
    return type_in


def test_the_review_names_everybody(monday):
    """Fourteen reps are reviewed, twelve of them scored, three to talk to first, with a reason each."""
    review = monday("review", "--json").json
    assert (review["week"], review["weeks_of_history"]) == ("2026-11-16", 26)
    assert (review["team"]["name"], review["team"]["reps"], review["team"]["scored"]) == (None, 14, 12)
    states = sorted(rep["state"] for rep in review["reps"])
    assert states == ["not_onboarded", "on_leave", *["scored"] * 12]
    assert 1 <= len(review["queue"]["coach"]) <= 3
    assert all(each["reason"] for each in review["queue"]["coach"])
    assert review["commitments"] == []


def test_every_field_of_a_rep_is_there(monday):
    """A rep has all the fields of the interface; who was never onboarded has null, never 0."""
    reps = monday("review", "--json").json["reps"]
    fields = {"rep_id", "name", "state", "total", "band", "rank", "change_1w", "change_4w", "net_change_4w", "verdict"}
    fields |= {"pillars", "weakest", "lowest", "pipeline", "corner", "flags", "prompts"}
    assert all(fields <= set(rep) for rep in reps)
    assert all(set(rep["pillars"]) == PILLARS for rep in reps)
    (unknown,) = [rep for rep in reps if rep["state"] == "not_onboarded"]
    assert (unknown["total"], unknown["rank"], unknown["change_4w"], unknown["pipeline"]) == (None,) * 4


def test_scored_reps_have_their_advice(monday):
    """Whoever is scored has a weakest pillar, a lowest one, and prompts of the playbook."""
    scored = [rep for rep in monday("review", "--json").json["reps"] if rep["state"] == "scored"]
    assert all(rep["prompts"] and rep["weakest"]["pillar"] in PILLARS and rep["lowest"]["score"] > 0 for rep in scored)
    assert {rep["weakest"]["basis"] for rep in scored} >= {"industry", "default"}
    new = {rep["rep_id"] for rep in scored if "new_starter" in rep["flags"]}
    assert {rep["rep_id"] for rep in scored if rep["rank"] is None} == new == {"rafael-lombardi"}
    assert min(rep["rank"] for rep in scored if rep["rank"]) == 1


def test_every_talk_says_why_and_in_which_order(monday):
    """Four factors with value, weight and words for each of at most three, and mentors are reps of the desk."""
    found = monday("review", "--json").json
    assert 1 <= len(found["queue"]["coach"]) <= 3
    for reason in found["queue"]["coach"]:
        assert [factor["name"] for factor in reason["factors"]] == [
            *("Need", "Signal", "Middle of the team", "Time since the last talk"),
        ]
        assert all(factor["words"].endswith(".") and factor["weight"] == 1 for factor in reason["factors"])
    asked = {rep["mentor"] for rep in found["reps"] if rep["mentor"]}
    assert asked
    assert asked <= {rep["rep_id"] for rep in found["reps"]}


def test_a_range_is_one_object_a_line(monday):
    """Four weeks are four lines of JSON, oldest first."""
    said = monday("review", "--from", "2026-10-26", "--to", "2026-11-16", "--json")
    assert [line["week"] for line in said.lines] == ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"]


def test_one_team_alone(monday):
    """A team is reviewed by its name; an unknown one is answered with the known ones."""
    assert monday("review", "--team", "DACH Mid-Market", "--json").json["team"]["reps"] == 5
    said = monday("review", "--team", "Nowhere")
    assert (said.code, said.out) == (1, "")
    assert 'no team "Nowhere"' in said.err
    assert "DACH Mid-Market" in said.err


def test_the_review_in_words(monday):
    """Without --json a manager reads the team, the list and whom to talk to."""
    said = monday("review")
    assert said.code == 0
    assert said.out.startswith("Everybody, week of 16 Nov 2026\n  median SSI ")
    assert "Talk to first\n" in said.out
    assert "not onboarded" in said.out


def test_notes_for_all_in_one_zip(monday, tmp_path):
    """Every rep has a note in the ZIP, in the formats a manager can send."""
    out = tmp_path / "notes.zip"
    said = monday("notes", "--all", "--format", "zip", "--out", out)
    assert (said.code, said.err) == (0, "")
    names = zipfile.ZipFile(out).namelist()
    reps = [rep["rep_id"] for rep in monday("review", "--json").json["reps"]]
    assert all(any(rep in name for name in names) for rep in reps)


@pytest.mark.parametrize(("kind", "start"), [("md", b"#"), ("docx", b"PK")])
def test_one_note_as_file(monday, tmp_path, kind, start):
    """One rep's note is written in the format asked for."""
    rep = monday("review", "--json").json["queue"]["coach"][0]["rep_id"]
    out = tmp_path / f"note.{kind}"
    assert monday("notes", "--rep", rep, "--format", kind, "--out", out).code == 0
    assert out.read_bytes().startswith(start)


def test_a_note_by_name(monday, tmp_path):
    """A rep may be named as people name them."""
    out = tmp_path / "note.md"
    assert monday("notes", "--rep", "lars  SOKOLOV", "--out", out).code == 0
    assert out.read_text(encoding="utf-8").startswith("# Coaching note: Lars Sokolov")


@pytest.mark.parametrize("kind", ["md", "html", "docx", "xlsx"])
def test_notes_for_all_in_one_document(monday, tmp_path, kind):
    """Any other format holds everybody's note in one file."""
    out = tmp_path / f"notes.{kind}"
    assert monday("notes", "--all", "--format", kind, "--out", out, "--week", "2026-11-12").code == 0
    assert out.stat().st_size > 3_000


def test_notes_that_cannot_be_written(monday, tmp_path):
    """An unknown rep, an unknown format and a folder that is not there are told in one sentence each."""
    for words, code, sentence in (
        (("--rep", "nobody", "--out", tmp_path / "n.md"), 1, 'No rep "nobody"'),
        (("--all", "--format", "odt", "--out", tmp_path / "n"), 1, '"odt"'),
        (("--all", "--format", "zip", "--out", tmp_path / "no" / "n.zip"), 1, "cannot be used"),
        (("--all", "--format", "zip", "--out", tmp_path), 1, "cannot be used"),
        (("--out", tmp_path / "n.md"), 2, "--rep ID or --all"),
    ):
        said = monday("notes", *words)
        assert (said.code, said.out, said.err.count("\n")) == (code, "", 1)
        assert sentence in said.err


def test_the_same_team_again_changes_nothing(monday):
    """Loading the sample twice makes one import."""
    said = monday("demo", "--as-of", "2026-11-18")
    assert said.code == 0
    assert "on the desk already" in said.out
    assert len(monday("imports", "--json").json["imports"]) == 1


def test_the_sample_can_be_taken_back(monday):
    """After undo the desk is empty, and says so."""
    (record,) = monday("imports", "--json").json["imports"]
    assert monday("undo", record["import_id"]).code == 0
    assert monday("imports", "--json").json["imports"][0]["undone_at"] is not None
    said = monday("review", "--json")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Nothing is on the desk yet")
    assert monday("undo", record["import_id"]).code == 1
    assert "no import" in monday("undo", "nonsense").err


def test_the_sample_files_do_not_tell_when_they_were_written(type_in, tmp_path):
    """The same team gives the same bytes on any day: no part of the workbook carries the time of writing."""
    assert type_in("demo", "--files", tmp_path, "--as-of", "2026-11-16", "--weeks", 2).code == 0
    with zipfile.ZipFile(tmp_path / "ssi_sample_team.xlsx") as book:
        assert {part.date_time for part in book.infolist()} == {EARLIEST}
