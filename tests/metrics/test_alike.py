"""Like is ranked with like: the same role, and the same time on the team."""

from dashboard.metrics.alike import Alike, alike
from tests.metrics.drawn import WEEK, history

TEAM = history(
    """
    rep_id  role  started_on
    ann     AE    2020-01-06
    bo      AE    2026-09-07
    cy      AE    -
    di      AE    2026-10-05
    ed      SDR   2021-02-01
    flo     SDR   2022-02-01
    gus     Lead  2020-01-06
    hal     -     2020-01-06
    """
)
EVERYBODY = TEAM.reps["rep_id"].tolist()


def test_groups_are_of_one_role_and_time_on_the_team():
    """Bo and Di began within half a year; of Cy nothing is known, so not new; Gus alone and Hal are in no group."""
    assert alike(TEAM, WEEK, EVERYBODY) == {
        Alike("AE", False): ("ann", "cy"),
        Alike("AE", True): ("bo", "di"),
        Alike("SDR", False): ("ed", "flo"),
    }


def test_only_those_asked_for_are_grouped():
    """Without Di there is nobody to rank Bo among."""
    assert Alike("AE", True) not in alike(TEAM, WEEK, set(EVERYBODY) - {"di"})
