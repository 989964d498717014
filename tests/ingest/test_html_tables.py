"""Which tables stand in a web page, and under which rows?"""

import pytest

from dashboard.ingest.html_tables import read_html
from tests.ingest.files import codes, read, scores

HEAD = "<tr><th>Rep<th>Week of<th>Brand<th>People<th>Insights<th>Relationships"
MARA = "<tr><td>Mara Lindqvist<td>2026-11-16<td>18.4<td>9.2<td>12.1<td>20.3"
IVO = "<tr><td>Ivo Castelo<td>2026-11-16<td>11.2<td>7.5<td>8.2<td>15"
TRUTH = {"Mara Lindqvist": [18.4, 9.2, 12.1, 20.3], "Ivo Castelo": [11.2, 7.5, 8.2, 15]}


def tables(text: str) -> list[list[list[object]]]:
    """Return the rows of each table of a page."""
    return [rows for _, _, rows in read_html(text.encode())[1]]


@pytest.mark.parametrize(
    "page",
    [
        f"<html><table>{HEAD}{MARA}{IVO}</table></html>",
        f"<TABLE BORDER=1>{HEAD.upper()}{MARA}</TR>{IVO}</TABLE>",
        f"<!-- made by hand --><table><thead>{HEAD}</thead><tbody>{MARA}{IVO}</tbody>",
        f"<table><tr><td><table>{HEAD}{MARA}{IVO}</table></td></tr></table>",
        f"<html><script>if (a < b) '<table>'</script><style>td > b {{}}</style><table>{HEAD}{MARA}{IVO}</table>",
        f"<html><table><tr><td>Menu</table><table>{HEAD}{MARA}{IVO}</table></html>",
    ],
)
def test_a_table_in_a_page_is_read(page: str):
    """Closed or unclosed tags, tables for layout, scripts and styles: the figures are the same."""
    assert scores(read(page, "report.xls")) == TRUTH


def test_cells_are_as_they_are_shown():
    """Entities, blanks and line breaks are resolved; marks inside a cell are none of its text."""
    page = "<table><tr><td> Marke &amp;\n <b>Personen</b> <td>a<br>b<td>&nbsp;<td>1&nbsp;204,50&nbsp;&euro;</table>"
    assert tables(page) == [[["Marke & Personen", "a b", "", "1\xa0204,50\xa0€"]]]


def test_merged_cells_are_as_in_a_workbook():
    """Sideways a value and blanks, downwards the value in each row, in both directions blanks."""
    page = "<table><tr><td colspan=2>W1<td rowspan=2>x<tr><td>a<td>b<tr><td rowspan=2 colspan=2>c<td>d<tr><td>e</table>"
    assert tables(page) == [[["W1", "", "x"], ["a", "b", "x"], ["c", "", "d"], ["", "", "e"]]]


def test_text_above_a_table_is_its_first_rows():
    """A title with the week counts as the spreadsheet program counts it."""
    page = "<title>no</title><h1>Team Nord</h1><p>Week of <b>16 Nov</b> 2026</p><table><tr><td>a<td>b</table>after"
    assert tables(page) == [[["Team Nord"], ["Week of 16 Nov 2026"], ["a", "b"]]]


@pytest.mark.parametrize(
    ("said", "encoding", "name"),
    [
        ("iso-8859-1", "cp1252", "cp1252"),
        ("utf-8", "utf-8", "utf-8"),
        ("windows-1250", "cp1250", "cp1250"),
        ("nonsense", "utf-8", "utf-8"),
        ("utf-16", "utf-8", "utf-8"),
    ],
)
def test_the_page_says_its_encoding(said: str, encoding: str, name: str):
    """What cannot be true is not believed."""
    page = f'<meta charset="{said}"><table><tr><td>Jörg</table>'.encode(encoding)
    found, sheets = read_html(page)
    assert (found, sheets[0][2]) == (name, [["Jörg"]])


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<table><tr><td>" * 20_000,
        "<html><table>" + "<tr><td colspan=1000 rowspan=60000>" * 5_000,
        "<html><table><tr>" + '<td "' * 200_000,
        "<html>" + "<!--" * 200_000,
        "<html><p>" * 100_000,
    ],
    ids=["nested", "spans", "quotes", "comments", "blocks"],
)
def test_a_hostile_page_ends_in_a_sentence(page: str):
    """Whatever it repeats: refused for what it is, by the limits of its process at the latest."""
    assert codes(read(page, "page.xls")) <= {"unsupported_format", "too_large", "empty_file", "unrecognised_columns"}
