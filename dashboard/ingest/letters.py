"""How are columns told apart: by the spreadsheet's letters, and by headings of which no two are the same?"""

from collections.abc import Sequence


def column_letters(place: int) -> str:
    """Return the letters a spreadsheet gives a column, counted from 0.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters, number = "", place + 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def apart(written: Sequence[str]) -> dict[int, str]:
    """Return each heading by its place; one that was there before names its column as well.

    >>> apart(["Rep", "Brand", "", "Brand"])
    {0: 'Rep', 1: 'Brand', 3: 'Brand (column D)'}
    """
    names: dict[int, str] = {}
    seen: set[str] = set()
    for place, text in enumerate(written):
        if text:
            names[place] = text if text not in seen else f"{text} (column {column_letters(place)})"
            seen.add(names[place])
    return names
