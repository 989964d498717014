"""Confirmed once, never asked again; parted and joined without losing a value, and taken back."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from dashboard.desk.imports import read, store
from dashboard.desk.people import beforehand, join, known, part
from dashboard.ingest.load import Loaded, Source
from dashboard.model.errors import MovedSince, SamePerson, UnknownRep, UnknownSpelling
from dashboard.store import history
from dashboard.store.engine import open_store
from dashboard.store.imports import ImportRecord, list_imports, undo

AT = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
SCORES = (
    "Rep,Date,Brand,People,Insights,Relationships\nAnna Müller,2026-11-09,18,11,12,20\nBo Lee,2026-11-09,8,9,10,11\n"
)
MAILS = (
    "E-mail,Date,Brand,People,Insights,Relationships\n"
    "anna.mueller@a.example,2026-11-16,19,11,12,20\nbo.lee@a.example,2026-11-16,8,9,10,11\n"
)
MONEY = "Rep,Date,Open pipeline,Quota,Currency\nAnna Mueller,2026-11-16,9000,20000,EUR\nBo Lee,2026-11-16,500,900,EUR\n"
FILES = {"scores.csv": SCORES, "mails.csv": MAILS, "money.csv": MONEY}
SAME = {
    "link:anna.mueller@a.example": "anna-muller",
    "link:bo.lee@a.example": "bo-lee",
    "link:Anna Mueller": "anna-muller",
}


@pytest.fixture
def engine(tmp_path) -> Engine:
    """A store into which the three files came one after the other, every link confirmed."""
    made = open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    for name in FILES:
        store(made, taken(made, name, **SAME), who="Mara", at=AT)
    return made


def taken(engine: Engine, *names: str, **answers: str) -> Loaded:
    """Read files of the three."""
    return read([Source(name, FILES[name].encode()) for name in names], answers, None, engine)


def names(engine: Engine) -> dict[str, tuple[str, ...]]:
    """Return everybody with their other spellings."""
    return {one.rep_id: one.spellings for one in known(engine)}


def everything(engine: Engine) -> tuple:
    """Return all that is known, to compare."""
    tables = (history.reps(engine), history.readings(engine), history.pipeline(engine))
    return (*(table.to_csv(index=False) for table in tables), names(engine))


def weeks(engine: Engine, rep_id: str) -> list[str]:
    """Return the weeks with a score of a rep."""
    table = history.readings(engine)
    return [f"{week:%m-%d}" for week in table["week"][table["rep_id"] == rep_id]]


def test_three_files_are_two_people_after_confirmation(engine):
    """The name, the e-mail and the other spelling lead to one rep, who has the values of all three."""
    assert names(engine) == {"anna-muller": ("anna.mueller@a.example", "Anna Mueller"), "bo-lee": ("bo.lee@a.example",)}
    assert weeks(engine, "anna-muller") == ["11-09", "11-16"]
    assert history.pipeline(engine)["rep_id"].tolist() == ["anna-muller", "bo-lee"]


def test_what_was_confirmed_is_not_asked_again(engine):
    """Next Monday's files with the same spellings ask nothing, also all at once."""
    loaded = taken(engine, *FILES)
    assert loaded.questions == ()
    assert {person.rep_id for person in loaded.people} == {"anna-muller", "bo-lee"}


def test_somebody_new_is_not_asked_again(tmp_path):
    """Said once to be somebody else, the spelling stays a person of its own."""
    engine = open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    store(engine, taken(engine, "scores.csv"), who="Mara", at=AT)
    assert [one.key for one in taken(engine, "money.csv").questions] == ["link:Anna Mueller"]
    store(engine, taken(engine, "money.csv", **{"link:Anna Mueller": "new"}), who="Mara", at=AT)
    assert taken(engine, "money.csv").questions == ()
    assert list(names(engine)) == ["anna-mueller", "anna-muller", "bo-lee"]


@pytest.mark.parametrize(
    ("spelling", "written", "left", "scored", "paid"),
    [
        ("anna mueller", "Anna Mueller", ("anna.mueller@a.example",), ["11-09", "11-16"], "anna-mueller"),
        ("anna.mueller@a.example", "anna.mueller@a.example", ("Anna Mueller",), ["11-09"], "anna-muller"),
    ],
)
def test_parted_values_go_with_their_spelling(engine, spelling, written, left, scored, paid):
    """What was read under the spelling is the new person's; the spelling is forgotten and asks nothing later."""
    before = everything(engine)
    done = part(engine, "anna-muller", spelling, who="Mara", at=AT)
    record = done.record
    assert done.together == ()
    assert (record.rows, record.files) == (1, (f"Parted: {written} from Anna Müller",))
    assert names(engine) == {"anna-mueller": (), "anna-muller": left, "bo-lee": ("bo.lee@a.example",)}
    assert weeks(engine, "anna-muller") == scored
    assert history.pipeline(engine)["rep_id"].tolist()[0] == paid
    loaded = taken(engine, *FILES)
    assert loaded.questions == ()
    assert len(loaded.people) == 3
    undo(engine, record.import_id, at=AT)
    assert everything(engine) == before


def test_joined_again_everything_is_as_it_was(engine):
    """Parted and joined, the person has every value and both spellings."""
    before = everything(engine)
    part(engine, "anna-muller", "Anna Mueller", who="Mara", at=AT)
    apart = everything(engine)
    record = join(engine, "anna-mueller", "anna-muller", who="Mara", at=AT)
    assert everything(engine) == before
    assert taken(engine, *FILES).questions == ()
    undo(engine, record.import_id, at=AT)
    assert everything(engine) == apart


def test_two_people_of_one_import_are_joined_and_parted(tmp_path):
    """Wrongly said to be somebody new, a person is joined later and can be parted by the name."""
    engine = open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    store(engine, taken(engine, *FILES, **dict.fromkeys(SAME, "new")), who="Mara", at=AT)
    apart = {rep_id: weeks(engine, rep_id) for rep_id in names(engine)}
    mail = next(one.rep_id for one in known(engine) if one.name == "anna.mueller@a.example")
    join(engine, mail, "anna-muller", who="Mara", at=AT)
    assert weeks(engine, "anna-muller") == ["11-09", "11-16"]
    assert names(engine)["anna-muller"] == ("anna.mueller@a.example",)
    part(engine, "anna-muller", "anna.mueller@a.example", who="Mara", at=AT)
    assert weeks(engine, "anna-muller") == apart["anna-muller"]
    assert weeks(engine, mail) == apart[mail]


def test_values_of_the_same_week_fill_each_other(tmp_path):
    """Of two values for one week the kept person's counts, blanks are filled, and undone both stand again."""
    engine = open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    table = (
        "Rep,Date,Open pipeline,Quota,Meetings,Currency\nAnn Lee,2026-11-16,100,,3,EUR\nA. Lee,2026-11-16,50,900,,EUR\n"
    )
    loaded = read([Source("a.csv", table.encode())], {}, None, engine)
    store(engine, loaded, who="Mara", at=AT)
    before = everything(engine)
    record = join(engine, "a-lee", "ann-lee", who="Mara", at=AT)
    (row,) = history.pipeline(engine).to_dict("records")
    assert (row["rep_id"], row["open_pipeline"], row["quota"], row["meetings"]) == ("ann-lee", 100, 900, 3)
    undo(engine, record.import_id, at=AT)
    assert everything(engine) == before


def test_rows_read_as_one_are_parted_with_the_values_of_each(tmp_path):
    """Also contradicted or equal values: each person has the own ones, as if read for two; undone, it is one row."""
    money = MONEY.replace("Open pipeline,Quota", "Meetings,Quota").replace("Anna Mueller", "Anna Müller")
    two = [Source("money.csv", MONEY.encode()), Source("more.csv", money.replace("9000,", "7,").encode())]
    engine, apart = (open_store(f"sqlite:///{tmp_path / name}.sqlite") for name in ("desk", "apart"))
    store(engine, read(two, {"link:Anna Müller": "anna-mueller"}, None, engine), who="Mara", at=AT)
    before = everything(engine)
    done = part(engine, "anna-mueller", "Anna Müller", who="Mara", at=AT)
    assert (done.record.rows, done.together) == (1, ())
    store(apart, read(two, {"link:Anna Müller": "new", "link:Anna Mueller": "new"}, None, apart), who="Mara", at=AT)
    assert history.pipeline(engine).to_csv(index=False) == history.pipeline(apart).to_csv(index=False)
    undo(engine, done.record.import_id, at=AT)
    assert everything(engine) == before


def test_several_lines_of_a_long_file_are_parted_each_to_its_own(tmp_path):
    """A pillar a line, under two spellings within one week; the contradicted one is the new person's own."""
    lines = [("Anna Müller", "brand", 18), ("Anna Mueller", "brand", 9), ("Anna Mueller", "people", 8)]
    text = "Rep,Date,Component,Points\n" + "".join(f"{rep},2026-11-16,{what},{much}\n" for rep, what, much in lines)
    engine = open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    loaded = read([Source("long.csv", text.encode())], {"link:Anna Mueller": "anna-muller"}, None, engine)
    store(engine, loaded, who="Mara", at=AT)
    done = part(engine, "anna-muller", "Anna Mueller", who="Mara", at=AT)
    told = history.readings(engine).set_index("rep_id")[["brand", "people"]].fillna(0)
    assert told.to_dict("index") == {
        "anna-mueller": {"brand": 9, "people": 8},
        "anna-muller": {"brand": 18, "people": 0},
    }
    assert done.together == ()


def test_two_joined_in_one_week_are_parted_again(tmp_path):
    """What the kept person's value hid is not lost."""
    engine = open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    table = "Rep,Date,Open pipeline,Quota,Currency\nAnn Lee,2026-11-16,100,,EUR\nBo Day,2026-11-16,50,900,EUR\n"
    store(engine, read([Source("a.csv", table.encode())], {}, None, engine), who="Mara", at=AT)
    apart = history.pipeline(engine).to_csv(index=False)
    joined = join(engine, "bo-day", "ann-lee", who="Mara", at=AT)
    one = everything(engine)
    parted = part(engine, "ann-lee", "Bo Day", who="Mara", at=AT)
    assert history.pipeline(engine).to_csv(index=False) == apart
    undo(engine, parted.record.import_id, at=AT)
    assert everything(engine) == one
    undo(engine, joined.import_id, at=AT)
    assert history.pipeline(engine).to_csv(index=False) == apart


DEALS = "Deal Owner,Deal Name,Stage,Amount,Currency,Close Date\n"
OWNED = {"Bo Day": 0, "Ruth Falk": 8000, "Cleo Stone": 500}


def money(engine: Engine, field: str = "open_pipeline") -> dict[str, float]:
    """Return a number of the pipeline per rep."""
    table = history.pipeline(engine)
    return dict(zip(table["rep_id"], table[field], strict=True))


def test_deals_of_one_list_add_up_when_their_owners_are_joined(tmp_path):
    """Three names, joined one after the other and parted in turn: none of the deals is lost on the way."""
    engine = open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    rows = "".join(f"{rep},Deal,Prospecting,{much},EUR,2026-12-10\n" for rep, much in OWNED.items())
    loaded = read([Source("deals.csv", (DEALS + rows).encode())], {}, AT.date(), engine)
    store(engine, loaded, who="Mara", at=AT)
    apart = everything(engine)
    ids = {one.name: one.rep_id for one in known(engine)}
    records = [join(engine, ids[other], "bo-day", who="Mara", at=AT) for other in ("Ruth Falk", "Cleo Stone")]
    assert (money(engine), money(engine, "deals_open")) == ({"bo-day": 8500}, {"bo-day": 3})
    done = part(engine, "bo-day", "Ruth Falk", who="Mara", at=AT)
    assert (done.together, sorted(money(engine).values())) == ((), [500, 8000])
    part(engine, "bo-day", "Cleo Stone", who="Mara", at=AT)
    assert sorted(money(engine).values()) == [0, 500, 8000]
    for record in (*list_imports(engine)[:2], *reversed(records)):
        undo(engine, record.import_id, at=AT)
    assert everything(engine) == apart


def test_whose_readings_would_count_is_said_before(engine):
    """On a day of both, the kept person's where they came at once, else the newer one's; else nothing is said."""
    one, bo = known(engine)
    said = beforehand(engine, bo, one)
    assert said.startswith("Both have readings of 2 days: joined, Anna Müller's on 2 would count.")
    later = "Rep,Date,Brand,People,Insights,Relationships\nBo Lee,2026-11-16,8,9,10,12\n"
    store(engine, read([Source("later.csv", later.encode())], {}, None, engine), who="Mara", at=AT)
    assert "Anna Müller's on 1 and Bo Lee's on 1 would count" in beforehand(engine, bo, one)
    assert beforehand(engine, bo, bo) == ""


def test_what_was_added_up_is_told(tmp_path):
    """The deals of two spellings are one sum: reading the list again parts them."""
    engine = open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    head = "Deal Owner,Deal Name,Stage,Amount,Currency,Close Date\n"
    rows = "Anna Müller,Ferry,Closed Won,100,EUR,2026-11-10\nAnna Mueller,Buoy,Closed Won,7,EUR,2026-11-10\n"
    source = Source("deals.csv", (head + rows).encode())
    loaded = read([source], {"link:Anna Mueller": "anna-muller"}, AT.date(), engine)
    record, _ = store(engine, loaded, who="Mara", at=AT)
    assert record is not None
    assert part(engine, "anna-muller", "Anna Mueller", who="Mara", at=AT).together == (record.import_id,)


def test_taking_an_import_back_takes_its_moved_rows_too(engine):
    """A moved row still belongs to the import it came with."""
    part(engine, "anna-muller", "Anna Mueller", who="Mara", at=AT)
    (money,) = [one for one in history_of(engine) if one.files == ("money.csv",)]
    undo(engine, money.import_id, at=AT)
    assert history.pipeline(engine).empty
    assert weeks(engine, "anna-muller") == ["11-09", "11-16"]


def history_of(engine: Engine) -> list[ImportRecord]:
    """Return the imports, newest first."""
    return list_imports(engine)


def test_moves_are_taken_back_in_turn(engine):
    """What was moved twice is taken back from the end."""
    first = part(engine, "anna-muller", "Anna Mueller", who="Mara", at=AT).record
    second = join(engine, "anna-mueller", "anna-muller", who="Mara", at=AT)
    before = everything(engine)
    with pytest.raises(MovedSince, match=second.import_id):
        undo(engine, first.import_id, at=AT)
    assert everything(engine) == before
    undo(engine, second.import_id, at=AT)
    undo(engine, first.import_id, at=AT)
    assert everything(engine) == before


def test_nobody_unknown_is_parted_or_joined(engine):
    """Each is refused in a sentence, and nothing is written."""
    before = len(history_of(engine))
    with pytest.raises(UnknownSpelling, match="Ann Miller"):
        part(engine, "anna-muller", "Ann Miller", who="Mara", at=AT)
    with pytest.raises(UnknownSpelling):
        part(engine, "anna-muller", "Anna Müller", who="Mara", at=AT)
    with pytest.raises(UnknownRep):
        join(engine, "nobody", "bo-lee", who="Mara", at=AT)
    with pytest.raises(SamePerson):
        join(engine, "bo-lee", "bo-lee", who="Mara", at=AT)
    assert len(history_of(engine)) == before
