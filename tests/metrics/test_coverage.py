"""Who was coached when, and on whom does the time go?"""

from datetime import date, timedelta

import pytest

from dashboard.metrics.coverage import Covered, Third, coverage, shares
from dashboard.metrics.history import History
from dashboard.model.reviews import Talked
from tests.metrics.drawn import WEEK, history

BEFORE = WEEK - timedelta(weeks=1)
WEEKS = [BEFORE, WEEK]
SIX = {"amy": 30, "bo": 40, "cy": 50, "di": 60, "ed": 70, "flo": 80}
TEAM = history(
    "\n".join(["rep_id team", *(f"{name} North" for name in SIX), "gone North"]),
    "\n".join(["rep_id week total", *(f"{name} {day:%m-%d} {total}" for name, total in SIX.items() for day in WEEKS)]),
)


def talked(**weeks: Talked) -> list[tuple[str, date, Talked]]:
    """Return talks of the newest week."""
    return [(name, WEEK, what) for name, what in weeks.items()]


def words(told: History, *found, agreed=()) -> dict[str, list[str]]:
    """Return the words of each rep by week."""
    table = coverage(told, [*found], list(agreed), WEEKS)
    return {name: row for (name, _), row in zip(table.index, table.to_numpy(dtype=object).tolist(), strict=True)}


def test_each_talk_stands_in_its_week():
    """Coached and skipped are told apart; a talk that is still open is nothing yet."""
    found = words(TEAM, *talked(amy=Talked.COACHED, bo=Talked.SKIPPED, cy=Talked.OPEN), ("di", BEFORE, Talked.COACHED))
    assert found["amy"] == [Covered.NOTHING, Covered.COACHED]
    assert found["bo"] == [Covered.NOTHING, Covered.SKIPPED]
    assert found["cy"] == [Covered.NOTHING, Covered.NOTHING]
    assert found["di"] == [Covered.COACHED, Covered.NOTHING]


def test_what_was_agreed_took_a_talk():
    """A commitment of the Thursday counts for its week, also beside a rep who was skipped in the review."""
    found = words(TEAM, *talked(bo=Talked.SKIPPED), agreed=[("bo", WEEK + timedelta(days=3))])
    assert found["bo"][1] is Covered.COACHED


def test_who_was_away_is_not_a_gap():
    """On leave since the week after the last score; a talk in the leave is told all the same."""
    told = history(
        "rep_id team status\nada North on_leave\nben North -",
        f"rep_id week total\nada {BEFORE:%m-%d} 50\nben {WEEK:%m-%d} 50",
    )
    assert words(told)["ada"] == [Covered.NOTHING, Covered.AWAY]
    assert words(told, ("ada", WEEK, Talked.COACHED))["ada"][1] is Covered.COACHED


def test_who_waits_longest_comes_first_and_who_left_is_not_there():
    """Never coached before coached, by name among equals; the one away last."""
    told = history(
        "rep_id team status\nzoe North -\nada North on_leave\nben North -\ncy North -\nout North left",
        f"rep_id week total\nada {BEFORE:%m-%d} 50\nout 10-05 40",
    )
    assert list(words(told, ("ben", WEEK, Talked.COACHED), ("zoe", BEFORE, Talked.COACHED))) == [
        "cy",
        "zoe",
        "ben",
        "ada",
    ]


def test_nobody_waits_before_the_first_score():
    """Not onboarded is at the end; who began this week waits less long than who was never talked to."""
    told = history(
        "rep_id team status\nann North -\nclara North not_onboarded\nnew North -\nzoe North -",
        "\n".join(
            ["rep_id week total", *(f"{rep} {BEFORE:%m-%d} 50" for rep in ("ann", "zoe")), f"new {WEEK:%m-%d} 50"]
        ),
    )
    found = words(told, ("ann", BEFORE, Talked.COACHED))
    assert list(found) == ["zoe", "ann", "new", "clara"]
    assert found["clara"] == [Covered.NOT_YET, Covered.NOT_YET]
    assert found["new"] == [Covered.NOT_YET, Covered.NOTHING]
    assert words(told, ("clara", WEEK, Talked.COACHED))["clara"][1] is Covered.COACHED


def test_before_the_desks_first_week_nothing_is_noted_of_anybody():
    """A map of twelve weeks on a desk of one: the weeks before are blank and not everybody's first."""
    told = history("rep_id team\nann North", f"rep_id week total\nann {WEEK:%m-%d} 50")
    assert words(told)["ann"] == [Covered.NOTHING, Covered.NOTHING]


def thirds(*names: str, minutes=None):
    """Return the shares after the newest week's talks with these reps."""
    covered = coverage(TEAM, [(name, WEEK, Talked.COACHED) for name in names], [], WEEKS)
    return {share.third: share for share in shares(TEAM, covered, minutes or {})}


def test_the_talks_are_shared_among_the_thirds():
    """Six reps: two in each third. Two talks at the bottom, one in the middle, one at the top."""
    found = thirds("amy", "bo", "cy", "flo")
    assert [(found[third].talks, found[third].share) for third in Third] == [(1, 0.25), (1, 0.25), (2, 0.5)]
    assert {found[third].minutes for third in Third} == {None}


def test_minutes_are_shared_where_they_are_noted():
    """45 of 60 noted minutes at the bottom; the talk without minutes counts as a talk only."""
    found = thirds("amy", "bo", "flo", minutes={("amy", WEEK): 45, ("flo", WEEK): 15})
    assert (found[Third.BOTTOM].minutes, found[Third.BOTTOM].share_of_minutes) == (45, 0.75)
    assert (found[Third.MIDDLE].minutes, found[Third.MIDDLE].share_of_minutes) == (0, 0)
    assert sum(share.noted for share in found.values()) == 2


@pytest.mark.parametrize("count", range(3, 40))
def test_every_rep_of_a_team_is_in_one_third_and_the_thirds_are_even(count: int):
    """By total, from three reps on; sizes differ by one at most."""
    names = [f"r{place:02}" for place in range(count)]
    told = history(
        "\n".join(["rep_id team", *(f"{name} North" for name in names)]),
        "\n".join(["rep_id week total", *(f"{name} {WEEK:%m-%d} {20 + place}" for place, name in enumerate(names))]),
    )
    covered = coverage(told, [(name, WEEK, Talked.COACHED) for name in names], [], [WEEK])
    sizes = [share.talks for share in shares(told, covered, {})]
    assert sum(sizes) == count
    assert max(sizes) - min(sizes) <= 1


def test_without_a_score_or_a_team_there_is_no_third():
    """The one who was never scored, and a pair, cannot be placed."""
    assert thirds("gone") == {}
    pair = history("rep_id team\nann North\nbo North", f"rep_id week total\nann {WEEK:%m-%d} 50\nbo {WEEK:%m-%d} 60")
    covered = coverage(pair, [("ann", WEEK, Talked.COACHED)], [], [WEEK])
    assert shares(pair, covered, {}) == ()


def test_an_empty_desk_has_an_empty_map():
    """No reps are no error."""
    table = coverage(history("rep_id"), [], [], WEEKS)
    assert table.shape == (0, 2)
    assert shares(history("rep_id"), table, {}) == ()
    assert table.columns.tolist() == list(WEEKS)
