"""Does reading whole columns give exactly what reading cell by cell gives?"""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.ingest.load import Loaded
from dashboard.ingest.plain_csv import Lines, Read
from tests.ingest.files import read

NUMBER = st.one_of(
    st.decimals(0, 25, places=2).map(str),
    st.integers(0, 25).map(str),
    st.sampled_from(["", "", "n/a", "1.204", "12.5", "1e1", "007", "-1", "2045.50", "1.234.567", "true", "inf", "74%"]),
    st.sampled_from(
        ["5.000", "-1.204", " 1.204 ", "1234.567", "0.125", "12.", ".5", "1.204e3", "1e100", "+5", "701600.0"]
    ),
)
ROW = st.tuples(st.sampled_from(["Mara Lindqvist", "Ivo Castelo", "Zoe Falk", "Total"]), *[NUMBER] * 4)


@settings(deadline=None, max_examples=25)
@given(st.lists(ROW, min_size=1, max_size=8))
def test_whole_columns_and_single_cells_agree(rows: list[tuple[str, ...]]):
    """A quoted heading makes the same file be read cell by cell: tables, problems and questions are the same.

    Only whether a number goes against the decimal sign of the *file* may be seen in more or fewer columns.
    """
    body = "".join(
        f"{name},2026-{10 + place // 4}-0{place % 4 + 1},{','.join(cells)}\n"
        for place, (name, *cells) in enumerate(rows)
    )
    plain, quoted = (read(f"{rep},Date,Brand,SSI,Quota,Meetings\n{body}") for rep in ("Rep", '"Rep"'))
    assert (plain.questions, plain.refused) == (quoted.questions, quoted.refused)
    assert told(plain) == told(quoted)
    pd.testing.assert_frame_equal(plain.readings, quoted.readings)
    pd.testing.assert_frame_equal(plain.pipeline, quoted.pipeline)


def told(loaded: Loaded) -> list[tuple[str, int | None, str | None]]:
    """Return the problems but for their texts: 27.50 may be told as 27.5."""
    return [(one.code, one.row, one.column) for one in loaded.problems if one.code != "decimal_comma"]


def test_lines_are_split_when_they_are_looked_at():
    """A text behaves as its rows do."""
    lines = Lines("a;b\n\n1;2;3\n", ";")
    assert [*lines] == [["a", "b"], [""], ["1", "2", "3"]]
    assert lines[1:] == [[""], ["1", "2", "3"]]
    assert lines.widths(1).tolist() == [1, 3]
    assert lines.filled(1) == 1


def test_the_decimals_of_a_total_prove_nothing_for_the_rows():
    """2045.50 stands in a row that is left out: 1.204 is about a thousand, as in any column without other proof."""
    text = "{},Date,Quota\nMara Lindqvist,2026-11-16,1.204\nTotal,2026-11-16,2045.50\n"
    plain, quoted = (read(text.format(rep)) for rep in ("Rep", '"Rep"'))
    assert told(plain) == told(quoted)
    assert plain.pipeline["quota"].tolist() == quoted.pipeline["quota"].tolist() == [1204.0]


def test_one_amount_with_three_decimals_sends_its_column_only_to_a_closer_look():
    """Amounts without three decimals are numbers at once, whole ones and small ones too."""
    lines = Lines("a,b,c\n701600.0,1.5,5.000\n,2.25,7.5\n12345.678,3,8\n", ",")
    columns = lines.columns(1, 3, dict.fromkeys(range(3), Read.AMOUNT))
    assert columns is not None
    assert [columns[place].dtype.kind for place in range(3)] == ["f", "f", "O"]
    assert columns[2].tolist() == ["5.000", "7.5", "8"]


def test_rows_of_every_width_know_their_own():
    """Widths, blank rows and cells are those of each row, whatever stands in the others; umlauts count once."""
    lines = Lines("ä;b\n\n ;\t\n;;x\nß", ";")
    assert [lines[-1], lines[3]] == [["ß"], ["", "", "x"]]
    assert lines.widths(0).tolist() == [2, 1, 2, 3, 1]
    assert (lines.filled(0), lines.filled(1), len(lines)) == (3, 2, 5)
