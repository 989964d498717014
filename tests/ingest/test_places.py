"""Does each value of a merged row know its own line and file?"""

from datetime import UTC, date, datetime

from dashboard.desk.imports import read, store
from dashboard.ingest.load import Source, load
from dashboard.store.engine import open_store
from dashboard.store.origins import origins

LONG = Source(
    "long.csv",
    b"Week of,Rep name,SSI component,Points\n"
    b"2026-11-16,Mara Lindqvist,Brand,18.4\n"
    b"2026-11-16,Ivo Castelo,Brand,11.2\n"
    b"2026-11-16,Mara Lindqvist,People,9.2\n"
    b"2026-11-16,Ivo Castelo,People,7.5\n",
)
RANKS = Source("ranks.csv", b"Rep name,Week of,SSI,Industry top %\n,,,\nMara Lindqvist,2026-11-16,60,9\n")


def test_in_a_long_file_each_value_has_a_line_of_its_own():
    """Two lines below the brand points stand the people points of the same rep."""
    assert load([LONG]).readings["places"].tolist() == ['{"people": [2]}', '{"people": [2]}']


def test_with_one_row_per_rep_and_week_there_is_nothing_to_add():
    """All values of a row stand in its line."""
    assert "places" not in load([RANKS]).readings.columns


def test_a_value_from_another_file_names_it(tmp_path):
    """Scores of one file and the rank of another are one reading, whose values know where they stand."""
    engine = open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    loaded = read([LONG, RANKS], {}, None, engine)
    assert store(engine, loaded, who="Dana", at=datetime(2026, 11, 16, 9, tzinfo=UTC))[0] is not None
    found = [(one.field, one.file, one.row) for one in origins(engine, "mara-lindqvist", date(2026, 11, 16))]
    scores, ranks = [("brand", "long.csv", 2), ("people", "long.csv", 4)], ("reported_total", "industry_top_percent")
    assert found == [*scores, *((name, "ranks.csv", 3) for name in ranks)]
