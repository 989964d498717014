"""How does a set of files come onto the desk, from the app and from the command line alike?

Read, look at what would change, store: a refused file or an open question stores nothing at all.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial

from sqlalchemy import Engine

from dashboard.desk.asked import ALL_LINKS, accepted
from dashboard.desk.goal_currency import asked, currencies, silent_goals, taken
from dashboard.desk.unedited import refused, unedited, without
from dashboard.ingest.load import Loaded, Source, load
from dashboard.ingest.telling import Tell, silent
from dashboard.model.errors import FileRefused, OpenQuestion
from dashboard.store import history, imports, mappings
from dashboard.store.imports import ImportRecord
from dashboard.store.plan import Batch, ImportPlan, plan
from dashboard.store.standing import standing


def read(
    sources: Sequence[Source],
    answers: Mapping[str, str],
    as_of: date | None,
    engine: Engine | None,
    period: str | None = None,
    tell: Tell = silent,
) -> Loaded:
    """Read the files as one set, with what the store knows of people, of such files' layout and of earlier numbers.

    `period` says which closed deals of a list of deals count, where `answers` do not; `tell` hears how far it is.

    The answer `link=sure` accepts every proposal about people whose evidence is strong: the files are read again.
    """
    known = history.people(engine) if engine else ()
    kept = mappings.remembered(engine) if engine else {}
    given = accepted(answers, ())
    stored = partial(history.readings_of, engine) if engine else None
    placed = partial(standing, engine) if engine else None
    said = {"as_of": as_of, "period": period, "tell": tell}
    with_desk = partial(load, sources, known=known, remembered=kept, stored=stored, standing=placed, **said)
    loaded = with_desk(answers=given)
    invented = unedited(loaded)
    if invented:
        others = without(sources, invented)
        return refused(read(others, answers, as_of, engine, period, tell), invented)
    if ALL_LINKS in answers:
        spelled = accepted(answers, loaded.questions)
        loaded = loaded if spelled == given else with_desk(answers=spelled)
        given = spelled
    goals = silent_goals(loaded, given)
    codes = currencies(loaded, engine) if goals else ()
    if goals and len(codes) == 1:
        return taken(with_desk(answers={**given, "currency": codes[0]}), goals, codes[0])
    return asked(loaded, goals, codes) if goals and codes else loaded


def preview(engine: Engine, batch: Batch) -> ImportPlan:
    """Return what an import would change, without changing it."""
    return plan(engine, batch)


def store(engine: Engine, loaded: Loaded, *, who: str, at: datetime) -> tuple[ImportRecord | None, ImportPlan]:
    """Store what was read in one transaction; None instead of a record where nothing was new.

    Raises FileRefused or OpenQuestion, having stored nothing, while a file is refused or a question open.
    """
    for refusal in loaded.refused:
        raise FileRefused(file=refusal.file, reason=refusal.reason, problem=refusal.code)
    for question in loaded.questions:
        raise OpenQuestion(text=question.text, key=question.key, choices=", ".join(question.choices))
    return imports.commit(engine, loaded, who=who, at=at)


def to_remember(engine: Engine, loaded: Loaded) -> bool:
    """Tell whether something was answered about the files' layouts that the desk does not remember yet."""
    kept = mappings.remembered(engine)
    told = [(layout, answers) for report in loaded.files for layout, answers in report.keep.items()]
    return any(kept.get(layout, {}) != answers for layout, answers in told)


def settled(loaded: Loaded) -> bool:
    """Tell whether nothing keeps the files from being stored."""
    return not loaded.refused and not loaded.questions
