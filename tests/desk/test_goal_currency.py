"""Are goals without a currency in that of the pipeline, and is it asked where there are several?"""

from datetime import UTC, date, datetime

from sqlalchemy import Engine

from dashboard.desk.imports import read, store
from dashboard.ingest.load import Loaded, Source
from dashboard.store.engine import open_store

AT = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
MONEY = "Rep,Date,Open pipeline,Currency\nAnna Müller,2026-11-16,9000,EUR\n"
GOALS = "Owner,Quarter,Goal\nAnna Müller,Q4 2026,500\n"


def goals(engine: Engine, **answers: str) -> Loaded:
    """Read the goals onto a desk."""
    return read([Source("goals.csv", GOALS.encode())], answers, date(2026, 11, 16), engine)


def desk(tmp_path, *files: str) -> Engine:
    """Return a desk with these files."""
    engine = open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    for content in files:
        store(engine, read([Source("money.csv", content.encode())], {}, None, engine), who="Mara", at=AT)
    return engine


def test_goals_are_in_the_only_currency_of_the_pipeline(tmp_path):
    """It is said, and another one can be."""
    engine = desk(tmp_path, MONEY)
    loaded = goals(engine)
    assert (loaded.questions, loaded.pipeline["currency"].tolist()) == ((), ["EUR"])
    assert "taken as EUR" in next(one.found for one in loaded.problems if one.code == "one_currency")
    assert goals(engine, currency="USD").pipeline["currency"].tolist() == ["USD"]


def test_the_currency_of_goals_is_asked_where_the_pipeline_has_several(tmp_path):
    """Those on the desk are offered, and the answer settles it."""
    engine = desk(tmp_path, MONEY, MONEY.replace("EUR", "USD"))
    (question,) = goals(engine).questions
    assert (question.key, question.column, question.choices) == ("currency", "Goal", ("EUR", "USD"))
    loaded = goals(engine, currency="USD")
    assert (loaded.questions, loaded.pipeline["currency"].tolist()) == ((), ["USD"])


def test_nothing_is_said_where_nobody_knows_a_currency(tmp_path):
    """On an empty desk the amounts stay without one."""
    loaded = goals(desk(tmp_path))
    assert (loaded.questions, loaded.pipeline["currency"].tolist()) == ((), [""])
