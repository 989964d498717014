"""Does no spoiled file break the reader? A few hundred cases here; `make fuzz` judges 20,000."""

from random import Random

import pytest

from tests.fuzz.judge import judge
from tests.fuzz.parallel import judged
from tests.fuzz.seeds import MADE, seeds
from tests.fuzz.spoil import ARCHIVE, BYTES, CELLS, case

CASES, SEED = 250, 11


def test_no_spoiled_file_breaks_the_reader():
    """Each is read or refused without an exception, within 3 s and 300 MB, and nothing impossible is in a table."""
    verdicts = dict(judged(range(CASES), SEED, cores=1))
    assert len(verdicts) == CASES
    assert {number: verdict.fault for number, verdict in verdicts.items() if verdict.fault} == {}
    assert {verdict.outcome for verdict in verdicts.values()} >= {"read", "refused"}


def test_a_case_is_the_same_each_time():
    """A number and a seed say everything, so that a case that failed can be seen again."""
    files = seeds()
    assert case(files, 123, 7) == case(files, 123, 7)
    assert case(files, 123, 7) != case(files, 123, 8)


@pytest.mark.parametrize("way", [*BYTES, *CELLS, *ARCHIVE], ids=lambda way: way.__name__)
def test_every_way_spoils(way):
    """No way leaves every file as it was."""
    files = [content for _, content in seeds() if content]
    chance = Random(1)
    assert any(way(content, chance) != content for content in files for _ in range(3))


@pytest.mark.parametrize("name", MADE)
def test_an_unspoiled_file_is_no_fault(name: str):
    """What the judge finds wrong is not wrong with the files the cases are made of."""
    assert judge(name, MADE[name], Random(1)).fault == ""
