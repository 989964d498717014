"""Is a list of deals that comes after another source asked about on the page, with amounts and a way back?"""

from tests.views.conftest import calm, texts
from tests.views.test_import import run_import, upload

SHEET = b"Rep,Week of,Open pipeline,Quota,Currency\nMara Lindqvist,2026-11-16,900,1000,EUR\n"
DEALS = b"""Opportunity Owner,Opportunity Name,Stage,Amount,Amount Currency,Close Date,As of
Mara Lindqvist,Alder,Qualification,100,EUR,2026-12-10,2026-11-16
"""


def test_a_second_source_is_asked_about_once(opened):
    """Both amounts are shown before the answer; the answer counts the next time, and can be taken back."""
    app = run_import(upload(opened("no data", "import"), ("sheet.csv", SHEET)))
    app = calm(upload(app, ("deals 2026-11-16.csv", DEALS)))
    (compared,) = [frame.value for frame in app.dataframe if "sheet.csv on the desk" in frame.value]
    assert compared.iloc[0].tolist() == ["Mara Lindqvist", "EUR", "100.00", "900.00"]
    assert app.radio[0].options == ["deals 2026-11-16.csv", "sheet.csv on the desk"]
    app = calm(app.radio[0].set_value("desk").run())
    assert "Which file counts for the open pipeline: What is on the desk" in texts(app)
    app = calm(upload(run_import(app), ("deals 2026-11-16 again.csv", DEALS.replace(b",100,", b",120,"))))
    assert "Read as last time: 1 answer remembered." in texts(app)
    app = calm(app.button(key="forget_0_source:open").click().run())
    assert app.radio[0].options == ["deals 2026-11-16 again.csv", "sheet.csv on the desk"]
