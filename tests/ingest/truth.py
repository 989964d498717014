"""What is true of a team that exists only in a test, and does a file that says it read back as just that?"""

import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from dashboard.ingest.load import Loaded, Source, load
from dashboard.model.problems import Question
from dashboard.model.tables import SCORES

NAMES = (
    "Mara Lindqvist",
    "Siobhán O'Brien",
    "Łukasz Żółkiewski",
    "José Ángel Núñez de la Fuente",
    "Anne-Sophie Dübendorfer",
    "Ivo Castelo",
    "Nguyễn Thị Hoa",
    "Karl Ægir Þórsson",
)
"""Names with what makes names hard; no two of them could be the same person."""
FIRST_WEEK = date(2026, 1, 5)
AMOUNTS = ("open_pipeline", "won", "quota")
VALUES = (*SCORES, *AMOUNTS, "attainment", "meetings")
CURRENCIES = ("EUR", "USD", "GBP", "CHF")


@dataclass(frozen=True)
class Line:
    """What is known of a rep in a week; None where nothing is."""

    name: str
    week: date
    currency: str
    values: Mapping[str, float | None] = field(default_factory=dict)


def often(count: int) -> settings:
    """Return how many examples are tried; `make fuzz` tries more."""
    return settings(deadline=None, max_examples=count * int(os.environ.get("SSI_COACH_EXAMPLES", "1")))


def email(name: str) -> str:
    """Return an invented address that belongs to a name."""
    return f"rep{NAMES.index(name)}@harborline.example"


SCORE = st.one_of(st.none(), st.integers(0, 2500).map(lambda hundredths: hundredths / 100))
AMOUNT = st.one_of(st.none(), st.just(0.0), st.integers(100_000, 900_000_000).map(lambda cents: cents / 100))
SHARE = st.one_of(st.none(), st.integers(1, 2500).filter(lambda permille: permille % 10).map(lambda one: one / 1000))
"""No whole percent: one that is won / quota rounded is made exact when it is read."""
COUNT = st.one_of(st.none(), st.integers(0, 60).map(float))
VALUE: Mapping[str, st.SearchStrategy[float | None]] = {
    **dict.fromkeys(SCORES, SCORE),
    **dict.fromkeys(AMOUNTS, AMOUNT),
    "attainment": SHARE,
    "meetings": COUNT,
}


@st.composite
def teams(draw: st.DrawFn, values: Sequence[str] = VALUES, most: int = 4, currencies: int = 2) -> list[Line]:
    """Draw one to `most` reps in one to four weeks, in one or more currencies, much of it unknown."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=most, unique=True))
    places = draw(st.lists(st.integers(0, 45), min_size=1, max_size=4, unique=True))
    codes = draw(st.lists(st.sampled_from(CURRENCIES), min_size=1, max_size=currencies, unique=True))
    known = st.fixed_dictionaries({one: VALUE[one] for one in values})
    return [
        Line(name, FIRST_WEEK + timedelta(weeks=place), draw(st.sampled_from(codes)), draw(known))
        for place in sorted(places)
        for name in names
    ]


def answered(question: Question, order: str, currency: str, rep: str) -> str:
    """Return the true answer to a question: scores are out of 25, shares are percent if they were written so."""
    if question.key == "date_order":
        return order
    if question.key.startswith("rep:"):
        return rep
    if question.key.startswith("scale"):
        return "25" if "25" in question.choices else "fraction"
    if question.key.startswith("currency"):
        return currency
    return question.choices[0] if question.choices else "new"


def read_back(
    content: bytes, name: str, order: str = "dmy", currency: str = "EUR", rep: str = NAMES[0]
) -> tuple[Loaded, Loaded]:
    """Return what is read of a file before its questions are answered, and after."""
    source = Source(name, content)
    first = last = load([source], as_of=date(2026, 11, 16))
    answers: dict[str, str] = {}
    for _ in range(3):
        if not last.questions:
            break
        answers |= {one.key: answered(one, order, currency, rep) for one in last.questions}
        last = load([source], answers=answers, as_of=date(2026, 11, 16))
    return first, last


def of_readings(lines: Sequence[Line]) -> dict[tuple[Any, ...], float]:
    """Return every known score by name, week and field."""
    return known({(line.name, line.week, one): line.values.get(one) for line in lines for one in SCORES})


def of_pipeline(lines: Sequence[Line]) -> dict[tuple[Any, ...], float]:
    """Return every known amount by name, week, currency and field; shares and counts by name, week and field."""
    amounts = {(line.name, line.week, line.currency, one): line.values.get(one) for line in lines for one in AMOUNTS}
    others = {(line.name, line.week, one): line.values.get(one) for line in lines for one in ("attainment", "meetings")}
    return known(amounts) | known(others)


def found_readings(loaded: Loaded) -> dict[tuple[Any, ...], float]:
    """Return every score that was read, as `of_readings` has them."""
    rows = loaded.readings.to_dict("records")
    return known({(row["rep"], row["week"].date(), one): row[one] for row in rows for one in SCORES})


def found_pipeline(loaded: Loaded) -> dict[tuple[Any, ...], float]:
    """Return what was read of the pipeline, as `of_pipeline` has it."""
    rows = loaded.pipeline.to_dict("records")
    return known(
        {(row["rep"], row["week"].date(), row["currency"], one): row[one] for row in rows for one in AMOUNTS}
    ) | known({(row["rep"], row["week"].date(), one): row[one] for row in rows for one in ("attainment", "meetings")})


def known(values: Mapping[tuple[Any, ...], float | None]) -> dict[tuple[Any, ...], float]:
    """Return what is not missing, to nine digits."""
    return {key: round(one, 9) for key, one in values.items() if one is not None and not math.isnan(one)}


"""Nothing is compared with a tolerance: what was written with two decimals has them."""
