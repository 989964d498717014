"""Is it known who says a score, and is it told if a rep's word contradicts the admin export?"""

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from dashboard.desk.imports import read as read_with_desk
from dashboard.desk.imports import store
from dashboard.ingest.load import Source, load
from dashboard.ingest.origin import with_source
from dashboard.store.engine import open_store
from tests.ingest.files import HEADER, problems, read

USAGE = (
    b"Seat holder name,Week of,Searches performed,Profiles viewed,InMails sent,Brand,People,Insights,Relationships\n"
    b"Mara Lindqvist,2026-11-16,12,40,3,18.41,9.23,12.08,20.34\n"
    b"Ivo Castelo,2026-11-16,2,10,1,11.2,7.5,8.2,15\n"
)
TYPED = HEADER + "Mara Lindqvist,2026-11-16,18.4,14.2,12.1,20.3\n"


def test_a_usage_export_is_of_the_admin():
    """Counts of searches, views and InMails beside the score come from nowhere else."""
    assert read(USAGE).readings["source"].tolist() == ["admin_export", "admin_export"]


def test_any_other_sheet_is_typed_unless_it_says_otherwise():
    """A column of sources has the last word, row by row."""
    assert read(TYPED).readings["source"].tolist() == ["typed"]
    header, row = TYPED.splitlines()
    assert read(f"{header},Source\n{row},screenshot\n").readings["source"].tolist() == ["self_reported"]


def test_of_the_same_day_the_admin_export_is_kept_and_the_contradiction_told():
    """Whichever file comes first; what only differs by rounding is no contradiction."""
    usage, typed = Source("usage.csv", USAGE), Source("typed.csv", TYPED.encode())
    for files in ([usage, typed], [typed, usage]):
        loaded = load(files)
        mara = loaded.readings[loaded.readings["rep_id"] == "mara-lindqvist"].iloc[0]
        assert (mara["brand"], mara["people"], mara["source"]) == (18.41, 9.23, "admin_export")
        found = "Mara Lindqvist, 2026-11-16, People: 14.2 here, 9.23 in row 2 of usage.csv is kept"
        assert problems(loaded) == [("against_admin_export", 2, "People", found)]


def test_of_another_day_of_the_week_only_more_than_noise_is_a_contradiction():
    """Both days are kept; 5 people points apart within a week are told, 0.1 are not."""
    typed = Source("typed.csv", TYPED.replace("-16,", "-18,").encode())
    loaded = load([Source("usage.csv", USAGE), typed])
    said = "Mara Lindqvist, 2026-11-18, People: 14.2 here, 9.23 in the admin export of 2026-11-16 (row 2 of usage.csv)"
    assert problems(loaded) == [("against_admin_export", 2, "People", said)]


def test_what_contradicts_the_export_on_the_desk_is_told_before_it_is_stored(tmp_path):
    """The newer import will count; that is said, and never silent."""
    engine = open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    usage = read_with_desk([Source("usage.csv", USAGE)], {}, date(2026, 11, 16), engine)
    store(engine, usage, who="Dana", at=datetime(2026, 11, 16, 9, tzinfo=UTC))
    loaded = read_with_desk([Source("typed.csv", TYPED.encode())], {}, None, engine)
    found = "Mara Lindqvist, 2026-11-16, People: 14.2 here, 9.23 in the admin export of 2026-11-16 on the desk"
    assert problems(loaded) == [("against_admin_export", 2, "People", found)]


@pytest.mark.parametrize("layout", ["ssi_page", "metrics"])
def test_one_persons_own_page_is_reported_by_the_rep(layout: str):
    """Nobody but the rep sees that page; a column that says otherwise has the last word."""
    rows = pd.DataFrame({"brand": [18.4, 9.1], "source": [None, "typed"]})
    assert with_source(rows, {layout}, ("brand",))["source"].tolist() == ["self_reported", "typed"]
