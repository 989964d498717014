"""Which number is it, where a table has a column per week and none of them says? What the title, sheet and file say."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import Rows, is_empty, text_of
from dashboard.ingest.headers import field_of
from dashboard.ingest.headings import one_line, read_heading, vocabulary
from dashboard.ingest.locate import Header
from dashboard.ingest.shapes import goals
from dashboard.ingest.weeks import is_week
from dashboard.ingest.wide import measure_of
from dashboard.model.columns import FIELD_LABELS
from dashboard.model.tables import MONEY, SCORES

CHOICES = ("reported_total", *SCORES, *MONEY, "attainment", "meetings")
_FRAMING = vocabulary(
    "by per je pro nach par por de la le du des del da do of the for fur pour para in im week weeks "
    "weekly woche wochen semaine semaines semana semanas kw cw team teams "
    "tracker tracking history verlauf entwicklung historique historial trend trends overview ubersicht report bericht "
    "scores score points punkte data daten sheet tab tabelle copy kopie final version v new neu linkedin export "
    "q1 q2 q3 q4 fy per-week wide"
)
_COMPUTED = vocabulary(
    "change changes delta trend avg average mean median ø total sum diff difference wow growth veranderung differenz "
    "durchschnitt schnitt mittelwert summe gesamt moyenne ecart evolution variation somme promedio media cambio "
    "diferencia variacion suma mudanca variacao diferenca soma tendenz tendance tendencia min max"
)
_PILLAR_POINTS = 25.0
_SAMPLE = 200


def with_measure(header: Header, rows: Rows, sheet: str | None, findings: Findings) -> Header:
    """Return a header whose columns of weeks have the file's one measure where theirs is unknown.

    While it is asked, those columns are not read.
    """
    if header.shape is goals.BY_MONTH:
        return header
    _tell_beside(header, findings)
    if "component" in header.fields.values():
        weeks = {place: replace(week, field="points", heading="") for place, week in header.weeks.items()}
        return replace(header, weeks=weeks)
    open_ones = [place for place, week in header.weeks.items() if not week.field]
    if not open_ones:
        return header
    above = [text_of(cell) for line in reversed(rows[: header.top - 1]) for cell in line if not is_empty(cell)]
    stem = re.sub(r"\.[^.]{1,5}$", "", findings.file).replace("_", " ").replace("-", " ")
    measure = measure_said([*above, sheet or "", stem])
    sample = rows[header.row : header.row + _SAMPLE]
    numbers = [number for line in sample for number in _numbers(line, open_ones)]
    if measure == "reported_total" and numbers and max(numbers) <= _PILLAR_POINTS:
        measure = ""
    if not measure or findings.answer(f"measure:{findings.file}", "measure"):
        measure = _asked(header.weeks[open_ones[0]].week, measure, findings)
    weeks = {place: week if week.field else replace(week, field=measure) for place, week in header.weeks.items()}
    return replace(header, weeks={place: week for place, week in weeks.items() if week.field})


def _tell_beside(header: Header, findings: Findings) -> None:
    """Tell which columns of numbers beside the weeks are not read."""
    others = [text for place, text in enumerate(header.written) if place not in {**header.fields, **header.weeks}]
    named = [one_line(text) for text in others if header.weeks and _is_number(text)]
    if named:
        findings.tell("column_without_week", header.row, None, ", ".join(f'"{one}"' for one in dict.fromkeys(named)))


def _is_number(heading: str) -> bool:
    """Say whether a heading is that of a number: a measure, or what is computed from others."""
    words = set(read_heading(heading).words)
    line = heading.rpartition("\n")[2]
    return (
        bool(words & _COMPUTED) or "Δ" in heading or "+/-" in heading or bool(measure_of(line) or measure_of(heading))
    )


def measure_said(texts: Sequence[str]) -> str:
    """Return the measure that the first telling text names, "" if none does or one names several.

    >>> measure_said(["Pipeline per week (EUR)"]), measure_said(["EMEA sales team", "Brand"])
    ('open_pipeline', 'brand')
    >>> measure_said(["SSI 2026"]), measure_said(["SSI and pipeline"]), measure_said(["Sales people"])
    ('reported_total', '', '')
    """
    total = ""
    for text in texts:
        found = _whole(text) or _within(text)
        if found and found != "reported_total":
            return found if found != "several" else ""
        total = total or found
    return total


def _whole(text: str) -> str:
    """Return the measure that a text names and nothing else, but for words that frame it."""
    words = [word for word in one_line(re.sub(r"\([^)]*\)", " ", text)).split() if not is_week(word)]
    bare = [word for word in words if not set(read_heading(word).words) <= _FRAMING and not word.isdigit()]
    return measure_of(" ".join(words)) or (measure_of(" ".join(bare)) if bare else "")


def _within(text: str) -> str:
    """Return the measure that a longer text names by words that can mean nothing else; "several" if it names more."""
    words = read_heading(text).words
    found = set()
    for size in (5, 4, 3, 2):
        for start in range(len(words) - size + 1):
            field = field_of(" ".join(words[start : start + size]), misspelt=False)
            found |= {field} if field in CHOICES and field != "reported_total" else set()
    found |= {"open_pipeline"} if "pipeline" in words and not found & set(MONEY) else set()
    found |= {one for one in ("quota", "attainment", "meetings") if one in words and one not in found}
    if not found:
        return "reported_total" if "ssi" in words or {"social", "selling"} <= set(words) else ""
    several = len(found) > 1 or ("ssi" in words and not found <= set(SCORES))
    return "several" if several else found.pop()


def _asked(week: str, likely: str, findings: Findings) -> str:
    """Return the answered measure, "" while it is asked."""
    key = f"measure:{findings.file}"
    choices = sorted(CHOICES, key=lambda one: one != likely)
    plain = findings.answer(key, "measure")
    labels = {label.casefold(): field for field, label in FIELD_LABELS.items()}
    meant = labels.get((plain or "").casefold(), plain)
    if meant in CHOICES:
        return meant
    text = f"{findings.file} has a column per week, from {one_line(week)} on: which number do they hold?"
    findings.ask(key, None, text, choices, [FIELD_LABELS[one] for one in choices])
    return ""


def _numbers(line: Sequence[object], places: Sequence[int]) -> list[float]:
    """Return the plain numbers of a row in some columns."""
    texts = [text_of(line[place]).replace(",", ".") for place in places if place < len(line)]
    return [float(text) for text in texts if re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", text)]
