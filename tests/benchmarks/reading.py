"""How long does it take to read and check 100,000 rows of each shape and format, against reading the bare cells?"""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO

import pandas as pd
from python_calamine import CalamineWorkbook

from dashboard.ingest.load import Source, load
from tests.benchmarks import tables
from tests.benchmarks.timing import Figure, medians

METRICS = b"""section;field;original value;numeric value
own;Social Selling Index;60;60
own;Establish your professional brand;18.4;18.4
own;Find the right people;9.2;9.2
own;Engage with insights;12.1;12.1
own;Build relationships;20.3;20.3
industry;Establish your professional brand;11.2;11.2
network;Establish your professional brand;13.9;13.9
"""


def read(name: str, content: bytes) -> int:
    """Read and check one file as an import does and return how many lines came out."""
    loaded = load([Source(name, content)], as_of=tables.WEEK)
    assert not loaded.refused, loaded.refused
    return len(loaded.readings) + len(loaded.pipeline) + len(loaded.activity)


def as_text(content: bytes) -> pd.DataFrame:
    """Return a CSV as pandas reads it when everything is text."""
    return pd.read_csv(BytesIO(content), dtype=str, keep_default_na=False)


def as_lists(content: bytes) -> Sequence[Sequence[object]]:
    """Return a workbook's first sheet as calamine's raw lists."""
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()


FORMATS: dict[str, tuple[Callable[[pd.DataFrame], bytes], Callable[[bytes], object], str, str]] = {
    "csv": (tables.csv, as_text, "pandas, everything as text", "at most 2.5x"),
    "csv in quotes": (tables.quoted, as_text, "pandas, everything as text", "at most 2.5x"),
    "xlsx": (tables.xlsx, as_lists, "calamine's raw lists", "at most 2.0x"),
    "ods": (tables.ods, as_lists, "calamine's raw lists", ""),
}
"""For each format: how the file is made, what reading it is held against, in words, and the aim."""
FEWER = 20_000
"""ODS takes its parser ten times as long as XLSX."""
ALSO = {"Rep and week": ("xlsx", "ods"), "Wide weeks": ("xlsx",), "Deals": ("csv in quotes", "xlsx")}


def figures() -> Iterator[Figure]:
    """Yield a figure for every shape as CSV, for some as workbooks, and for one small file."""
    for shape, make in tables.SHAPES.items():
        table = make()
        for kind in ("csv", *ALSO.get(shape, ())):
            yield figure(shape, kind, table.head(FEWER) if kind == "ods" else table)
    ours, bare = medians(lambda: read("metrics.csv", METRICS), lambda: as_text(METRICS))
    yield Figure("Metrics read and checked, one rep, CSV", ours, "ms", "pandas, everything as text", bare)


def figure(shape: str, kind: str, table: pd.DataFrame) -> Figure:
    """Return how long a table takes in one format."""
    make, bare, against, aim = FORMATS[kind]
    content, name = make(table), f"team.{kind[:4].strip()}"
    assert read(name, content) >= len(table) // 100
    ours, other = medians(lambda: read(name, content), lambda: bare(content))
    size = f"{len(table):,} rows x {len(table.columns)} columns"
    return Figure(
        f"{shape}, {kind.replace('csv', 'CSV') if ' ' in kind else kind.upper()} read and checked, {size}",
        ours,
        "ms",
        against,
        other,
        aim,
    )
