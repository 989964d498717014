"""The playbook serves every rep, says only what is claimed, and a wrong one is refused in a sentence."""

import re
from itertools import product
from pathlib import Path

import pytest

from dashboard.coaching.playbook import Playbook, load_playbook, parse_playbook
from dashboard.coaching.prompt import GRADES, Grade, Licence, Prompt
from dashboard.model.bands import BANDS
from dashboard.model.errors import BadPlaybook
from dashboard.model.pillars import PILLARS
from tests.coaching.conftest import PLAYBOOK

TEXT = PLAYBOOK.read_text(encoding="utf-8")

CLAIMS = {(8, 12, "total"), (10, 20, "total")}
"""The ranges anyone claims for a single behaviour: completing the profile, and daily comments from below 40."""

NUMBER_WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twenty",
    "first",
    "half",
    "each",
    "every",
    "both",
]


@pytest.mark.parametrize(("pillar", "band", "licence"), list(product(PILLARS, BANDS, ["navigator", "free", None])))
def test_every_pillar_band_and_licence_has_two_prompts(playbook: Playbook, pillar, band, licence) -> None:
    """Whatever the seat, known or not, there are two prompts to choose from, and none needs a seat the rep lacks."""
    found = playbook.of(pillar, band, licence)
    assert len(found) >= 2
    assert all(prompt.licence != "navigator" for prompt in found) or licence == "navigator"


def test_there_are_at_least_32_prompts_with_their_own_ids(playbook: Playbook) -> None:
    """Four pillars times four bands times two is the least."""
    assert len({prompt.id for prompt in playbook.prompts}) == len(playbook.prompts) >= 32


def test_bands_do_not_share_prompts(playbook: Playbook) -> None:
    """Foundations, habit, precision and leverage are different advice."""
    assert all(len(prompt.bands) == 1 for prompt in playbook.prompts)
    assert len({prompt.question for prompt in playbook.prompts}) == len(playbook.prompts)
    assert len({prompt.behaviour for prompt in playbook.prompts}) == len(playbook.prompts)


def test_effects_are_only_those_somebody_claims(playbook: Playbook) -> None:
    """No prompt invents an effect, and each claim carries a grade, a source and its condition."""
    claimed = [prompt for prompt in playbook.prompts if prompt.effect]
    assert {(p.effect.low, p.effect.high, p.effect.on) for p in claimed if p.effect} == CLAIMS
    assert all(prompt.effect.given and prompt.grade != Grade.INFERENCE for prompt in claimed if prompt.effect)


def everything(playbook: Playbook) -> tuple[Prompt, ...]:
    """Return the prompts about the score and those about the conversation."""
    return (*playbook.prompts, *playbook.conversation)


def test_the_conversation_has_prompts_of_its_own(playbook: Playbook) -> None:
    """Five, for no pillar; each found by its id, which no other prompt has; none promises points or speaks of minutes
    on LinkedIn.
    """
    assert len(playbook.conversation) >= 5
    assert len({prompt.id for prompt in everything(playbook)}) == len(everything(playbook))
    for prompt in playbook.conversation:
        assert playbook.find(prompt.id) == prompt
        assert prompt.pillar is None
        assert prompt.effect is None
        words = set(re.findall(r"[a-z]+", f"{prompt.question} {prompt.behaviour}".lower()))
        assert not words & {"linkedin", "score", "ssi", "post", "posts", "comment", "comments"}


def test_questions_are_open_and_speak_of_the_task(playbook: Playbook) -> None:
    """Feedback on the person is the kind that makes work worse (Kluger and DeNisi 1996)."""
    for prompt in everything(playbook):
        assert re.match(r"(What|Which|Where|Who|Whose|How|If|After|In)\b", prompt.question), prompt.question
        assert not re.search(r"\b(you|your|yours|lazy|weak|bad|fail|should)\b", prompt.question, re.I), prompt.question


def test_behaviours_say_how_many(playbook: Playbook) -> None:
    """An agreement nobody can count is no agreement."""
    for prompt in everything(playbook):
        words = re.findall(r"[a-z0-9]+", prompt.behaviour.lower())
        assert any(word.isdigit() or word in NUMBER_WORDS for word in words), prompt.behaviour


def test_the_text_promises_nothing_and_automates_nothing(playbook: Playbook) -> None:
    """No survey figure as an effect, no automation advice, no mass invitations."""
    for prompt in everything(playbook):
        text = " ".join((prompt.question, prompt.behaviour, prompt.source, prompt.limits)).lower()
        assert not re.search(r"45 ?%|51 ?%|automat|bot\b|guarantee|scrap", text), prompt.id


def test_invitations_name_their_limits(playbook: Playbook) -> None:
    """Whoever is asked to send requests reads the weekly limit; on a free seat also the five personal notes."""
    for prompt in playbook.prompts:
        if prompt.pillar == "relationships" and "request" in prompt.behaviour and prompt.licence != Licence.NAVIGATOR:
            assert "100 invitations" in prompt.limits, prompt.id
        if prompt.licence == Licence.FREE and prompt.pillar == "relationships":
            assert "five personalised notes" in prompt.limits.lower(), prompt.id


def test_every_grade_is_explained() -> None:
    """Each letter a manager can meet has its meaning in words."""
    assert set(GRADES) == set(Grade)


ENTRY = """[[prompt]]
id = "brand-try"
pillar = "brand"
bands = ["starting"]
licence = "any"
question = "What is missing?"
behaviour = "Add two lines by Friday."
minutes = 10
per = "once"
check_after_days = 7
grade = "I"
source = "our inference"
"""


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            'pillar = "brand"',
            'pillar = "brnad"',
            'field pillar: "brnad" is not known; allowed: brand, people, insights',
        ),
        ('["starting"]', '["newbie"]', 'field bands: "newbie" is not known; allowed: starting, building, active'),
        ('["starting"]', "[]", "field bands: [] is not a list; allowed: one or more of starting"),
        ('["starting"]', '["active", "active"]', "names a word twice; allowed: each once"),
        ('"any"', '"gold"', 'field licence: "gold" is not known; allowed: any, navigator, free'),
        ("minutes = 10", "minutes = 0", "field minutes: 0 is out of range; allowed: whole minutes from 1 to 120"),
        ("minutes = 10", "minutes = 7.5", "field minutes: 7.5 is out of range"),
        ("minutes = 10", "minutes = true", "field minutes: True is out of range"),
        ('per = "once"', 'per = "year"', 'field per: "year" is not known; allowed: day, week, once'),
        ("days = 7", "days = 400", "field check_after_days: 400 is out of range; allowed: whole days from 1 to 60"),
        ("missing?", "missing.", 'field question: "What is missing." is not a question; allowed: a text that ends'),
        ('"Add two lines by Friday."', '" "', 'field behaviour: " " says nothing; allowed: a text'),
        ('grade = "I"', 'grade = "D"', 'field grade: "D" is not known; allowed: A, B, C, I'),
        ('source = "our inference"\n', "", "field source: it is missing; every prompt has id, pillar"),
        ("minutes = 10", "minuts = 10", "field minuts: it is not known; allowed: id, pillar"),
        ("minutes = 10", 'minutes = 10\neffect = "big"', 'field effect: "big" is no effect; allowed: { low, high'),
        ("minutes = 10", 'minutes = 10\neffect = {low=9,high=2,on="total",within="days"}', "are no range; allowed"),
        ("minutes = 10", 'minutes = 10\neffect = {low=1,high=2,on="deals",within="days"}', "allowed: total, pillar"),
        ("minutes = 10", 'minutes = 10\neffect = {low=1,high=2,on="total",sure=true}', '"sure" is not known in it'),
    ],
)
def test_a_wrong_field_is_refused_with_entry_field_and_remedy(before: str, after: str, said: str) -> None:
    """The sentence names the entry, the field, what is wrong and what is allowed."""
    with pytest.raises(BadPlaybook) as refused:
        parse_playbook(ENTRY.replace(before, after), "mine.toml")
    assert refused.value.sentence.startswith('The playbook mine.toml cannot be used: prompt "brand-try", field ')
    assert said in refused.value.sentence


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (TEXT + ENTRY + ENTRY, 'prompt "brand-try", field id: it stands there 2 times; allowed: each id once.'),
        (ENTRY.replace('id = "brand-try"', ""), "prompt number 1, field id: it is missing"),
        (ENTRY.replace("brand-try", "Brand try"), '"Brand try" is no id; allowed: a-z, 0-9 and dashes'),
        ("", "brand x starting has 0 of the 2 prompts a Navigator seat needs"),
        (ENTRY, 'brand x starting has 1 of the 2 prompts a Navigator seat needs; add one with licence "any" or "nav'),
        ("[[prompt", "it is not valid TOML: "),
        ("prompt = 3", "prompt is no list of entries; allowed: [[prompt]] before each entry."),
        ("[prompts]", '"prompts" is not known; allowed: [[prompt]], [[conversation]], [[plan]] entries.'),
    ],
)
def test_a_playbook_that_cannot_serve_is_refused(content: str, said: str) -> None:
    """Duplicates, gaps in coverage and broken TOML are refused in a sentence."""
    with pytest.raises(BadPlaybook) as refused:
        parse_playbook(content, "mine.toml")
    assert said in refused.value.sentence


@pytest.mark.parametrize(
    "taken_out", ["people-first-list-free", "insights-answered-messages-free", "relationships-senior-buyers-free"]
)
def test_a_free_seat_is_never_left_without_a_way(taken_out: str) -> None:
    """Taking the free way out of the playbook is noticed where nothing else is left."""
    left = [entry for entry in TEXT.split("[[prompt]]") if f'id = "{taken_out}"' not in entry]
    with pytest.raises(BadPlaybook, match="has 1 of the 2 prompts a free seat needs"):
        parse_playbook("[[prompt]]".join(left), "mine.toml")


def test_a_file_that_is_absent_or_no_text_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """No traceback when the file was moved or saved as something else."""
    with pytest.raises(BadPlaybook, match="it cannot be read; put the file back"):
        load_playbook(tmp_path / "playbook.toml")
    (tmp_path / "playbook.toml").write_bytes(b"\xff\xfe[\x00")
    with pytest.raises(BadPlaybook, match="it is not UTF-8 text"):
        load_playbook(tmp_path / "playbook.toml")


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    """Windows editors add the mark; the manager need not know."""
    (tmp_path / "playbook.toml").write_text(TEXT, encoding="utf-8-sig")
    assert load_playbook(tmp_path / "playbook.toml").prompts
