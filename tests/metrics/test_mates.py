"""Is a rep's team enough to hold the rep against it?"""

from dataclasses import replace

import pytest

from dashboard.metrics.cards import cards
from dashboard.metrics.mates import team_of
from dashboard.model.cards import Basis
from dashboard.model.errors import UnknownRep
from dashboard.model.settings import Settings
from tests.metrics.drawn import DEFAULTS, WEEK, history

NAMES = "abcdef"
TOLD = history(
    "\n".join(["rep_id team role", *(f"{name} North AE" for name in NAMES), "zoe South AE", "none - AE"]),
    "\n".join(
        [
            "rep_id week brand people insights relationships",
            *(
                f"{name} {WEEK:%m-%d} {10 + place} 5 5 {15 - place}"
                for place, name in enumerate([*NAMES, "zoe", "none"])
            ),
        ]
    ),
)


def test_only_the_team_is_left():
    """Of reps and of readings; who has no team is alone with others who have none."""
    assert team_of(TOLD, "c").reps["rep_id"].tolist() == list(NAMES)
    assert set(team_of(TOLD, "c").readings["rep_id"]) == set(NAMES)
    assert team_of(TOLD, "none").reps["rep_id"].tolist() == ["none"]


@pytest.mark.parametrize("basis", [basis.value for basis in Basis])
def test_the_team_alone_holds_a_rep_against_the_same(basis: str):
    """Baseline, gap and weakest pillar are those made with everybody."""
    settings = replace(Settings(), baseline=basis)
    whole, alone = (
        {card.rep_id: card for card in cards(each, WEEK, settings, DEFAULTS)}["c"]
        for each in (TOLD, team_of(TOLD, "c"))
    )
    assert {name: (held.baseline, held.gap) for name, held in whole.pillars.items()} == {
        name: (held.baseline, held.gap) for name, held in alone.pillars.items()
    }
    assert (whole.weakest and whole.weakest.pillar) == (alone.weakest and alone.weakest.pillar)


def test_a_stranger_is_refused():
    """By id."""
    with pytest.raises(UnknownRep):
        team_of(TOLD, "nobody")
