"""From files to tables: what do these bytes say about whom and which week, and what is wrong with them?

Good rows and explained bad ones come back together. A file that is refused has no effect on the others.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from dashboard.ingest import formats, leftovers, tables
from dashboard.ingest.about import about
from dashboard.ingest.alternatives import settle
from dashboard.ingest.bare_totals import without_totals
from dashboard.ingest.beside import without_side_tables
from dashboard.ingest.cut import columns_read, displaced, filled, samples, take
from dashboard.ingest.days import tell_undated
from dashboard.ingest.deal_rows import deals_of
from dashboard.ingest.desk_rows import Standing
from dashboard.ingest.doubtful import with_sure
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import Book, uncollected
from dashboard.ingest.grouped import filled_down
from dashboard.ingest.identify import Identified, identify
from dashboard.ingest.locate import check_ours
from dashboard.ingest.measure import with_measure
from dashboard.ingest.number_formats import with_shown
from dashboard.ingest.old_readings import tell_read_before
from dashboard.ingest.origin import with_source
from dashboard.ingest.recall import Remembered, again, place, with_answers
from dashboard.ingest.refusals import refusal, refuse
from dashboard.ingest.sections import in_sections
from dashboard.ingest.sheets import Located
from dashboard.ingest.steps import Stored
from dashboard.ingest.telling import FILES, Tell, of_file, silent
from dashboard.ingest.unnamed import with_unnamed
from dashboard.model.errors import FileRefused
from dashboard.model.problems import Dispute, FileReport, LeftOut, Person, Problem, Question, Refusal, Severity

_NO_ANSWERS: Mapping[str, str] = {}
_NOTHING: Remembered = {}


@dataclass(frozen=True)
class Source:
    """A file to read: its name, its bytes, and the day it was last changed if that is known."""

    name: str
    content: bytes
    modified: date | None = None


@dataclass(frozen=True)
class Loaded:
    """What a set of files says: the tables of model/tables.py, the people, what is open and what is wrong.

    `spelled` are the rows in which a rep is not written by name: file, sheet, row, spelling. `disputes` are the numbers
    that stand with several values, of which the manager may choose one; `strands` are, by table, the rows before those
    of one rep under several spellings became one.
    """

    files: tuple[FileReport, ...]
    readings: pd.DataFrame
    pipeline: pd.DataFrame
    activity: pd.DataFrame
    people: tuple[Person, ...]
    questions: tuple[Question, ...]
    problems: tuple[Problem, ...]
    refused: tuple[Refusal, ...]
    spelled: pd.DataFrame = field(default_factory=pd.DataFrame)
    disputes: tuple[Dispute, ...] = ()
    strands: Mapping[str, pd.DataFrame] = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """What was read of one file; `rows` is None where nothing could be, or a question keeps it from being read.

    `others` are further sheets of it, with numbers of other kinds.
    """

    findings: Findings
    report: FileReport | None = None
    rows: pd.DataFrame | None = None
    refused: Refusal | None = None
    others: tuple["Part", ...] = ()


@uncollected()
def load(
    sources: Sequence[Source],
    *,
    answers: Mapping[str, str] = _NO_ANSWERS,
    as_of: date | None = None,
    known: Sequence[Person] = (),
    remembered: Remembered = _NOTHING,
    stored: Stored | None = None,
    standing: Standing | None = None,
    period: str | None = None,
    tell: Tell = silent,
) -> Loaded:
    """Read files as one set, in which the same person is one person; `known` people keep their ids.

    `answers` settle questions and correct columns (`column:<heading>`=field or "ignore"), `as_of` is the day of files
    that say none, `period` which closed deals count; `remembered` is of their kinds, `stored`, `standing` of the desk.
    """
    answers = {"period": period, **answers} if period else answers
    steps = (of_file(tell, source.name, number, len(sources)) for number, source in enumerate(sources))
    read = (read_file(one, answers, as_of, remembered, step) for one, step in zip(sources, steps, strict=True))
    parts = [part for one in read for part in (one, *one.others)]
    told, reports = [part.findings for part in parts], [part.report for part in parts]
    tell(FILES, "Who is who in all files together")
    who = identify([part.rows for part in parts], told, answers, known)
    found = settle(who, told, reports, standing, answers=answers, remembered=remembered)
    tell(0.9, "Repeats, conflicts, what is plausible")
    made = tables.build(found, told, stored)
    return Loaded(
        tuple(_used(part.report, part.findings, found, made, place) for place, part in enumerate(parts) if part.report),
        made.readings,
        made.pipeline,
        made.activity,
        found.people,
        tuple(question for one in told for question in one.questions),
        tuple(problem for place, one in enumerate(told) for problem in about(one, found.rows, place)),
        tuple(part.refused for part in parts if part.refused),
        found.spelled,
        made.disputes,
        made.strands,
    )


def read_file(
    source: Source,
    answers: Mapping[str, str],
    as_of: date | None,
    remembered: Remembered = _NOTHING,
    step: Tell = silent,
) -> Part:
    """Read one file by itself: its rows as written, with problems and questions, or its refusal."""
    findings = Findings(source.name, answers, as_of=as_of)
    report = None
    try:
        step(0.0, "opening it")
        book = formats.read(source.name, source.content)
        for quirk in book.quirks:
            findings.tell(quirk.code, quirk.row, None, quirk.found)
        step(0.4, "looking for its table")
        found = place(book, findings, remembered, as_of or source.modified)
        report = _report(source, book, found.located)
        if found.located is None:
            return Part(findings, report)
        step(0.5, "reading its cells")
        part = _read_table(found.located, report, findings, as_of or source.modified)
        others = tuple(_read_other(source, book, one, findings, remembered) for one in found.located.others)
        return replace(part, report=with_answers(part.report or report, found, findings), others=others)
    except FileRefused as error:
        shown = report if report and report.columns else None
        return Part(findings, shown, refused=refusal(error))


def _read_other(source: Source, book: Book, located: Located, first: Findings, remembered: Remembered) -> Part:
    """Read one more sheet of a file; if none of its rows can be used, that is told and the file is not refused."""
    findings = Findings(source.name, first.answers, as_of=first.as_of)
    found = again(book, located, findings, remembered)
    report = _report(source, book, located)
    try:
        part = _read_table(located, report, findings, first.as_of or source.modified)
        return replace(part, report=with_answers(part.report or report, found, findings))
    except FileRefused as error:
        findings.tell(error.code, None, None, f'sheet "{located.sheet.name}"', Severity.WARNING)
        return Part(findings)


def _read_table(located: Located, report: FileReport, findings: Findings, as_of: date | None) -> Part:
    """Read the table that was located."""
    findings.sheet = located.sheet.name
    header = located.header
    rows = located.sheet.load(None)
    count = filled(rows, header.row)
    if not count:
        raise refuse(findings.file, "no_rows", f"there is nothing below its header in row {header.row}")
    check_ours(findings.file, header)
    header = without_side_tables(header, rows, findings)
    header = with_unnamed(header, rows, findings)
    header = with_sure(header, rows, located.sheet.name, findings, as_of)
    header = with_measure(header, rows, located.sheet.name, findings)
    located = replace(located, header=header)
    everything = with_shown(take(located, rows, findings, as_of), located)
    findings.headings = everything.headings
    everything, parted = in_sections(everything, rows)
    table, left = leftovers.sift(everything, rows) if len(everything.rows) else (everything, [])
    if not len(table.rows):
        raise refuse(findings.file, "no_usable_rows", f"none of its {count} rows is about a rep")
    shape = header.shape
    findings.deals = deals_of(table)
    if not (shape and shape.of_deals):
        table = filled_down(without_totals(table, left), left, findings, one_a_day=shape is not None)
    read = shape.read(table, findings) if shape else pd.DataFrame()
    kept, notes = leftovers.without_notes(read, table)
    tell_undated(kept, table, findings)
    tell_read_before(kept, table, findings)
    kept = with_source(kept, {report.format, shape.name if shape else ""}, tuple(table.cells))
    report = replace(
        report,
        columns=columns_read(header),
        rows_read=count,
        left_out=tuple(
            sorted((*leftovers.above(rows, header.top), *parted, *left, *notes, *findings.left_out), key=_row_of)
        ),
    )
    return Part(findings, report, kept)


def _report(source: Source, book: Book, located: Located | None) -> FileReport:
    """Return what was understood of a file before its rows are read."""
    header = located.header if located else None
    head = located.sheet.load(header.row + 50) if located and header else []
    return FileReport(
        name=source.name,
        format=book.format,
        encoding=book.encoding,
        sheet=located.sheet.name if located else None,
        header_row=header.row if header else None,
        shape=header.shape.name if header and header.shape else None,
        columns=columns_read(header) if header else {},
        rows_read=0,
        rows_used=0,
        left_out=(),
        sha256=hashlib.sha256(source.content).hexdigest(),
        samples=samples(header, head) if header else {},
        displaced=displaced(header) if header else {},
    )


def _used(report: FileReport, told: Findings, found: Identified, made: tables.Tables, place: int) -> FileReport:
    """Return the report with how many of the file's rows are in the tables or name a rep, and answers about several."""
    report = replace(report, remembered=report.remembered | told.recalled, keep=report.keep | told.keep)
    counted = told.counted
    if counted is not None:
        return replace(report, rows_used=counted)
    rows = found.rows.loc[(found.rows["part"] == place) & found.rows["date"].notna(), "row"]
    return replace(report, rows_used=int(rows.nunique()) - made.repeats.get(place, 0))


def _row_of(left: LeftOut) -> int:
    """Return the row by which what was left out is sorted."""
    return left.row
