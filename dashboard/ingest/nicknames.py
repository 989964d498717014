"""Who may be one person under a short first name? Only ever a hint: Tom and Thomas may as well be two people."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dashboard.ingest.likeness import spelling
from dashboard.model.problems import Person

_SHORT = """
robert rob bob bobby bert|william will bill billy liam|richard rick dick rich|thomas tom tommy|michael mike mick micha
james jim jimmy jamie|john jack johnny|joseph joe jo sepp pepe|jose pepe|charles charlie chuck|edward ed eddie ted
elizabeth liz lizzie beth betty eliza|katherine catherine kate katie kathy cathy|margaret maggie peggy meg
alexander alex sasha sascha xander|alexandra alex sandra sasha|andrew andy drew|andreas andi|anthony tony|antonio toni
benjamin ben|christopher chris|christian chris|christine chris tina|daniel dan danny|david dave|gregory greg
jennifer jen jenny|jonathan jon jonny|joshua josh|kenneth ken|lawrence larry|matthew matt|matthias matze hias
nicholas nick nico|nikolaus klaus niko|patrick pat paddy|patricia pat patty tricia|peter pete|philip phil
samuel sam|samantha sam|stephen steven steve|stephanie steffi|susan sue susie|susanne susi|timothy tim|victoria vicky
johannes hannes hans jo|maximilian max|friedrich fritz|wolfgang wolf|guillermo memo|francisco paco pancho|ignacio nacho
"""


def _full_names() -> dict[str, set[str]]:
    """Return for each first name the full names it may be short for."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in map(str.split, _SHORT.replace("\n", "|").split("|")):
        for name in group:
            found[name].add(group[0])
    return dict(found)


_FULL = _full_names()


def perhaps_same(people: Sequence[Person]) -> tuple[tuple[Person, Person], ...]:
    """Return pairs of people whose last names are the same and whose first names are one in short.

    Two who each have an e-mail are two people.

    >>> [(a.name, b.name) for a, b in perhaps_same([Person("b", "Bob Lund"), Person("r", "Robert Lund")])]
    [('Bob Lund', 'Robert Lund')]
    """
    bearers: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in people:
        first, *rest = spelling(person.name, None).words or ("",)
        for full in _FULL.get(first, ()) if rest else ():
            bearers[full, " ".join(rest)].append(person)
    return tuple(dict.fromkeys(pair for group in bearers.values() for pair in _pairs(group)))


def _pairs(group: Sequence[Person]) -> Iterable[tuple[Person, Person]]:
    """Yield the pairs of a group whose first names differ, but for two with an e-mail each."""
    for place, one in enumerate(group):
        for other in group[place + 1 :]:
            if one.name != other.name and not (one.email and other.email):
                yield one, other
