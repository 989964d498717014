"""Which files are spoiled? Every file of the corpus and of tests/uploads, and one of each shape made here."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

CORPUS = Path(os.environ.get("SSI_COACH_CORPUS", ROOT.parent / "shared" / "corpus"))
FOLDERS = (CORPUS / "team", CORPUS / "open", ROOT / "tests" / "uploads" / "good", ROOT / "tests" / "uploads" / "bad")
MOST_BYTES = 60_000
"""Larger files are spoiled in their first so many bytes' worth of rows: time is better spent on more cases."""


def seeds() -> list[tuple[str, bytes]]:
    """Return name and content of every file to spoil, the corpus where it is beside the checkout.

    Files that can be read come more often: what is refused at once shows less.
    """
    files = [path for folder in FOLDERS if folder.is_dir() for path in sorted(folder.iterdir()) if path.suffix != ".md"]
    read = [(path, path.read_bytes()) for path in files if path.is_file()]
    twice = [each for each in read if each[0].parent.name != "bad"]
    return [(path.name, shortened(content)) for path, content in (*twice, *read)] + [*MADE.items()] * 3


def shortened(content: bytes) -> bytes:
    """Return a text cut after a line; a workbook stays whole."""
    if len(content) <= MOST_BYTES or b"\0" in content[:64]:
        return content
    return content[: content.rfind(b"\n", 0, MOST_BYTES) + 1]


def text(*lines: str) -> bytes:
    """Return lines as a file."""
    return ("\n".join(lines) + "\n").encode()


MADE: dict[str, bytes] = {
    "made_wide_weeks.csv": text(
        ",Brand,,People,,Insights,,Relationships,",
        "Rep,2026-11-09,2026-11-16,2026-11-09,2026-11-16,2026-11-09,2026-11-16,2026-11-09,2026-11-16",
        "Mara Lindqvist,18.1,18.4,9.0,9.2,12.0,12.1,20.1,20.3",
        "Ivo Castelo,11.0,11.2,7.4,7.5,8.0,8.2,14.8,15",
    ),
    "made_deals.csv": text(
        "Opportunity Owner,Account Name,Opportunity Name,Stage,Amount Currency,Amount,Probability (%),Close Date",
        "Mara Lindqvist,Fjordline,Fjordline renewal,Negotiation,EUR,45000.00,60,12/18/2026",
        "Mara Lindqvist,Aster,Aster start,Closed Won,EUR,12500.00,100,11/3/2026",
        "Ivo Castelo,Solana,Solana fleet,Prospecting,USD,,10,1/29/2027",
        "Ivo Castelo,Ribeira,Ribeira pilot,Closed Lost,USD,8000.00,0,10/22/2026",
        "Grand Totals (4 records)",
    ),
    "made_metrics.csv": text(
        "section;field;original value;numeric value",
        "own;Social Selling Index;60;60",
        "own;Establish your professional brand;18.4;18.4",
        "own;Find the right people;9.2;9.2",
        "own;Engage with insights;12.1;12.1",
        "own;Build relationships;20.3;20.3",
        "industry;Establish your professional brand;11.2;11.2",
        "industry;Industry rank;Top 9 %;9",
        "network;Establish your professional brand;13.9;13.9",
        "network;Network rank;Top 12 %;12",
    ),
    "made_usage.csv": text(
        "Seat holder name,Seat id,Start date,End date,Searches performed,Profiles viewed,InMails sent,InMails accepted",
        "Mara Lindqvist,4711,2026-11-16,2026-11-22,14,52,9,3",
        "Ivo Castelo,4712,2026-11-16,2026-11-22,2,11,0,0",
    ),
    "made_page.json": text(
        '{"data": {"activeSeat": true, "memberScore": {"overall": 60.0, "subScores": [',
        '{"pillar": "PROFESSIONAL_BRAND", "score": 18.4}, {"pillar": "FIND_RIGHT_PEOPLE", "score": 9.2},',
        '{"pillar": "INSIGHT_ENGAGEMENT", "score": 12.1}, {"pillar": "STRONG_RELATIONSHIP", "score": 20.3}]},',
        '"groupScore": [{"groupType": "INDUSTRY", "rank": 9, "industry": "Freight", "groupSize": 4211,',
        '"score": {"overall": 41.2, "subScores": []}}, {"groupType": "NETWORK", "rank": 12, "groupSize": 803,',
        '"score": {"overall": 44.0, "subScores": []}}]}}',
    ),
    "made_table.xls": text(
        "<html><head><meta charset='utf-8'></head><body><table>",
        "<tr><th>Rep</th><th>Week of</th><th>Brand</th><th>People</th><th>Insights</th><th>Relationships</th></tr>",
        "<tr><td>Mara Lindqvist</td><td>2026-11-16</td><td>18.4</td><td>9.2</td><td>12.1</td><td>20.3</td></tr>",
        "<tr><td>Ivo Castelo</td><td>2026-11-16</td><td>11.2</td><td>7.5</td><td>8.2</td><td>15</td></tr>",
        "</table></body></html>",
    ),
    "made_quota.csv": text(
        "Rep;Woche vom;Quote;Gewonnen;Offene Pipeline;Zielerreichung;Termine",
        "Mara Lindqvist;16.11.2026;450.000,00 €;210.500,00 €;1.204.500,00 €;46,8 %;12",
        "Ivo Castelo;16.11.2026;300.000,00 €;0,00 €;98.250,50 €;0 %;3",
    ),
}
"""One file of each shape; those that are not read yet are refused."""
