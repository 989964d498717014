"""The ZIP holds one file per rep and format under safe, unique names, and is the same every time."""

import re
from io import BytesIO
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.exports.bundle import bundle, file_stems
from dashboard.exports.formats import NOTE_FORMATS
from dashboard.exports.note import Note
from tests.coaching.cards import WEEK


def note(name: str, rep_id: str = "x") -> Note:
    """Return a short note."""
    return Note(rep_id, name, WEEK, f"# {name}\n")


def test_one_file_per_rep_and_format(plain: Note, blank: Note) -> None:
    """Each file is what the format writes alone."""
    packed = ZipFile(BytesIO(bundle([plain, blank])))
    assert packed.namelist() == [
        "2026-11-16-priya-raman.md",
        "2026-11-16-priya-raman.docx",
        "2026-11-16-tom-okafor.md",
        "2026-11-16-tom-okafor.docx",
    ]
    assert packed.read("2026-11-16-tom-okafor.docx") == NOTE_FORMATS["docx"](blank)


def test_the_same_notes_give_the_same_bytes(plain: Note, nasty: Note) -> None:
    """Nothing of the clock is in the archive."""
    assert bundle([plain, nasty], ("md", "html", "docx", "xlsx")) == bundle(
        [plain, nasty], ("md", "html", "docx", "xlsx")
    )


def test_names_without_a_latin_letter_fall_back_to_the_id() -> None:
    """Two reps called the same stay two files."""
    assert file_stems([note("王伟", "wang-wei"), note("Ann Lee"), note("ANN LEE")]) == [
        "2026-11-16-wang-wei",
        "2026-11-16-ann-lee",
        "2026-11-16-ann-lee-2",
    ]


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(max_size=90), st.text(max_size=9)), max_size=8))
def test_file_names_are_safe_and_unique(people: list[tuple[str, str]]) -> None:
    """Lower-case letters, digits and dashes; no folder, no dot, no device name, never twice."""
    stems = file_stems([note(name, rep_id) for name, rep_id in people])
    assert len(set(stems)) == len(people)
    assert all(re.fullmatch(r"2026-11-16-[a-z0-9]([a-z0-9-]*[a-z0-9])?", stem) and len(stem) < 90 for stem in stems)
