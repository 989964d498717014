"""How does text from a file appear on screen as itself, and not as Markdown, a formula or an icon?"""

import re

from dashboard.exports.literal import markdown

_MEANT = re.compile(r"\$|\^|\{|\}")
"""What Streamlit reads beyond Markdown and an escape keeps it from: formulas between dollars."""

_LINKED = re.compile(r"(@|www(?=\.)|:(?=//|\w))")
"""After what an address would become a link by itself, or a word an icon, an emoji or a colour, escaped or not."""

_JOINER = "\u2060"
"""A sign nobody sees, which parts such words so that they stay text."""


def plain(text: str) -> str:
    """Return the text escaped for every Streamlit command that reads Markdown.

    >>> plain("Open $45K :material/bolt: *now*")
    'Open \\\\$45K :\\u2060material/bolt: \\\\*now\\\\*'
    """
    return _LINKED.sub(rf"\1{_JOINER}", _MEANT.sub(r"\\\g<0>", markdown(text)))


def reps(number: int) -> str:
    """Return a number of reps.

    >>> reps(1), reps(14)
    ('1 rep', '14 reps')
    """
    return _counted(number, "rep")


def rows(number: int) -> str:
    """Return a number of rows.

    >>> rows(1), rows(1204)
    ('1 row', '1,204 rows')
    """
    return _counted(number, "row")


def weeks(number: int) -> str:
    """Return a number of weeks.

    >>> weeks(1), weeks(26)
    ('1 week', '26 weeks')
    """
    return _counted(number, "week")


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def listed(names: list[str], most: int = 4) -> str:
    """Return names as a list in words, the rest counted.

    >>> listed(["Ann", "Bo"]), listed(list("ABCDEF"))
    ('Ann and Bo', 'A, B, C, D and 2 more')
    """
    shown = names if len(names) <= most + 1 else [*names[:most], f"{len(names) - most} more"]
    return shown[0] if len(shown) == 1 else " and ".join([", ".join(shown[:-1]), shown[-1]]) if shown else ""
