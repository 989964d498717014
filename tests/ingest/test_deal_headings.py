"""Which field does a heading name in lists of deals, of programs large and small?"""

import pytest

from dashboard.ingest.deal_headings import DEALS

HEADINGS = """
    user_name | name
    Owned By | name
    Deal - Contact person | -
    Negócio - Proprietário | name
    Trato - Valor | deal_amount
    Affaire - Probabilité | deal_probability
    status_type | deal_status
    status_label | deal_stage
    value_currency | currency
    confidence | deal_probability
    Prob. % | deal_probability
    expected_close | deal_close_date
    Erw. Abschluss | deal_close_date
    date_won | deal_won_on
    Contract value (EUR) | deal_amount
    Account Owner | -
    Created By | -
    Next step | -
"""


@pytest.mark.parametrize("line", [line.strip() for line in HEADINGS.strip().splitlines()])
def test_a_heading_names_its_field(line: str):
    """A dash stands for none; whoever else is named is not the rep."""
    written, _, field = line.rpartition(" | ")
    assert (DEALS.field_of(written) or "-") == field
