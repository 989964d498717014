"""Columns as the readers of files hand them over, and what Hypothesis may put into them."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol

import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

PATIENT = settings(deadline=None)
"""Examples may take their time on a busy machine."""


def column(*cells: object) -> pd.Series:
    """Return cells as a column of objects."""
    return pd.Series(list(cells), dtype=object)


def of(cells: Iterable[object]) -> pd.Series:
    """Return an iterable of cells as a column of objects."""
    return column(*cells)


class Read(Protocol):
    """A column that was read."""

    @property
    def values(self) -> pd.Series: ...


def values_of(read: Read) -> pd.Series:
    """Return what the cells of a column mean."""
    return read.values  # noqa: PD011 - our own column, not a frame's array


class Sulking:
    """An object that does not even say what it is."""

    def __str__(self) -> str:
        raise RuntimeError("no")

    __repr__ = __str__


SIGNS = st.text(alphabet="0123456789.,'’ \u00a0\u202f-−()/%eE$€kKmM:TWKS#+=", max_size=14)
FIGURES = st.text(alphabet="0123456789.,- ", max_size=8)
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    SIGNS,
    FIGURES,
    st.decimals(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.sampled_from([pd.NaT, pd.NA, Decimal("1.5"), dt.date(2026, 11, 16), [1], {}, b"x", 10**400, 1j, Sulking()]),
)
"""Whatever a file, or a bug in a reader of files, may hand over."""
