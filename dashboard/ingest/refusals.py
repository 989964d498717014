"""In which sentence is a whole file turned away?"""

from collections import Counter
from collections.abc import Sequence

from dashboard.ingest.headings import one_line
from dashboard.model.errors import FileRefused
from dashboard.model.problems import CATALOGUE, Refusal

_MOST_NAMED = 12


def refuse(file: str, code: str, what: str, remedy: str | None = None) -> FileRefused:
    """Return the refusal of a file in one sentence: what was found, and the remedy, else that of the catalogue."""
    remedy = remedy or CATALOGUE[code].remedy
    return FileRefused(file=file, reason=f"{what}: {remedy[0].lower()}{remedy[1:]}", problem=code)


def refusal(error: FileRefused) -> Refusal:
    """Return a refusal as the value that travels on."""
    return Refusal(str(error.detail["file"]), error.code, str(error.detail["reason"]))


def named(headings: Sequence[str]) -> str:
    """Return headings as they stand in a sentence, the first twelve of them."""
    counts = Counter(map(one_line, headings))
    shown = [f'"{text}"' + (f" ({count} times)" if count > 1 else "") for text, count in counts.items()][:_MOST_NAMED]
    more = len(counts) - _MOST_NAMED
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
