"""What came of what was agreed, net of what would have happened anyway and of the team's own move?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.metrics import ledger
from dashboard.metrics.effect import Effect
from dashboard.metrics.ledger import judge
from dashboard.metrics.outcome import outcome
from dashboard.model.commitments import Commitment, Count, Done, Outcome, Why
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from dashboard.model.tables import ACTIVITY
from tests.metrics.drawn import WEEK, drawn, history

MADE = Commitment("one", "anna", Pillar.BRAND, "one post a week", date(2026, 10, 5), date(2026, 10, 26))
TOLD = history(
    "rep_id team\nanna North\nben North",
    """
    rep_id week  date  brand
    anna   09-28 09-28 10
    anna   10-05 10-05 11
    anna   10-12 10-12 12
    anna   10-19 10-19 13
    anna   10-26 10-25 14
    anna   11-02 11-02 15
    anna   11-09 11-09 16
    anna   11-16 11-16 17
    ben    10-05 10-05 11
    """,
)
UP = Effect(15.0, 4.0, 11.5, 3.5, (2.0, 5.0), 0.5)


@pytest.fixture
def asked(monkeypatch):
    """Answer every question with the same effect, and keep what was asked as of which week."""
    questions = []

    def effects_of(history, askings, settings):
        questions.extend(
            (asking.look, [(one.rep_id, one.start, one.check) for one in asking.everybody]) for asking in askings
        )
        return [[UP for _ in asking.asked] for asking in askings]

    monkeypatch.setattr(ledger, "effects_of", effects_of)
    return questions


def judged(made=MADE, week=WEEK, told=None, **changed):
    """Return one commitment as it is judged in a week."""
    fresh = replace(told or TOLD, told={})  # without what was worked out in another test
    return judge(fresh, [replace(made, **changed)], week, Settings())[0]


def test_it_is_judged_at_the_first_fair_reading(asked):
    """The start is the reading of the day; 25 October is before the day of the look, 2 November is fair."""
    one = judged()
    assert (one.commitment.start_value, one.checked_week, one.value, one.change) == (11.0, date(2026, 11, 2), 15.0, 4.0)
    assert (one.outcome, one.net_change, one.interval, one.team_change) == (Outcome.WORKED, 3.5, (2.0, 5.0), None)
    assert asked == [(date(2026, 11, 2), [("anna", date(2026, 10, 5), date(2026, 11, 2))])]


def test_what_comes_later_changes_nothing(asked):
    """Judged in November, a later week says the same."""
    assert judged(week=date(2026, 11, 2)) == judged(week=date(2026, 11, 9)) == judged(week=WEEK)


def test_before_the_first_fair_reading_it_is_too_early(asked):
    """The newest value is shown; nothing is asked, since nothing after the week is seen."""
    one = judged(week=date(2026, 10, 19))
    assert (one.outcome, one.why, one.value, one.change) == (Outcome.TOO_EARLY, Why.NOT_DUE, 13.0, 2.0)
    assert (one.checked_week, one.net_change, one.interval, asked) == (None, None, None, [])


@pytest.mark.parametrize(
    ("changed", "week", "why"),
    [
        ({"check_on": date(2026, 11, 23)}, WEEK, Why.NOT_DUE),
        ({"rep_id": "ben"}, date(2026, 11, 2), Why.NO_READING),
        ({"rep_id": "ben"}, WEEK + timedelta(weeks=2), Why.NONE_CAME),
        ({"agreed_on": date(2026, 8, 3)}, WEEK, Why.NO_START),
        ({"agreed_on": date(2026, 8, 3), "start_value": 9.0}, WEEK, Why.NO_START),
        ({"pillar": Pillar.PEOPLE}, WEEK, Why.NO_START),
        ({"rep_id": "nobody"}, WEEK, Why.NO_START),
        ({"agreed_on": date(2026, 11, 23), "check_on": date(2026, 12, 7)}, WEEK, Why.NOT_DUE),
    ],
)
def test_why_it_cannot_be_said(asked, changed, week, why):
    """Not due; no reading yet; none within four weeks; none at the start; made later than the week."""
    one = judged(week=week, **changed)
    assert (one.outcome, one.why, one.net_change) == (Outcome.TOO_EARLY, why, None)


def test_no_score_speaks_of_the_conversation(asked):
    """Whatever moved meanwhile; only the rep's own word counts."""
    one = judged(pillar=None)
    assert (one.outcome, one.why, one.value, one.net_change, asked) == (
        Outcome.TOO_EARLY,
        Why.CONVERSATION,
        None,
        None,
        [],
    )
    assert judged(pillar=None, done=Done.NOT_DONE).outcome is Outcome.NOT_DONE


def test_a_short_history_says_nothing(monkeypatch):
    """Where the usual wobble is not known there is no net change, and no verdict."""
    monkeypatch.setattr(ledger, "effects_of", lambda *_: [[Effect(15.0, 4.0, None, None, None, None)]])
    one = judged()
    assert (one.outcome, one.why, one.checked_week) == (Outcome.TOO_EARLY, Why.SHORT_HISTORY, date(2026, 11, 2))


def test_what_was_not_done_is_not_judged(asked):
    """By the rep's own word; the value is shown, and the rep is among those the others are held against."""
    one = judged(done=Done.NOT_DONE)
    assert (one.outcome, one.value, one.net_change, asked) == (Outcome.NOT_DONE, 15.0, None, [])


def test_who_else_is_coached_meanwhile_is_said(asked):
    """Ben's still runs, on the same pillar; what ended before, begins later or is of another pillar does not count."""
    his = replace(MADE, commitment_id="his", rep_id="ben", check_on=date(2026, 10, 26))
    later = replace(his, commitment_id="later", agreed_on=date(2026, 11, 9), check_on=date(2026, 11, 16))
    before = replace(his, commitment_id="before", agreed_on=date(2026, 8, 31), check_on=date(2026, 9, 1))
    other = replace(his, commitment_id="other", pillar=Pillar.PEOPLE)
    judge(replace(TOLD), [MADE, his, later, before, other], date(2026, 11, 9), Settings())
    start, look = date(2026, 10, 5), date(2026, 11, 2)
    assert asked == [(look, [("anna", start, look), ("ben", start, look)])]


def test_the_same_is_worked_out_once(asked):
    """One history answers the same question from what it has worked out."""
    told = replace(TOLD)
    for week in (date(2026, 11, 2), date(2026, 11, 9), WEEK):
        judge(told, [MADE], week, Settings())
    assert len(asked) == 1


def test_a_start_that_was_written_down_counts(asked):
    """What was said on the day is what is shown, also where the file was corrected since."""
    assert (judged(start_value=10.5).change, judged(start_value=10.5).commitment.start_value) == (4.5, 10.5)


def test_counts_stand_beside_the_verdict(asked):
    """Of the weeks up to the look."""
    activity = drawn("rep_id week days_active\nanna 09-28 2\nanna 10-12 4\nanna 11-16 7", ACTIVITY)
    (one,) = judge(replace(TOLD), [MADE], WEEK, Settings(), activity)
    assert one.counts == (Count("days_active", 2.0, 4.0),)


@pytest.mark.parametrize(
    ("interval", "team", "change", "verdict"),
    [
        ((0.7, 2.9), 0.1, 2.0, Outcome.WORKED),
        ((0.1, 2.1), 0.0, 0.7, Outcome.WORKED),
        ((0.1, 1.3), 0.0, 0.7, Outcome.WITHIN_NOISE),
        ((-1.5, -0.1), 0.0, -0.9, Outcome.WITHIN_NOISE),
        ((-1.4, -0.6), -1.2, -1.7, Outcome.WORSE),
        ((-1.2, -0.6), -1.2, -1.7, Outcome.WITHIN_NOISE),
        ((0.1, 0.9), 0.0, 0.5, Outcome.NO_EFFECT),
        ((-0.8, 0.9), 0.0, 0.1, Outcome.NO_EFFECT),
        ((-0.2, 2.0), 0.0, 0.9, Outcome.WITHIN_NOISE),
        ((-1.6, 0.8), 0.0, -0.4, Outcome.WITHIN_NOISE),
        ((-2.9, -0.7), 0.0, -1.8, Outcome.WORSE),
        ((-1.0, 1.4), 1.3, 1.5, Outcome.WITH_TEAM),
        ((-0.5, 0.9), -1.4, -1.2, Outcome.WITH_TEAM),
        ((-1.0, 1.4), -1.3, -0.9, Outcome.WITHIN_NOISE),
        ((0.7, 2.9), 1.3, 3.1, Outcome.WORKED),
        ((-1.0, 1.4), None, 1.5, Outcome.WITHIN_NOISE),
    ],
)
def test_the_interval_decides(interval, team, change, verdict):
    """The minimum and beyond zero; inside the minimum on both sides; of the team; or nobody can tell."""
    assert outcome(change, interval, team, 1.0) is verdict


def test_a_rise_of_the_mates_alone_is_nobody_s_fault():
    """Worse is only what fell short of its own forecast by the minimum too; the mates' fall takes nothing off."""
    assert outcome(-0.8, (-2.2, -0.8), 0.6, 1.0, mates=0.6) is Outcome.WITHIN_NOISE
    assert outcome(-1.4, (-2.2, -0.8), 0.6, 1.0, mates=0.3) is Outcome.WORSE
    assert outcome(-2.4, (-2.2, -0.8), -0.6, 1.0, mates=-0.6) is Outcome.WORSE


def test_what_the_expected_value_is_made_of_is_told(asked):
    """The forecast of the own readings, the mates' move and the mean of the eight weeks before: 11.5 is 11 and 0.5."""
    one = judged()
    assert (one.expected, one.forecast, one.shift, one.mates, one.usual) == (11.5, 11.0, 0.0, 0.5, 10.5)
    assert one.going_on is None
    assert judged(agreed_on=date(2026, 11, 9), check_on=date(2026, 11, 16)).going_on == 17.0


def test_what_only_went_on_is_no_effect(monkeypatch):
    """A point a week for nine weeks: 16 at the start, 17 at the look, as the weeks before would have led to."""
    climbed = Effect(17.0, 1.0, 14.5, 2.5, (1.2, 3.8), 0.0)
    monkeypatch.setattr(ledger, "effects_of", lambda *_: [[climbed]])
    one = judged(agreed_on=date(2026, 11, 9), check_on=date(2026, 11, 16))
    assert (one.outcome, one.why, one.trend) == (Outcome.WITHIN_NOISE, Why.ALREADY, 2.5)
    assert (one.net_change, one.interval, one.expected, one.forecast) == (0.0, (-1.3, 1.3), 17.0, 14.5)


def test_what_came_beyond_a_trend_is_told_without_it(monkeypatch):
    """19 where 17 was to be expected, going on: the effect is 2 of the 4.5, and the interval goes with it."""
    told = replace(TOLD, readings=TOLD.readings.assign(brand=TOLD.readings["brand"].replace(17.0, 19.0)))
    monkeypatch.setattr(ledger, "effects_of", lambda *_: [[Effect(19.0, 3.0, 14.5, 4.5, (3.2, 5.8), 0.0)]])
    one = judged(agreed_on=date(2026, 11, 9), check_on=date(2026, 11, 16), told=told)
    assert (one.outcome, one.why, one.trend) == (Outcome.WORKED, None, 2.5)
    assert (one.net_change, one.interval, one.expected) == (2.0, (0.7, 3.3), 17.0)
