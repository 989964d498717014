"""Does the guide say how each number is made, with the numbers the code has?"""

from pathlib import Path

import pytest

from dashboard.coaching import call, habits, mentors, need, pace, priority, queue, standing
from dashboard.desk.benchmarks import load_benchmarks
from dashboard.metrics import close, corners, rebound, relation, shifts, signals, slope, snapshots, together
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


LIKE_A_LEADER, STARTING = standing.BY_BAND[Band.LEADER], standing.BY_BAND[Band.STARTING]
ENDS = (standing.AT_THE_TOP, standing.AT_THE_BOTTOM)
NUMBERS = {
    "minimum change of the total (2 points, a setting) or than 5 % of quota": corners.NEAR_ATTAINMENT == 0.05,
    "less than 2 times what is left of the quota": need.SERIOUS_COVERAGE == 2,
    "a pipeline counts only under 2 times": need.SERIOUS_COVERAGE == 2,
    "less than 3 times what is left of the quota": need.USUAL_COVERAGE == 3,
    "6 points net are a whole need": need.FULL_DROP * Settings().min_change_total == 6 * need.WHOLE,
    "4 points are a whole need": need.FULL_GAP * Settings().min_change_pillar == 4 * need.WHOLE,
    "the corner itself weighs 0.5; both low adds 0.25": (need.NOT_CONVERTING, need.BOTH_LOW) == (0.5, 0.25),
    "the up to three reps": queue.MOST == 3,
    "0.5 in the band leader and 0.9 in starting": (LIKE_A_LEADER, STARTING) == (0.5, 0.9),
    "falling evenly to 0.5 for the highest and 0.8 for the lowest": ENDS == (0.5, 0.8),
    "over the last eight weeks, six readings at least": (slope.SPAN, slope.FEWEST) == (8, 6),
    "+15 to +25 points in 30 days of steady habits, and from below 40 +10 to +20 in the first 14": list(pace.CLAIMS)
    == [pace.Claim(10, 20, 14, 40), pace.Claim(15, 25, 30)],
    "whole weeks by eight, at most 1": priority.NEVER == 8,
    "a down that is provisional weighs half": need.PROVISIONAL == 0.5,
    "that this pillar is the weakest, at least half": need.LEAST_SURE == 0.5,
    "at least twice the smallest change of a pillar above the rep": mentors.CLEARLY == 2,
    "nor where it was not done twice": habits.NOT_DONE_TIMES == 2,
    "below 30 starting, from 30 building, from 50 active, from 70 leader": CUTS == (30, 50, 70),
    "(2 points in total, 1 on a pillar": (Settings().min_change_total, Settings().min_change_pillar) == (2, 1),
    "3.1 standard deviations out": signals.STRICT == 3.1,
    "four standard deviations are needed": (signals.AFTER_SHIFT, signals.SHIFT_FRESH) == (4, 6),
    "below six weeks of scores": (signals.FEWEST_WEEKS, signals.SETTLED_WEEKS) == (6, 12),
    "stands 3.8 standard errors out (3.4 for scores in whole points), the median rep's move 2.5, 60 % went that way": (
        (shifts.CLEAR, shifts.CLEAR_WHOLE, shifts.MEDIAN, shifts.MOST) == (3.8, 3.4, 2.5, 0.6)
    ),
    "0.3 points at least (0.6 on the total)": (shifts.LEAST, shifts.LEAST_TOTAL) == (0.3, 0.6),
    "further than 3.5 spreads from the median": together.FAR == 3.5,
    "over eight weeks or more": together.FEWEST_MOVES == 8,
    "by more than 1.25 times what chance gives": together.SHARED == 1.25,
    "2.5 standard errors beside one clear pillar, 1 beside two": list(shifts.REST[1:3]) == [2.5, 1.0],
    "2.5 standard deviations or clearer, came up to eight weeks before": (rebound.CLEAR, rebound.BACK) == (2.5, 8),
    "below 80 % both are named": close.SURE == 0.8,
    "a median needs five reps": Settings().min_peers == 5,
    "at most four weeks old (a setting)": Settings().stale_after_weeks == 4,
    "before the week, at most four weeks old": snapshots.WEEKS_OLD == 4,
    "at 50 points, or at half of the quota": (corners.SSI_CUT, corners.ATTAINMENT_CUT) == (50, 0.5),
    "from twelve reps on": relation.MIN_REPS == 12,
    "brand 11.8, people 5.4, insights 2.1, relationships 15.2": list(load_benchmarks().defaults.values())
    == [11.8, 5.4, 2.1, 15.2],
}


@pytest.mark.parametrize("words", NUMBERS)
def test_the_guides_numbers_are_those_of_the_code(words):
    """A threshold changed in one place only is found here."""
    assert words in PLAIN
    assert NUMBERS[words]


def test_the_guide_tells_the_rules_in_the_order_of_the_code():
    """A rule added, dropped or moved is found here: each stands in one line of the guide."""
    told = {
        "gone": "but those who left is out of sight",
        "rests": "1. on leave or new on the desk",
        "met": "2. the quota is met",
        "unscored": "without a score there is no pillar to coach",
        "pressing": "3. a need no rise outweighs",
        "rose": "4. up over four weeks",
        "works_anyway": "5. results clearly high, score clearly low",
        "needy": "6. any other evidence",
        "teaches": "otherwise, score and results both clearly high",
        "not_yet": "then nothing is called for, and the doubt is said",
    }
    assert [getattr(call, name) for name in told] == list(call.RULES)
    assert [words for name, words in told.items() if words not in PLAIN] == []
