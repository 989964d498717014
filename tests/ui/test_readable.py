"""Is a note on screen what it is in every file, whatever stands in a name?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.exports.document import blocks
from dashboard.exports.literal import clean, markdown
from dashboard.ui.readable import readable

PIECES = [
    "$",
    "*",
    "_",
    "`",
    "~~",
    "|",
    "#",
    "-",
    "1.",
    ">",
    "[a](b)",
    "<b>",
    "&amp;",
    "\\",
    " ",
    "a",
    "é",
    "www.",
    "@",
]


def seen(text: str) -> list[tuple[str, str]]:
    """Return the blocks a reader sees, without the signs nobody sees."""
    return [(block.kind, " ".join(block.text.replace("\u2060", "").split())) for block in blocks(text)]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("$45 and $60", r"\$45 and \$60"),
        ("a :red[word] :smile:", "a :\u2060red\\[word\\] :\u2060smile:"),
        ("see www.anna.example", "see www\u2060.anna.example"),
        ("https://anna.example", "https:\u2060//anna.example"),
        ("<b>bold</b>", r"\<b\>bold\</b\>"),
        ("[the page](https://anna.example)", "the page (https:\u2060//anna.example)"),
        (r"\- no list", r"\- no list"),
        ("2026\\. no list", r"2026\. no list"),
    ],
)
def test_text_stays_text(written: str, shown: str) -> None:
    """Amounts are no formulas, colons no icons, addresses no links."""
    assert readable(written) == shown


def test_the_order_of_a_page_is_kept() -> None:
    """Headings one level lower, lists with their depth, boxes as signs, tables with their sides."""
    assert readable(
        "# A\n\n- b\n  - c\n- [x] d\n\n3. e\n\n> f\n\n|g|h|\n|:--|--:|\n|i|1.5|\n\n---\n\n~~j~~ **k** *l*"
    ) == ("## A\n\n- b\n    - c\n- ☑ d\n3. e\n\n> f\n\n| g | h |\n|:--|--:|\n| i | 1\\.5 |\n\n---\n\n~~j~~ **k** *l*")


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_name_is_seen_as_it_is(name: str) -> None:
    """In a heading, in a list, in bold and in a table; and no run of it becomes anything else."""
    safe = markdown(f"x{name}x")
    note = f"# {safe}\n\n{safe}\n\n- **{safe}**\n\n| {safe} | b |\n|:--|--:|\n| {safe} | 1 |\n"
    assert seen(readable(note)) == seen(note)
    assert seen(note)[0] == ("heading", clean(f"x{name}x"))
