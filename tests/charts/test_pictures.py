"""Do the other pictures draw what is known, and leave out what is not?"""

from dataclasses import replace
from datetime import date

from dashboard.charts.leaderboard import movers
from dashboard.charts.theme import AHEAD, BEHIND, FAINT
from dashboard.model.cards import RepCard, State, Verdict
from dashboard.model.moves import Moved

MONDAY = date(2026, 11, 16)


def test_only_what_is_more_than_noise_is_coloured():
    """A change with the verdict up or down has a colour, all others are grey."""
    changes = [("up", 4.0, Verdict.UP), ("noise", 0.5, Verdict.STEADY), ("down", -3.0, Verdict.DOWN)]
    cards = [
        RepCard(name, name, MONDAY, State.SCORED, net_change_4w=net, verdict=verdict) for name, net, verdict in changes
    ]
    bars = movers(cards).data[0]
    assert list(bars.marker.color) == [AHEAD, FAINT, BEHIND]
    assert list(bars.text) == ["▲ +4.0", "+0.5", "▼ −3.0"]


def test_a_move_told_over_other_weeks_is_no_coloured_bar_of_four():
    """The bar is that of four weeks and grey; what is beyond noise stands beside it with its weeks."""
    risen = RepCard("b", "b", MONDAY, State.SCORED, net_change_4w=3.0, verdict=Verdict.UP, moved=Moved(3.0))
    cards = [replace(risen, net_change_4w=-0.6, moved=Moved(2.1, 8)), risen]
    bars = movers(cards).data[0]
    assert list(bars.marker.color) == [FAINT, AHEAD]
    assert list(bars.text) == ["−0.6 (▲ +2.1 in 8 weeks)", "▲ +3.0"]
    assert "+2.1 in 8 weeks beyond noise" in bars.hovertext[0]


def test_what_only_came_back_says_so_beside_its_grey_bar():
    """It is neither noise nor the team's, and no change of its own; a move beyond noise is told as one."""
    back = RepCard("a", "a", MONDAY, State.SCORED, net_change_4w=7.5, verdict=Verdict.STEADY, back=True)
    cards = [back, replace(back, verdict=Verdict.UP)]
    bars = movers(cards).data[0]
    assert list(bars.text) == ["+7.5 (back)", "▲ +7.5"]
    assert [said.partition(", ")[2] for said in bars.hovertext] == ["only back to where it was", "beyond noise"]
