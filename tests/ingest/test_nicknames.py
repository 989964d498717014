"""Short first names are a hint and no more."""

import pytest

from dashboard.ingest.nicknames import perhaps_same
from dashboard.ingest.people import match
from dashboard.model.problems import Person
from tests.ingest.test_people import names


@pytest.mark.parametrize(
    ("one", "other"), [("Bob Lund", "Robert Lund"), ("Lund, Liz", "Elizabeth Lund"), ("Tom Becker", "Thomas Becker")]
)
def test_a_short_first_name_is_a_hint_and_asks_nothing_at_import(one, other):
    """The pair is named for who looks at the names; the reader neither merges nor asks."""
    people = [Person("one", one), Person("other", other)]
    assert perhaps_same(people) == ((people[0], people[1]),)
    assert match(names(one), [people[1]]).links == ()


def test_others_are_no_hint():
    """Another last name, another full name, one word, and an e-mail each say nothing, or that they are two."""
    told = [
        Person("a", "Bob Lund"),
        Person("b", "Robert Berg"),
        Person("c", "William Lund"),
        Person("d", "Bob"),
        Person("e", "Tom Becker", "tom@a.example"),
        Person("f", "Thomas Becker", "thomas@a.example"),
    ]
    assert perhaps_same(told) == ()
