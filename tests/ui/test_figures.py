"""Is a pipeline short on the page and full on hover, and said where a part of it is missing?"""

from datetime import date

import pytest

from dashboard.model.cards import PipelineCard
from dashboard.ui import figures

MONDAY = date(2026, 11, 16)


def euros(**numbers: float) -> PipelineCard:
    """Return a pipeline in euros."""
    return PipelineCard("EUR", MONDAY, **numbers)


@pytest.mark.parametrize(
    ("held", "won", "left"),
    [
        (None, "no pipeline figures", "no pipeline figures"),
        (euros(), "no quota given", "no quota to hold it against"),
        (euros(won=64_000), "€64K won, no quota given", "no quota to hold it against"),
        (euros(quota=420_000, remaining=356_000), "of a quota of €420K", "no open amount given"),
        (euros(won=64_000, quota=420_000, coverage=1.9), "€64K won of €420K", "1.9× of what is left of the quota"),
        (euros(won=64_000, quota=60_000, remaining=0), "€64K won of €60K", "the quota is met"),
    ],
)
def test_a_card_says_what_is_known(held, won, left):
    """No dash stands in a sentence."""
    assert (figures.won(held), figures.left(held)) == (won, left)


def test_amounts_are_in_full_on_hover():
    """Rounded to whole units only."""
    held = euros(open_pipeline=672_700.4, won=64_000, quota=420_000, remaining=356_000)
    assert figures.won_in_full(held) == "Share of the quota reached. Won €64,000, quota €420,000."
    assert figures.left_in_full(held).endswith("Open €672,700, left of the quota €356,000.")


def test_a_row_is_short():
    """Ten columns stay readable on a telephone."""
    row = figures.in_words(euros(open_pipeline=1_204_500, attainment=0.47, meetings=2))
    assert (row["Open"], row["Attainment"], row["Meetings"], row["Quota"]) == ("€1.2M", "47%", "2", "–")
