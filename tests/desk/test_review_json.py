"""What does a week's review look like as JSON?"""

import json

import pytest

from dashboard.desk.review_json import review_json
from tests.desk.test_review import reviewed
from tests.metrics.drawn import history

TOLD = history(
    "rep_id name team status\nanna Anna North -\nben Ben North -\ncleo Cleo North on_leave",
    """
    rep_id week  brand  people insights relationships
    anna   10-19 10     5      2        15
    anna   11-16 14.123456 5   2        15
    ben    10-19 10     5      2        15
    ben    11-16 10     5      2        15
    """,
    """
    rep_id week  currency open_pipeline quota  won    meetings deals_open
    anna   11-16 USD      1200000.5     450000 210500 12       4
    anna   11-16 EUR      900           -      -      -        -
    ben    11-16 -        100           50     60     -        -
    """,
)
JSON = review_json(reviewed(TOLD, team="North"))
ANNA, BEN, CLEO = JSON["reps"]

SHAPES = [
    (JSON, "week weeks_of_history team reps queue commitments records"),
    (JSON["team"], "name reps scored median_total median_change_1w median_change_4w shifts"),
    (
        ANNA,
        "rep_id name state total band rank change_1w change_4w net_change_4w change_shift compared_with back verdict "
        "moved pillars weakest lowest pipeline other_pipelines corner flags prompts mentor",
    ),
    (
        ANNA["pillars"]["brand"],
        "score change_1w change_4w net_change_4w baseline baseline_source baseline_shift gap back verdict moved",
    ),
    (ANNA["weakest"], "pillar basis gap confidence runner_up behind"),
    (ANNA["lowest"], "pillar score"),
    (JSON["queue"], "coach celebrate leave_alone"),
]


@pytest.mark.parametrize(("found", "promised"), SHAPES)
def test_the_names_are_those_promised(found, promised):
    """Names are added, never renamed."""
    assert set(found) == set(promised.split())


def test_scores_have_three_decimals_and_missing_is_null():
    """14.123456 + 5 + 2 + 15 = 36.123456; the team's median move is half of Anna's 4.123456; no week before."""
    assert (ANNA["total"], ANNA["change_4w"], ANNA["net_change_4w"], ANNA["change_1w"]) == (36.123, 4.123, 2.062, None)
    assert (ANNA["pillars"]["brand"]["gap"], ANNA["pillars"]["brand"]["baseline_source"]) == (2.323, "default")
    assert (ANNA["state"], ANNA["verdict"], ANNA["band"], ANNA["rank"]) == ("scored", "too_early", "building", 1)


def test_weeks_are_iso_mondays():
    """As everywhere."""
    assert (JSON["week"], JSON["weeks_of_history"], JSON["team"]["name"]) == ("2026-11-16", 2, "North")


def test_the_pipeline_is_told_by_currency_and_never_added():
    """USD has the quota; 210,500 / 450,000 = .467778; 1,200,000.5 / 239,500 = 5.010441; counts are whole."""
    usd, (eur,) = ANNA["pipeline"], ANNA["other_pipelines"]
    assert (usd["currency"], usd["open_pipeline"], usd["quota"], usd["remaining"]) == ("USD", 1200000.5, 450000, 239500)
    assert (usd["attainment"], usd["coverage"], usd["meetings"], usd["deals_open"]) == (0.467778, 5.010441, 12, 4)
    assert (eur["currency"], eur["open_pipeline"], eur["quota"]) == ("EUR", 900, None)
    assert BEN["pipeline"]["currency"] is None


def test_a_rep_without_a_score_is_there_with_nulls():
    """Cleo is on leave and was never scored."""
    missing = ("total", "band", "rank", "change_4w", "weakest", "lowest", "pipeline", "corner")
    assert [CLEO[name] for name in missing] == [None] * len(missing)
    assert (CLEO["state"], CLEO["verdict"], CLEO["flags"], CLEO["prompts"]) == ("on_leave", "missing", [], [])
    assert CLEO["pillars"]["brand"]["score"] is None


def test_prompts_are_ids_and_the_queue_has_reasons():
    """Ben has met the quota and is celebrated; prompts name the playbook's entries."""
    assert ANNA["prompts"]
    assert all(isinstance(prompt, str) for prompt in ANNA["prompts"])
    assert [set(entry) for entry in JSON["queue"]["celebrate"]] == [{"rep_id", "reason"}]


def test_it_is_json():
    """No NaN, no dates, no enums left."""
    assert json.loads(json.dumps(JSON, allow_nan=False)) == JSON
