"""Which baselines and bands hold when the team itself says nothing?"""

import re
from datetime import date

import pytest

from dashboard.desk.benchmarks import PATH, load_benchmarks
from dashboard.model.bands import BANDS, CUTS
from dashboard.model.errors import BadBenchmarks
from dashboard.model.pillars import PILLARS

GOOD = PATH.read_text(encoding="utf-8")


def test_every_pillar_has_a_default_with_grade_and_source():
    """The industry averages one member was shown: 11.8 + 5.4 + 2.1 + 15.2 = 34.5."""
    found = load_benchmarks()
    assert [found.defaults[pillar] for pillar in PILLARS] == [11.8, 5.4, 2.1, 15.2]
    assert found.grade == "B"
    assert found.source


def test_the_defaults_may_say_when_they_were_read(tmp_path):
    """The file as it comes does not say; figures of the manager's own can."""
    assert load_benchmarks().defaults.taken is None
    path = tmp_path / "benchmarks.toml"
    path.write_text(GOOD.replace("people = 5.4", "people = 5.9\ntaken = 2026-11-16"), encoding="utf-8")
    assert load_benchmarks(path).defaults.taken == date(2026, 11, 16)


def test_the_bands_are_those_of_the_model():
    """One truth: the file's cuts and the built-in ones agree, and each names its source."""
    found = load_benchmarks()
    assert found.band_cuts == CUTS
    assert tuple(note.band for note in found.bands) == BANDS
    assert all(note.source and note.grade in "ABCMI" for note in found.bands)


def test_sector_notes_are_graded():
    """A note is a name, a grade and a sentence."""
    assert all(note.name and note.note and note.grade in "ABCMI" for note in load_benchmarks().sectors)


def refusal(tmp_path, text):
    """Return the sentence with which the text is refused."""
    path = tmp_path / "benchmarks.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadBenchmarks) as refused:
        load_benchmarks(path)
    return refused.value.sentence


BAD = [
    ("people = 5.4", "people = 26", "`people` in [pillars] must be a number from 0 to 25."),
    ("people = 5.4", "people = '5.4'", "`people` in [pillars] must be a number from 0 to 25."),
    ("people = 5.4", "people = true", "`people` in [pillars] must be a number from 0 to 25."),
    ("people = 5.4", "people = nan", "`people` in [pillars] must be a number from 0 to 25."),
    ("people = 5.4\n", "", "`people` in [pillars] must be a number from 0 to 25."),
    ("people = 5.4", "people = 5.4\ntaken = 'today'", "`taken` in [pillars] must be a day such as 2026-11-16"),
    ("[pillars]", "[pillar]", "the table [pillars] is missing."),
    ('name = "active"', 'name = "busy"', "[[bands]] must be starting, building, active, leader, in this order."),
    ("from = 50", "from = 20", "the `from` of the [[bands]] must begin at 0 and rise."),
    ("from = 0\n", "from = 5\n", "the `from` of the [[bands]] must begin at 0 and rise."),
    ("from = 70", "from = 170", "`from` in [[bands]] leader must be a number from 0 to 100."),
    ('name = "Technology sales"', "name = ''", "`name` in [[sectors]] number 1 must be a text."),
    ("[[sectors]]", "[sectors.x]", "it is not valid TOML"),
]


@pytest.mark.parametrize(("there", "instead", "reason"), BAD)
def test_a_wrong_entry_is_refused_in_one_sentence_that_names_it(tmp_path, there, instead, reason):
    """The manager edits this file by hand: say where and what."""
    assert there in GOOD
    sentence = refusal(tmp_path, GOOD.replace(there, instead))
    assert reason in sentence
    assert re.match(r"The benchmarks .*benchmarks.toml cannot be used: ", sentence)


def test_entries_written_as_one_table_are_refused(tmp_path):
    """`[sectors]` instead of `[[sectors]]`."""
    text = GOOD[: GOOD.index("[[sectors]]")] + "[sectors]\nname = 'x'\n"
    assert "sectors must be written as [[sectors]]." in refusal(tmp_path, text)


def test_a_file_that_is_gone_is_refused_in_a_sentence(tmp_path):
    """Never a traceback."""
    with pytest.raises(BadBenchmarks, match="the file cannot be read"):
        load_benchmarks(tmp_path / "nowhere.toml")


def test_a_file_in_another_encoding_is_refused_in_a_sentence(tmp_path):
    """TOML is UTF-8."""
    path = tmp_path / "benchmarks.toml"
    path.write_bytes(GOOD.encode("utf-16"))
    with pytest.raises(BadBenchmarks, match="not valid TOML"):
        load_benchmarks(path)
