"""Is a behaviour said with one cue, the rep's own words left as they are?"""

import pytest

from dashboard.coaching.cues import framed, parted

COFFEE = "After the first coffee of every working day, leave three comments of at least two sentences."


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (COFFEE, "After the first coffee of every working day"),
        ("On Tuesday and Thursday, 20 minutes each, save ten leads.", "On Tuesday and Thursday"),
        ("At noon on every working day, answer each comment.", "At noon on every working day"),
        ("By Friday, follow ten company pages.", ""),
        ("Only with care, answer.", ""),
        ("Send two InMails a week, on Tuesday and Thursday.", ""),
        ("Every Monday", ""),
        ("", ""),
    ],
)
def test_a_text_s_own_cue_is_found(text, cue):
    """It ends at the first comma; a last day, or a word that only looks like one, is none."""
    assert parted(text)[0] == cue


@pytest.mark.parametrize("text", [COFFEE, "Two messages a day.", "On Monday, read the account alerts."])
def test_a_text_taken_apart_is_said_as_it_was(text):
    """Nothing is lost or said twice."""
    assert framed(*parted(text)) == text


@pytest.mark.parametrize(
    "cue", ["the first call is over", "When the first call is over,", "when the first call is over"]
)
def test_another_cue_takes_the_place_of_the_text_s_own(cue):
    """One cue is said, however it is written."""
    said = framed(cue, parted(COFFEE)[1])
    assert said == "When the first call is over, I will leave three comments of at least two sentences."


def test_the_rep_s_own_i_stays_large():
    """What is written as the rep says it reads as the frame promises: when this, I will that."""
    assert framed("I open LinkedIn", "I will ask Lars.") == "When I open LinkedIn, I will ask Lars."
    assert framed("it is Monday", "VP calls only.") == "When it is Monday: VP calls only."


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        ("Send two messages.", "When it is noon, I will send two messages."),
        ("Two messages a day.", "When it is noon: two messages a day."),
        ("3 comments", "When it is noon: 3 comments"),
        ("By Friday, list four people.", "When it is noon: by Friday, list four people."),
    ],
)
def test_when_this_i_will_that_where_it_can_be_said_so(behaviour, said):
    """What begins with its verb goes on after "I will"; a count of things, or a last day, stands by itself."""
    assert framed("it is noon", behaviour) == said
