"""Do files that come one after the other raise the same question as files that come together, once and no more?"""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from dashboard.desk.imports import preview, read, settled, store, to_remember
from dashboard.ingest.load import Loaded, Source
from dashboard.store import history
from dashboard.store.engine import open_store
from dashboard.store.imports import undo

MONDAY = date(2026, 11, 16)
AT = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
SHEET = "Rep,Week of,Open pipeline,Won,Quota,Attainment,Currency\n"
SHEET += "Mara Lindqvist,2026-11-16,900,60,50,120%,EUR\nIvo Castelo,2026-11-16,50,0,90,0%,EUR\n"
DEALS = """Opportunity Owner,Opportunity Name,Stage,Amount,Amount Currency,Probability (%),Close Date
Mara Lindqvist,Alder,Qualification,100,EUR,10,2026-12-10
Mara Lindqvist,Birch,Closed Won,30,EUR,100,2026-11-10
Ivo Castelo,Cedar,Qualification,50,EUR,10,2026-12-10
"""
HUBSPOT = """Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date
1,Dogwood,Qualified To Buy,€12,Mara Lindqvist,2026-12-10
2,Elm,Closed Won,€7,Mara Lindqvist,2026-11-10
"""


@pytest.fixture
def engine(tmp_path):
    """An empty store."""
    return open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")


def reading(engine: Engine, *files: tuple[str, str], as_of: date = MONDAY, **answers: str) -> Loaded:
    """Read files, name and content, with the answers to `source:...`."""
    given = {f"source:{key}": said for key, said in answers.items()}
    return read([Source(name, text.encode()) for name, text in files], given, as_of, engine)


def put(engine: Engine, *files: tuple[str, str], as_of: date = MONDAY, **answers: str) -> str:
    """Import files and return the import's id."""
    record, _ = store(engine, reading(engine, *files, as_of=as_of, **answers), who="Mara", at=AT)
    assert record is not None
    return record.import_id


def asked(loaded: Loaded) -> list[tuple[str, tuple[str, ...]]]:
    """Return what is asked, and the choices."""
    return [(one.key, one.choices) for one in loaded.questions]


def of_mara(engine: Engine, field: str) -> list[float]:
    """Return a number of Mara's, where it is known."""
    rows = history.pipeline(engine)
    return rows.loc[rows["rep_id"] == "mara-lindqvist", field].dropna().tolist()


def test_a_list_after_a_sheet_asks_what_both_together_ask(engine):
    """The question names both, shows both amounts and says what is kept; nothing can be stored before."""
    put(engine, ("sheet.csv", SHEET))
    found = reading(engine, ("deals.csv", DEALS))
    assert asked(found) == [("source:open", ("file", "desk")), ("source:won", ("file", "desk"))]
    question = found.questions[0]
    assert question.text.startswith("deals.csv and sheet.csv on the desk differ in the open pipeline of 1 rep.")
    assert "100.00 EUR in deals.csv, 900.00 EUR in sheet.csv on the desk" in question.text
    assert question.table == (
        ("Rep", "Currency", "deals.csv", "sheet.csv on the desk"),
        ("Mara Lindqvist", "EUR", "100.00", "900.00"),
    )
    assert not settled(found)
    together = reading(engine, ("sheet.csv", SHEET), ("deals.csv", DEALS))
    assert [key for key, _ in asked(together)] == ["source:open", "source:won"]


def test_the_file_counts(engine):
    """Its sums replace the others; the sheet's attainment goes with what the sheet said was won."""
    put(engine, ("sheet.csv", SHEET))
    put(engine, ("deals.csv", DEALS), open="file", won="deals.csv")
    assert (of_mara(engine, "open_pipeline"), of_mara(engine, "won")) == ([100.0], [30.0])
    assert (of_mara(engine, "quota"), of_mara(engine, "attainment")) == ([50.0], [])


def test_what_is_on_the_desk_counts(engine):
    """Only what the desk did not know comes from the list: weighted pipeline and numbers of deals."""
    put(engine, ("sheet.csv", SHEET))
    put(engine, ("deals.csv", DEALS), open="desk", won="sheet.csv")
    assert (of_mara(engine, "open_pipeline"), of_mara(engine, "won")) == ([900.0], [60.0])
    assert (of_mara(engine, "weighted_pipeline"), of_mara(engine, "deals_open")) == ([10.0], [1.0])
    assert of_mara(engine, "attainment") == [1.2]


def test_another_crm_asks_too(engine):
    """A HubSpot list does not replace what a Salesforce list said unasked; why both cannot be added is said."""
    put(engine, ("deals.csv", DEALS))
    found = reading(engine, ("hubspot.csv", HUBSPOT))
    assert asked(found) == [("source:open", ("file", "desk")), ("source:won", ("file", "desk"))]
    assert "hand them over together" in found.questions[0].text
    assert preview(engine, reading(engine, ("hubspot.csv", HUBSPOT), open="desk", won="desk")).changed == 0
    put(engine, ("hubspot.csv", HUBSPOT), open="file", won="file")
    assert (of_mara(engine, "open_pipeline"), of_mara(engine, "won")) == ([12.0], [7.0])


def test_a_newer_version_of_the_same_file_is_no_question(engine):
    """A corrected list, under another name, in another order of columns or with one more, and next Monday's."""
    put(engine, ("deals.csv", DEALS))
    corrected = DEALS.replace("100,EUR,10", "140,EUR,10")
    assert not asked(reading(engine, ("deals (1).csv", corrected)))
    wider = "\n".join(f"{line},{'Region' if not at else 'North'}" for at, line in enumerate(corrected.splitlines()))
    put(engine, ("deals wider.csv", wider))
    assert of_mara(engine, "open_pipeline") == [140.0]
    assert not asked(reading(engine, ("deals.csv", DEALS), as_of=date(2026, 11, 23)))
    assert not asked(reading(engine, ("hubspot.csv", HUBSPOT), as_of=date(2026, 11, 23)))


def test_the_answer_is_remembered_for_the_pair(engine):
    """Next Monday neither both together nor one after the other are asked about; said, and taken back if wanted."""
    both = (("sheet 16.csv", SHEET), ("deals 16.csv", DEALS))
    first = reading(engine, *both)
    assert asked(first) == [("source:open", ("sheet", "list")), ("source:won", ("sheet", "list"))]
    put(engine, *both, open="list", won="list")
    later = SHEET.replace("11-16", "11-23")
    monday = date(2026, 11, 23)
    again = reading(engine, ("deals 23.csv", DEALS), ("sheet 23.csv", later), as_of=monday)
    assert settled(again)
    assert again.files[0].remembered | again.files[1].remembered == {"source:open": "list", "source:won": "list"}
    assert not to_remember(engine, again)
    assert set(again.pipeline.set_index("rep")["open_pipeline"]) == {100.0, 50.0}
    put(engine, ("sheet 23.csv", later), as_of=monday)
    assert settled(reading(engine, ("deals 23.csv", DEALS), as_of=monday))
    assert asked(reading(engine, ("deals 23.csv", DEALS), as_of=monday, open="")) == [("source:open", ("file", "desk"))]


def test_an_answer_of_last_week_can_be_used_again(engine):
    """In scripts: a word, or the name of the file, whose day may be another one."""
    files = (("sheet.csv", SHEET), ("deals 2026-11-16.csv", DEALS))
    for said in ("list", "deals 2026-11-16.csv", "deals 2026-11-09.csv"):
        found = reading(engine, *files, open=said, won=said)
        assert settled(found), said
        assert found.pipeline.set_index("rep")["open_pipeline"].to_dict()["Mara Lindqvist"] == 100.0
    put(engine, ("sheet.csv", SHEET))
    assert settled(reading(engine, ("deals 2026-11-16.csv", DEALS), open="list", won="sheet"))


def test_two_lists_without_a_common_deal_can_be_added_up(engine):
    """Together they offer it; where it stands is both files, so that one of them alone is asked about again."""
    both = (("deals.csv", DEALS), ("hubspot.csv", HUBSPOT))
    assert asked(reading(engine, *both))[0] == ("source:open", ("deals.csv", "hubspot.csv", "both"))
    put(engine, *both, open="both", won="both")
    assert (of_mara(engine, "open_pipeline"), of_mara(engine, "won")) == ([112.0], [37.0])
    assert of_mara(engine, "deals_open") == [2.0]
    assert asked(reading(engine, ("deals.csv", DEALS)))[0] == ("source:open", ("file", "desk"))


def test_lists_with_a_common_deal_are_not_added_up(engine):
    """Both have the deal called Alder: that is said, and only one of them can count."""
    common = HUBSPOT.replace("Dogwood", "Alder")
    found = reading(engine, ("deals.csv", DEALS), ("other.csv", common))
    assert found.questions[0].choices == ("deals.csv", "other.csv")
    assert "1 deal stands in both" in found.questions[0].text


def test_what_only_one_source_says_is_kept(engine):
    """The sheet counts; the list's weighted pipeline, its numbers of deals and its dollars stay."""
    dollars = DEALS + "Mara Lindqvist,Fir,Qualification,5,USD,10,2026-12-10\n"
    put(engine, ("sheet.csv", SHEET), ("deals.csv", dollars), open="sheet", won="sheet")
    rows = history.pipeline(engine)
    mara = rows[rows["rep_id"] == "mara-lindqvist"].set_index("currency")
    assert mara["open_pipeline"].to_dict() == {"EUR": 900.0, "USD": 5.0}
    euros = mara.to_dict("index")["EUR"]
    assert [euros[name] for name in ("weighted_pipeline", "deals_open", "deals_won")] == [10.0, 1.0, 1.0]


def test_taken_back_nothing_is_left_to_ask(engine):
    """Once the sheet's import is taken back, the list stands alone."""
    record = put(engine, ("sheet.csv", SHEET))
    undo(engine, record, at=AT)
    found = reading(engine, ("deals.csv", DEALS))
    assert settled(found)
    assert preview(engine, found).changed == 0


def test_another_file_s_quota_is_asked_about(engine):
    """A file of goals does not replace the quota of the sheet unasked."""
    put(engine, ("sheet.csv", SHEET))
    goals = "Owner,Week of,Quota,Currency\nMara Lindqvist,2026-11-16,70,EUR\n"
    found = reading(engine, ("goals.csv", goals))
    assert asked(found) == [("source:quota", ("file", "desk"))]
    put(engine, ("goals.csv", goals), quota="file")
    assert (of_mara(engine, "quota"), of_mara(engine, "attainment")) == ([70.0], [])


def test_a_list_of_another_week_does_not_speak_for_the_one_on_the_desk(engine):
    """The sheet comes again for the old week beside the list of the new one: the old list's sums stay, as answered."""
    put(engine, ("sheet.csv", SHEET), ("deals.csv", DEALS), open="list", won="list")
    again = reading(engine, ("sheet.csv", SHEET), ("deals.csv", DEALS), as_of=date(2026, 11, 23))
    assert settled(again)
    assert preview(engine, again).changed == 0
