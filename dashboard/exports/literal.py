"""How does a name stay a name? Text from files must appear as itself in every format, never as markup or formula."""

import re

MARKUP = re.compile(r"[\\`*_\[\]<>|#&~]")
"""What Markdown gives a meaning inside a line; other signs mean something at a line's start only."""

FORMULA = re.compile(r"(^|[;,\t\r\n])(?=[\s\"]*[=+\-@＝＋－＠])")
"""Where a spreadsheet starts to calculate: at the start of a cell, also where it parts cells at another sign than we
did (and unpacks quotes); the wide signs are taken for formulas by East Asian versions."""


AT_THE_START = re.compile(r"^(\d+)?([-+=.)])")
"""What makes a list or a heading of a line that begins with it."""

UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters, and the two that are none: Word and Excel files cannot hold them."""

UNPRINTABLE_IN_LINES = re.compile(r"(?![\t\n])" + UNPRINTABLE.pattern)


def clean(text: str) -> str:
    """Return the text on one line, without control characters and halves of characters.

    >>> clean(" Priya\\x00\\n Raman ")
    'Priya Raman'
    """
    return UNPRINTABLE.sub("", re.sub(r"\s+", " ", text)).strip()


def printable(text: str) -> str:
    """Return a text of many lines without the characters that Word and Excel files cannot hold.

    >>> printable("a\\x0b\\nb\\t")
    'a\\nb\\t'
    """
    return UNPRINTABLE_IN_LINES.sub("", text)


def markdown(text: str) -> str:
    """Return the text escaped, so that Markdown shows it as it is.

    >>> markdown("Ann *the <b>* | Lee")
    'Ann \\\\*the \\\\<b\\\\>\\\\* \\\\| Lee'
    """
    return MARKUP.sub(r"\\\g<0>", clean(text))


def csv_cell(text: str) -> str:
    """Return the text with an apostrophe before whatever a spreadsheet would calculate.

    >>> csv_cell("=HYPERLINK(1)"), csv_cell("Anna-Lena"), csv_cell("\\t@SUM(1)")
    ("'=HYPERLINK(1)", 'Anna-Lena', "'@SUM(1)")
    """
    return FORMULA.sub(r"\1'", clean(text))


def unlisted(line: str) -> str:
    r"""Return a line of Markdown that begins no list, heading or rule: its first sign stands for itself.

    >>> unlisted("- two"), unlisted("1. two"), unlisted("two - three"), unlisted("12 calls")
    ('\\- two', '1\\. two', 'two - three', '12 calls')
    """
    return AT_THE_START.sub(r"\1\\\2", line)
