"""Can the manager choose on the page which closed deals count?"""

from datetime import date

from tests.views.conftest import calm, texts
from tests.views.test_import import run_import, upload

DEALS = b"""Deal Owner,Deal Name,Stage,Amount,Currency,Close Date
Ida Lund,Ferry,Closed Won,100,EUR,2026-11-10
Ida Lund,Crane,Closed Won,30,EUR,2026-10-10
Ida Lund,Buoy,Closed Won,7,EUR,2026-03-10
Ida Lund,Old,Closed Won,1,EUR,2020-03-10
"""
LATER = DEALS.replace(b"30,EUR", b"40,EUR")
DAY = date(2026, 11, 16)


def look(app, content=DEALS):
    """Hand the list over and say its day."""
    return calm(upload(app, ("deals.csv", content)).date_input(key="import_day_deals.csv").set_value(DAY).run())


def won(app) -> float:
    """Return what would be stored as won."""
    (table,) = [frame.value for frame in app.dataframe if "Closed won" in frame.value]
    return float(table["Closed won"].iloc[0])


def test_the_period_is_chosen_beside_the_numbers(opened):
    """The quarter counts until another one is chosen: 130, then 100, 137 and 138."""
    app = look(opened("no data", "import"))
    assert (app.selectbox(key="import_period").value, won(app)) == ("quarter", 130)
    for period, amount in (("month", 100), ("year", 137), ("all", 138)):
        app = calm(app.selectbox(key="import_period").set_value(period).run())
        assert won(app) == amount


def test_a_span_of_ones_own_begins_as_the_year(opened):
    """Its days are chosen beside it."""
    app = look(opened("no data", "import"))
    app = calm(app.selectbox(key="import_period").set_value("own").run())
    days = app.date_input(key="import_period_days")
    assert (days.value, won(app)) == ((date(2026, 1, 1), date(2026, 12, 31)), 137)
    app = calm(days.set_value((date(2026, 3, 1), date(2026, 10, 31))).run())
    assert won(app) == 37


def test_the_period_is_remembered_for_the_next_list(opened):
    """It is said, and can be changed."""
    app = look(opened("no data", "import"))
    app = run_import(app.selectbox(key="import_period").set_value("month").run())
    app = look(app, LATER)
    assert (app.selectbox(key="import_period").value, won(app)) == ("month", 100)
    assert "Read as last time: 1 answer remembered." in texts(app)


def test_without_a_list_of_deals_nothing_is_asked(opened):
    """A sheet says itself what was won."""
    app = calm(upload(opened("no data", "import"), ("team.csv", b"Name,Week,Won,Quota\nIda Lund,2026-11-16,5,10\n")))
    assert "import_period" not in {box.key for box in app.selectbox}
