"""Are a pipeline's weeks said as they are?"""

from datetime import date, timedelta

import pytest

from dashboard.model.cards import Flag, PipelineCard, RepCard, State
from dashboard.ui.pipeline_weeks import met, rows

MONDAY = date(2026, 11, 16)


def lines(counts: str) -> list[PipelineCard]:
    """Return weeks of meetings up to the Monday."""
    days = [MONDAY - timedelta(weeks=back) for back in range(7, -1, -1)]
    return [PipelineCard("EUR", day, meetings=float(met)) for day, met in zip(days, counts.split(), strict=True)]


def card(*flags: str) -> RepCard:
    """Return a rep with flags."""
    return RepCard("ida", "Ida Lund", MONDAY, State.SCORED, flags=flags)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ("3 3 3 3 3 3 3 4", "13 in the last four weeks, 12 in the four before (no real change)."),
        ("1 1 1 1 5 5 5 5", "20 in the last four weeks, 4 in the four before (more than chance)."),
        ("5 5 5 5 1 1 1 1", "4 in the last four weeks, 20 in the four before (fewer than chance)."),
    ],
)
def test_meetings_are_compared_with_chance_in_mind(counts: str, said: str):
    """Both counts and what they mean."""
    assert met(card(), lines(counts)) == f"Meetings: {said}"


def test_without_eight_weeks_of_counts_nothing_is_said():
    """Not counted is not none."""
    assert met(card(), lines("3 3 3 3 3 3 3 4")[1:]) == ""


def test_the_flag_is_said_beside_the_counts():
    """Where they are read."""
    assert "The score rises, but meetings" in met(card(Flag.SCORE_WITHOUT_MEETINGS), lines("3 3 3 3 3 3 3 3"))


def test_the_table_has_the_newest_week_first_and_only_what_is_known():
    """The currency stands above it."""
    told = rows([PipelineCard("EUR", MONDAY - timedelta(weeks=1), won=1.0), PipelineCard("EUR", MONDAY, won=2.0)])
    assert [row["Week of"] for row in told] == ["16 Nov 2026", "9 Nov 2026"]
    assert list(told[0]) == ["Week of", "Won"]
