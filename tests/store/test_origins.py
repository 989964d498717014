"""Does each number know its file, row, kind of source and import?"""

from datetime import date, datetime

from dashboard.store.imports import undo
from dashboard.store.origins import Origin, origins
from tests.store.batches import AT, batch, imported

WEEK = date(2026, 11, 16)
LATER = datetime(2026, 11, 17, 9)
TEAM = """
rep   date        brand  people  source   file      row
Mara  2026-11-16  18.4   9.2     typed    team.csv  2
Ivo   2026-11-16  11.2   7.5     typed    team.csv  3
"""
USAGE = """
rep   date        people  source        file       row
Mara  2026-11-16  9.3     admin_export  usage.csv  7
"""
MONEY = """
rep   week        currency  won  quota  file      row
Mara  2026-11-16  EUR       10   40     team.csv  2
Mara  2026-11-16  USD       5    .      team.csv  2
"""


def told(found: list[Origin]) -> list[tuple[str, float, str | None, str | None, int | None]]:
    """Return field, value, kind of source, file and row of each."""
    return [(one.field, one.value, one.source, one.file, one.row) for one in found]


def test_every_number_of_a_week_names_its_place(store):
    """Scores and money of one rep and week, each with file and row."""
    imported(store, batch(TEAM, pipeline=MONEY, files=("team.csv",)))
    found = origins(store, "mara", WEEK)
    assert told(found) == [
        ("brand", 18.4, "typed", "team.csv", 2),
        ("people", 9.2, "typed", "team.csv", 2),
        ("won", 10, None, "team.csv", 2),
        ("quota", 40, None, "team.csv", 2),
        ("won", 5, None, "team.csv", 2),
    ]
    assert [one.currency for one in found] == ["", "", "EUR", "EUR", "USD"]
    assert {(one.at, one.who, one.day) for one in found} == {(AT, "Dana", WEEK)}


def test_a_value_is_of_the_newest_import_that_has_it(store):
    """Each value has an origin of its own; taken back, the former one has it again."""
    imported(store, batch(TEAM, files=("team.csv",)))
    record = imported(store, batch(USAGE, files=("usage.csv",)), at=LATER)
    assert told(origins(store, "mara", WEEK)) == [
        ("brand", 18.4, "typed", "team.csv", 2),
        ("people", 9.3, "admin_export", "usage.csv", 7),
    ]
    undo(store, record.import_id, at=LATER)
    assert told(origins(store, "mara", WEEK))[1] == ("people", 9.2, "typed", "team.csv", 2)


def test_of_two_days_the_later_counts(store):
    """What the pages show of a week is of its latest day."""
    imported(store, batch(TEAM + "Mara  2026-11-18  19.4  9.9  typed  late.csv  5\n", files=("team.csv", "late.csv")))
    assert told(origins(store, "mara", WEEK))[0] == ("brand", 19.4, "typed", "late.csv", 5)


def test_of_a_week_without_numbers_there_is_nothing_to_tell(store):
    """Neither another week nor another rep is mixed in."""
    imported(store, batch(TEAM, files=("team.csv",)))
    assert origins(store, "mara", date(2026, 11, 9)) == []
    assert origins(store, "nobody", WEEK) == []
