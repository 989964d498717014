"""Whom the team's scores have lost is marked as perhaps left; whoever is merely late or at work is not."""

from datetime import date

import pandas as pd

from dashboard.metrics.cards import cards
from dashboard.metrics.comings import perhaps_left
from dashboard.metrics.history import History
from dashboard.model.cards import Flag, State
from dashboard.model.settings import Settings
from tests.metrics.drawn import DEFAULTS, WEEK, history, totals


def marked(told: History, week: date = WEEK) -> list[str]:
    """Return who is perhaps left."""
    return told.reps["rep_id"][perhaps_left(told, week)].tolist()


def test_two_weeks_without_a_score_while_the_team_has_them():
    """One week may be a slip, two are worth the question; who never had a score cannot disappear."""
    told = totals("11-02 11-09 11-16", anna="50 50 50", ben="40 - -", cleo="40 40 40", never="- - -")
    assert marked(told) == ["ben"]
    assert marked(told, date(2026, 11, 9)) == []


def test_a_week_of_few_is_no_week_of_the_team():
    """A file of one rep makes nobody else disappear."""
    told = totals("10-26 11-02 11-09 11-16", anna="50 50 50 50", ben="50 50 - -", cleo="50 50 - -", dan="50 50 - -")
    assert marked(told) == []


def test_whoever_has_open_business_is_still_there():
    """Open deals after the last score speak for the rep; a deal list without any of them open does not."""
    reps = "rep_id\nanna\nben\ncleo"
    scores = "rep_id week total\nanna 11-02 50\nben 11-02 50\ncleo 11-02 50\nanna 11-09 50\nanna 11-16 50"
    pipeline = "rep_id week open_pipeline won deals_open\nben 11-16 9000 0 -\ncleo 11-16 - 18500 0"
    told = history(reps, scores + "\ndan 11-09 50\neve 11-16 50", pipeline)
    assert marked(told) == []
    scores = scores.replace("anna 11-02", "anna 10-26") + "\nanna 11-02 50"
    more = "\n".join(f"{rep} {week} 50" for rep in ("dan", "eve") for week in ("11-02", "11-09", "11-16"))
    assert marked(history(f"{reps}\ndan\neve", f"{scores}\n{more}", pipeline)) == ["cleo"]


def test_the_hint_stands_on_the_card_and_a_status_ends_it():
    """The card has the flag beside its state; who is known to have left needs no hint."""
    told = totals("11-02 11-09 11-16", anna="50 50 50", ben="40 - -", cleo="40 40 40")
    card = cards(told, WEEK, Settings(), DEFAULTS)[1]
    assert (card.state, card.rank) == (State.MISSING, None)
    assert Flag.PERHAPS_LEFT in card.flags
    said = History(
        told.reps.assign(status=pd.Series([None, "left", None], dtype="str")),
        told.readings,
        told.pipeline,
        told.activity,
    )
    assert Flag.PERHAPS_LEFT not in cards(said, WEEK, Settings(), DEFAULTS)[1].flags
