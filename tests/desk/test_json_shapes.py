"""Is the JSON of check and import the one that was promised?"""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dashboard.desk.json_shapes import ACTIVITY_FIELDS, PIPELINE_FIELDS, READING_FIELDS, read_json, record_json
from dashboard.ingest.load import Loaded, Source, load
from dashboard.model.problems import Problem, Question, Refusal, Severity
from dashboard.sample.team import sample_batch
from dashboard.store.imports import ImportRecord
from dashboard.store.plan import ImportPlan

PLAN = ImportPlan(added=3, changed=2, same=1, conflicting=0, changes=())


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """A small sample as if it had been read, with one of each finding."""
    batch = sample_batch(reps=2, weeks=2, last_week=date(2026, 11, 16))
    batch.readings.loc[batch.readings["row"] == 2, ["brand", "people"]] = (18.123456, float("nan"))
    batch.pipeline.loc[batch.pipeline["row"] == 2, "currency"] = ""
    batch.pipeline.loc[batch.pipeline["row"] == 2, "attainment"] = 0.467777777
    problem = Problem("out_of_range", "a.csv", None, 5, "Brand", "217", "Correct it.", Severity.ERROR)
    return Loaded(
        files=batch.files,
        readings=batch.readings,
        pipeline=batch.pipeline,
        activity=batch.activity,
        people=batch.people,
        questions=(Question("scale", "a.csv", "Brand", "Which scale?", ("25", "percent")),),
        problems=(problem,),
        refused=(Refusal("b.xlsx", "damaged", "it is damaged."),),
    )


def test_every_field_is_there(loaded):
    """Tables, findings, plan and import id have the fields of the interface, in its order."""
    said = read_json(loaded, PLAN)
    assert list(said) == [
        *("files", "readings", "pipeline", "activity", "people", "questions", "problems", "refused", "conflicts"),
        *("import_id", "plan"),
    ]
    assert [tuple(row) for row in said["readings"]] == [READING_FIELDS] * 4
    assert [tuple(row) for row in said["pipeline"]] == [PIPELINE_FIELDS] * 4
    assert [tuple(row) for row in said["activity"]] == [ACTIVITY_FIELDS] * 4
    assert set(said["files"][0]) == {
        *("name", "format", "encoding", "sheet", "header_row", "shape", "columns", "rows_read", "rows_used"),
        *("left_out", "remembered"),
    }
    assert set(said["people"][0]) == {"rep_id", "name", "email", "aliases"}


def test_missing_is_null_and_scores_have_three_decimals(loaded):
    """Nothing missing becomes 0, no currency is null, weeks are ISO Mondays, counts are whole."""
    said = read_json(loaded, PLAN)
    first = next(row for row in said["readings"] if row["people"] is None)
    assert (first["brand"], first["people"], first["week"]) == (18.123, None, "2026-11-09")
    row = next(row for row in said["pipeline"] if row["currency"] is None)
    assert (row["currency"], row["attainment"], row["deals_open"]) == (None, 0.467778, None)
    assert isinstance(row["meetings"], int)


def test_findings_are_plain(loaded):
    """Problems, questions and refusals are JSON as they are; the import id is null until stored."""
    said = json.loads(json.dumps(read_json(loaded, PLAN), allow_nan=False))
    assert said["problems"][0]["severity"] == "error"
    assert said["questions"][0]["choices"] == ["25", "percent"]
    assert said["refused"] == [{"file": "b.xlsx", "code": "damaged", "reason": "it is damaged."}]
    assert (said["import_id"], said["plan"]) == (None, {"added": 3, "changed": 2, "same": 1, "conflicting": 0})


def test_nothing_read_is_still_the_whole_shape(loaded):
    """Empty tables give empty lists."""
    nothing = replace(loaded, readings=loaded.readings[:0], pipeline=loaded.pipeline[:0], activity=loaded.activity[:0])
    said = read_json(nothing, PLAN, "i-1")
    assert (said["readings"], said["pipeline"], said["activity"], said["import_id"]) == ([], [], [], "i-1")


def test_an_import_in_the_history():
    """Times are ISO, an import that stands has no undone_at."""
    at = datetime(2026, 11, 16, 9, 30, tzinfo=UTC)
    record = ImportRecord("i-1", at, "Mara", ("a.csv",), 10, 8, 2, None)
    assert record_json(record) == {
        "import_id": "i-1",
        "at": "2026-11-16T09:30:00+00:00",
        "who": "Mara",
        "files": ["a.csv"],
        "rows": 10,
        "added": 8,
        "changed": 2,
        "undone_at": None,
        "problems": 0,
    }


def test_every_row_names_the_place_it_stands_in():
    """Readings have their day, and like pipeline and activity the file, the sheet and the spreadsheet's row."""
    said = read_json(load([Source("two.csv", b"Rep,Date,SSI,Won\nMara Lindqvist,2026-11-18,60,10\n")]), PLAN)
    (reading,), (money,) = said["readings"], said["pipeline"]
    assert [reading[name] for name in ("date", "file", "sheet", "row")] == ["2026-11-18", "two.csv", None, 2]
    assert [money[name] for name in ("file", "sheet", "row")] == ["two.csv", None, 2]
