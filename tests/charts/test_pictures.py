"""Do the other pictures draw what is known, and leave out what is not?"""

from datetime import date

from dashboard.charts.leaderboard import movers
from dashboard.charts.theme import AHEAD, BEHIND, FAINT
from dashboard.model.cards import RepCard, State, Verdict

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
