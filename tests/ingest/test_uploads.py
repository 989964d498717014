"""Is every kind of file read, and every problem told? The files lie in tests/uploads."""

import math
from datetime import date
from pathlib import Path

import pytest

from dashboard.ingest import formats
from dashboard.ingest.load import Source, load
from dashboard.model.problems import CATALOGUE, Severity
from tests.ingest.files import codes

UPLOADS = Path(__file__).resolve().parents[1] / "uploads"
GOOD = sorted((UPLOADS / "good").iterdir())
FIGURES = {"mara-lindqvist": (18.4, 9.2, 12.1, 20.3, 60.0), "ivo-castelo": (11.2, 7.5, 8.2, 15.0, 41.9)}
"""All good files say the same of the same two reps (brand, people, insights, relationships, their sum)."""


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_every_good_file_says_the_same(path: Path):
    """Whatever the format, language, layout and encoding, the figures are those of the two reps."""
    loaded = load([Source(path.name, path.read_bytes())])
    assert not loaded.refused
    assert not loaded.questions
    assert {problem.severity for problem in loaded.problems} <= {Severity.INFO}
    assert {person.rep_id for person in loaded.people} == set(FIGURES)
    assert len(loaded.readings) == 2
    for row in loaded.readings.to_dict("records"):
        found = [row[field] for field in ("brand", "people", "insights", "relationships", "total")]
        assert row["week"].date() == date(2026, 11, 16)
        assert all(
            math.isnan(one) or math.isclose(one, known)
            for one, known in zip(found, FIGURES[row["rep_id"]], strict=True)
        )
        assert math.isclose(row["total"], FIGURES[row["rep_id"]][-1])


def test_every_format_has_a_good_file():
    """A reader without a file that it reads is not finished."""
    kinds = {formats.kind_of(path.name, path.read_bytes()) for path in GOOD}
    assert kinds == set(formats.READERS)


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_problem_has_a_file_that_shows_it_and_nothing_else(code: str):
    """Each code of the catalogue is told for its file, and no other is, but for the day of a list of deals."""
    path = UPLOADS / "bad" / f"{code}.csv"
    loaded = load([Source(path.name, path.read_bytes())])
    deals = any(report.shape == "deals" or code == "quota_period" for report in loaded.files)
    assert codes(loaded) - ({"no_date_column"} if deals else set()) == {code}
    assert not loaded.questions


def test_every_bad_file_has_a_code():
    """No file lies about for a problem that no longer exists."""
    assert {path.stem for path in (UPLOADS / "bad").iterdir()} == set(CATALOGUE)


@pytest.mark.parametrize("spec", CATALOGUE.values(), ids=lambda spec: spec.code)
def test_every_problem_has_a_title_and_a_remedy_in_a_sentence(spec):
    """What the manager reads has no braces left in it and ends."""
    assert spec.title
    assert spec.remedy.endswith(".")
    assert "{" not in spec.title + spec.remedy


@pytest.mark.parametrize("path", [*GOOD, *sorted((UPLOADS / "bad").iterdir())], ids=lambda path: path.name)
def test_a_file_has_no_effect_on_another(path: Path):
    """Read beside any file, good or bad, another one gives what it gives alone."""
    other = Source("other.csv", b"Rep,Week of,SSI\nWanda Orlov,2026-11-16,55\n")
    beside = load([Source(path.name, path.read_bytes()), other])
    alone = load([other])
    own = beside.readings[beside.readings["file"] == "other.csv"].reset_index(drop=True)
    assert own[["rep_id", "date", "total"]].equals(alone.readings[["rep_id", "date", "total"]])
