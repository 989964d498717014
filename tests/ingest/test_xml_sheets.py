"""Which sheets does an XML Spreadsheet 2003 hold?"""

from datetime import datetime

import pytest

from dashboard.ingest.no_table import NoTable
from dashboard.ingest.xml_sheets import NAMESPACE, read_xml
from tests.ingest.files import codes, read


def book(rows: str, options: str = "") -> str:
    """Return a workbook with one sheet."""
    start = f'<?xml version="1.0"?><Workbook xmlns="{NAMESPACE}" xmlns:ss="{NAMESPACE}"><Worksheet ss:Name="Team">'
    return f"{start}<Table>{rows}</Table>{options}</Worksheet></Workbook>"


def cell(text: str, kind: str = "String", more: str = "") -> str:
    """Return a cell."""
    return f'<Cell {more}><Data ss:Type="{kind}">{text}</Data></Cell>'


def test_cells_keep_their_kind_and_place():
    """Numbers, days, yes and no, errors; places that are skipped are blank, rows count as in the spreadsheet."""
    row = cell("Rep") + cell("18.4", "Number", 'ss:Index="3"') + cell("2026-11-16T00:00:00.000", "DateTime")
    rows = f'<Row ss:Index="2">{row}{cell("1", "Boolean")}{cell("#N/A", "Error")}<Cell/></Row>'
    expected = [[], ["Rep", "", 18.4, datetime(2026, 11, 16), True, "", ""]]
    assert read_xml(book(rows).encode()) == [("Team", False, expected)]


def test_merged_cells_are_as_in_a_workbook():
    """Downwards the value in each row, sideways a value and blanks."""
    first = cell("16 Nov", more='ss:MergeDown="1"') + cell("W1", more='ss:MergeAcross="1"') + cell("z")
    rows = f"<Row>{first}</Row><Row>{cell('a')}{cell('b')}</Row><Row>{cell('c')}</Row>"
    assert read_xml(book(rows).encode())[0][2] == [["16 Nov", "W1", "", "z"], ["16 Nov", "a", "b"], ["c"]]


def test_hidden_sheets_are_known():
    """By the sheet's options."""
    excel = 'xmlns="urn:schemas-microsoft-com:office:excel"'
    options = f"<WorksheetOptions {excel}><Visible>SheetHidden</Visible></WorksheetOptions>"
    assert read_xml(book("<Row/>", options).encode())[0][1]


@pytest.mark.parametrize(
    "content",
    [
        book("<Row/>")[:-20],
        book("<Row/>").replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "b">]><Workbook', 1),
        book(f"<Row>{cell('&a;')}</Row>"),
        book('<Row ss:Index="99999999"/>'),
    ],
)
def test_what_no_program_writes_is_refused(content: str):
    """Cut off, entities, rows beyond the last: one sentence."""
    with pytest.raises(NoTable):
        read_xml(content.encode())
    assert codes(read(content, "team.xls")) <= {"damaged_file", "too_large"}


def test_a_billion_laughs_are_not_laughed():
    """Entities are refused before any is resolved."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    content = book("<Row/>").replace("<Workbook", f'<!DOCTYPE x [<!ENTITY l0 "lol">{laughs}]><Workbook', 1)
    assert codes(read(content.replace("<Row/>", "<Row>&l11;</Row>"), "team.xls")) == {"damaged_file"}
