"""Can a commitment be agreed, said done, withdrawn and read on the command line?"""

import json

import pytest

from dashboard.cli.main import run

WEEKS = ("2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16")
NAMES = ("Ida Lund", "Bo Lee", "Mara Voss")


def team() -> str:
    """Return eight weeks of three reps in which nothing moves."""
    rows = [f"{name},{week},18,{9 + place},12,20" for place, name in enumerate(NAMES) for week in WEEKS]
    return "\n".join(["Rep,Week,Brand,People,Insights,Relationships", *rows]) + "\n"


@pytest.fixture
def desk(tmp_path, monkeypatch, capsys):
    """A store with three reps."""
    (tmp_path / "team.csv").write_text(team())
    monkeypatch.setenv("SSI_COACH_DATABASE", f"sqlite:///{tmp_path / 'desk.sqlite'}")
    assert run(["import", str(tmp_path / "team.csv")]) == 0
    capsys.readouterr()


def told(capsys, *words: str) -> str:
    """Run a command that succeeds and return what it prints."""
    assert run([*words]) == 0
    return capsys.readouterr().out


def agreed(capsys, *words: str) -> dict:
    """Agree on something with Ida, and return it as JSON."""
    return json.loads(told(capsys, "agree", "Ida Lund", *words, "--json"))


def test_a_prompt_is_agreed_by_its_id(desk, capsys):
    """Behaviour, pillar and day of the look are the playbook's, the cue the one given, the start from a reading."""
    made = agreed(capsys, "--behaviour", "people-five-a-day", "--on", "2026-11-17", "--when", "the first call is over")
    assert (made["rep_id"], made["pillar"], made["prompt_id"]) == ("ida-lund", "people", "people-five-a-day")
    assert made["behaviour"].startswith("Open five profiles")
    assert (made["start_value"], made["verdict"], made["done"]) == (9.0, "too_early", "unknown")
    assert made["check_on"] > made["agreed_on"] == "2026-11-17"


def test_ones_own_words_need_a_pillar(desk, capsys):
    """The look is two weeks later for insights, in any case where it was said to be."""
    assert (
        agreed(capsys, "--behaviour", "Read", "--pillar", "insights", "--on", "2026-11-16")["check_on"] == "2026-11-30"
    )
    assert run(["agree", "Ida Lund", "--behaviour", "Read"]) == 1
    assert "say for which pillar it is" in capsys.readouterr().err
    words = ("--behaviour", "Read", "--pillar", "insights", "--on", "2026-11-16", "--check-on", "2026-11-20")
    assert agreed(capsys, *words)["check_on"] == "2026-11-20"


@pytest.mark.parametrize(
    ("words", "sentence", "code"),
    [
        (("agree", "Nobody", "--behaviour", "", "--pillar", "people"), 'No rep "Nobody"', 1),
        (("agree", "Ida", "--behaviour", "Read"), "do you mean Ida Lund (ida-lund)?", 1),
        (("agree", "Bo Lee", "--behaviour", ""), "say which behaviour is agreed", 1),
        (("agree", "Bo Lee", "--behaviour", "people-five-a-day", "--pillar", "brand"), "a prompt for people, not", 1),
        (("agree", "Bo Lee", "--behaviour", " ", "--pillar", "people"), "say which behaviour is agreed", 1),
        (("agree", "Bo Lee", "--behaviour", "x", "--pillar", "style"), "style", 2),
        (("agree", "Bo Lee", "--behaviour", "x", "--pillar", "brand", "--conversation"), "not for both", 1),
        (("agree", "Bo Lee", "--behaviour", "people-five-a-day", "--conversation"), "not for conversation", 1),
        (("done", "x", "done"), 'no commitment "x"', 1),
        (("done", "x", "perhaps"), "perhaps", 2),
        (("withdraw", "x"), 'no commitment "x"', 1),
        (("commitments", "--rep", "Nobody"), 'No rep "Nobody"', 1),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(desk, capsys, words, sentence, code):
    """Nothing on stdout, one line on stderr."""
    assert run([*words]) == code
    said = capsys.readouterr()
    assert (said.out, sentence in said.err) == ("", True)


def test_the_newest_word_is_listed_and_what_is_withdrawn_is_not(desk, capsys):
    """Looked at after the day of the look; not done is not done whatever the score."""
    made = agreed(capsys, "--behaviour", "Read", "--pillar", "insights", "--on", "2026-10-19")
    assert "not done" in told(capsys, "done", made["id"], "not_done", "--note", "on leave")
    text = told(capsys, "commitments", "--rep", "ida-lund")
    assert "Ida Lund: Insights, agreed 19 Oct 2026, a look is fair from 2 Nov 2026" in text
    assert "Not done: on leave; 12.0 → 12.0 of 25" in text
    (found,) = json.loads(told(capsys, "commitments", "--json"))["commitments"]
    assert (found["verdict"], found["checked_week"], found["net_change"]) == ("not_done", "2026-11-02", None)
    told(capsys, "withdraw", made["id"])
    assert "Nothing was agreed yet" in told(capsys, "commitments")


def test_what_is_for_the_conversation_has_no_pillar(desk, capsys):
    """No score speaks of it: only the rep's word counts; it is asked about a week later and then listed as due."""
    words = ("--behaviour", "Ask who signs", "--conversation", "--on", "2026-11-09")
    made = agreed(capsys, *words)
    assert (made["pillar"], made["start_value"], made["check_on"]) == (None, None, "2026-11-16")
    (found,) = json.loads(told(capsys, "review", "--json"))["commitments"]
    assert (found["pillar"], found["verdict"], found["why"]) == (None, "too_early", "conversation")
    text = told(capsys, "commitments")
    assert "Conversation  16 Nov 2026  the rep's word  not said yet  Not said yet" in text
    assert "About the conversation, of which no score speaks: what counts is whether it was done." in text
    told(capsys, "done", made["id"], "done")
    assert "Conversation  16 Nov 2026  –    done  Done" in told(capsys, "commitments")
    assert "asked about from 2026-11-16" in told(capsys, "agree", "Ida Lund", *words)


def test_they_are_listed_by_rep_and_day_of_the_look(desk, capsys):
    """With what each waits for this week, before they are told one by one."""
    for rep, check in (("Mara Voss", "2026-11-16"), ("Bo Lee", "2026-12-01"), ("Bo Lee", "2026-10-26")):
        words = ("--behaviour", "Read", "--pillar", "people", "--on", "2026-10-12", "--check-on", check)
        told(capsys, "agree", rep, *words)
    lines = told(capsys, "commitments").splitlines()
    assert lines[0].split() == ["id", "rep", "pillar", "look", "from", "due", "done", "verdict"]
    listed = [" ".join(line.split()[1:]) for line in lines[1:4]]
    assert listed == [
        "Bo Lee People 26 Oct 2026 the rep's word not said yet Too early",
        "Bo Lee People 1 Dec 2026 – not said yet Too early",
        "Mara Voss People 16 Nov 2026 the rep's word, a first look not said yet Too early",
    ]


def test_the_review_shows_what_is_due(desk, capsys):
    """In words and as JSON, as it was known in the week."""
    made = agreed(
        capsys, "--behaviour", "Read", "--pillar", "insights", "--on", "2026-11-03", "--check-on", "2026-11-16"
    )
    text = told(capsys, "review")
    assert "Commitments to look at\n  Ida Lund: Read.\n    Insights, 12.0 → 12.0 of 25; " in text
    (found,) = json.loads(told(capsys, "review", "--json"))["commitments"]
    assert found["id"] == made["id"]
    assert "Commitments to look at" not in told(capsys, "review", "--week", "2026-11-09")
    assert json.loads(told(capsys, "review", "--week", "2026-10-26", "--json"))["commitments"] == []
