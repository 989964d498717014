"""Are lists of deals added up per owner and currency, whichever program they come from?"""

import math
from datetime import date
from pathlib import Path

import pytest

from dashboard.ingest.load import Loaded, Source, load
from tests.ingest.files import MONDAY, book, problems, read

BRIGHTFORGE = """
    Anna Mueller         EUR 149000  43000      0 2 1 0 0 1
    Anna Mueller         USD 221800  60900  36000 2 1 1 0 0
    Jose Garcia Lopez    USD 116350  41035 125000 3 1 1 0 0
    Siobhan O'Brien      USD 251000  64100  36000 4 1 1 0 0
    Wei Chen             USD 113750  16100      0 4 0 0 0 0
    PRIYA RAMAN          USD 298825 114520  24000 7 1 0 2 0
    Tom Becker           USD  65750  51775      0 2 0 2 0 0
    Thomas Becker        USD 149000  46600      0 2 0 3 0 0
    Lukasz Nowak         USD 254300  45950      0 5 0 0 1 0
    Marie-Claire Dubois  USD      0      0  18500 0 1 0 0 0
    Ben Osei             USD  58100   7660      0 2 0 0 1 0
"""
"""Section 5 of EXPECTED.md: open, weighted, won; open, won, lost, overdue deals; those without an amount."""
FIELDS = ("open_pipeline", "weighted_pipeline", "won", "deals_open", "deals_won", "deals_lost", "deals_overdue")
FIELDS = (*FIELDS, "deals_without_amount")
HEADER = "Opportunity Owner,Opportunity Name,Stage,Amount,Amount Currency,Probability (%),Close Date\n"


def sums(loaded: Loaded) -> dict[tuple[str, str], list[float]]:
    """Return the sums of each rep and currency; -1 where missing."""
    assert not loaded.refused
    assert not loaded.questions
    rows = loaded.pipeline.fillna(dict.fromkeys(FIELDS, -1.0)).to_dict("records")
    return {(row["rep"], row["currency"]): [row[field] for field in FIELDS] for row in rows}


def deals(
    *lines: str, header: str = HEADER, period: str = "quarter", as_of: date | None = MONDAY, **answers: str
) -> Loaded:
    """Read a list of deals as of the Monday of the tests."""
    content = (header + "".join(f"{line}\n" for line in lines)).encode()
    told = {key.replace("__", ":").replace("_csv", ".csv"): value for key, value in answers.items()}
    return load([Source("deals.csv", content)], as_of=as_of, period=period, answers=told)


def test_the_report_of_brightforge_gives_the_sums_of_the_truth_table(corpus: Path):
    """Every sum and count of section 5 comes out, and the five lines of the footer are left out."""
    name = "05_salesforce_opportunity_report.csv"
    loaded = load([Source(name, (corpus / "team" / name).read_bytes())], as_of=MONDAY)
    known = {}
    for line in BRIGHTFORGE.strip().splitlines():
        words = line.split()
        known[" ".join(words[:-9]), words[-9]] = [float(word) for word in words[-8:]]
    assert sums(loaded) == known
    assert (loaded.files[0].shape, loaded.files[0].rows_used) == ("deals", 47)
    assert [left.row for left in loaded.files[0].left_out] == [52, 53, 54, 55, 56]
    assert [one[:2] for one in problems(loaded)] == [("no_date_column", None), ("negative_amount", 12)]


@pytest.mark.parametrize(
    ("period", "won"),
    [("quarter", 30.0), ("month", 10.0), ("year", 70.0), ("all", 150.0), ("2026-09-01:2026-10-01", 60.0)],
)
def test_a_period_says_which_closed_deals_count(period: str, won: float):
    """Won and lost are those of the period around the day; what is open counts in any."""
    days = {"2026-11-01": 10, "2026-10-01": 20, "2026-09-30": 40, "2025-12-31": 80}
    lines = [f"Mara Lindqvist,A,Closed Won,{amount},EUR,100,{day}" for day, amount in days.items()]
    loaded = deals(*lines, "Mara Lindqvist,B,Prospecting,7,EUR,10,2024-01-01", period=period)
    assert loaded.pipeline["won"].tolist() == [won]
    assert loaded.pipeline["open_pipeline"].tolist() == [7.0]
    assert loaded.pipeline["deals_overdue"].tolist() == [1.0]


def test_a_salesforce_report_in_german_is_read():
    """Inhaber, Phase and Schlusstermin, dotted days and decimal commas, and the German names of stages."""
    header = "Opportunity-Inhaber;Accountname;Opportunity-Name;Phase;Schlusstermin;Erstelldatum;Wahrscheinlichkeit (%);"
    header += "Opportunity-Betrag Währung;Opportunity-Betrag\n"
    lines = (
        "Mara Lindqvist;Werft;Fähre;Angebot/Preisangebot;05.12.2026;01.10.2026;75;EUR;1.234,56",
        "Mara Lindqvist;Hafen;Kran;Geschlossen und gewonnen;10.11.2026;01.10.2026;100;EUR;45.000,00",
        "Ivo Castelo;Hafen;Boje;Geschlossen und verloren;02.11.2026;01.10.2026;0;EUR;9.000,00",
    )
    found = sums(deals(*lines, header=header))
    assert found == {
        ("Mara Lindqvist", "EUR"): [1234.56, 925.92, 45000.0, 1.0, 1.0, 0.0, 0.0, 0.0],
        ("Ivo Castelo", "EUR"): [0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0],
    }


def test_a_salesforce_export_with_flags_and_names_is_read():
    """IsClosed and IsWon go before the name of the stage, which may be anybody's own."""
    header = "Id,Name,StageName,Amount,Probability,CloseDate,IsClosed,IsWon,Owner.Name,OwnerId\n"
    lines = (
        "006A,Ferry,Signed,45000,100,2026-11-10,true,true,Mara Lindqvist,005Rg00000KqXyzIAF",
        "006B,Crane,Gone quiet,12000,0,2026-11-10,true,false,Mara Lindqvist,005Rg00000KqXyzIAF",
        "006C,Buoy,Warm,1000,40,2026-12-10,false,false,Mara Lindqvist,005Rg00000KqXyzIAF",
    )
    assert list(sums(deals(*lines, header=header)).values()) == [[1000.0, 400.0, 45000.0, 1.0, 1.0, 1.0, 0.0, 0.0]]


def test_owners_by_id_alone_are_refused_with_what_is_missing():
    """Nobody is guessed from an id, whether the column says so or only its cells."""
    for header in ("OwnerId,Name,StageName,Amount,CloseDate\n", "Deal owner,Deal Name,Deal Stage,Amount,Close Date\n"):
        loaded = deals("005Rg00000KqXyzIAF,Ferry,closedwon,45000,2026-11-10", header=header)
        assert [one.code for one in loaded.refused] == ["deal_list"]
        assert "owner" in loaded.refused[0].reason
        assert "by name" in loaded.refused[0].reason


HUBSPOT = "Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date,Pipeline,Create Date,Associated Company IDs\n"


def test_a_hubspot_export_is_read():
    """Labels or internal stages, "$" in cells, owners by e-mail, several ids in a cell, and no probability."""
    lines = (
        "101,Ferry,closedwon,$45000,Mara Lindqvist,2026-11-10 00:00,Sales,2026-10-01 10:00,7;8",
        "102,Crane,Presentation Scheduled,$12000,Mara Lindqvist,2026-11-10 00:00,Sales,2026-10-01 10:00,9",
        "103,Buoy,closedlost,,Mara Lindqvist,2026-11-10 00:00,Sales,2026-10-01 10:00,9",
    )
    assert sums(deals(*lines, header=HUBSPOT)) == {
        ("Mara Lindqvist", "USD"): [12000.0, -1.0, 45000.0, 1.0, 1.0, 1.0, 1.0, 1.0]
    }


def test_several_pipelines_are_asked_and_selected():
    """Nothing is stored until somebody says which pipeline counts, or all."""
    lines = (
        "101,Ferry,closedwon,10,Mara Lindqvist,2026-11-10 00:00,Sales,,",
        "102,Crane,closedwon,20,Mara Lindqvist,2026-11-10 00:00,Sales,,",
        "103,Buoy,closedwon,40,Mara Lindqvist,2026-11-10 00:00,Renewals,,",
    )
    asked = deals(*lines, header=HUBSPOT)
    assert [(one.key, one.choices) for one in asked.questions] == [("pipeline:deals.csv", ("Sales", "Renewals", "all"))]
    assert asked.pipeline.empty
    for answer, won in (("Sales", 30.0), ("Renewals", 40.0), ("all", 70.0)):
        assert deals(*lines, header=HUBSPOT, pipeline__deals_csv=answer).pipeline["won"].tolist() == [won]


def test_a_repeated_record_counts_once():
    """The same row again is told; another amount under the same id is a contradiction, and the first one counts."""
    line = "101,Ferry,closedwon,10,Mara Lindqvist,2026-11-10 00:00,Sales,,"
    loaded = deals(line, line, line.replace(",10,", ",15,"), header=HUBSPOT)
    assert loaded.pipeline["won"].tolist() == [10.0]
    assert [(one.code, one.row) for one in loaded.problems if one.row] == [
        ("conflicting_values", 4),
        ("duplicate_row", 3),
    ]


def test_deals_without_an_owner_stay_in_sight():
    """They count for nobody and are told with how many they are and what they add up to, those of programs too."""
    lines = (
        "Mara Lindqvist,A,Closed Won,45000,EUR,100,2026-11-10",
        ",B,Qualification,12000,EUR,10,2026-12-10",
        "Unassigned,C,Qualification,500,USD,10,2026-12-10",
        "Integration User,D,Closed Won,70,EUR,100,2026-11-10",
        "Mara Lindqvist;Ivo Castelo,E,Closed Won,8,EUR,100,2026-11-10",
    )
    loaded = deals(*lines)
    assert list(sums(loaded)) == [("Mara Lindqvist", "EUR")]
    told = next(one for one in loaded.problems if one.code == "deal_without_owner")
    assert told.found == (
        "4 deals in rows 3, 4, 5, 6 of Unassigned, Integration User, Mara Lindqvist;Ivo Castelo: "
        "EUR 12,000.00 open, EUR 78.00 won, USD 500.00 open"
    )
    assert [person.name for person in loaded.people] == ["Mara Lindqvist"]


def test_a_pipedrive_export_is_read():
    """Every heading begins with "Deal - "; the state is said, won and lost have days of their own."""
    header = (
        "Deal - ID,Deal - Title,Deal - Owner,Deal - Value,Deal - Currency of Value,Deal - Probability,Deal - Stage,"
    )
    header += "Deal - Status,Deal - Won time,Deal - Lost time,Deal - Expected close date,Deal - Contact person\n"
    lines = (
        "1,Ferry,Mara Lindqvist,45000,EUR,,Negotiations Started,Won,2026-11-10 09:30:00,,2026-08-01,Jon Doe",
        "2,Crane,Mara Lindqvist,12000,EUR,40,Contact Made,Open,,,2026-11-15,Jon Doe",
        "3,Buoy,Mara Lindqvist,9000,EUR,,Contact Made,Lost,,2026-07-01 10:00:00,2026-11-15,Jon Doe",
    )
    assert sums(deals(*lines, header=header)) == {
        ("Mara Lindqvist", "EUR"): [12000.0, 4800.0, 45000.0, 1.0, 1.0, 0.0, 1.0, 0.0]
    }


def test_a_zoho_export_is_read():
    """The owner's id is not the owner; amounts have signs and commas; what is expected stands in for a probability."""
    header = "Record Id,Deal Owner.id,Deal Owner,Deal Name,Amount,Stage,Closing Date,Expected Revenue\n"
    lines = (
        'zcrm_1,zcrm_9,Mara Lindqvist,Ferry,"$ 4,800.00",Negotiation/Review,12/18/2026,"$ 4,320.00"',
        'zcrm_2,zcrm_9,Mara Lindqvist,Crane,"$ 1,200.50",Closed Won,11/13/2026,"$ 1,200.50"',
        'zcrm_3,zcrm_9,Mara Lindqvist,Buoy,"$ 100.00",Closed-Lost to Competition,11/13/2026,$ 0.00',
    )
    assert sums(deals(*lines, header=header)) == {
        ("Mara Lindqvist", "USD"): [4800.0, 4320.0, 1200.5, 1.0, 1.0, 1.0, 0.0, 0.0]
    }


def test_a_dynamics_export_is_read():
    """Serials and written days stand in one column; the actual revenue of a won deal goes before the estimate."""
    header = [
        "(Do Not Modify) Opportunity", "(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On", "Topic",
        "Est. close date", "Est. revenue", "Actual Revenue", "Actual Close Date", "Status", "Owner",
    ]  # fmt: skip
    rows = [
        ["g-1", "x=", 46330.5, "Ferry", 46350, 45000, 40000, "11/10/2026", "Won", "Mara Lindqvist"],
        ["g-2", "y=", 46330.5, "Crane", "12/28/2026 10:00 AM", 12000, None, None, "Open", "Mara Lindqvist"],
        ["g-3", "z=", 46330.5, "Buoy", 46330.25, 900, None, None, "Open", "Mara Lindqvist"],
        ["g-4", "z=", 46330.5, "Rope", "11/2/2026", 5, None, "11/2/2026", "Lost", "# Sales Bot"],
    ]
    loaded = read(book(Opportunities=[header, *rows]), "opps.xlsx", as_of=MONDAY)
    assert sums(loaded) == {("Mara Lindqvist", ""): [12900.0, -1.0, 40000.0, 2.0, 1.0, 0.0, 1.0, 0.0]}
    assert "deal_without_owner" in {one.code for one in loaded.problems}


def test_a_formatted_report_is_read():
    """The header stands some rows down from column B, owners stand once per group, subtotals are no deals."""
    rows = [
        [], [None, "Pipeline by owner"], [None, "As of 2026-11-16 08:05:00 CET"], [],
        [None, "Opportunity Owner  ↑", "Stage", "Opportunity Name", "Close Date", "Amount", "Probability (%)"],
        [None, "Ivo Castelo", "Prospecting", "Ferry", date(2026, 12, 1), 1000, 0.1],
        [None, None, "Closed Won", "Crane", date(2026, 11, 1), 2000, 1],
        [None, "Subtotal", None, None, None, 3000, None],
        [None, None, "Count", 2, None, None, None],
        [None, "Mara Lindqvist", "Closed Won", "Buoy", date(2026, 11, 2), 4000, 1],
        [None, None, "Closed Lost", "Rope", date(2026, 11, 3), 8000, 0],
        [None, "Subtotal", None, None, None, 12000, None],
        [None, None, "Count", 2, None, None, None],
        [None, "Total", None, None, None, 15000, None],
        [None, None, "Count", 4, None, None, None],
        [None, "Confidential Information - Do Not Distribute"],
    ]  # fmt: skip
    loaded = read(book(Report=rows), "report.xlsx")
    assert sums(loaded) == {
        ("Ivo Castelo", ""): [1000.0, 100.0, 2000.0, 1.0, 1.0, 0.0, 0.0, 0.0],
        ("Mara Lindqvist", ""): [0.0, 0.0, 4000.0, 0.0, 1.0, 1.0, 0.0, 0.0],
    }
    assert loaded.files[0].header_row == 5
    assert loaded.files[0].rows_used == 4
    assert loaded.pipeline["week"].dt.date.unique().tolist() == [MONDAY]


def test_an_unknown_stage_is_asked_once_for_all_its_deals():
    """All rows of the stage follow the answer; until then nothing of the list is stored."""
    lines = (
        "Mara Lindqvist,A,Signed off,10,EUR,100,2026-11-10",
        "Ivo Castelo,B,signed off,20,EUR,100,2026-11-10",
        "Ivo Castelo,C,Qualification,40,EUR,10,2026-12-10",
    )
    asked = deals(*lines)
    assert [(one.key, one.choices) for one in asked.questions] == [
        ("stage:Signed off", ("won", "open", "lost", "ignore"))
    ]
    assert asked.pipeline.empty
    told = deals(*lines, **{"stage:Signed off": "won"})
    assert told.pipeline["won"].tolist() == [10.0, 20.0]
    assert deals(*lines, **{"stage:signed off": "ignore"}).files[0].rows_used == 1


def test_the_people_around_a_deal_are_not_its_rep():
    """Account owner, creator and contact are named in columns of their own and are no reps."""
    header = "Account Owner,Created By,Contact Owner,Opportunity Owner,Opportunity Name,Stage,Amount,Close Date\n"
    loaded = deals("Ann One,Ben Two,Cid Three,Mara Lindqvist,Ferry,Closed Won,10,2026-11-10", header=header)
    assert [person.name for person in loaded.people] == ["Mara Lindqvist"]


def test_unknown_amounts_are_counted_not_added():
    """-1, blank and TBD are unknown: they add nothing, and are counted whatever became of the deal."""
    lines = [f"Mara Lindqvist,A,{stage},{amount},EUR,100,2026-11-10" for stage, amount in
             (("Closed Won", "-1"), ("Closed Lost", ""), ("Prospecting", "TBD"), ("Prospecting", "7"))]  # fmt: skip
    assert sums(deals(*lines))["Mara Lindqvist", "EUR"] == [7.0, 7.0, 0.0, 2.0, 1.0, 1.0, 2.0, 3.0]


def test_what_no_deal_says_is_missing_and_not_nothing():
    """One open deal without an amount is no pipeline of 0; nothing won is 0, a deal won at an unknown amount is not."""
    line = "Mara Lindqvist,A,{},{},EUR,50,2026-11-20".format
    assert sums(deals(line("Prospecting", "")))["Mara Lindqvist", "EUR"][:5] == [-1, -1, 0, 1, 0]
    assert sums(deals(line("Closed Won", "")))["Mara Lindqvist", "EUR"][:5] == [0, 0, -1, 0, 1]
    assert sums(deals(line("Closed Won", ""), line("Prospecting", 7)))["Mara Lindqvist", "EUR"][:3] == [7, 3.5, 0]
    spelled = line("Prospecting", "").replace("Lindqvist", "Lindquist")
    loaded = deals(line("Prospecting", 7), spelled, **{"link:Mara Lindquist": "mara-lindqvist"})
    assert sums(loaded)["Mara Lindqvist", "EUR"][::3] == [7, 2, 0]


def test_deals_of_nobody_without_amounts_are_told():
    """There is no sum to tell."""
    loaded = deals(",A,Prospecting,,EUR,50,2026-11-20", "Mara Lindqvist,B,Prospecting,7,EUR,50,2026-11-20")
    assert [one.found for one in loaded.problems if one.code == "deal_without_owner"] == ["1 deal in row 2: no amounts"]


def test_one_open_deal_without_a_probability_leaves_the_weighted_pipeline_missing():
    """No stage stands in for a probability, and a part is no sum."""
    lines = ("Mara Lindqvist,A,Prospecting,10,EUR,50,2026-12-10", "Mara Lindqvist,B,Prospecting,20,EUR,,2026-12-10")
    loaded = deals(*lines)
    assert math.isnan(loaded.pipeline["weighted_pipeline"].iloc[0])
    assert ("no_probability", 3) in [one[:2] for one in problems(loaded)]


@pytest.mark.parametrize("chances", [("0.1", "0.75"), ("10", "75"), ("10%", "75 %"), ("10", "75%")])
def test_a_probability_is_a_fraction_or_percent(chances: tuple[str, str]):
    """Numbers over 1 make a column percent, a sign makes a cell percent."""
    lines = [f"Mara Lindqvist,A,Prospecting,100,EUR,{chance},2026-12-10" for chance in chances]
    assert deals(*lines).pipeline["weighted_pipeline"].tolist() == [85.0]


def test_one_person_in_two_spellings_is_added_up():
    """Rows of a rep who is written in capitals as well are the same rep's: nothing is lost, nothing is a conflict."""
    loaded = deals(
        "Mara Lindqvist,A,Closed Won,10,EUR,100,2026-11-10", "MARA LINDQVIST,B,Closed Won,20,EUR,100,2026-11-10"
    )
    assert loaded.pipeline["won"].tolist() == [30.0]
    assert not [one for one in loaded.problems if one.code == "conflicting_values"]


def test_blank_owners_of_a_flat_list_are_nobodys():
    """Without subtotals or headings between, a blank owner is no owner, even where each owner stands once."""
    lines = [f"Mara Lindqvist,A,Closed Won,{amount},EUR,100,2026-11-10" for amount in (1, 2)]
    lines = [lines[0], lines[1].replace("Mara Lindqvist", ""), lines[0].replace("Mara Lindqvist", "Ivo Castelo")]
    loaded = deals(*lines)
    assert dict(zip(loaded.pipeline["rep"], loaded.pipeline["won"], strict=True)) == {
        "Mara Lindqvist": 1.0,
        "Ivo Castelo": 1.0,
    }
    assert ("deal_without_owner", 3) in [one[:2] for one in problems(loaded)]


def test_owners_in_headings_of_groups_are_those_of_the_rows_below():
    """A row with nothing but the owner and a count heads the deals without an owner under it."""
    loaded = deals(
        "Opportunity Owner: Mara Lindqvist (2 records),,,,,,",
        ",A,Closed Won,1,EUR,100,2026-11-10",
        ",B,Closed Won,2,EUR,100,2026-11-10",
        "Opportunity Owner: Ivo Castelo (1 record),,,,,,",
        ",C,Closed Won,4,EUR,100,2026-11-10",
        "Grand Totals (3 records),,,7,,,",
    )
    assert dict(zip(loaded.pipeline["rep"], loaded.pipeline["won"], strict=True)) == {
        "Mara Lindqvist": 3.0,
        "Ivo Castelo": 4.0,
    }


def test_blank_owners_of_a_workbook_are_asked_about():
    """Merged cells without subtotals look like deals without an owner: the manager says which."""
    header = ["Opportunity Owner", "Opportunity Name", "Stage", "Amount", "Close Date"]
    rows = [
        [owner, "A", "Closed Won", 1, date(2026, 11, 10)] for owner in ("Mara Lindqvist", None, None, "Ivo Castelo")
    ]
    content = book(Report=[header, *rows])
    asked = read(content, "r.xlsx", as_of=MONDAY)
    assert [one.key for one in asked.questions] == ["owner:r.xlsx"]
    above = read(content, "r.xlsx", as_of=MONDAY, answers={"owner:r.xlsx": "above"})
    assert above.pipeline["won"].tolist() == [3.0, 1.0]
    nobody = read(content, "r.xlsx", as_of=MONDAY, answers={"owner:r.xlsx": "nobody"})
    assert nobody.pipeline["won"].tolist() == [1.0, 1.0]
