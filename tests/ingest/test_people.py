"""The same people across spellings and files: certain ones matched, likely ones proposed, the others left alone."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.likeness import SURE, likeness, spelling
from dashboard.ingest.people import Matched, match, tidy_email
from dashboard.model.problems import Person
from tests.ingest.columns import ANYTHING, PATIENT


def rows(*written: tuple[object, object]) -> pd.DataFrame:
    """Return rows of name and e-mail."""
    return pd.DataFrame(written, columns=["name", "email"], dtype=object)


def names(*written: str) -> pd.DataFrame:
    """Return rows of names without e-mail."""
    return rows(*((name, None) for name in written))


def ids(found: Matched) -> list[str | None]:
    """Return the ids per row, None where nobody is named."""
    return [None if pd.isna(one) else one for one in found.rep_ids]


def proposals(found: Matched) -> dict[str, list[str]]:
    """Return whom each link proposes."""
    return {link.written: [one.rep_id for one in link.candidates] for link in found.links}


def test_case_and_spaces_do_not_matter():
    """Spellings that differ in case and spaces only are one person, shown in mixed case, all spellings kept."""
    found = match(names("PRIYA RAMAN", "Priya  Raman ", "priya raman"))
    assert ids(found) == ["priya-raman"] * 3
    assert found.people == (Person("priya-raman", "Priya Raman", aliases=("PRIYA RAMAN", "priya raman")),)
    assert found.links == ()


def test_email_wins():
    """One e-mail is one person whatever the name says."""
    found = match(
        rows(("Wei Chen", " W.Chen@a.example "), ("Chen Wei", "w.chen@A.example"), (None, "w.chen@a.example"))
    )
    assert ids(found) == ["wei-chen"] * 3
    assert found.people[0].email == "w.chen@a.example"
    assert found.people[0].aliases == ("Chen Wei",)


def test_same_name_with_different_emails_is_two_people():
    """Namesakes get ids of their own, and a third row without e-mail is asked."""
    found = match(rows(("Tom Becker", "tom@a.example"), ("Tom Becker", "becker@a.example"), ("Tom Becker", None)))
    assert ids(found) == ["tom-becker", "tom-becker-2", "tom-becker-3"]
    assert proposals(found)["Tom Becker"] == ["tom-becker", "tom-becker-2"]


def test_a_name_learns_its_email():
    """A name without e-mail is the same person as that name with one, wherever it stands."""
    found = match(rows(("Anna Müller", None), ("Anna Müller", "anna@a.example")))
    assert ids(found) == ["anna-muller", "anna-muller"]
    assert found.people[0].email == "anna@a.example"


def test_tom_and_thomas_stay_two_people():
    """Different first names are never proposed as one person."""
    found = match(names("Tom Becker", "Thomas Becker"))
    assert ids(found) == ["tom-becker", "thomas-becker"]
    assert found.links == ()
    assert match(names("Thomas Becker"), [Person("tom-becker", "Tom Becker")]).links == ()


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Anna Mueller", "Anna Müller"),
        ("Anna Muller", "Anna Müller"),
        ("Müller, Anna", "Anna Müller"),
        ("MÜLLER Anna", "Anna Müller"),
        ("Jose Garcia Lopez", "José García López"),
        ("José García", "José García López"),
        ("Siobhan OBrien", "Siobhán O’Brien"),
        ("Lukasz Nowak", "Łukasz Nowak"),
        ("Dr. Anna Müller", "Anna Müller"),
        ("Müller, Prof. Dr. Anna", "Anna Müller"),
        ("Anna Müller MBA", "Anna Müller"),
        ("Marie Claire Dubois", "Marie-Claire Dubois"),
        ("Lars Aakesson", "Lars Åkesson"),
        ("Anna Mülller", "Anna Müller"),
        ("A. Müller", "Anna Müller"),
        ("anna.mueller@a.example", "Anna Müller"),
        ("mueller.anna@a.example", "Anna Müller"),
        ("annamueller2@a.example", "Anna Müller"),
        ("amueller@a.example", "Anna Müller"),
        ("jose.garcia@a.example", "José García López"),
        ("siobhan.obrien@a.example", "Siobhán O'Brien"),
    ],
)
def test_likely_spellings_are_proposed_not_merged(written, known):
    """Transcribed letters, word order, missing names, initials and e-mails are proposed with their evidence."""
    found = match(names(written), [Person("known", known)])
    assert ids(found) != ["known"]
    (link,) = found.links
    assert link.written == written
    assert link.rep_id == ids(found)[0]
    assert link.candidates[0].rep_id == "known"
    assert 0.7 <= link.candidates[0].confidence < 1
    assert link.candidates[0].evidence


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Thomas Becker", "Tom Becker"),
        ("Anna Schmidt", "Anna Müller"),
        ("Hanna Müller", "Anna Müller"),
        ("Maria Rossi", "Mario Rossi"),
        ("Wei Chen", "Wei Zhang"),
        ("Chen", "Wei Chen"),
        ("tom.becker@a.example", "Thomas Becker"),
        ("sales@a.example", "Anna Müller"),
        ("张伟", "王伟"),
    ],
)
def test_other_people_are_not_proposed(written, known):
    """Different first names, other last names, single words and shared mailboxes propose nobody."""
    assert match(names(written), [Person("known", known)]).links == ()


def test_an_email_that_fits_two_people_names_both():
    """t.becker may be Tom or Thomas: both are offered, neither is taken."""
    found = match(rows(("Tom Becker", None), ("Thomas Becker", None), (None, "t.becker@a.example")))
    assert proposals(found) == {"t.becker@a.example": ["thomas-becker", "tom-becker"]}


def test_the_likelier_candidate_leaves_the_others_out():
    """With the very name among the candidates, an initial is no longer offered."""
    found = match(names("Anna Mueller"), [Person("a", "Anna Müller"), Person("b", "A. Müller")])
    assert proposals(found) == {"Anna Mueller": ["a"]}


def test_one_file_tells_people_apart():
    """In one file nearly the same letters are two people; in two files they are worth asking; sure ones always are."""
    written = names("Anna Schmidt", "Anna Schmitt", "Wei Chén", "Wei Chen")
    together = match(written.assign(file="a.csv"))
    apart = match(written.assign(file=["a.csv", "b.csv", "a.csv", "b.csv"]))
    assert proposals(together) == {"Wei Chen": ["wei-chen"]}
    assert proposals(apart) == {"Anna Schmitt": ["anna-schmidt"], "Wei Chen": ["wei-chen"]}


def test_of_two_new_spellings_the_later_asks():
    """One question for a pair, and the e-mail asks for the name."""
    found = match(rows((None, "anna.mueller@a.example"), ("Anna Müller", None)))
    assert proposals(found) == {"anna.mueller@a.example": ["anna-muller"]}
    assert ids(found) == ["anna-mueller", "anna-muller"]


def test_a_confirmed_link_joins_and_is_remembered():
    """An answered link gives the rows to the person, keeps spelling and e-mail, and is not asked again."""
    written = rows(("Anna Müller", None), (None, "anna.mueller@a.example"), ("Anna Mueller", None))
    answers = {"anna.mueller@a.example": "anna-muller", "Anna  MUELLER": "anna-muller"}
    found = match(written, links=answers)
    assert ids(found) == ["anna-muller"] * 3
    assert found.people == (Person("anna-muller", "Anna Müller", "anna.mueller@a.example", aliases=("Anna Mueller",)),)
    assert found.links == ()
    again = match(written, found.people)
    assert ids(again) == ["anna-muller"] * 3
    assert again.people == found.people
    assert again.links == ()


def test_somebody_new_is_remembered_too():
    """The answer "new" ends the question and keeps the person apart."""
    known = [Person("anna-muller", "Anna Müller")]
    found = match(names("Anna Mueller"), known, links={"Anna Mueller": "new"})
    assert ids(found) == ["anna-mueller"]
    assert found.links == ()
    assert match(names("Anna Mueller"), [*known, *found.people]).links == ()


def test_answers_that_point_at_each_other():
    """Links in a circle end at one person instead of going round."""
    found = match(names("A. Müller", "Anna Müller"), links={"A. Müller": "anna-muller", "Anna Müller": "a-muller"})
    assert len(set(ids(found))) == 1


def test_answers_in_a_chain():
    """A link to somebody who is linked further ends at the last."""
    written = names("Anna Müller", "Anna Mueller", "A. Müller")
    found = match(written, links={"Anna Mueller": "anna-muller", "A. Müller": "anna-mueller"})
    assert ids(found) == ["anna-muller"] * 3
    assert found.people[0].aliases == ("Anna Mueller", "A. Müller")


def test_ids_do_not_depend_on_answers():
    """Answering one link leaves the ids that other answers name as they were."""
    written = names("Anna Müller", "Anna Mueller", "Tom Becker")
    assert ids(match(written, links={"Anna Mueller": "anna-muller"}))[2] == ids(match(written))[2]


def test_known_people_keep_their_ids():
    """A known e-mail or name, or a remembered alias, is that person; facts are kept."""
    known = Person("r9", "Łukasz Nowak", "l.nowak@a.example", aliases=("Lukasz Nowak", "old@a.example"), team="North")
    for row in [("ŁUKASZ NOWAK", None), ("x", "l.nowak@a.example"), ("Lukasz  nowak", None), (None, "old@a.example")]:
        found = match(rows(row), [known])
        assert ids(found) == ["r9"]
        assert found.people[0].team == "North"


def test_a_known_name_with_two_new_emails_is_asked():
    """Nobody can tell which of two namesakes the known one is."""
    found = match(rows(("Tom Becker", "a@a.example"), ("Tom Becker", "b@a.example")), [Person("tom", "Tom Becker")])
    assert "tom" not in ids(found)
    assert all("tom" in {one.rep_id for one in link.candidates} for link in found.links)


def test_a_changed_email_is_asked():
    """The same name with another e-mail than the known one may be the same person with a new address."""
    found = match(rows(("Anna Müller", "anna@new.example")), [Person("anna-muller", "Anna Müller", "anna@old.example")])
    assert ids(found) == ["anna-muller-2"]
    assert proposals(found) == {"Anna Müller": ["anna-muller"]}


def test_one_name_under_two_emails_in_one_file_is_two_people():
    """Nobody is asked: a file that gives namesakes an address each has told them apart."""
    found = match(rows(("Tom Becker", "tom@a.example"), ("Tom Becker", "becker@a.example")).assign(file="a.csv"))
    assert ids(found) == ["tom-becker", "tom-becker-2"]
    assert found.links == ()


@pytest.mark.parametrize(
    ("written", "known", "asked"),
    [
        ((None, "anna.lund@new.example"), Person("known", "", "anna.lund@old.example"), 0.85),
        (("Anna Lund", "anna.lund@new.example"), Person("known", "Anna Lund", "anna.lund@old.example"), 0.85),
        (("Anna Lund", "lund@new.example"), Person("known", "Anna Lund", "anna@old.example"), 0.8),
        ((None, "anna.lund+ssi@a.example"), Person("known", "Anna Lund", "anna.lund@a.example"), 0.95),
        (("Bo Berg", "team.north+bo@a.example"), Person("known", "Ida Lund", "team.north+ida@a.example"), None),
        ((None, "sales@new.example"), Person("known", "", "sales@old.example"), None),
    ],
    ids=["moved", "moved with name", "new address", "plus", "shared mailbox", "a word"],
)
def test_an_email_at_another_domain_or_with_a_plus_is_only_proposed(written, known, asked):
    """The part before the @ may be one person's at both; names that differ, and single words, say otherwise."""
    found = match(rows(written), [known])
    assert ids(found) != ["known"]
    assert [link.candidates[0].confidence for link in found.links] == ([asked] if asked else [])


@pytest.mark.parametrize(
    "name", ['=HYPERLINK("http://a.example","x")', "@SUM(1+1)", "<script>alert(1)</script>", "-cmd|calc", "Zoë Åström"]
)
def test_names_are_just_text(name):
    """Whatever a name starts with, it is a name, kept as written."""
    found = match(names(name))
    assert found.people[0].name == name
    assert found.people[0].email is None


def test_rows_without_anybody():
    """Blank names and e-mails name nobody; two letters are initials, not "not available"."""
    found = match(rows(("", ""), (None, None), ("n/a", "-"), ("NA", None)))
    assert ids(found) == [None, None, None, "na"]


def test_emails_in_the_name_column():
    """A name that is an e-mail is one."""
    found = match(rows(("Wei Chen", "wei@a.example"), ("Wei@A.example", None)))
    assert ids(found) == ["wei-chen", "wei-chen"]


@pytest.mark.parametrize(
    ("cell", "email"),
    [
        (" Tom.Becker@A.example ", "tom.becker@a.example"),
        ("Tom <tom@a.example>", "tom@a.example"),
        ("mailto:tom@a.example", "tom@a.example"),
        ("tom @a.example", "tom@a.example"),
        ("@SUM(1+1)", None),
        ("tom", None),
        ("", None),
        (None, None),
        (7, None),
    ],
    ids=repr,
)
def test_emails_in_plain_form(cell, email):
    """E-mails are compared in small letters without spaces."""
    assert tidy_email(cell) == email


def test_no_columns_and_no_rows():
    """Empty tables and tables with one of the columns are fine."""
    assert match(rows()).people == ()
    assert ids(match(pd.DataFrame({"email": ["a@a.example"]}))) == ["a"]


def test_rows_keep_their_index():
    """The ids stand on the rows of the table."""
    written = names("Wei Chen", "Anna Müller").set_axis([12, 7])
    assert match(written).rep_ids.to_dict() == {12: "wei-chen", 7: "anna-muller"}


@pytest.mark.parametrize(
    "written",
    ["Anna Mueller", "Müller, Anna", "A. Müller", "annamueller@a.example", "amueller@a.example", "Anna Müler"],
)
def test_among_very_many_people_the_same_are_proposed(written, monkeypatch):
    """Where thousands are known only those who share a word are compared, with the same result."""
    known = [Person(f"k{place}", f"Rep{place} Becker") for place in range(40)] + [Person("anna", "Anna Müller")]
    few = match(names(written), known)
    monkeypatch.setattr("dashboard.ingest.links._MANY", 20)
    assert match(names(written), known).links == few.links
    assert proposals(few) == {written: ["anna"]}


def test_surest_evidence_first():
    """The same letters are surer than another order, and that than an e-mail's abbreviation."""
    anna = spelling("Anna Müller", None)
    same = likeness(spelling("Anna Mueller", None), anna)
    order = likeness(spelling("Müller Anna", None), anna)
    short = likeness(spelling("", "amueller@a.example"), anna)
    assert same is not None
    assert order is not None
    assert short is not None
    assert same.confidence > order.confidence >= SURE > short.confidence


WORDS = st.sampled_from(["Anna", "anna", "Müller", "Mueller", "Tom", "Thomas", "Becker", "Wei", "Chen", "A.", ","])
NAMES = st.lists(WORDS, max_size=3).map(" ".join)
MAILS = st.sampled_from([None, "", "anna@a.example", "tbecker@a.example", "anna.mueller@a.example"])


@PATIENT
@given(st.lists(st.tuples(NAMES, MAILS), max_size=12))
def test_matching_is_consistent(written):
    """One e-mail is one id, one id has one e-mail, links name others that exist, and a second time nothing is new."""
    found = match(rows(*written))
    by_mail = {mail: one for (_, mail), one in zip(written, ids(found), strict=True) if mail}
    assert all(by_mail[mail] == one for (_, mail), one in zip(written, ids(found), strict=True) if mail)
    people = {person.rep_id: person for person in found.people}
    assert len({person.email for person in found.people if person.email}) == len(by_mail)
    for link in found.links:
        assert link.rep_id in people
        assert {one.rep_id for one in link.candidates} <= people.keys() - {link.rep_id}
    again = match(rows(*written), found.people)
    assert {person.rep_id for person in again.people} <= people.keys() | {
        one for one, person in zip(ids(again), written, strict=True) if not person[1]
    }


@PATIENT
@given(st.lists(st.tuples(ANYTHING, ANYTHING), max_size=6))
def test_nothing_raises(written):
    """Whatever the cells are, each row names somebody or nobody."""
    found = match(rows(*written))
    assert {one for one in ids(found) if one} == {person.rep_id for person in found.people}
