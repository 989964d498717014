"""Which tables are read when speed is measured? An invented team of 1,200 reps over 100 weeks in every shape."""

from collections.abc import Callable, Mapping
from csv import QUOTE_ALL
from datetime import date
from functools import cache, partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import numpy as np
import pandas as pd
from openpyxl import Workbook

from dashboard.model.tables import SCORES
from dashboard.sample.team import sample_batch

ROWS = 100_000
WEEK = date(2026, 11, 16)
HEADERS = {
    "rep": "Name",
    "email": "E-mail",
    "team": "Team",
    "date": "Date",
    "brand": "Brand",
    "people": "People",
    "insights": "Insights",
    "relationships": "Relationships",
    "reported_total": "SSI",
    "industry_top_percent": "Industry top %",
    "network_top_percent": "Network top %",
    "currency": "Currency",
    "open_pipeline": "Open pipeline",
    "won": "Won",
    "quota": "Quota",
}
REPS, WIDE_WEEKS = 10_000, 10
SYLLABLES = [f"{consonant}{vowel}" for vowel in "aeiou" for consonant in "bcdfghjklmnprstvwz"]
STAGES = ("Prospecting", "Qualification", "Proposal", "Negotiation", "Closed Won", "Closed Lost")


@cache
def sheet(rows: int = ROWS) -> pd.DataFrame:
    """Return one row per rep and week as a manager's sheet has them: 15 columns, texts, dates, numbers and blanks."""
    batch = sample_batch(reps=1200, weeks=100, last_week=WEEK)
    people = pd.DataFrame([(p.rep_id, p.email, p.team) for p in batch.people], columns=["rep_id", "email", "team"])
    money = batch.pipeline[["rep_id", "week", "currency", "open_pipeline", "won", "quota"]]
    joined = batch.readings.merge(people, on="rep_id").merge(money, on=["rep_id", "week"], how="left")
    assert len(joined) >= rows, f"the sample has only {len(joined)} rows"
    rounded = joined.assign(**joined.select_dtypes("number").round(2))
    return rounded.head(rows)[list(HEADERS)].rename(columns=HEADERS)


def long() -> pd.DataFrame:
    """Return one row per rep, week and pillar."""
    quarter = sheet().head(ROWS // len(SCORES))
    melted = quarter.melt(["Name", "E-mail", "Date"], [HEADERS[one] for one in SCORES], "SSI component", "Points")
    return melted.assign(**{"Entered by": "kim"})


def usage() -> pd.DataFrame:
    """Return one row per seat and week with the counts of a usage export."""
    rows = sheet()
    counts = np.random.default_rng(7).integers(0, 60, (ROWS, 9))
    names = ("Searches performed", "Profiles viewed", "Leads saved", "Accounts saved", "InMails sent")
    names += ("InMails accepted", "Messages sent", "Connections", "Days active")
    ends = pd.to_datetime(rows["Date"]) + pd.Timedelta(days=6)
    who = pd.DataFrame({"Seat holder name": rows["Name"], "Email": rows["E-mail"], "Start date": rows["Date"]})
    table = who.assign(**{"End date": ends}, **{name: counts[:, place] for place, name in enumerate(names)})
    return table.assign(**{"Days active": table["Days active"] % 8})


def wide_weeks(reps: int = REPS, weeks: int = WIDE_WEEKS) -> pd.DataFrame:
    """Return one row per rep and four columns per week: 10,000 reps x 10 weeks."""
    chance = np.random.default_rng(7)
    levels = np.tile(chance.integers(300, 2300, (reps, len(SCORES))), weeks)
    points = (levels + chance.integers(0, 200, levels.shape)) / 100
    days = [f"{day:%Y-%m-%d}" for day in pd.date_range(end=pd.Timestamp(WEEK), periods=weeks, freq="7D")]
    heads = [f"{HEADERS[pillar]} {day}" for day in days for pillar in SCORES]
    return pd.DataFrame({"Name": list(map(full_name, range(reps)))}).join(pd.DataFrame(points, columns=pd.Index(heads)))


def full_name(number: int) -> str:
    """Return a number below 729,000 as a first and a last name, so that no two are alike to whoever compares names.

    >>> full_name(0), full_name(1), full_name(8100)
    ('Baba Bababa', 'Baba Babaca', 'Baca Bababa')
    """
    digits = [number // len(SYLLABLES) ** power % len(SYLLABLES) for power in (3, 2, 1, 0)]
    first, last = (0, digits[1]), (digits[0], *digits[2:])
    return " ".join("".join(SYLLABLES[digit] for digit in part).capitalize() for part in (first, last))


def deals() -> pd.DataFrame:
    """Return single deals as a CRM's report lists them: 15 columns, the owner's name, amounts, stages and dates."""
    chance = np.random.default_rng(7)
    numbers = np.arange(ROWS)
    close = pd.Timestamp(WEEK) + pd.to_timedelta(chance.integers(-60, 120, ROWS), unit="D")
    stage = np.array(STAGES)[chance.integers(0, len(STAGES), ROWS)]
    owners = sheet()["Name"].unique()
    texts = pd.Series(numbers).astype(str)
    return pd.DataFrame(
        {
            "Opportunity ID": "006" + texts,
            "Opportunity Owner": owners[chance.integers(0, len(owners), ROWS)],
            "Account Name": "Account " + texts,
            "Opportunity Name": "Renewal " + texts,
            "Stage": stage,
            "Fiscal Period": "Q4-2026",
            "Amount Currency": np.array(["EUR", "USD"])[chance.integers(0, 2, ROWS)],
            "Amount": chance.integers(1_000, 90_000, ROWS),
            "Probability (%)": pd.Series(stage).map(dict(zip(STAGES, (10, 20, 50, 70, 100, 0), strict=True))),
            "Age": chance.integers(1, 300, ROWS),
            "Close Date": close.strftime("%Y-%m-%d"),
            "Created Date": (close - pd.Timedelta(days=90)).strftime("%Y-%m-%d"),
            "Next Step": "Call again",
            "Lead Source": "Web",
            "Type": "New business",
        }
    )


SHAPES: Mapping[str, Callable[[], pd.DataFrame]] = {
    "Rep and week": sheet,
    "Long": long,
    "Usage export": usage,
    "Wide weeks": wide_weeks,
    "Two years of wide weeks": partial(wide_weeks, 1_000, 104),
    "Deals": deals,
}


def csv(table: pd.DataFrame) -> bytes:
    """Return the table as CSV."""
    return table.to_csv(index=False).encode()


def quoted(table: pd.DataFrame) -> bytes:
    """Return the table as CSV with each cell in quotes."""
    return table.to_csv(index=False, quoting=QUOTE_ALL).encode()


def xlsx(table: pd.DataFrame) -> bytes:
    """Return the table as a workbook with real dates and numbers."""
    book = Workbook(write_only=True)
    page = book.create_sheet("SSI")
    page.append(list(table.columns))
    for row in table.astype(object).where(table.notna(), None).itertuples(index=False):
        page.append(list(row))
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def ods(table: pd.DataFrame) -> bytes:
    """Return the table as an OpenDocument sheet in which every cell is text."""
    lines = "".join(
        f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>"
        for row in (list(table.columns), *table.astype("str").fillna("").itertuples(index=False))
    )
    spaces = "".join(
        f' xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "table", "text")
    )
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f"<office:document-content{spaces}><office:body><office:spreadsheet><table:table table:name='Team'>"
            f"{lines}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return target.getvalue()


def _cell(cell: object) -> str:
    """Return one cell of an OpenDocument sheet."""
    return f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
