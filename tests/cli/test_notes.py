"""Does a note written on the command line hold what the rep was told in the week's review?"""

from datetime import UTC, date, datetime

import pytest

from dashboard.cli.main import run
from dashboard.model.reviews import Talk
from dashboard.store.engine import open_store
from dashboard.store.reviews import end_review, open_review
from tests.store.talks import write

FIRST, LAST, AT = date(2026, 10, 12), date(2026, 11, 16), datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path, monkeypatch, capsys):
    """A store with two weeks of two reps, and an ended review of one team in the first of them."""
    url = f"sqlite:///{tmp_path / 'desk.sqlite'}"
    rows = [f"{name},Fjord,{week},18,9,12,20" for name in ("Ida Lund", "Bo Lee") for week in (FIRST, LAST)]
    (tmp_path / "team.csv").write_text("\n".join(["Rep,Team,Week,Brand,People,Insights,Relationships", *rows]) + "\n")
    monkeypatch.setenv("SSI_COACH_DATABASE", url)
    assert run(["import", str(tmp_path / "team.csv")]) == 0
    engine = open_store(url)
    review = open_review(engine, FIRST, "Fjord", who="test", at=AT)
    write(engine, review.review_id, Talk("ida-lund", "tired of it all", "We looked at **two** things."), at=AT)
    end_review(engine, review.review_id, {}, at=AT)
    capsys.readouterr()
    return tmp_path


@pytest.mark.parametrize("whose", [("--rep", "Ida Lund"), ("--all",)])
def test_the_words_of_an_ended_review_are_in_the_notes_of_its_week(desk, whose):
    """As they were typed, whichever day of the week is named and whoever is asked for; no other week has them."""
    words = "We looked at \\*\\*two\\*\\* things."
    for day, there in (("2026-10-12", True), ("2026-10-16", True), ("2026-11-16", False)):
        assert run(["notes", *whose, "--week", day, "--out", str(desk / "note.md")]) == 0
        text = (desk / "note.md").read_text()
        assert (words in text, "tired" in text) == (there, False)
