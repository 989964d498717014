"""Does whoever waits hear how far the reading of files is?"""

from dashboard.desk.imports import read
from tests.desk.test_imports import DAMAGED, GOOD


def test_every_file_and_step_is_told_in_order():
    """Which file of how many, what is done with it, and what they say together; the share only grows."""
    heard: list[tuple[float, str]] = []
    read([GOOD, DAMAGED], {}, None, None, tell=lambda done, words: heard.append((done, words)))
    assert [words for _, words in heard] == [
        "Reading good.csv, file 1 of 2: opening it",
        "Reading good.csv, file 1 of 2: looking for its table",
        "Reading good.csv, file 1 of 2: reading its cells",
        "Reading damaged.xlsx, file 2 of 2: opening it",
        "Who is who in all files together",
        "Repeats, conflicts, what is plausible",
    ]
    shares = [done for done, _ in heard]
    assert shares == sorted(shares)
    assert 0 <= shares[0] < shares[-1] < 1
