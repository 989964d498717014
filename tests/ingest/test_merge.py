"""What if rows speak of the same rep and day? And who is who across files?"""

import pytest

from dashboard.ingest.load import Source, load
from dashboard.model.problems import Person
from tests.ingest.files import HEADER, IVO, MARA, TEAM, problems, read, scores, values


def test_the_same_row_twice_counts_once():
    """It is told, as information."""
    loaded = read(TEAM + MARA)
    assert problems(loaded) == [("duplicate_row", 4, None, "Mara Lindqvist, 2026-11-16")]
    assert len(loaded.readings) == 2
    assert loaded.files[0].rows_used == 2


def test_of_two_values_the_first_is_kept_and_both_are_named():
    """A conflict is never silent."""
    loaded = read(TEAM + MARA.replace("9.2", "9.9"))
    found = "Mara Lindqvist, 2026-11-16, People: 9.9 here, 9.2 in row 2 is kept"
    assert problems(loaded) == [("conflicting_values", 4, "People", found)]
    assert scores(loaded)["Mara Lindqvist"][1] == 9.2


def test_rows_that_complete_each_other_are_one():
    """Scores in one row and the pipeline in another are no conflict."""
    text = "Rep,Date,SSI,Quota\nMara Lindqvist,2026-11-16,60,\nMara Lindqvist,2026-11-16,,5000\n"
    loaded = read(text)
    assert (len(loaded.readings), len(loaded.pipeline)) == (1, 1)
    assert [one.code for one in loaded.problems] == ["no_scores"]


def test_several_days_of_a_week_are_all_kept():
    """Readings are kept by day; of pipeline numbers the latest of a week counts, gaps are filled."""
    text = "Rep,Date,SSI,Quota,Meetings\nMara Lindqvist,2026-11-18,61,,5\nMara Lindqvist,2026-11-16,60,5000,4\n"
    loaded = read(text)
    assert loaded.readings["total"].tolist() == [61, 60]
    assert (values(loaded, "quota"), values(loaded, "meetings")) == ([5000], [5])
    assert not loaded.problems


def test_a_conflict_between_files_names_the_other_file():
    """The file given first is kept."""
    loaded = load([Source("a.csv", TEAM.encode()), Source("b.csv", (HEADER + IVO.replace("8.2", "8.5")).encode())])
    assert [(one.file, one.code, one.found) for one in loaded.problems] == [
        ("b.csv", "conflicting_values", "Ivo Castelo, 2026-11-16, Insights: 8.5 here, 8.2 in row 3 of a.csv is kept")
    ]


def test_many_conflicts_are_counted_not_listed():
    """From 500 of a kind on, one line says how many more there are."""
    rows = "".join(f"Rep {number},2026-11-16,18,9,12,20\nRep {number},2026-11-16,17,9,12,20\n" for number in range(620))
    loaded = read(HEADER + rows)
    assert len(loaded.problems) == 501
    assert loaded.problems[-1].found == "and 120 more rows, to row 1,241"


NAMES, MAILS = (
    "Rep,Date,SSI\nMara Lindqvist,2026-11-09,60\n",
    "E-mail,Date,SSI\nmara.lindqvist@harborline.example,2026-11-16,61\n",
)


def both(**answers: str):
    """Read a file with the name and one with the e-mail."""
    told = {key.replace("__", ":"): value for key, value in answers.items()}
    return load([Source("a.csv", NAMES.encode()), Source("b.csv", MAILS.encode())], answers=told)


def test_a_name_and_an_email_are_linked_by_confirmation_only():
    """Until then they are two people, and one question with the candidates."""
    asked = both()
    key = "link:mara.lindqvist@harborline.example"
    assert [(one.key, one.file, one.choices) for one in asked.questions] == [(key, "b.csv", ("mara-lindqvist", "new"))]
    assert len(asked.people) == 2


def test_a_link_tells_in_words_who_is_meant_and_how_sure_that_is():
    """An e-mail that spells the whole name is strong evidence; choices are names, not ids."""
    (asked,) = both().questions
    assert (asked.labels, asked.sure) == (("Mara Lindqvist", "Somebody new"), True)
    assert asked.why == "the e-mail spells the name"


def test_weak_evidence_and_two_who_claim_one_person_are_not_sure():
    """Part of a name is no proof, and of two e-mails that spell one name at most one can be right."""
    part = load([Source("a.csv", NAMES.replace("Mara", "Mara Sofia").encode()), Source("b.csv", MAILS.encode())])
    assert [one.sure for one in part.questions] == [False]
    twice = MAILS + "mara.lindqvist@fjordline.example,2026-11-16,44\n"
    claimed = load([Source("a.csv", NAMES.encode()), Source("b.csv", twice.encode())])
    assert [one.sure for one in claimed.questions if one.choices[0] == "mara-lindqvist"] == [False, False]


def test_one_person_is_not_offered_in_two_spellings():
    """A name that surely is another's leaves one candidate to the e-mail; said to be somebody new, both are offered."""
    other = Source("c.csv", NAMES.replace("Lindqvist", "Lindqvíst").encode())
    three = [Source("a.csv", NAMES.encode()), Source("b.csv", MAILS.encode()), other]
    asked = {one.key: one for one in load(three).questions}
    mail = asked.pop("link:mara.lindqvist@harborline.example")
    assert [(one.choices, one.sure) for one in (mail, *asked.values())] == [(("mara-lindqvist", "new"), True)] * 2
    (again,) = load(three, answers={"link:Mara Lindqvíst": "new"}).questions
    assert (len(again.choices), again.sure) == (3, False)


def test_two_names_of_one_file_that_claim_one_person_are_not_sure():
    """At most one of them can be right; in two files both may."""
    two = NAMES.replace("Lindqvist", "Lindqvíst") + "Mara Líndqvist,2026-11-09,44\n"
    claimed = load([Source("a.csv", NAMES.encode()), Source("c.csv", two.encode())])
    assert [one.sure for one in claimed.questions if one.choices[0] == "mara-lindqvist"] == [False, False]


def test_people_of_one_name_are_told_apart_by_their_team():
    """What tells two candidates apart stands beside the name."""
    known = (
        Person("mara-lindqvist", "Mara Lindqvist", team="Nordics"),
        Person("mara-lindqvist-2", "Mara Lindqvist", team="Alps"),
    )
    (asked,) = load([Source("b.csv", MAILS.encode())], known=known).questions
    assert asked.labels == (
        "Mara Lindqvist (Nordics)",
        "Mara Lindqvist (Alps)",
        "Somebody new",
    )


def test_a_link_may_be_answered_by_id_name_or_email():
    """The person has both, and both readings."""
    for answer in ("mara-lindqvist", "Mara Lindqvist"):
        linked = both(**{"link__mara.lindqvist@harborline.example": answer})
        assert [(one.name, one.email) for one in linked.people] == [
            ("Mara Lindqvist", "mara.lindqvist@harborline.example")
        ]
        assert set(linked.readings["rep_id"]) == {"mara-lindqvist"}
        assert not linked.questions


@pytest.mark.parametrize("answer", ["nobody-known", "mara", "who@else.example"])
def test_a_link_to_nobody_known_is_asked_again(answer: str):
    """A slip in an answer makes no new person: the question stays, and says what was not understood."""
    asked = both(**{"link__mara.lindqvist@harborline.example": answer})
    assert [one.choices for one in asked.questions] == [("mara-lindqvist", "new")]
    assert f'"{answer}" is nobody known' in asked.questions[0].text


def test_a_link_may_be_denied():
    """Somebody new is asked no more."""
    denied = both(**{"link__mara.lindqvist@harborline.example": "new"})
    assert len(denied.people) == 2
    assert not denied.questions


def test_known_people_keep_their_ids():
    """By e-mail or by the same written name."""
    known = [Person("ml-7", "Mara Lindqvist", "mara.lindqvist@harborline.example"), Person("ic-1", "Ivo Castelo")]
    loaded = read(TEAM.replace("Ivo Castelo", "IVO  CASTELO"), known=known)
    assert [person.rep_id for person in loaded.people] == ["ml-7", "ic-1"]
