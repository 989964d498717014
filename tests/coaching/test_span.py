"""Is a move that does not show over four weeks told over its own weeks, everywhere alike?"""

from dataclasses import replace
from datetime import date

from dashboard.cli.review_words import _verdict
from dashboard.coaching import span, words
from dashboard.coaching.need import drop
from dashboard.exports import told
from dashboard.model.cards import Compared, PillarCard, RepCard, State, Verdict
from dashboard.model.moves import Moved
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings

BRAND = PillarCard(Pillar.BRAND, 9.0, 0.0, -0.2, -0.3, 10.0, None, -1.0, Verdict.DOWN, moved=Moved(-1.9, 6))
SLID = RepCard(
    "lars",
    "Lars",
    date(2026, 10, 5),
    State.SCORED,
    total=43.8,
    change_1w=-1.0,
    change_4w=-1.8,
    net_change_4w=-1.6,
    compared_with=Compared.TEAM,
    verdict=Verdict.DOWN,
    moved=Moved(-4.1, 8),
    pillars={Pillar.BRAND: BRAND},
)


def test_a_slide_says_its_own_weeks():
    """With what of it lies in the four weeks that are shown."""
    assert words.change(SLID) == "Down 4.1 points net of the team in eight weeks; −1.8 points in the last four."
    assert told.change(SLID) == words.change(SLID)
    assert _verdict(SLID) == "down in eight weeks"


def test_without_a_reading_four_weeks_ago_the_last_four_are_not_told():
    """The week was missed; the change is told from the week before it."""
    card = replace(SLID, change_4w=None, net_change_4w=None, moved=Moved(-2.4, 5))
    assert words.change(card) == "Down 2.4 points net of the team in five weeks."


def test_a_pillar_says_its_own_weeks_too():
    """And one that moved over the four weeks says so beside it."""
    people = replace(BRAND, pillar=Pillar.PEOPLE, net_change_4w=1.4, verdict=Verdict.UP, moved=Moved(1.4))
    card = replace(SLID, pillars={Pillar.BRAND: BRAND, Pillar.PEOPLE: people})
    both = "brand −1.9 in six weeks, people +1.4 in four weeks"
    assert words.moved(card) == f"Moved beyond noise: {both}; in points net of the team."
    assert "four weeks" not in words.moved(SLID)


def test_the_need_counts_the_points_that_are_told():
    """4.1 of six points are a whole need."""
    fell = drop(SLID, Settings())
    assert fell is not None
    assert round(fell.weight, 2) == 0.68
    assert fell.say() == "down 4.1 points net of the team in eight weeks"


def test_over_four_weeks_nothing_is_added():
    """The usual case keeps its words."""
    usual = replace(SLID, net_change_4w=-3.0, change_4w=-3.5, moved=Moved(-3.0))
    assert (span.own(usual), span.aside(usual), span.over(usual)) == (False, "", "four weeks")
    assert words.change(usual) == "Down 3.5 points in four weeks, −3.0 points net of the team."


def test_steady_without_a_reading_four_weeks_ago_says_by_what():
    """It is not too early to judge: the weeks around were read."""
    steady = replace(SLID, verdict=Verdict.STEADY, change_4w=None, net_change_4w=None, moved=None)
    assert words.change(steady) == "Steady, by the weeks around: no reading four weeks ago."
