"""How long does it take to read and check 100,000 rows, against reading the bare cells?"""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pandas as pd
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from dashboard.ingest.load import Source, load
from dashboard.sample.team import sample_batch
from tests.benchmarks.timing import Figure, medians

ROWS, COLUMNS = 100_000, 15
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


def sheet(rows: int = ROWS) -> pd.DataFrame:
    """Return one row per rep and week as a manager's sheet has them: 15 columns, texts, dates, numbers and blanks."""
    batch = sample_batch(reps=1200, weeks=100, last_week=WEEK)
    people = pd.DataFrame([(p.rep_id, p.email, p.team) for p in batch.people], columns=["rep_id", "email", "team"])
    money = batch.pipeline[["rep_id", "week", "currency", "open_pipeline", "won", "quota"]]
    joined = batch.readings.merge(people, on="rep_id").merge(money, on=["rep_id", "week"], how="left")
    assert len(joined) >= rows, f"the sample has only {len(joined)} rows"
    rounded = joined.assign(**joined.select_dtypes("number").round(2))
    return rounded.head(rows)[list(HEADERS)].rename(columns=HEADERS)


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


def read(name: str, content: bytes) -> int:
    """Read and check one file as an import does and return how many readings came out."""
    loaded = load([Source(name, content)], as_of=WEEK)
    assert not loaded.refused, loaded.refused
    return len(loaded.readings)


def figures() -> Iterator[Figure]:
    """Yield the figures of reading XLSX and CSV."""
    table = sheet()
    book, text = xlsx(table), table.to_csv(index=False).encode()
    assert read("team.xlsx", book) == read("team.csv", text) == ROWS
    ours, bare = medians(
        lambda: read("team.xlsx", book),
        lambda: CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_index(0).to_python(),
    )
    size = f"{ROWS:,} rows x {COLUMNS} columns"
    yield Figure(f"XLSX read and checked, {size}", ours, "ms", "calamine's raw lists", bare, "at most 2.0x")
    ours, bare = medians(
        lambda: read("team.csv", text),
        lambda: pd.read_csv(BytesIO(text), dtype=str, keep_default_na=False),
    )
    yield Figure(f"CSV read and checked, {size}", ours, "ms", "pandas, everything as text", bare, "at most 2.5x")
