"""Are the counts of a usage export kept week by week as a second reckoning has them, day by day or week by week?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.truth import NAMES, known, often, read_back
from tests.ingest.writing import STYLES, WORKBOOKS, Rows, as_csv

COUNTS = ("searches", "profile_views", "inmails_sent", "connections")
WORDS = {
    "en": "Seat holder name|Searches performed|Profiles viewed|InMails sent|Connections|Start date|End date",
    "de": "Name|Durchgeführte Suchen|Angesehene Profile|Gesendete InMails|Neue Kontakte|Zeitraum von|Zeitraum bis",
    "fr": "Nom complet|Recherches effectuées|Profils consultés|InMails envoyés|Nouvelles relations|Date de début"
    "|Date de fin",
    "es": "Nombre completo|Búsquedas realizadas|Perfiles vistos|InMails enviados|Nuevos contactos|Inicio del período"
    "|Fin del período",
    "pt": "Nome completo|Pesquisas realizadas|Perfis visualizados|InMails enviados|Novas conexões|Início do período"
    "|Fim do período",
}
MONDAY = date(2026, 10, 26)


@dataclass(frozen=True)
class Period:
    """What a seat did from one day to another of the same week; None where nothing is known."""

    name: str
    first: date
    last: date
    counts: tuple[int | None, ...]


@st.composite
def periods(draw: st.DrawFn) -> list[Period]:
    """Draw one to three seats in three weeks, each week cut into days, parts or left whole; some parts are missing."""
    found = []
    for name in draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)):
        for week in range(3):
            cuts = draw(st.one_of(st.just(list(range(1, 7))), st.lists(st.integers(1, 6), unique=True, max_size=3)))
            edges = [0, *sorted(cuts), 7]
            for first, after in pairwise(edges):
                start = MONDAY + timedelta(days=7 * week + first)
                counts = draw(st.tuples(*[st.one_of(st.none(), st.integers(0, 60))] * len(COUNTS)))
                if draw(st.integers(0, 4)):
                    found.append(Period(name, start, start + timedelta(days=after - first - 1), counts))
    return draw(st.permutations(found))


def reckoned(found: Sequence[Period]) -> dict[tuple[str, date, str], float]:
    """Return the sum of what is known by seat, week and count."""
    sums: dict[tuple[str, date, str], float] = defaultdict(float)
    for one in found:
        monday = one.last - timedelta(days=one.last.weekday())
        for field, count in zip(COUNTS, one.counts, strict=True):
            if count is not None:
                sums[one.name, monday, field] += count
    return dict(sums)


def exported(found: Sequence[Period], language: str) -> Rows:
    """Return the export: a row per seat and period."""
    return [WORDS[language].split("|"), *([one.name, *one.counts, one.first, one.last] for one in found)]


def assert_reckoned(content: bytes, name: str, order: str, found: Sequence[Period]) -> None:
    """What is read is what was reckoned, once it is known which of day and month comes first."""
    first, last = read_back(content, name, order)
    assert not last.refused or not found, last.refused
    read, before = (
        known(
            {
                (row["rep"], row["week"].date(), field): row[field]
                for row in loaded.activity.to_dict("records")
                for field in COUNTS
            }
        )
        for loaded in (last, first)
    )
    assert read == reckoned(found)
    assert before.items() <= read.items()


@pytest.mark.parametrize("language", sorted(WORDS))
@given(found=periods(), data=st.data())
@often(5)
def test_counts_read_back(language: str, found: list[Period], data):
    """In every language; days of a week are added up, and what is blank is no 0."""
    style = data.draw(st.sampled_from(STYLES[language]))
    assert_reckoned(as_csv(exported(found, language), style, ";"), "usage.csv", style.order, found)


@given(found=periods(), language=st.sampled_from(sorted(WORDS)), name=st.sampled_from(sorted(WORKBOOKS)))
@often(6)
def test_counts_in_a_workbook_read_back(found: list[Period], language: str, name: str):
    """The same with real days and numbers."""
    style = STYLES[language][0]
    assert_reckoned(WORKBOOKS[name](exported(found, language), style), name, style.order, found)
