"""The order of the talks is a product of factors, and each can be named."""

from dashboard.coaching.need import FACTS, need
from dashboard.coaching.priority import COACHABLE, priority
from dashboard.model.bands import Band
from dashboard.model.cards import Basis, Corner, Weakest
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from tests.coaching.cards import card

SETTINGS = Settings()


def test_need_is_weighed_in_whole_needs() -> None:
    """Two of the four points that make a whole need."""
    assert need(card(weakest=Weakest(Pillar.PEOPLE, Basis.TEAM, -2.0)), SETTINGS) == 0.5


def test_priority_is_need_times_coachability() -> None:
    """The top band counts half."""
    behind = {"weakest": Weakest(Pillar.PEOPLE, Basis.TEAM, -2.0)}
    assert priority(card(**behind, band=Band.LEADER), SETTINGS) == 0.25


def test_every_band_and_corner_is_covered() -> None:
    """Closed sets are covered completely, nothing known included."""
    assert set(COACHABLE) == {*Band, None}
    assert set(FACTS) == {*Corner, None}
