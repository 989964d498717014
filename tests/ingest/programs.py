"""How do HubSpot, Zoho and Dynamics export the deals of a test?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tests.ingest.truth import email
from tests.ingest.writing import Rows

SIGNS = {"EUR": "€", "USD": "$", "GBP": "£"}
DAY_ONE = date(1899, 12, 30)
"""From which spreadsheets count their days."""


@dataclass(frozen=True)
class Deal:
    """One deal: its chance in percent only says something while it is open."""

    owner: str
    state: str
    chance: int
    amount: float | None
    currency: str
    closes: date


def chance(deal: Deal) -> int:
    """Return the probability as the program shows it."""
    return {"open": deal.chance, "won": 100, "lost": 0}[deal.state]


def signed(deal: Deal, pattern: str) -> str:
    """Return an amount with the sign of its currency, "" if unknown."""
    return "" if deal.amount is None else pattern.format(SIGNS[deal.currency], deal.amount)


def hubspot(deals: Sequence[Deal]) -> Rows:
    """Return a HubSpot export: owners by e-mail, internal stages, one record twice, several contacts in a cell."""
    stages = {"open": "contractsent", "won": "closedwon", "lost": "closedlost"}
    head = "Record ID|Deal Name|Deal Stage|Close Date|Deal owner|Amount|Currency|Deal probability|Pipeline"
    rows: list[list[object]] = [
        [
            *(str(9000 + place), f"Deal {place}", stages[one.state], f"{one.closes:%Y-%m-%d} 00:00", email(one.owner)),
            *(one.amount, one.currency, chance(one) / 100, "Sales pipeline", "711;712"),
        ]
        for place, one in enumerate(deals)
    ]
    return [[*head.split("|"), "Associated Contact IDs"], *rows, rows[0]]


def zoho(deals: Sequence[Deal]) -> Rows:
    """Return a Zoho export: signs before the amounts, the owner's id beside the name, an expected revenue."""
    stages = {"open": "Needs Analysis", "won": "Closed Won", "lost": "Closed Lost to Competition"}
    head = "Record Id|Deal Owner.id|Deal Owner|Deal Name|Amount|Currency|Stage|Closing Date|Probability (%)"
    return [
        [*head.split("|"), "Expected Revenue"],
        *(
            [
                *(f"zcrm_{place}", "zcrm_42", one.owner, f"Deal {place}", signed(one, "{} {:,.2f}"), one.currency),
                *(stages[one.state], one.closes, chance(one), ""),
            ]
            for place, one in enumerate(deals)
        ),
    ]


def dynamics(deals: Sequence[Deal]) -> Rows:
    """Return a Dynamics export: days as numbers and as text in one column, what was won beside what was expected."""
    head = "(Do Not Modify) Opportunity|(Do Not Modify) Row Checksum|Topic|Est. close date|Est. revenue|Actual Revenue"
    rows: list[list[object]] = [[*head.split("|"), "Actual Close Date", "Status", "Probability", "Owner", "Currency"]]
    for place, one in enumerate(deals):
        won = one.state == "won"
        serial = str((one.closes - DAY_ONE).days)
        day = serial if place % 2 else f"{one.closes.month}/{one.closes.day}/{one.closes.year} 12:00:00 AM"
        expected = one if not won or one.amount is None else Deal(one.owner, "won", 100, 17.0, one.currency, one.closes)
        rows.append(
            [
                *(f"op-{place}", "x9Q", f"Deal {place}", day, signed(expected, "{}{:,.2f} ")),
                *(signed(one, "{}{:,.2f} ") if won else "", day if one.state != "open" else ""),
                *({"open": "Open", "won": "Won", "lost": "Lost"}[one.state], chance(one), one.owner, one.currency),
            ]
        )
    return rows
