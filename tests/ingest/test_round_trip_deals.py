"""Are deals added up to what a second reckoning makes of them, in the dress of five programs and two languages?"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.ingest.load import Loaded
from tests.ingest.programs import Deal, chance, dynamics, hubspot, zoho
from tests.ingest.truth import CURRENCIES, NAMES, email, often, read_back
from tests.ingest.writing import WORKBOOKS, Rows, Style, as_csv, as_html

TODAY = date(2026, 11, 16)
QUARTER = (date(2026, 10, 1), date(2026, 12, 31))
FIELDS = ("open_pipeline", "weighted_pipeline", "won", "deals_open", "deals_won", "deals_lost", "deals_overdue")
FIELDS = (*FIELDS, "deals_without_amount")


DEALS = st.lists(
    st.builds(
        Deal,
        st.sampled_from(NAMES),
        st.sampled_from(["open", "open", "won", "lost"]),
        st.sampled_from([10, 25, 60, 75, 90]),
        st.one_of(st.none(), st.integers(1_000, 500_000_000).map(lambda cents: cents / 100)),
        st.sampled_from(CURRENCIES[:2]),
        st.integers(-150, 60).map(lambda days: TODAY + timedelta(days=days)),
    ),
    min_size=1,
    max_size=12,
)
HALF_A_CENT = 0.005 + 1e-6
"""75 % of 4,846.98 is half a cent from both 3,635.23 and 3,635.24: either is right."""
UNTOLD = -1.0
"""What no deal says."""
Reckoned = dict[tuple[str, str], tuple[float, ...]]


def reckoned(deals: Sequence[Deal]) -> Reckoned:
    """Return the sums per owner and currency; what was won and lost is of the quarter."""
    groups: dict[tuple[str, str], list[Deal]] = defaultdict(list)
    for deal in deals:
        groups[deal.owner, deal.currency].append(deal)
    return {key: sums(group) for key, group in groups.items()}


def sums(deals: Sequence[Deal]) -> tuple[float, ...]:
    """Return the sums of one owner and currency, in the order of FIELDS."""
    still = [deal for deal in deals if deal.state == "open"]
    won, lost = (
        [deal for deal in deals if deal.state == state and QUARTER[0] <= deal.closes <= QUARTER[1]]
        for state in ("won", "lost")
    )
    untold = bool(still) and all(deal.amount is None for deal in still)
    nothing_told = bool(won) and all(deal.amount is None for deal in deals)
    return (
        UNTOLD if untold else sum(deal.amount or 0 for deal in still),
        UNTOLD if untold else sum((deal.amount or 0) * deal.chance / 100 for deal in still),
        UNTOLD if nothing_told else sum(deal.amount or 0 for deal in won),
        *(float(len(group)) for group in (still, won, lost)),
        float(sum(deal.closes < TODAY for deal in still)),
        float(sum(deal.amount is None for deal in deals)),
    )


def found(loaded: Loaded) -> Reckoned:
    """Return the sums that were read."""
    rows = loaded.pipeline.fillna(dict.fromkeys(FIELDS, UNTOLD)).to_dict("records")
    names = {email(name): name for name in NAMES}
    return {(names.get(row["rep"], row["rep"]), row["currency"]): tuple(row[one] for one in FIELDS) for row in rows}


def assert_reckoned(loaded: Loaded, deals: Sequence[Deal]) -> None:
    """Both ways of reckoning come to the same, to half a cent."""
    assert found(loaded) == {key: pytest.approx(one, abs=HALF_A_CENT) for key, one in reckoned(deals).items()}


def salesforce(deals: Sequence[Deal]) -> Rows:
    """Return a Salesforce report in English."""
    stages = {"open": "Negotiation/Review", "won": "Closed Won", "lost": "Closed Lost"}
    head = "Opportunity Owner|Account Name|Opportunity Name|Stage|Amount Currency|Amount|Probability (%)|Close Date"
    return [
        head.split("|"),
        *(
            [one.owner, "Fjord", f"Deal {place}", stages[one.state], one.currency, one.amount, chance(one), one.closes]
            for place, one in enumerate(deals)
        ),
    ]


def salesforce_de(deals: Sequence[Deal]) -> Rows:
    """Return a Salesforce report in German."""
    stages = {"open": "Angebot/Preisangebot", "won": "Geschlossen und gewonnen", "lost": "Geschlossen und verloren"}
    head = "Opportunity-Inhaber|Opportunity-Name|Phase|Schlusstermin|Wahrscheinlichkeit (%)|"
    head += "Opportunity-Betrag Währung|Opportunity-Betrag"
    return [
        head.split("|"),
        *(
            [one.owner, f"Fähre {place}", stages[one.state], one.closes, chance(one), one.currency, one.amount]
            for place, one in enumerate(deals)
        ),
    ]


def pipedrive(deals: Sequence[Deal]) -> Rows:
    """Return a Pipedrive export: a status beside the stage, and the day of winning in a column of its own."""
    head = "Owner|Title|Value|Currency of Value|Probability|Stage|Status|Won time|Lost time|Expected close date"
    rows: list[list[object]] = [[f"Deal - {word}" for word in head.split("|")]]
    for place, one in enumerate(deals):
        row: list[object] = [one.owner, f"Deal {place}", one.amount, one.currency, chance(one), "Offer made"]
        days = [one.closes if one.state == state else None for state in ("won", "lost", "open")]
        rows.append([*row, one.state.capitalize(), *days])
    return rows


ENGLISH, GERMAN, ISO = Style("en_US", "%m/%d/%Y"), Style("de_DE", "%d.%m.%Y"), Style("en_US", "%Y-%m-%d %H:%M:%S")
PROGRAMS: Mapping[str, tuple[Callable[[Sequence[Deal]], Rows], Style, str]] = {
    "Salesforce": (salesforce, ENGLISH, ","),
    "Salesforce in German": (salesforce_de, GERMAN, ";"),
    "Pipedrive": (pipedrive, ISO, ","),
    "HubSpot": (hubspot, ISO, ","),
    "Zoho": (zoho, ENGLISH, ","),
    "Dynamics": (dynamics, ENGLISH, ","),
}


@pytest.mark.parametrize("program", PROGRAMS)
@example(deals=[Deal(NAMES[0], "open", 75, 4846.98, "EUR", TODAY)])
@given(deals=DEALS)
@often(12)
def test_deals_are_reckoned_twice_alike(program: str, deals: list[Deal]):
    """Open, weighted, won in the quarter, counts, overdue, without amount, of each owner and currency."""
    write, style, delimiter = PROGRAMS[program]
    first, last = read_back(as_csv(write(deals), style, delimiter), "deals.csv", style.order)
    assert not last.refused, last.refused
    assert_reckoned(last, deals)
    assert not found(first) or found(first) == found(last)


@pytest.mark.parametrize("program", PROGRAMS)
@given(deals=DEALS, name=st.sampled_from(sorted(WORKBOOKS)))
@often(4)
def test_deals_in_a_workbook_are_reckoned_twice_alike(program: str, deals: list[Deal], name: str):
    """The same with real days and numbers."""
    write, style, _ = PROGRAMS[program]
    _, last = read_back(WORKBOOKS[name](write(deals), style), name, style.order)
    assert not last.refused, last.refused
    assert_reckoned(last, deals)


@pytest.mark.parametrize("program", PROGRAMS)
@given(deals=DEALS)
@often(4)
def test_deals_in_a_web_page_named_xls_are_reckoned_twice_alike(program: str, deals: list[Deal]):
    """Every cell is the text that the program shows."""
    write, style, _ = PROGRAMS[program]
    _, last = read_back(as_html(write(deals), style), "deals.xls", style.order)
    assert last.files[0].format == "html"
    assert_reckoned(last, deals)
