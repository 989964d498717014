"""Does the sheet of the sample team say the same as the sample team?"""

from datetime import date
from io import BytesIO

import openpyxl
import pandas as pd
import pytest

from dashboard.ingest.load import Loaded, Source, load
from dashboard.model.tables import PIPELINE_VALUES, READING_VALUES
from dashboard.sample.files import FILES, csv_bytes, xlsx_bytes
from dashboard.sample.team import SampleBatch, sample_batch
from tests.conftest import ROOT

LAST = date(2026, 11, 16)
FOLDER = ROOT / "data" / "sample"
STALE = "the sample team has changed: run `make sample`"


@pytest.fixture(scope="module")
def batch() -> SampleBatch:
    """The sample team as data/sample/ has it."""
    return sample_batch(last_week=LAST)


@pytest.fixture(scope="module", params=sorted(FILES))
def loaded(request, batch) -> Loaded:
    """The sample team written to a file and read back."""
    return load([Source(request.param, FILES[request.param](batch))])


def comparable(table: pd.DataFrame, values: tuple[str, ...]) -> pd.DataFrame:
    """What a table says, without where it stood."""
    columns = ["rep_id", "rep", "week", *(["currency"] if "currency" in table else []), *values]
    return table[columns].sort_values(["week", "rep_id"]).reset_index(drop=True)


def same(read: pd.DataFrame, made: pd.DataFrame, values: tuple[str, ...]) -> None:
    """Both tables say the same, to the rounding of the last bit."""
    pd.testing.assert_frame_equal(comparable(read, values), comparable(made, values), check_dtype=False, rtol=1e-12)


def test_nothing_is_lost_or_asked(loaded, batch):
    """The sheet reads without question, refusal or problem, and names everybody."""
    assert (loaded.questions, loaded.refused) == ((), ())
    assert [problem for problem in loaded.problems if problem.severity != "info"] == []
    assert {person.rep_id for person in loaded.people} == {person.rep_id for person in batch.people}


def test_readings_come_back(loaded, batch):
    """Every score, rank and average comes back as it was written."""
    same(loaded.readings, batch.readings, (*READING_VALUES, "total", "source"))


def test_pipeline_comes_back(loaded, batch):
    """Every amount comes back in its currency."""
    same(loaded.pipeline, batch.pipeline, PIPELINE_VALUES)


def test_people_come_back(loaded, batch):
    """E-mail, team, role, licence, status and start date come back."""
    facts = ("name", "email", "team", "role", "licence", "status", "started_on")
    read, made = ({p.rep_id: [getattr(p, f) for f in facts] for p in side.people} for side in (loaded, batch))
    assert read == made


def test_committed_csv_is_current(batch):
    """data/sample/ has the CSV that the sample team gives today."""
    assert (FOLDER / "ssi_sample_team.csv").read_bytes() == csv_bytes(batch), STALE


def test_committed_workbook_is_current(batch):
    """data/sample/ has the workbook that the sample team gives today, cell by cell."""
    committed = openpyxl.load_workbook(FOLDER / "ssi_sample_team.xlsx").active
    fresh = openpyxl.load_workbook(BytesIO(xlsx_bytes(batch))).active
    assert committed is not None
    assert fresh is not None
    assert list(committed.values) == list(fresh.values), STALE
