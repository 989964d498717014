"""What may stand in each field of a playbook entry? Each check returns what is wrong and what is allowed, or None."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeGuard

from dashboard.coaching.prompt import Grade, Licence, Per
from dashboard.model.bands import BANDS
from dashboard.model.pillars import PILLARS

Check = Callable[[object], str | None]

MINUTES = (1, 120)
"""A prompt is a piece of a working day: the longest known one, completing a profile, takes 60 to 90 minutes."""
CHECK_AFTER = (1, 60)
"""Days: an edit shows after two, a habit is judged after two to four weeks; later than two months is forgetting."""
POINTS = (0, 100)


def _found(value: object) -> str:
    text = f'"{value}"' if isinstance(value, str) else repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def one_of(allowed: Iterable[str]) -> Check:
    """Return a check that the value is one of these words."""
    words = [str(word) for word in allowed]

    def check(value: object) -> str | None:
        return None if value in words else f"{_found(value)} is not known; allowed: {', '.join(words)}"

    return check


def some_of(allowed: Iterable[str]) -> Check:
    """Return a check that the value is a list of one or more of these words, each once."""
    words = [str(word) for word in allowed]

    def check(value: object) -> str | None:
        if not isinstance(value, list) or not value:
            return f"{_found(value)} is not a list; allowed: one or more of {', '.join(words)}"
        strange = [item for item in value if item not in words]
        if strange:
            return f"{_found(strange[0])} is not known; allowed: {', '.join(words)}"
        return None if len(set(value)) == len(value) else f"{_found(value)} names a word twice; allowed: each once"

    return check


def within(bounds: tuple[int, int], unit: str) -> Check:
    """Return a check that the value is a whole number between the bounds, both included."""
    low, high = bounds

    def check(value: object) -> str | None:
        fits = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        return None if fits else f"{_found(value)} is out of range; allowed: whole {unit} from {low} to {high}"

    return check


def text(value: object) -> str | None:
    """Check that the value is a text with something in it.

    >>> text("  ")
    '"  " says nothing; allowed: a text'
    """
    return None if isinstance(value, str) and value.strip() else f"{_found(value)} says nothing; allowed: a text"


def name(value: object) -> str | None:
    """Check that the value can serve as an id.

    >>> name("Brand gaps")
    '"Brand gaps" is no id; allowed: a-z, 0-9 and dashes, such as "brand-profile-gaps"'
    """
    if isinstance(value, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        return None
    return f'{_found(value)} is no id; allowed: a-z, 0-9 and dashes, such as "brand-profile-gaps"'


def question(value: object) -> str | None:
    """Check that the value is a question.

    >>> question("Post more.")
    '"Post more." is not a question; allowed: a text that ends with a question mark'
    """
    if isinstance(value, str) and value.strip().endswith("?"):
        return None
    return f"{_found(value)} is not a question; allowed: a text that ends with a question mark"


def effect(value: object) -> str | None:
    """Check that the value is a claimed range: low and high in points, on what, within what time.

    >>> effect({"low": 12, "high": 8, "on": "total", "within": "days"})
    'low 12 and high 8 are no range; allowed: two numbers of points from 0 to 100, low first'
    """
    if not isinstance(value, Mapping):
        return f'{_found(value)} is no effect; allowed: {{ low, high, on = "total" | "pillar", within, given, below }}'
    strange = sorted(set(value) - {"low", "high", "on", "within", "given", "below"})
    if strange:
        return f'"{strange[0]}" is not known in it; allowed: low, high, on, within, given, below'
    low, high = value.get("low"), value.get("high")
    if not (_points(low) and _points(high) and low <= high):
        return f"low {low} and high {high} are no range; allowed: two numbers of points from 0 to 100, low first"
    if not _points(value.get("below", 0)):
        return f"below {value['below']} is no total; allowed: a number of points from 0 to 100"
    return one_of(("total", "pillar"))(value.get("on")) or text(value.get("within")) or text(value.get("given", "-"))


def _points(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and POINTS[0] <= value <= POINTS[1]


REQUIRED: dict[str, Check] = {
    "id": name,
    "pillar": one_of(PILLARS),
    "bands": some_of(BANDS),
    "licence": one_of(Licence),
    "question": question,
    "behaviour": text,
    "minutes": within(MINUTES, "minutes"),
    "per": one_of(Per),
    "check_after_days": within(CHECK_AFTER, "days"),
    "grade": one_of(Grade),
    "source": text,
}
OPTIONAL: dict[str, Check] = {"effect": effect, "limits": text}
FIELDS: dict[str, Check] = REQUIRED | OPTIONAL
