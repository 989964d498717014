"""Do a rep's own page and a tracker with a row per number read back: own, industry and network, never mixed?"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.load import Loaded
from dashboard.model.tables import SCORES
from tests.ingest.truth import FIRST_WEEK, NAMES, known, often, read_back
from tests.ingest.writing import HEADINGS, STYLES, WORKBOOKS, Rows, as_csv

GROUPS = ("industry", "network")
FIELDS = (
    *SCORES,
    "reported_total",
    *(f"{group}_{one}" for group in GROUPS for one in (*SCORES, "top_percent")),
)
CODES = ("PROFESSIONAL_BRAND", "FIND_RIGHT_PEOPLE", "INSIGHT_ENGAGEMENT", "STRONG_RELATIONSHIP")
SECTIONS = {
    "en": ("You", "People in your industry", "People in your network", "Section", "Total"),
    "de": ("Eigene", "Branche", "Netzwerk", "Abschnitt", "SSI gesamt"),
    "fr": ("Vous", "Secteur", "Réseau", "Section", "Social Selling Index"),
    "es": ("Propio", "Sector", "Red", "Sección", "SSI"),
    "pt": ("Você", "Setor", "Rede", "Seção", "SSI"),
}
RANK = {"en": "Rank", "de": "Rang", "fr": "Classement", "es": "Posición", "pt": "Posição"}
POINTS = st.one_of(st.none(), st.integers(0, 250_000).map(lambda parts: parts / 10_000))
VALUES: Mapping[str, st.SearchStrategy[float | None]] = {
    **dict.fromkeys(FIELDS, POINTS),
    "reported_total": st.one_of(st.none(), st.integers(0, 10_000).map(lambda parts: parts / 100)),
    **{f"{group}_top_percent": st.one_of(st.none(), st.integers(1, 100).map(float)) for group in GROUPS},
}


@dataclass(frozen=True)
class Page:
    """What a rep's page showed on a day; None where it showed nothing."""

    name: str
    day: date
    values: Mapping[str, float | None]


@st.composite
def pages(draw: st.DrawFn) -> list[Page]:
    """Draw the pages of one to three reps of one to three weeks."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    weeks = draw(st.lists(st.integers(0, 40), min_size=1, max_size=3, unique=True))
    values = st.fixed_dictionaries(dict(VALUES))
    return [Page(name, FIRST_WEEK + timedelta(weeks=week), draw(values)) for name in names for week in weeks]


def truth(found: Sequence[Page]) -> dict[tuple[object, ...], float]:
    """Return what is known by name, day and field."""
    return known({(page.name, page.day, field): page.values[field] for page in found for field in FIELDS})


def read(loaded: Loaded) -> dict[tuple[object, ...], float]:
    """Return what was read, as `truth` has it."""
    rows = loaded.readings.to_dict("records")
    return known({(row["rep"], row["date"].date(), field): row[field] for row in rows for field in FIELDS})


def as_page(values: Mapping[str, float | None]) -> object:
    """Return the JSON of LinkedIn's own page."""

    def score(prefix: str, overall: float | None) -> dict[str, object]:
        pillars = zip(CODES, SCORES, strict=True)
        subs = [{"pillar": code, "score": values[prefix + one]} for code, one in pillars]
        return {"overall": overall, "subScores": [one for one in subs if one["score"] is not None]}

    groups = [
        {
            "groupType": group.upper(),
            "rank": values[f"{group}_top_percent"],
            "groupSize": 812,
            "score": score(f"{group}_", 31.5),
        }
        for group in GROUPS
    ]
    return {"activeSeat": True, "memberScore": score("", values["reported_total"]), "groupScore": groups[::-1]}


WRAPPED = (lambda page: page, lambda page: {"data": page}, lambda page: {"data": {"elements": [page]}, "included": []})


@given(page=pages().map(lambda found: found[0]), wrap=st.sampled_from(WRAPPED), indent=st.sampled_from([None, 2]))
@often(25)
def test_the_json_of_a_page_reads_back(page: Page, wrap, indent: int | None):
    """However it is wrapped; whose it is and of which day stands in no page."""
    content = json.dumps(wrap(as_page(page.values)), indent=indent).encode()
    first, last = read_back(content, "page.json", rep=page.name)
    on_monday = Page(page.name, date(2026, 11, 16), page.values)
    assert first.readings.empty
    assert read(last) == truth([on_monday])


def by_number(found: Sequence[Page], language: str) -> Rows:
    """Return one row per number: the rep, the day, whose number it is, which it is, its value."""
    words, (*sections, heading, total) = HEADINGS[language], SECTIONS[language]
    rows: list[list[object]] = [[words["name"], words["date"], heading, words["component"], words["points"]]]
    for page in found:
        for section, prefix in zip(sections, ("", "industry_", "network_"), strict=True):
            rows += [[page.name, page.day, section, words[one], page.values[prefix + one]] for one in SCORES]
            last = RANK[language] if prefix else total
            field = f"{prefix}top_percent" if prefix else "reported_total"
            rows.append([page.name, page.day, section, last, page.values[field]])
    return rows


def assert_same(found: Sequence[Page], content: bytes, name: str, order: str) -> None:
    """What was read before any answer is true, and after them nothing is missing."""
    first, last = read_back(content, name, order)
    assert not last.refused or not truth(found), last.refused
    assert last.refused or last.files[0].shape == "metrics"
    assert read(first).items() <= truth(found).items()
    assert read(last) == truth(found)


def rounded(found: Sequence[Page]) -> list[Page]:
    """Return pages whose numbers have two decimals, as a tracker writes them."""
    return [
        Page(page.name, page.day, {key: None if one is None else round(one, 2) for key, one in page.values.items()})
        for page in found
    ]


@pytest.mark.parametrize("language", sorted(SECTIONS))
@given(found=pages().map(rounded), data=st.data())
@often(5)
def test_a_row_per_number_reads_back(language: str, found: list[Page], data):
    """In every language, with the words of its own page."""
    style = data.draw(st.sampled_from(STYLES[language]))
    assert_same(found, as_csv(by_number(found, language), style, ";"), "tracker.csv", style.order)


@given(found=pages().map(rounded), language=st.sampled_from(sorted(SECTIONS)), name=st.sampled_from(sorted(WORKBOOKS)))
@often(5)
def test_a_row_per_number_in_a_workbook_reads_back(found: list[Page], language: str, name: str):
    """The same with real days and numbers."""
    style = STYLES[language][0]
    assert_same(found, WORKBOOKS[name](by_number(found, language), style), name, style.order)
