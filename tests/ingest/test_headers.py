"""Which field does a heading name? In five languages, with units, typing errors, and traps."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.headers import component_of, field_of, is_deal_word
from dashboard.ingest.headings import read_heading
from dashboard.model.columns import COLUMNS

KNOWN = [(spec.field, word) for spec in COLUMNS for word in (spec.label, *spec.words)]
HEADINGS = """
    E-Mail-Adresse              | email
    Brand (/25)                 | brand
    Brand (max. 25 Punkte)      | brand
    1. Establish your professional brand | brand
    SSI – Brand score           | brand
    find_the_right_people       | people
    Insigths                    | insights
    Relatonships                | relationships
    Relation-⏎ships (/25)       | relationships
    Build strong relationships  | relationships
    Current Social Selling Index | reported_total
    SSI (0-100)                 | reported_total
    Verkaeufer                  | name
    Meetings (last 7 days)      | meetings
    Closed won QTD              | won
    Quota Q4 2026               | quota
    Quote                       | quota
    Quota %                     | attainment
    % of quota                  | attainment
    Zielerreichung in %         | attainment
    Pipeline (k€)               | open_pipeline
    Ø Branche Marke             | industry_brand
    People (network average)    | network_people
    Branchendurchschnitt Beziehungen | industry_relationships
    Top % Netzwerk              | network_top_percent
    Account Owner               | -
    Created by                  | -
    Opportunity Owner           | -
    Manager                     | -
    Quotes                      | -
    Won %                       | -
    What is your current Social Selling Index? | reported_total
    Please enter your SSI score | reported_total
    What is it?                 | -
    Actual                      | -
    Actuel                      | -
    SSI actual                  | reported_total
    Actuals                     | won
    user_full_name              | name
    Timestamp                   | date
    Week number                 | date
    Ist-Umsatz                  | won
    Brand last week             | -
    Δ SSI                       | -
    SSI change                  | -
    Pipeline coverage           | -
    Pipeline notes              | -
    Team average                | -
    Industry                    | -
    Note                        | -
    SSI target                  | -
    Ziel-SSI                    | -
    SSI objectif                | -
    Score target                | -
    Pipeline goal               | -
    Pipeline local              | -
    Pipeline (count)            | -
    # pipeline                  | -
    # Meetings                  | meetings
    Total pipeline value        | open_pipeline
    Quota amount                | quota
    Closed won value            | won
    Open piepline               | open_pipeline
    Total value                 | -
    Contract value              | -
    Find the rigth people       | people
"""
CASES = [[cell.strip().replace("⏎", "\n") for cell in line.split("|")] for line in HEADINGS.strip().splitlines()]


@pytest.mark.parametrize(("written", "field"), CASES)
def test_a_heading_names_its_field(written: str, field: str):
    """Case, units, filler and one slip of the pen do not matter; what merely contains a known word is not read."""
    assert field_of(written) == (None if field == "-" else field)


def test_every_word_of_a_spec_names_its_column():
    """No known word is lost to another field, but where two fields share its letters ("Nom", "score")."""
    owners = defaultdict(set)
    for field, word in KNOWN:
        owners[read_heading(word).words].add(field)
    lost = [
        (field, word)
        for field, word in KNOWN
        if field_of(word, long=field in ("component", "points", "points_written", "section", "rank"))
        not in owners[read_heading(word).words]
    ]
    assert not lost


@given(
    st.sampled_from(KNOWN),
    st.sampled_from([str.upper, str.lower, str.title, lambda text: f"  {text} ", lambda text: text.replace(" ", "_")]),
)
def test_the_way_a_heading_is_written_does_not_matter(known: tuple[str, str], write):
    """Capitals, spaces around and underscores between the words give the same field."""
    assert field_of(write(known[1])) == field_of(known[1])


@given(st.text(max_size=40))
def test_any_text_is_a_heading_without_an_error(text: str):
    """Whatever stands in a header row is read or not, and never raises."""
    assert field_of(text) is None or field_of(text) in {spec.field for spec in COLUMNS}
    assert component_of(text) in {"brand", "people", "insights", "relationships", "reported_total", None}


@pytest.mark.parametrize(
    ("written", "out_of", "currency", "factor"),
    [
        ("Brand (/25)", 25, "", 1),
        ("Marke (von 25)", 25, "", 1),
        ("Brand 0–20", 20, "", 1),
        ("Insights /100", 100, "", 1),
        ("Quota in TEUR", None, "EUR", 1000),
        ("Pipeline ($000)", None, "USD", 1000),
        ("Umsatz (Mio €)", None, "EUR", 1_000_000),
        ("Meta (R$)", None, "BRL", 1),
        ("pipeline_usd", None, "USD", 1),
        ("Rep", None, "", 1),
    ],
)
def test_a_heading_says_the_unit_of_its_cells(written: str, out_of: float | None, currency: str, factor: float):
    """Out of how much, in which currency and size."""
    heading = read_heading(written)
    assert (heading.out_of, heading.currency, heading.factor) == (out_of, currency, factor)


def test_a_deal_list_is_known_by_its_words():
    """The columns of single deals are told from those of reps."""
    assert all(map(is_deal_word, ("Opportunity Name", "Deal - Title", "Stage", "Close Date", "Schlusstermin")))
    assert not any(map(is_deal_word, ("Rep name", "Brand", "Quota", "Meetings")))
