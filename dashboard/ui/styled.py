"""How is a table with its own words or colours in the cells sent again without making them again?"""

from typing import Any

from pandas.io.formats.style import Styler


def once(styled: Styler) -> Styler:
    """Return the styled table with its cells written now: Streamlit would have them written again on every run.

    Streamlit asks pandas for them by `_compute` and `_translate` (pandas_styler_utils.py), which answer from here on
    with what they found the first time.
    """
    return _fixed(styled)


def _fixed(styled: Any) -> Styler:  # noqa: ANN401 # what pandas keeps to itself has no types
    styled._compute()
    cells = styled._translate(False, False)
    styled._compute = lambda: styled
    styled._translate = lambda *_: cells
    return styled
