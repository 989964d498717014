"""The edited Markdown is read once, and every format gets the same blocks."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.exports.document import Kind, blocks
from dashboard.exports.literal import clean, markdown


def kinds(markdown: str) -> list[tuple[str, str, str]]:
    """Return each block's kind, marker and words."""
    return [(block.kind, block.marker, block.text) for block in blocks(markdown)]


def test_lists_keep_their_markers_and_boxes_replace_them() -> None:
    """Numbers start where the writer started; a box needs no bullet beside it."""
    assert kinds("- a\n- [ ] b\n- [x] c\n\n3. d\n4. e") == [
        ("item", "•", "a"),
        ("item", "", "☐ b"),
        ("item", "", "☑ c"),
        ("item", "3.", "d"),
        ("item", "4.", "e"),
    ]


def test_html_is_text_images_are_not_fetched_and_scripts_are_no_links() -> None:
    """What a manager pastes cannot run or call anywhere."""
    assert kinds("<b>x</b> ![pic](https://anna.example/p.png) [y](javascript:alert)") == [
        ("paragraph", "", "<b>x</b> !pic (https://anna.example/p.png) [y](javascript:alert)")
    ]


def test_tables_keep_cells_and_alignment() -> None:
    """A row short of cells is filled up, an escaped bar stays in its cell."""
    table = blocks("| a | b |\n|---|--:|\n| 1 \\| 2 | **3** |\n| 4 |")[0]
    assert [[run[0].text if run else "" for run in row] for row in table.rows] == [
        ["a", "b"],
        ["1 | 2", "3"],
        ["4", ""],
    ]
    assert table.right == (False, True)


def test_nested_and_odd_blocks_are_kept() -> None:
    """Quotes, code, rules, empty items and second paragraphs of an item all arrive."""
    assert kinds("> q\n\n    code\n\n---\n\n-\n- a\n\n  b\n  1. c") == [
        ("quote", "", "q"),
        ("code", "", "code"),
        ("rule", "", ""),
        ("item", "•", ""),
        ("item", "•", "a"),
        ("item", "", "b"),
        ("item", "1.", "c"),
    ]


@settings(deadline=None)
@given(st.text())
def test_any_name_reads_back_as_itself(name: str) -> None:
    """Escaped, a name is the heading's words again, whatever signs it is made of."""
    heading = blocks(f"# Note: {markdown(name)}")[0]
    assert heading.kind is Kind.HEADING
    assert heading.text == f"Note: {clean(name)}".rstrip()


@settings(deadline=None)
@given(st.text(alphabet="#-*_[]()`>|:.0x! ~\\<&\n\t\x00ab=+", max_size=80))
def test_any_edit_can_be_read(markdown: str) -> None:
    """Half-finished Markdown is no error."""
    assert all(block.kind in Kind for block in blocks(markdown))
