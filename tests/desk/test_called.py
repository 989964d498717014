"""Which rep is meant by what somebody typed?"""

import pytest

from dashboard.desk.called import rep_called
from dashboard.desk.people import Known
from dashboard.model.errors import PerhapsRep, SeveralReps, UnknownRep

PRIYA = Known(
    "priya-raman", "Priya Raman", "Harbour", "priya@harbour.example", ("priya@harbour.example", "P. Raman-Iyer")
)
TOM = Known("tom-okafor", "Tom Okafor", None, None, ())
TEAM = (PRIYA, TOM)


@pytest.mark.parametrize(
    "asked", ["priya-raman", "Priya Raman", "  PRIYA   raman ", "priya@harbour.example", "p. raman-iyer"]
)
def test_a_rep_is_found_by_id_name_or_other_spelling(asked: str) -> None:
    """Case and spaces of a name do not matter."""
    assert rep_called(TEAM, asked) == "priya-raman"


def test_a_name_several_reps_bear_is_refused_with_their_ids() -> None:
    """The id still tells them apart."""
    both = (PRIYA, Known("priya-raman-2", "Priya Raman", None, None, ()))
    with pytest.raises(SeveralReps, match=r'2 reps are called "priya raman": .* priya-raman or priya-raman-2'):
        rep_called(both, "priya raman")
    assert rep_called(both, "priya-raman-2") == "priya-raman-2"


@pytest.mark.parametrize("asked", ["Priya", "Prya", "raman", "Raman Pri", "priya-ramann", "PRYIA RAMAN"])
def test_whom_half_a_name_or_a_slip_may_mean_is_asked(asked: str) -> None:
    """Nobody is taken for somebody else unasked."""
    with pytest.raises(PerhapsRep, match=r"is on the desk: do you mean Priya Raman \(priya-raman\)\?"):
        rep_called(TEAM, asked)


def test_at_most_three_are_offered() -> None:
    """In the order of the list."""
    five = [Known(f"lee-{place}", f"Lee {place}", None, None, ()) for place in "abcde"]
    with pytest.raises(PerhapsRep, match=r"Lee a \(lee-a\) or Lee b \(lee-b\) or Lee c \(lee-c\)\?"):
        rep_called(five, "lee")


@pytest.mark.parametrize("asked", ["Nobody", "", "  ", "Priya Okafor"])
def test_a_name_nobody_bears_is_refused(asked: str) -> None:
    """The words of two people are nobody's name."""
    with pytest.raises(UnknownRep, match="is on the desk: check name and id"):
        rep_called(TEAM, asked)
