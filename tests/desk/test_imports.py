"""Do files come onto the desk whole or not at all?"""

from datetime import UTC, datetime

import pytest

from dashboard.desk.import_words import filled
from dashboard.desk.imports import preview, read, settled, store, to_remember
from dashboard.ingest.load import Source
from dashboard.model.errors import FileRefused, OpenQuestion
from dashboard.store.engine import open_store
from dashboard.store.imports import list_imports

AT = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
HEADINGS = "Week of,Rep name,Brand,People,Insights,Relationships\n"
GOOD = Source("good.csv", (HEADINGS + "2026-11-09,Mara Lindqvist,18.4,9.2,12.1,20.3\n").encode())
PERCENT = Source("percent.csv", (HEADINGS + "2026-11-09,Ivo Santoro,74 %,45 %,50 %,82 %\n").encode())
DAMAGED = Source("damaged.xlsx", b"PK\x03\x04 and no more")


@pytest.fixture
def engine(tmp_path):
    """An empty store."""
    return open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")


def test_a_good_file_is_stored_once(engine):
    """The same file a second time gives no import."""
    loaded = read([GOOD], {}, None, engine)
    assert settled(loaded)
    assert preview(engine, loaded).added == 1
    record, plan = store(engine, loaded, who="Mara", at=AT)
    assert record is not None
    assert (record.who, record.files, plan.added) == ("Mara", ("good.csv",), 1)
    again, plan = store(engine, read([GOOD], {}, None, engine), who="Mara", at=AT)
    assert (again, plan.added, plan.same) == (None, 0, 1)


def test_a_refused_file_stores_nothing(engine):
    """A damaged file beside a good one keeps both from the desk, in a sentence with its name."""
    loaded = read([GOOD, DAMAGED], {}, None, engine)
    assert not settled(loaded)
    with pytest.raises(FileRefused, match=r"damaged\.xlsx was not read"):
        store(engine, loaded, who="Mara", at=AT)
    assert list_imports(engine) == []


def test_an_open_question_stores_nothing_until_it_is_answered(engine):
    """Percents may be of 25 or of 100: the file waits for the answer."""
    loaded = read([PERCENT], {}, None, engine)
    with pytest.raises(OpenQuestion, match=r"--answer scale"):
        store(engine, loaded, who="Mara", at=AT)
    assert list_imports(engine) == []
    answered = read([PERCENT], {"scale": "percent"}, None, engine)
    assert settled(answered)
    assert answered.readings["brand"].tolist() == [18.5]
    assert store(engine, answered, who="Mara", at=AT)[0] is not None


def test_known_people_keep_their_id(engine):
    """Somebody on the desk is the same person in another spelling of case and spaces."""
    store(engine, read([GOOD], {}, None, engine), who="Mara", at=AT)
    later = Source("later.csv", GOOD.content.replace(b"2026-11-09,Mara Lindqvist", b"2026-11-16,MARA  LINDQVIST"))
    loaded = read([later], {}, None, engine)
    assert loaded.readings["rep_id"].tolist() == ["mara-lindqvist"]
    assert [person.rep_id for person in loaded.people] == ["mara-lindqvist"]


def test_reading_needs_no_store():
    """A check reads without any store."""
    assert read([GOOD], {}, None, None).readings["total"].tolist() == [60.0]


def test_link_sure_accepts_strong_evidence_only(engine):
    """An e-mail that spells a whole name is answered; one with a part of it stays asked."""
    rows = "2026-11-09,Mara Lindqvist,18.4,9.2,12.1,20.3\n2026-11-09,Ivo Rey Santoro,11,9,12,20\n"
    store(engine, read([Source("names.csv", (HEADINGS + rows).encode())], {}, None, engine), who="Mara", at=AT)
    mails = rows.replace("Mara Lindqvist", "mara.lindqvist@harborline.example").replace("-09", "-16")
    mails = mails.replace("Ivo Rey Santoro", "ivo.rey@harborline.example")
    later = Source("mails.csv", (HEADINGS.replace("Rep name", "E-mail") + mails).encode())
    loaded = read([later], {"link": "sure"}, None, engine)
    assert [question.key for question in loaded.questions] == ["link:ivo.rey@harborline.example"]
    assert "mara-lindqvist" in set(loaded.readings["rep_id"])


def test_an_e_mail_where_there_was_none_is_filled(engine):
    """A blank that is filled is told from a value that is replaced."""
    store(engine, read([GOOD], {}, None, engine), who="Mara", at=AT)
    mail = HEADINGS.replace("Rep name", "Rep name,E-mail") + "2026-11-09,Mara Lindqvist,mara@harborline.example,17,,,\n"
    plan = preview(engine, read([Source("mail.csv", mail.encode())], {}, None, engine))
    assert (plan.changed, plan.filled) == (2, 1)
    assert filled(plan) == "1 e-mail address"


def test_next_mondays_file_is_read_as_the_last_one(engine):
    """Once imported, the answers about a layout count for the next file of it, unless something else is said."""
    answers = {"scale": "percent"}
    store(engine, read([PERCENT], answers, None, engine), who="Mara", at=AT)
    later = Source("any name.csv", PERCENT.content.replace(b"2026-11-09", b"2026-11-16"))
    loaded = read([later], {}, None, engine)
    assert settled(loaded)
    assert loaded.files[0].remembered == answers
    assert loaded.readings["brand"].tolist() == [18.5]
    assert read([later], {"scale": "100"}, None, engine).files[0].remembered == {}
    assert read([later], {}, None, None).questions


def test_a_leap_against_the_desk_is_told(engine):
    """Last week's reading is on the desk, this week's is in the file: the leap is told before anything is stored."""
    store(engine, read([GOOD], {}, None, engine), who="Mara", at=AT)
    leap = Source("later.csv", (HEADINGS + "2026-11-16,Mara Lindqvist,18.4,21.9,12.1,20.3\n").encode())
    found = [(one.code, one.row, one.column, one.found) for one in read([leap], {}, None, engine).problems]
    said = "Mara Lindqvist, People: 21.9 after 9.2 on 2026-11-09 on the desk (+12.7)"
    assert found == [("big_jump", 2, "People", said)]
    assert read([leap], {}, None, None).problems == ()


def test_the_same_file_again_is_no_week_that_repeats_itself(engine):
    """A reading is held against the week before, never against itself on the desk."""
    store(engine, read([GOOD], {}, None, engine), who="Mara", at=AT)
    assert read([GOOD], {}, None, engine).problems == ()


def test_last_week_imported_as_this_week_is_told(engine):
    """The file of last week with only its date changed says so."""
    store(engine, read([GOOD], {}, None, engine), who="Mara", at=AT)
    copied = Source("later.csv", GOOD.content.replace(b"2026-11-09", b"2026-11-16"))
    assert [one.code for one in read([copied], {}, None, engine).problems] == ["same_as_last_week"]


def test_readings_older_than_the_desk_are_told_as_information(engine):
    """A file whose newest reading is three weeks behind the desk is named once; it may well be meant."""
    store(engine, read([GOOD], {}, None, engine), who="Mara", at=AT)
    old = Source("old.csv", GOOD.content.replace(b"2026-11-09", b"2026-10-19"))
    (told,) = read([old], {}, None, engine).problems
    assert (told.code, told.row, told.severity) == ("old_reading", None, "info")
    assert told.found == "the newest of its readings is of 2026-10-19; the desk has 2026-11-09 of the same reps"


def test_answers_about_a_file_without_anything_new_are_remembered(engine):
    """The same rows once more, with a column that is not to be used from now on."""
    noted = Source("noted.csv", GOOD.content.replace(b"Week of", b"Meetings,Week of").replace(b"2026", b",2026"))
    store(engine, read([noted], {}, None, engine), who="Mara", at=AT)
    answered = read([noted], {"column:Meetings": "ignore"}, None, engine)
    assert to_remember(engine, answered)
    record, plan = store(engine, answered, who="Mara", at=AT)
    assert (record, plan.same) == (None, 1)
    again = read([noted], {}, None, engine)
    assert again.files[0].remembered == {"column:Meetings": "ignore"}
    assert not to_remember(engine, again)
