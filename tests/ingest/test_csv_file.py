"""How does a text become rows? Delimiters, quotes, line ends, encodings."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.csv_file import DELIMITERS, find_delimiter, parse, read_csv
from dashboard.ingest.decode import decode
from dashboard.model.errors import FileRefused
from tests.ingest.columns import PATIENT
from tests.ingest.files import IVO, MARA, MONDAY, TEAM, codes, problems, read, scores

CELLS = st.lists(
    st.lists(st.text(alphabet="ab 1,.;|é\n\"'", max_size=6), min_size=2, max_size=4), min_size=1, max_size=5
).filter(lambda rows: len({len(row) for row in rows}) == 1)


@PATIENT
@given(CELLS, st.sampled_from(DELIMITERS))
def test_what_is_written_by_the_rules_reads_back(rows: list[list[str]], delimiter: str):
    """Quoted delimiters, quotes and line breaks are content."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    assert list(parse(text.getvalue(), delimiter)[0]) == rows


@pytest.mark.parametrize(
    ("delimiter", "text"),
    [
        (";", "Rep;Brand;People\nMara;18,4;9,2\nIvo;17,1;8,8\n"),
        (",", 'Rep,Brand,Comment\nMara,18.4,"a; b; c"\nIvo,17.1,"d; e; f"\n'),
        ("\t", "Rep\tBrand\tNote, long\nMara\t18,4\ta, b\n"),
        ("|", "Rep|Brand\nMara|18,4\n"),
        (";", "Team Nord, Süd und West, Woche 47, alle Zahlen\n\nRep;Marke;Personen\nMara;18,4;9,2\n"),
        (",", "a,b\n1,2\n"),
    ],
)
def test_the_delimiter_is_the_one_that_makes_headings(delimiter: str, text: str):
    """Known words in the header decide, then rows of one width; decimal commas and titles do not mislead."""
    assert find_delimiter(text) == delimiter


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_encoding_is_found(encoding: str):
    """With and without a byte order mark, Western letters are right."""
    text = "Vertriebler;Größe\nJörg;1\nZoë;2\n"
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_three_systems_are_one(end: str):
    """Windows, Unix and old Macintosh files give the same rows."""
    assert scores(read(TEAM.replace("\n", end))) == scores(read(TEAM))


def test_rows_are_counted_as_the_spreadsheet_does():
    """A cell with line breaks is one row, a blank line is one too."""
    text = 'Rep,Week of,SSI,Comment\nMara Lindqvist,2026-11-16,60,"one\ntwo\nthree"\n\nIvo Castelo,2026-11-16,x,\n'
    assert problems(read(text)) == [("unreadable_number", 4, "SSI", "x")]


def test_a_stray_quote_does_not_swallow_the_rows_below():
    """The row with the quote is named, and all three reps are read."""
    text = f'Rep,Week of,Brand,People,Insights,Relationships,Comment\n{MARA.strip()},"went well\n{IVO.strip()},\n'
    loaded = read(text + "Zoe Falk,2026-11-16,1,2,3,4,\n")
    assert len(scores(loaded)) == 3
    assert problems(loaded) == [("unclosed_quote", 2, None, 'Mara Lindqvist,2026-11-16,18.4,9.2,12.1,20.3,"went well')]


def test_unquoted_decimal_commas_shift_nothing():
    """A row with more cells than headings is named and not stored."""
    loaded = read(TEAM + "Zoe Falk,2026-11-16,1,5,2,3,4\n")
    assert problems(loaded) == [("shifted_row", 4, None, "7 cells under 6 headings")]
    assert "Zoe Falk" not in scores(loaded)


def test_blank_cells_beyond_the_header_are_nothing():
    """Commas at the end of a line are how some programs fill it up."""
    assert not codes(read(TEAM.replace("15\n", "15,,,\n")))


def test_binary_is_no_text():
    """Bytes that are no text are refused, not read as strange letters."""
    with pytest.raises(FileRefused, match="neither text nor a workbook"):
        read_csv("x.csv", bytes(range(32)) * 20)


def test_one_pasted_name_does_not_spoil_the_others():
    """A byte that is no UTF-8 in a file that otherwise is, is read as Windows writes it, and said."""
    content = "Rep,Date,SSI\nZoë Łoś,2026-11-16,60\n".encode() + "André Falk,2026-11-16,42\n".encode("cp1252")
    loaded = read(content)
    assert [person.name for person in loaded.people] == ["Zoë Łoś", "André Falk"]
    assert problems(loaded) == [("mixed_encoding", 3, None, "André Falk,2026-11-16,42")]


def test_a_name_parted_by_its_comma_shifts_the_row():
    """Lindqvist, Mara without quotes moves every number one column on: the row is reported, not stored."""
    header = "Rep,Brand,People,Insights,Relationships,Comment\n"
    loaded = read(f"{header}Lindqvist, Mara,18.4,9.2,12.1,20.3\nIvo Castelo,11.2,7.5,8.2,15,\n", as_of=MONDAY)
    assert ("shifted_row", 2, None, '"Lindqvist" and "Mara"') in problems(loaded)
    assert list(scores(loaded)) == ["Ivo Castelo"]


def test_a_cell_that_looks_like_a_row_is_content_where_every_cell_is_quoted():
    """Nothing can be a stray quote there: the lines of a note stay in their cell."""
    text = '"Rep","Brand","Note"\n"Mara Lindqvist","18.4","calls\n1,2,3"\n'
    assert list(parse(text, ",")[0]) == [["Rep", "Brand", "Note"], ["Mara Lindqvist", "18.4", "calls\n1,2,3"]]
