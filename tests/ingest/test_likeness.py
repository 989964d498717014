"""Looking for people who may be the same among very many: quickly, and nobody is missed."""

from itertools import combinations

import pandas as pd
import pytest

from dashboard.ingest import links
from dashboard.ingest.likeness import keys, rough_keys, spelling
from dashboard.ingest.people import match

NAMES = (
    "Anna Müller", "Mueller, Anna", "Dr. Anna Muller", "Anna-Mueller", "Zoë Abel", "Abel, Zoe", "Joel Baas", "Joel Bas",
    "Rosa Adler", "Adler Rosa", "O’Brien Ada", "Ada O'Brien", "Lund", "Мира Орлова", "Орлова Мира", "Ida 2 Lund",
)  # fmt: skip
MAILS = (
    "anna.mueller@a.example",
    "annamuller+ssi@a.example",
    "zoeabel@a.example",
    "zoe2abel@a.example",
    "lund@b.example",
)


def test_a_rough_look_misses_nobody():
    """Whoever has a key in common has a rough key in common."""
    spelled = [(one, spelling(one, None)) for one in NAMES] + [(one, spelling("", one)) for one in MAILS]
    rough = dict(zip([*NAMES, *MAILS], map(set, rough_keys([*NAMES, *MAILS])), strict=True))
    pairs = [(a, b) for (a, one), (b, two) in combinations(spelled, 2) if {*keys(one, False)} & {*keys(two, False)}]
    assert len(pairs) > 10
    assert all(rough[a] & rough[b] for a, b in pairs)


def test_of_very_many_people_those_with_the_same_letters_are_proposed(monkeypatch: pytest.MonkeyPatch):
    """Another order of the words, umlauts and e-mails are; typing errors are not."""
    monkeypatch.setattr(links, "_MANY", 3)
    names = ("Anna Müller", "Mueller, Anna", "Ida Lund", "Bo Holm", "Bo Holn")
    people = [*((name, None) for name in names), (None, "lund.ida@a.example")]
    found = match(pd.DataFrame(people, columns=["name", "email"], dtype=object))
    proposed = {link.written: [one.rep_id for one in link.candidates] for link in found.links}
    assert proposed == {"Mueller, Anna": ["anna-muller"], "lund.ida@a.example": ["ida-lund"]}
