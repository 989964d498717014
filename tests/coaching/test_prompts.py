"""Every rep gets prompts of the right pillar, band and seat, and each sounds like what it is."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from dashboard.coaching.playbook import Playbook
from dashboard.coaching.prompts import check_on, claim, dose, prompts_for
from dashboard.model.bands import BANDS, pillar_band
from dashboard.model.cards import Corner, Flag, Lowest, State
from dashboard.model.commitments import Outcome
from dashboard.model.pillars import PILLARS, Pillar
from tests.coaching.cards import card, pillar_card, unscored
from tests.coaching.test_habits import tried

MIDDLE = dict(zip(BANDS, (5.0, 10.0, 15.0, 20.0), strict=True))
"""A pillar score (0-25) inside each band: 20, 40, 60 and 80 on the scale of 100."""


@pytest.mark.parametrize(("pillar", "band", "licence"), list(product(PILLARS, BANDS, ["navigator", "free", None])))
def test_every_rep_gets_prompts_of_pillar_band_and_seat(playbook: Playbook, pillar, band, licence) -> None:
    """Two or three prompts, all of the pillar and its band, none for a seat the rep lacks."""
    rep = card(licence=licence, pillars={pillar: pillar_card(pillar, score=MIDDLE[band])})
    found = prompts_for(rep, playbook, pillar)
    assert 2 <= len(found) <= 3
    assert all(p.pillar == pillar and band in p.bands and p.serves(licence) for p in found)


def test_the_weakest_pillar_is_coached_not_the_lowest(playbook: Playbook) -> None:
    """People is furthest behind its median though insights has the lowest raw score."""
    assert {prompt.pillar for prompt in prompts_for(card(), playbook)} == {Pillar.PEOPLE}


def test_without_a_weakest_pillar_the_lowest_is_coached(playbook: Playbook) -> None:
    """Nothing to hold the scores against still leaves the raw scores."""
    rep = card(weakest=None, lowest=Lowest(Pillar.INSIGHTS, 6.4))
    assert {prompt.pillar for prompt in prompts_for(rep, playbook)} == {Pillar.INSIGHTS}


@pytest.mark.parametrize(("total", "quoted"), [(39.9, True), (40.0, False), (45.1, False), (None, False)])
def test_a_claim_is_quoted_only_where_it_is_made(playbook: Playbook, total: float | None, quoted: bool) -> None:
    """Of three comments a day ten to twenty points are claimed from a total below 40, and for nobody else."""
    rep = card(total=total, pillars={Pillar.INSIGHTS: pillar_card(Pillar.INSIGHTS, score=5.0)})
    comments = next(p for p in prompts_for(rep, playbook, Pillar.INSIGHTS) if p.id == "insights-three-comments")
    assert (comments.effect is not None) is quoted


def test_a_seat_s_own_way_is_among_the_prompts(playbook: Playbook) -> None:
    """A Navigator seat meets Navigator's features, a free seat its own way; the other's never."""
    ways = {
        licence: {p.licence for p in prompts_for(card(licence=licence), playbook)} for licence in ("navigator", "free")
    }
    assert ways == {"navigator": {"any", "navigator"}, "free": {"any", "free"}}


@pytest.mark.parametrize("state", [state for state in State if state != State.SCORED])
def test_without_a_score_there_is_no_prompt(playbook: Playbook, state: State) -> None:
    """What is not known is not coached."""
    assert prompts_for(unscored(state), playbook) == ()
    assert prompts_for(unscored(state), playbook, Pillar.BRAND) == ()


def test_the_manager_s_own_cuts_part_the_bands(playbook: Playbook) -> None:
    """People at 9.1 of 25 is 36.4 of 100: building by default, starting where that begins at 40."""
    assert pillar_band(9.1) == "building"
    assert all("starting" in p.bands for p in prompts_for(card(), playbook, cuts=(40.0, 50.0, 70.0)))


def test_fewer_prompts_can_be_asked_for(playbook: Playbook) -> None:
    """`most` cuts the list, in the playbook's order."""
    assert prompts_for(card(), playbook, most=1) == prompts_for(card(), playbook)[:1]


def test_an_effect_is_told_as_a_claim_with_grade_and_source(playbook: Playbook) -> None:
    """The range stands there with who says so; where none is, that is said."""
    gaps, post = playbook.find("brand-profile-gaps"), playbook.find("brand-weekly-post")
    assert gaps
    assert post
    assert claim(gaps) == (
        "+8 to +12 points on the total within days, while the profile still has gaps "
        "(a claim, not a measurement); grade B (practitioner articles)"
    )
    assert claim(post) == "no figure is claimed; grade A (LinkedIn's own pages)"


def test_a_dose_says_how_long_how_often_and_when_to_look_again(playbook: Playbook) -> None:
    """Short waits are told in hours, as a profile edit takes 48."""
    doses = {dose(prompt) for prompt in playbook.prompts}
    assert "75 minutes once; check again after 48 hours" in doses
    assert "15 minutes a day; check again after 14 days" in doses


def test_nobody_is_asked_to_look_again_on_a_weekend(playbook: Playbook) -> None:
    """14 days after Friday 20 November is a Friday; after Saturday the 21st it is the Monday following."""
    prompt = playbook.find("people-five-a-day")
    assert prompt
    assert check_on(prompt, date(2026, 11, 20)) == date(2026, 12, 4)
    assert check_on(prompt, date(2026, 11, 21)) == date(2026, 12, 7)


NOT_CONVERTING = card(corner=Corner.CONVERT, total=60.0)


def test_where_results_do_not_follow_the_score_the_deals_are_asked_about(playbook: Playbook) -> None:
    """No prompt for the score, unless a pillar is asked for; too near a line to call it is the score again."""
    assert prompts_for(NOT_CONVERTING, playbook) == playbook.conversation[:3]
    assert {prompt.pillar for prompt in prompts_for(NOT_CONVERTING, playbook, Pillar.BRAND)} == {Pillar.BRAND}
    near = replace(NOT_CONVERTING, flags=(Flag.NEAR_LINE,))
    assert {prompt.pillar for prompt in prompts_for(near, playbook)} == {Pillar.PEOPLE}


def test_what_was_agreed_about_the_deals_makes_room_for_the_next(playbook: Playbook) -> None:
    """Whatever the score did since; once all were agreed on they come round again."""
    one = tried(playbook.conversation[0].id, Outcome.WORKED)
    assert prompts_for(NOT_CONVERTING, playbook, tried=[one]) == playbook.conversation[1:4]
    every = [tried(prompt.id, Outcome.WORKED) for prompt in playbook.conversation]
    assert prompts_for(NOT_CONVERTING, playbook, tried=every) == playbook.conversation[:3]


def test_a_playbook_without_such_prompts_asks_about_the_score(playbook: Playbook) -> None:
    """An older file of one's own goes on working."""
    older = replace(playbook, conversation=())
    assert {prompt.pillar for prompt in prompts_for(NOT_CONVERTING, older)} == {Pillar.PEOPLE}
