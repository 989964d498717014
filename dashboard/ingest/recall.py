"""What was answered about files of the same layout before, and what of today's answers is worth keeping?

A layout is known by format, sheet and headings, never by the file's name. Days and weeks in them do not count, so that
next Monday's file is the same layout; nor do repeated headings, so that a week more makes no other one.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from dashboard.ingest.findings import Findings, same_key
from dashboard.ingest.grid import Book
from dashboard.ingest.periods import is_over
from dashboard.ingest.sheets import Located, locate
from dashboard.model.problems import FileReport

COLUMN, PERIOD = "column:", "period"
LAYOUT = ("column", "scale", "date_order", "currency", "sheet", "stage", "pipeline", "measure", "owner", "period")
"""Kinds of answers about a layout; who is who is kept with the people, and a rep's name is of one file only."""
THE_FILE = "{file}"
"""Stands for the file's name in a kept answer, since next Monday's file has another one."""
Remembered = Mapping[str, Mapping[str, str]]
"""The answers kept for each layout."""

_MONTHS = (
    r"(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|"
    r"ene|abr|ago|dic|fev|fév|avr|juin|juil|août|set|out)"
)
_DATED = re.compile(
    rf"\b\d{{4}}-w\d{{1,2}}\b|\b\d{{1,4}}[./-]\d{{1,2}}[./-](?:\d{{4}}|\d\d)?\b|\b(?:19|20)\d\d-\d\d-\d\d\b|"
    rf"\b(?:kw|cw|wk|w|week|woche|semaine|semana)[ .]*\d{{1,2}}\b|\b\d{{1,2}}[./]\d{{1,2}}\b|"
    rf"\b\d{{1,2}}\.? ?{_MONTHS}[^\W\d_]*\.?|\b{_MONTHS}[^\W\d_]*\.? \d{{1,2}}\b|\b(?:19|20)\d\d\b|\d{{5,}}"
)


@dataclass(frozen=True)
class Place:
    """Where the table of a file lies, the layouts it is known by ("" for none), and what was remembered of them."""

    located: Located | None
    layout: str
    sheets: str
    known: Mapping[str, str]


def signature(kind: str, names: Iterable[str], *, sheet: str | None = None) -> str:
    """Return what tells a layout from others: the same for next Monday's file, whatever the order of its columns.

    >>> signature("csv", ["Name", "KW 46"]) == signature("csv", ["name ", "KW 46", "KW 47"])
    True
    """
    parts = (kind, undated(sheet or ""), *sorted({undated(name) for name in names} - {""}))
    return sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def undated(text: str) -> str:
    """Return a heading in small letters, days and weeks as "#".

    >>> undated("Brand\\n(/25)"), undated("Brand KW 46"), undated("16 Nov 2026")
    ('brand (/25)', 'brand #', '#')
    """
    return " ".join(re.sub(r"#(?:[ ,]*#)+", "#", _DATED.sub("#", same_key(text))).split())


def place(book: Book, findings: Findings, remembered: Remembered, day: date | None = None) -> Place:
    """Locate the table, with what was answered about the same layout before; `findings` has the answers from then on.

    The layout is looked at without any correction of columns, as it will be next time. A period that was over before
    the `day` of the file is not recalled.
    """
    given = findings.answers
    sheets = signature(book.format, (one.name or "" for one in book.sheets)) if len(book.sheets) > 1 else ""
    known = _recalled(remembered.get(sheets, {}), findings)
    uncorrected = {key: said for key, said in given.items() if not key.startswith(COLUMN)}
    first = Findings(findings.file, {**known, **uncorrected})
    located = locate(book, first)
    layout = _layout(book, located)
    known |= _recalled(remembered.get(layout, {}), findings)
    known = {key: said for key, said in known.items() if not (key == PERIOD and day and is_over(said, day))}
    findings.answers = {key: said for key, said in {**known, **given}.items() if said}
    if any(key.startswith(COLUMN) for key in findings.answers):
        located = locate(book, findings)
    else:
        findings.questions += first.questions
        findings.problems += first.problems
        findings.used |= first.used
    return Place(located, layout, sheets, known)


def again(book: Book, located: Located, findings: Findings, remembered: Remembered) -> Place:
    """Return the place of one more table of a file, with what was answered about its own layout before."""
    layout = _layout(book, located)
    known = _recalled(remembered.get(layout, {}), findings)
    findings.answers = {**known, **findings.answers}
    return Place(located, layout, "", known)


def _layout(book: Book, located: Located | None) -> str:
    """Return the layout of the table that was found."""
    return signature(book.format, located.header.written, sheet=located.sheet.name) if located else ""


def _recalled(kept: Mapping[str, str], findings: Findings) -> dict[str, str]:
    """Return the kept answers that today's do not replace, with the name of today's file."""
    said = {same_key(key) for key in findings.answers}
    named = {key.replace(THE_FILE, findings.file): value for key, value in kept.items()}
    return {key: value for key, value in named.items() if not {same_key(key), key.partition(":")[0]} & said}


def with_answers(report: FileReport, found: Place, findings: Findings) -> FileReport:
    """Return the report with the answers that were remembered and used, and with those to keep for each layout."""
    columns = {same_key(f"{COLUMN}{heading}") for heading in report.columns}
    used = {
        key: said
        for key, said in findings.answers.items()
        if key.partition(":")[0] in LAYOUT and same_key(key) in findings.used | columns
    }
    about_sheets = {key: said for key, said in used.items() if key.startswith("sheet:")}
    keep = {
        found.sheets: {key: said for key, said in about_sheets.items() if undated(said) == same_key(said)},
        found.layout: {key: said for key, said in used.items() if key not in about_sheets},
    }
    return replace(
        report,
        remembered={key: said for key, said in used.items() if key in found.known},
        keep={
            layout: {_of_any(key, report.name): said for key, said in answers.items()}
            for layout, answers in keep.items()
            if layout
        },
    )


def _of_any(key: str, file: str) -> str:
    """Return a key that names the file as one that names any."""
    kind, _, about = key.partition(":")
    return f"{kind}:{THE_FILE}" if about == file else key
