"""Can the manager say on the page of which day a file is whose rows have none?"""

from datetime import date

from tests.views.conftest import calm, texts
from tests.views.test_import import upload

DEALS = b"""Deal Owner,Deal Name,Stage,Amount,Currency,Close Date
Ida Lund,Ferry,Prospecting,100,EUR,2026-12-10
As of 9 Nov 2026,,,,,
"""
GOALS = b"Owner,Quarter,Goal,Currency\nIda Lund,Q4 2026,500,EUR\n"


def test_the_day_a_note_names_can_be_said_otherwise(opened):
    """It stands in the box, with where it comes from beside the file; what is said counts."""
    app = calm(upload(opened("no data", "import"), ("deals.csv", DEALS)))
    box = app.date_input(key="import_day_deals.csv")
    assert box.value == date(2026, 11, 9)
    assert 'from the note "As of 9 Nov 2026"' in texts(app)
    app = calm(box.set_value(date(2026, 11, 17)).run())
    assert app.date_input(key="import_day_deals.csv").value == date(2026, 11, 17)
    assert "Day of deals.csv: 2026-11-17" in texts(app)


def test_each_of_several_files_has_a_day_of_its_own(opened):
    """Saying that of the goals leaves the list of deals on its own."""
    app = calm(upload(opened("no data", "import"), ("deals.csv", DEALS), ("goals.csv", GOALS)))
    app = calm(app.date_input(key="import_day_goals.csv").set_value(date(2026, 11, 10)).run())
    assert [box.value for box in app.date_input] == [date(2026, 11, 9), date(2026, 11, 10)]


def test_a_file_with_days_in_its_rows_is_not_asked(opened):
    """Its rows say it."""
    app = calm(upload(opened("no data", "import"), ("team.csv", b"Name,Week,Won\nIda Lund,2026-11-16,5\n")))
    assert not app.date_input
