"""Which table does a JSON file hold?"""

import json

import pytest

from dashboard.ingest.json_page import read_json
from dashboard.ingest.no_table import NoTable
from tests.ingest.files import IVO, MARA, read, scores

PAGE = {
    "activeSeat": True,
    "memberScore": {
        "overall": 61.2,
        "subScores": [
            {"pillar": "PROFESSIONAL_BRAND", "score": 18.1},
            {"pillar": "STRONG_RELATIONSHIP", "score": 20.0},
        ],
    },
    "groupScore": [
        {"groupType": "INDUSTRY", "rank": 9, "industry": "Software", "score": {"overall": 31.5, "subScores": []}},
        {"groupType": "NETWORK", "rank": 12, "score": {"overall": 40, "subScores": [{"pillar": "X", "score": 7}]}},
    ],
}
ROWS = [
    ["section", "metric", "value", "rank"],
    ["you", "overall", 61.2, None],
    ["you", "PROFESSIONAL_BRAND", 18.1, None],
    ["you", "STRONG_RELATIONSHIP", 20.0, None],
    ["INDUSTRY", "overall", 31.5, 9],
    ["NETWORK", "overall", 40, 12],
    ["NETWORK", "X", 7, None],
]


def table(found: object) -> tuple[str, str, list[list[object]]]:
    """Return what is read of a JSON value."""
    return read_json(json.dumps(found).encode())


@pytest.mark.parametrize("page", [PAGE, {"data": PAGE}, [PAGE], {"data": {"elements": [PAGE]}}, {"a": 1, "b": [PAGE]}])
def test_the_page_of_a_person_is_rows_of_sections(page: object):
    """However it is wrapped; the rank stands beside the total of its group."""
    assert table(page) == ("ssi_page", "utf-8", ROWS)


@pytest.mark.parametrize(
    "wrapper",
    [
        {"name": "Mara Lindqvist", "data": PAGE},
        {"profile": {"firstName": "Mara", "lastName": "Lindqvist"}, "ssi": PAGE},
        {"e-mail": "mara@harborline.example", **PAGE},
        {"fullName": "Mara Lindqvist", "body": json.dumps(PAGE)},
    ],
)
def test_a_page_may_say_whose_it_is(wrapper: dict[str, object]):
    """In the object around it, in one beside it or in its own; then nobody is asked, and there may be several."""
    form, _, rows = table([{**wrapper, "capturedAt": "2026-11-16T08:00:00Z"}] * 2)
    assert form == "ssi_page"
    assert len(rows) == 2 * len(ROWS) - 1
    told = dict(zip(rows[0], rows[1], strict=True))
    assert "mara" in str(told.get("name") or told.get("first name") or told["email"]).casefold()
    assert told["date"] == "2026-11-16T08:00:00Z"
    assert [row[-4:] for row in rows[1 : len(ROWS)]] == ROWS[1:]


def test_a_page_kept_as_text_is_read():
    """As a saved request holds it."""
    entry = {"request": {"method": "GET"}, "response": {"content": {"text": json.dumps(PAGE)}}}
    assert table({"log": {"entries": [entry]}}) == ("ssi_page", "utf-8", ROWS)


def test_headings_may_stand_apart_from_the_rows():
    """As data frames are written."""
    found = {"columns": ["rep", "ssi"], "index": [0], "data": [["Mara Lindqvist", 61]]}
    assert table(found)[2] == [["rep", "ssi"], ["Mara Lindqvist", 61]]


@pytest.mark.parametrize("groups", [None, {}, "x", [None, 3], [{"groupType": {"a": 1}, "score": None}]])
def test_a_page_may_lack_everything_but_the_score(groups: object):
    """Groups that are none of what they should be are not read as scores."""
    rows = table({"memberScore": {"overall": 50, "subScores": [3]}, "groupScore": groups})[2]
    assert rows[:2] == [ROWS[0], ["you", "overall", 50, None]]


def test_pages_of_several_people_are_refused():
    """None says whose it is."""
    with pytest.raises(NoTable, match="2 SSI pages"):
        table([PAGE, PAGE])


@pytest.mark.parametrize(
    "wrapped", ["{}", '{{"data": {}}}', '{{"totalSize": 2, "records": {}}}', '{{"data": {{"x": {}}}}}']
)
def test_records_are_a_table(wrapped: str):
    """Each record is a row, wrapped or not; fields of objects inside are named by both."""
    records = [{"Rep": "Mara", "SSI": 60, "Owner": {"Team": "A"}}, {"Rep": "Ivo", "more": [1]}]
    rows = read_json(wrapped.format(json.dumps(records)).encode())[2]
    assert rows == [["Rep", "SSI", "Owner.Team", "more"], ["Mara", 60, "A", None], ["Ivo", None, None, "[1]"]]


def test_rows_and_lines_are_tables_too():
    """A list of lists, and one record in each line."""
    assert table([["Rep", "SSI"], ["Mara", 60]])[2] == [["Rep", "SSI"], ["Mara", 60]]
    assert read_json(b'{"Rep": "Mara"}\n{"Rep": "Ivo"}\n')[2] == [["Rep"], ["Mara"], ["Ivo"]]


def test_records_read_as_the_same_csv():
    """The figures are those of the table."""
    header = ["Rep", "Week of", "Brand", "People", "Insights", "Relationships"]
    lines = [dict(zip(header, line.strip().split(","), strict=True)) for line in (MARA, IVO)]
    loaded = read(json.dumps(lines), "team.json")
    assert loaded.files[0].format == "json"
    assert scores(loaded) == {"Mara Lindqvist": [18.4, 9.2, 12.1, 20.3], "Ivo Castelo": [11.2, 7.5, 8.2, 15]}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"a": 1}', "unsupported_format"),
        (b'{"a": [{"b": 1}], "c": [{"d": 1}]}', "unsupported_format"),
        (b'[{"a": 1}, 3]', "unsupported_format"),
        (b'{"memberScore": 5}', "unsupported_format"),
        (b'{"memberScore": {"overall"', "damaged_file"),
        (b"[" * 200_000, "damaged_file"),
        (b'[{"\\ud800": "\\ud800"}]', "unrecognised_columns"),
    ],
)
def test_other_json_is_refused_in_a_sentence(content: bytes, code: str):
    """Cut off, nested without end, or no table."""
    refused = read(content, "page.json").refused
    assert [one.code for one in refused] == [code]
    assert refused[0].reason.endswith(".")
