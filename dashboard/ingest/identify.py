"""Who is meant in the rows of all files together? Each row gets a rep's id, each rep the facts the files tell."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from dashboard.ingest.findings import Findings
from dashboard.ingest.leftovers import WHO
from dashboard.ingest.likeness import SURE
from dashboard.ingest.links import Link, told_apart
from dashboard.ingest.people import match, tidy_email, written_person
from dashboard.ingest.usage import begun
from dashboard.ingest.who import ASKED, FACTS
from dashboard.model.people import name_key, tidy
from dashboard.model.problems import Person

_LINK = "link:"
NEW = "new"
"""The answer to a link that says: this is somebody else."""


@dataclass(frozen=True)
class Identified:
    """The rows of all files with `part` (which file), `rep_id`, `rep` and `code` (a number per rep), and the people.

    `spelled` says of each row in which the rep is written otherwise than by name: file, sheet, row, spelling.
    """

    rows: pd.DataFrame
    people: tuple[Person, ...]
    spelled: pd.DataFrame


def identify(
    parts: Sequence[pd.DataFrame | None],
    findings: Sequence[Findings],
    answers: Mapping[str, str],
    known: Sequence[Person],
) -> Identified:
    """Match the people of all files; rows that name nobody are reported and dropped, unclear links are asked."""
    rows = _stacked(parts, findings)
    if rows.empty:
        return Identified(rows.assign(rep_id="", rep="", code=0), (), _spelled(rows, np.array([]), findings))
    codes, written = _written(rows)
    links = {key.partition(":")[2].strip(): value.strip() for key, value in answers.items() if key.startswith(_LINK)}
    matched = match(written, known)
    if links:
        matched = match(written, known, links=_resolved(links, (*known, *matched.people)))
    places = {person.rep_id: place for place, person in enumerate(matched.people)}
    meant = np.array([places.get(one, -1) for one in matched.rep_ids.to_numpy(dtype=object)], dtype=np.int64)
    spelled = _spelled(rows, _otherwise(written, meant, matched.people)[codes], findings)
    code = meant[codes]
    if (code < 0).any():
        _tell_nobody(rows, code < 0, findings)
        rows, code = rows[code >= 0].reset_index(drop=True), code[code >= 0]
    ids = pd.array([person.rep_id for person in matched.people], dtype="str").take(code)
    names = pd.array([person.name for person in matched.people], dtype="str").take(code)
    rows = rows.assign(rep_id=ids, rep=names, code=code)
    people = begun(_with_facts(matched.people, rows), rows)
    if matched.links:
        _ask(matched.links, written, findings, {person.rep_id: person for person in (*known, *people)})
    return Identified(rows, people, spelled)


def _stacked(parts: Sequence[pd.DataFrame | None], findings: Sequence[Findings]) -> pd.DataFrame:
    """Return the rows of all files below each other, but for files whose one rep is still asked for."""
    asked = [any(question.key.startswith(ASKED) for question in told.questions) for told in findings]
    stacked = [
        rows.assign(part=place, row=rows.index)
        for place, rows in enumerate(parts)
        if rows is not None and len(rows) and not asked[place]
    ]
    if not stacked:
        return pd.DataFrame({"part": [], "row": [], "name": [], "email": [], "date": [], "currency": []})
    return stacked[0].reset_index(drop=True) if len(stacked) == 1 else pd.concat(stacked, ignore_index=True)


def _written(rows: pd.DataFrame) -> tuple[np.ndarray, pd.DataFrame]:
    """Return which of the different names, e-mails and files each row has, and the first row of each of those."""
    files = rows["part"].to_numpy()
    codes, _ = pd.factorize(rows["who"].to_numpy(dtype=np.int64) * (int(files.max()) + 1) + files)
    first = rows.loc[~pd.Series(codes).duplicated().to_numpy(), ["name", "email", "part"]]
    return codes, first.reset_index(drop=True).rename(columns={"part": "file"})


def _otherwise(written: pd.DataFrame, meant: np.ndarray, people: Sequence[Person]) -> np.ndarray:
    """Return how each written rep is spelled where that is not the name, else ""; case and spaces are no matter."""
    names, mails = (written[field].to_numpy(dtype=object) for field in ("name", "email"))
    own = np.array([person.name for person in people] + [""], dtype=object)[meant]
    own_mail = np.array([person.email for person in people] + [None], dtype=object)[meant]
    by_mail = (names == "") & (mails == own_mail) & (own != own_mail)
    found = np.where(by_mail, mails, "").astype(object)
    for place in np.flatnonzero((names != own) & ~by_mail & (meant >= 0)):
        name, mail = written_person(names[place], mails[place])
        said = name or mail or ""
        found[place] = said if name_key(said) != name_key(own[place]) else ""
    return found


def _spelled(rows: pd.DataFrame, spelling: np.ndarray, findings: Sequence[Findings]) -> pd.DataFrame:
    """Return the rows that have a spelling, with the file and sheet they stand in."""
    marked = np.flatnonzero(spelling != "")
    parts = rows["part"].to_numpy(dtype=np.int64)[marked]
    places = [np.array([getattr(told, name) for told in findings], dtype=object) for name in ("file", "sheet")]
    file, sheet = (one[parts] for one in places)
    row = rows["row"].to_numpy()[marked]
    return pd.DataFrame({"file": file, "sheet": sheet, "row": row, "spelling": spelling[marked]})


def _tell_nobody(rows: pd.DataFrame, nobody: np.ndarray, findings: Sequence[Findings]) -> None:
    """Report the rows in which nobody is named, each once, however many weeks stand in it."""
    for part, own in rows[nobody].drop_duplicates(["part", "row"]).groupby("part"):
        told = findings[int(str(part))]
        column = next((told.headings[one] for one in WHO if one in told.headings), None)
        told.tell_all("no_rep", column, own["row"].tolist(), own["name"].tolist())


def _resolved(links: Mapping[str, str], people: Sequence[Person]) -> dict[str, str]:
    """Return the answered links with e-mails and names turned into ids; what means nobody known is no answer."""
    by_mail = {person.email: person.rep_id for person in people if person.email}
    meant = {name_key(person.name): person.rep_id for person in people} | {one.rep_id: one.rep_id for one in people}
    meant[NEW] = NEW
    found = {
        name: by_mail.get(tidy_email(answer) or "") or meant.get(name_key(answer)) for name, answer in links.items()
    }
    return {name: rep_id for name, rep_id in found.items() if rep_id}


def _ask(
    links: Sequence[Link], written: pd.DataFrame, findings: Sequence[Findings], people: Mapping[str, Person]
) -> None:
    """Ask about each likely link, in the first file where the name or the e-mail stands.

    Of two e-mails, or of two names in one file, that may be the same person none is sure: at most one can be right.
    """
    names, mails = written["name"].map(tidy), written["email"].map(tidy_email)
    files: dict[object, int] = {}
    for spelled in (names, mails):
        for one, file in zip(spelled, written["file"], strict=True):
            files[one] = min(file, files.get(one, file))
    places = [files.get(link.written) for link in links]
    claims = ["e-mail" if people[link.rep_id].email else place for link, place in zip(links, places, strict=True)]
    wanted = Counter((claim, one.rep_id) for claim, link in zip(claims, links, strict=True) for one in link.candidates)
    for link, place, claim in zip(links, places, claims, strict=True):
        part = int(place or 0)
        likely = " or ".join(f"{one.name} ({one.evidence}, {one.confidence:.0%} sure)" for one in link.candidates)
        key = f"{_LINK}{link.written}"
        answered = findings[part].answer(key)
        unknown = f'"{answered}" is nobody known. ' if answered else ""
        text = f'{unknown}Is "{link.written}" the same person as {likely}?'
        choices = (*(one.rep_id for one in link.candidates), NEW)
        first = link.candidates[0]
        sure = len(link.candidates) == 1 and first.confidence >= SURE and wanted[claim, first.rep_id] == 1
        labels = (*told_apart([people[one] for one in choices[:-1]]), "Somebody new")
        findings[part].ask(key, None, text, choices, labels, why=first.evidence, sure=sure)


def _with_facts(people: Sequence[Person], rows: pd.DataFrame) -> tuple[Person, ...]:
    """Return the people with the facts that their newest rows tell."""
    facts: dict[int, dict[str, str]] = {}
    age = np.where(rows["date"].isna(), 0, -rows["date"].to_numpy().astype("datetime64[D]").astype(np.int64))
    newest_first = np.argsort(age, kind="stable")
    for field in FACTS:
        if field in rows.columns:
            said = newest_first[rows[field].notna().to_numpy()[newest_first]]
            first = np.full(len(people), -1)
            first[rows["code"].to_numpy()[said[::-1]]] = said[::-1]
            codes = np.flatnonzero(first >= 0)
            told = rows[field].to_numpy(dtype=object)[first[codes]]
            for code, fact in zip(codes.tolist(), told.tolist(), strict=True):
                facts.setdefault(code, {})[field] = str(fact)
    return tuple(replace(person, **facts[code]) if code in facts else person for code, person in enumerate(people))
