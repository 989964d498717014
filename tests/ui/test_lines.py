"""Are the changes of a rep's pillars said with what they mean?"""

from dataclasses import replace
from datetime import date

from dashboard.model.cards import PillarCard, RepCard, State, Verdict
from dashboard.model.pillars import Pillar
from dashboard.ui.lines import came_back, moved


def card(**held: tuple[float | None, float | None, Verdict]) -> RepCard:
    """Return a rep whose pillars changed by so much, plainly and net."""
    pillars = {
        Pillar(name): PillarCard(Pillar(name), 10.0, None, change, net, None, None, None, verdict)
        for name, (change, net, verdict) in held.items()
    }
    return RepCard("ida", "Ida Lund", date(2026, 11, 16), State.SCORED, pillars=pillars)


def test_only_a_change_beyond_noise_has_an_arrow():
    """The same points may be noise for one pillar and news for another."""
    told = moved(card(brand=(-2.0, -1.4, Verdict.DOWN), people=(-2.0, -1.4, Verdict.STEADY)))
    assert told == "Four weeks net of the team: brand ▼−1.4, people −1.4. Without an arrow: inside noise."


def test_a_way_back_is_said_where_the_arrow_would_stand_and_below_the_weeks():
    """Insights came back after a dip; brand fell, and nothing else is said of it."""
    given = card(insights=(3.0, 2.6, Verdict.STEADY), brand=(-2.0, -1.4, Verdict.DOWN))
    pillars = {pillar: replace(held, back=True) for pillar, held in given.pillars.items()}
    told = replace(given, pillars=pillars, verdict=Verdict.STEADY)
    assert moved(told) == "Four weeks net of the team: insights +2.6 (back to where it was), brand ▼−1.4."
    assert came_back(told) == "Insights only came back to where it was before a dip or a spike."
    both = "The total and insights only came back to where they were before a dip or a spike."
    assert came_back(replace(told, back=True)) == both
    assert came_back(given) == ""


def test_alone_a_change_is_not_called_net():
    """Without a team there is nothing to take out."""
    assert moved(card(brand=(2.0, None, Verdict.UP))) == "Four weeks: brand ▲+2.0."


def test_what_cannot_be_judged_is_not_said():
    """Too early, or missing."""
    assert moved(card(brand=(2.0, 1.0, Verdict.TOO_EARLY), people=(None, None, Verdict.MISSING))) == ""
