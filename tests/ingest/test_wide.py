"""A large table with a column per week: its header is found without reading its numbers as headings."""

from dashboard.ingest.headings import read_heading
from dashboard.ingest.locate import find_header

HEADINGS = [f"{pillar} W{week:02} 2026" for week in range(1, 40) for pillar in ("Brand", "People")]


def table(name: str, number: int) -> list[list[object]]:
    """Return a header with weeks and twenty rows, in which names and numbers differ by what is given."""
    return [["Rep", *HEADINGS], *(line(f"{name} {chr(97 + row)}lund", f"{row}.{number}") for row in range(20))]


def line(name: str, number: str) -> list[object]:
    """Return a row of one rep, every cell of it another number."""
    return [name, *(f"{number}{at}" for at in range(78))]


def test_numbers_are_never_read_as_headings():
    """Beside a table with the same header only the other names are new, each of which is looked at once."""
    find_header(table("Ida", 1), {})
    before = read_heading.cache_info().misses
    header = find_header(table("Eva", 2), {})
    assert (header.row, len(header.weeks)) == (1, len(HEADINGS))
    assert read_heading.cache_info().misses - before <= 20
