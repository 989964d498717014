"""How is a note kept as text? The Markdown itself, as it was edited."""

from collections.abc import Sequence

from dashboard.exports.note import Note


def markdown(notes: Sequence[Note]) -> bytes:
    """Return notes as one Markdown file (UTF-8), one after the other."""
    return "\n\n".join(f"{note.markdown.rstrip()}\n" for note in notes).encode("utf-8", "replace")
