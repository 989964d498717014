"""Does the guide say how each number is made, with the numbers the code has?"""

from pathlib import Path

import pytest

from dashboard.desk.benchmarks import load_benchmarks
from dashboard.metrics import corners, relation, snapshots
from dashboard.model.bands import CUTS, Band
from dashboard.model.cards import Basis, Corner, State, Verdict
from dashboard.model.settings import Settings

GUIDE = (Path(__file__).resolve().parents[2] / "dashboard" / "guide" / "method.md").read_text(encoding="utf-8")
PLAIN = " ".join(GUIDE.replace("*", "").casefold().split())


@pytest.mark.parametrize("word", sorted({*State, *Verdict, *Band, *Basis, *Corner}))
def test_every_word_the_desk_uses_is_explained(word):
    """States, verdicts, bands, bases and corners all occur in the guide."""
    said = {"with_team": "with the team", "convert": "coach conversion"}.get(word, word.replace("_", " "))
    assert said in PLAIN


NUMBERS = {
    "below 30 starting, from 30 building, from 50 active, from 70 leader": CUTS == (30, 50, 70),
    "(2 points in total, 1 on a pillar": (Settings().min_change_total, Settings().min_change_pillar) == (2, 1),
    "a median needs five reps": Settings().min_peers == 5,
    "at most four weeks old (a setting)": Settings().stale_after_weeks == 4,
    "before the week, at most four weeks old": snapshots.WEEKS_OLD == 4,
    "at 50 points and at half of the quota": (corners.SSI_CUT, corners.ATTAINMENT_CUT) == (50, 0.5),
    "from twelve reps on": relation.MIN_REPS == 12,
    "brand 11.8, people 5.4, insights 2.1, relationships 15.2": list(load_benchmarks().defaults.values())
    == [11.8, 5.4, 2.1, 15.2],
}


@pytest.mark.parametrize("words", NUMBERS)
def test_the_guides_numbers_are_those_of_the_code(words):
    """A threshold changed in one place only is found here."""
    assert words in PLAIN
    assert NUMBERS[words]
