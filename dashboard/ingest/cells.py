"""What does a cell say before anybody decides what it means: is it blank, and how is it spelled?

A column arrives as a Series of objects: text from CSV, and text, numbers, booleans and dates from workbooks.
Columns repeat themselves, so every reader looks at each *different* cell once and spreads the answers back.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

import numpy as np
import pandas as pd

_BLANK_WORDS = """
    n/a na n.a. n.a #n/a #na #nv #n/d #n/disp #null! null none nan nil nat <na> - -- --- … ... ? tbd tbd. tba tbc tbc.
    k.a. k.a ka n.d. n.d n/d nd n.v. n.v s/o s.o. s/d n.b. missing unknown unbekannt inconnu desconocido desconhecido
    pendiente pendente offen keineangabe keineangaben notavailable notapplicable nichtverfügbar nondisponible
    nodisponible
"""
BLANK_WORDS: frozenset[str] = frozenset(_BLANK_WORDS.split())
"""Words that mean "not known", compared without case and spaces; "-" in all its lengths is one of them."""

_SPELLING = str.maketrans(
    {
        **dict.fromkeys(
            "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
        ),
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202c\u2066\u2069", None),
        **dict.fromkeys("−‐‑‒–—―﹣－", "-"),
        **dict.fromkeys("’‘‛ʼ´`′＇", "'"),
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        **dict(zip("．，％／（）＋：＄￡￥＝", ".,%/()+:$£¥=", strict=True)),
    }
)
"""Spaces, dashes, apostrophes and full-width signs as their plain kin; signs without width vanish."""

_ERROR = re.compile(r"#[¡¿]?[^\W\d_]{2,10}[!?]|#[¡¿]?DIV/0!|#N/[AD]|#N/?DISP|#NV", re.IGNORECASE)
_DIGITS = frozenset("0123456789")
Answers = Sequence[object] | np.ndarray
_ONE_TYPE = {"string", "floating", "integer", "datetime64", "datetime", "date", "empty"}


@dataclass(frozen=True)
class Distinct:
    """Each different cell of a column once, texts apart from the others (numbers, days, times).

    `codes` says per row which one it is, counting the texts first; -1 where the cell is blank.
    """

    texts: list[str]
    others: list[object]
    codes: np.ndarray
    index: pd.Index

    def spread(self, of_texts: Answers, of_others: Answers, blank: object, dtype: str) -> pd.Series:
        """Give each row the answer of its cell, and the blank ones `blank`."""
        if dtype == "str":
            words = pd.Series([*of_texts, *of_others, blank], dtype="str")
            return words.take(self.codes).set_axis(self.index)
        parts = (of_texts, np.asarray(of_others), np.asarray([blank]))
        answers = np.concatenate([np.asarray(part, dtype=dtype) for part in parts])
        return pd.Series(answers[self.codes], index=self.index)


def text(cell: str) -> str:
    """Return a cell's text in plain spelling: single spaces, "-" for every dash, "'" for every apostrophe.

    >>> text("  −1\u202f204,５０ ")
    '-1 204,50'
    """
    if not cell.isascii():
        cell = cell.translate(_SPELLING)
    return " ".join(cell.split())


def is_blank(cell: object) -> bool:
    """Say whether one cell holds nothing, or a word for it.

    >>> [is_blank(cell) for cell in ("", " k. A. ", None, float("nan"), 0, "0", "TBD")]
    [True, True, True, True, False, False, True]
    """
    if isinstance(cell, str):
        word = text(cell).replace(" ", "").casefold()
        return not word or word in BLANK_WORDS
    return cell is None or cell is pd.NaT or cell is pd.NA or (isinstance(cell, float) and cell != cell)


def is_error(cell: object) -> bool:
    """Say whether a cell is what a broken formula left, in any language: a number is unreadable, a name is nobody.

    >>> is_error("#REF!"), is_error("#NOM?"), is_error("# won")
    (True, True, False)
    """
    return isinstance(cell, str) and bool(_ERROR.fullmatch(cell.strip()))


def blank(cells: pd.Series) -> pd.Series:
    """Say per row whether the cell holds nothing or a word for it; neither is a problem."""
    if cells.dtype.kind in "fiu":
        return cells.isna()
    return pd.Series(distinct(cells).codes < 0, index=cells.index)


def distinct(cells: pd.Series) -> Distinct:
    """Find the different cells of a column that are not blank."""
    codes, found = pd.factorize(comparable(cells))
    values = found.tolist()
    texts = [value for value in values if isinstance(value, str) and (value[:1] in _DIGITS or not is_blank(value))]
    if len(texts) == len(values):
        return Distinct(texts, [], codes, cells.index)
    is_text = np.fromiter((isinstance(value, str) for value in values), dtype=bool, count=len(values))
    kept = np.fromiter((not is_blank(value) for value in values), dtype=bool, count=len(values))
    places = np.where(is_text, np.cumsum(is_text & kept) - 1, len(texts) + np.cumsum(~is_text) - 1)
    others = [value for value, one in zip(values, is_text, strict=True) if not one]
    return Distinct(texts, others, np.append(np.where(kept, places, -1), -1)[codes], cells.index)


def comparable(cells: pd.Series) -> np.ndarray:
    """Return the cells so that different ones are unequal: True is not 1, and what cannot be compared is text."""
    array = cells.to_numpy(dtype=object)
    if pd.api.types.infer_dtype(array, skipna=True) in _ONE_TYPE:
        return array
    same = np.empty(len(array), dtype=object)
    same[:] = [cell if type(cell) in (str, float) else _plain(cell) for cell in array]
    return same


def _plain(cell: object) -> object:
    """Return a cell of an unusual type as one of str, int, float, date, time, timedelta or None."""
    if cell is None or cell is pd.NaT or cell is pd.NA:
        return None
    if isinstance(cell, np.generic):
        cell = cell.item()
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, Decimal):
        return float(cell) if cell.is_finite() else None
    if isinstance(cell, str):
        return str(cell)
    if isinstance(cell, (int, float, date, time, timedelta)):
        return cell
    return _described(cell)


def _described(cell: object) -> str:
    """Return anything else as the text it calls itself."""
    try:
        return str(cell)
    except Exception:
        return type(cell).__name__
