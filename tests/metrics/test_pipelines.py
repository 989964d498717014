"""How did one rep's pipeline run?"""

from datetime import date, timedelta

from dashboard.metrics.pipelines import by_week, meetings
from dashboard.model.cards import PipelineCard
from tests.metrics.drawn import WEEK, history

TOLD = history(
    "rep_id\nann\nbo",
    pipeline_text="""
        rep_id week  currency open_pipeline won quota meetings
        ann    11-02 EUR      90            10  100   3
        ann    11-02 USD      50            -   -     -
        ann    11-16 EUR      80            30  100   -
        ann    11-16 -        -             -   -     4
        bo     11-09 EUR      1             1   1     1
    """,
)
WEEKS = [WEEK - timedelta(weeks=back) for back in (2, 1, 0)]


def test_each_week_has_its_own_figures_in_each_currency():
    """Nothing is carried into the week of 9 November, and nothing of another rep is there."""
    lines = by_week(TOLD, "ann", WEEKS)
    assert [(f"{line.week:%m-%d}", line.currency, line.open_pipeline) for line in lines] == [
        ("11-02", "EUR", 90),
        ("11-02", "USD", 50),
        ("11-16", "EUR", 80),
    ]
    assert [line.attainment for line in lines if line.currency == "EUR"] == [0.1, 0.3]


def test_meetings_without_money_stand_beside_the_main_currency():
    """As on the rep's card."""
    assert by_week(TOLD, "ann", [WEEK])[0].meetings == 4


def test_meetings_are_added_only_where_every_week_has_a_count():
    """Three in the first week, none known of the second."""
    lines = by_week(TOLD, "ann", WEEKS)
    assert meetings(lines, [WEEKS[0], WEEKS[2]]) == 7
    assert meetings(lines, WEEKS) is None


def test_the_main_currency_s_count_is_the_one_that_counts():
    """The count of a second currency in the same week is not added."""
    day = date(2026, 11, 16)
    lines = [PipelineCard("EUR", day, meetings=3.0), PipelineCard("USD", day, meetings=2.0)]
    assert meetings(lines, [day]) == 3.0


def test_a_rep_without_a_pipeline_has_no_lines():
    """Nor has one nobody knows."""
    assert by_week(TOLD, "cy", WEEKS) == ()
    assert by_week(history("rep_id\nann"), "ann", WEEKS) == ()
