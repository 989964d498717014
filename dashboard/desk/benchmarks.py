"""Which baselines and bands hold when the team itself says nothing? Reads data/benchmarks.toml."""

import tomllib
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from dashboard.model.bands import BANDS, Band
from dashboard.model.benchmark import Defaults
from dashboard.model.errors import BadBenchmarks
from dashboard.model.pillars import PILLAR_MAX, PILLARS, TOTAL_MAX

PATH = Path(__file__).resolve().parents[2] / "data" / "benchmarks.toml"


@dataclass(frozen=True)
class BandNote:
    """Where a band of the total (0-100 points) begins, and who says so."""

    band: Band
    begins: float
    grade: str
    source: str


@dataclass(frozen=True)
class SectorNote:
    """What is said of a sector, with its grade."""

    name: str
    grade: str
    note: str


@dataclass(frozen=True)
class Benchmarks:
    """The default baseline of each pillar (0-25 points) with grade and source, the bands, and notes on sectors."""

    defaults: Defaults
    grade: str
    source: str
    bands: tuple[BandNote, ...]
    sectors: tuple[SectorNote, ...]

    @property
    def band_cuts(self) -> tuple[float, float, float]:
        """Where starting, building, active and leader part, for Settings.band_cuts."""
        return self.bands[1].begins, self.bands[2].begins, self.bands[3].begins


class _Wrong(ValueError):
    """What is wrong with an entry, in words."""


def load_benchmarks(path: Path = PATH) -> Benchmarks:
    """Return the benchmarks of the file; raises BadBenchmarks, one sentence that says which entry is wrong."""
    try:
        return read_benchmarks(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadBenchmarks(path=path, reason=f"the file cannot be read ({error.strerror}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadBenchmarks(path=path, reason=f"it is not valid TOML ({error}).") from error
    except _Wrong as error:
        raise BadBenchmarks(path=path, reason=str(error)) from error


def read_benchmarks(text: str) -> Benchmarks:
    """Return the benchmarks written in TOML text."""
    written = tomllib.loads(text)
    pillars = _table(written, "pillars")
    return Benchmarks(
        defaults=Defaults(
            {pillar: _number(pillars, pillar.value, "[pillars]", PILLAR_MAX) for pillar in PILLARS}, _taken(pillars)
        ),
        grade=_text(pillars, "grade", "[pillars]"),
        source=_text(pillars, "source", "[pillars]"),
        bands=_bands(_tables(written, "bands")),
        sectors=tuple(_sector(entry, place) for place, entry in enumerate(_tables(written, "sectors"), start=1)),
    )


def _taken(pillars: dict[str, Any]) -> date | None:
    found = pillars.get("taken")
    if found is not None and type(found) is not date:
        raise _Wrong("`taken` in [pillars] must be a day such as 2026-11-16, without quotation marks.")
    return found


def _bands(entries: list[dict[str, Any]]) -> tuple[BandNote, ...]:
    names = [entry.get("name") for entry in entries]
    if names != list(BANDS):
        raise _Wrong(f"[[bands]] must be {', '.join(BANDS)}, in this order.")
    notes = tuple(_band(entry) for entry in entries)
    begins = [note.begins for note in notes]
    if begins[0] != 0 or any(low >= high for low, high in pairwise(begins)):
        raise _Wrong("the `from` of the [[bands]] must begin at 0 and rise.")
    return notes


def _band(entry: dict[str, Any]) -> BandNote:
    where = f"[[bands]] {entry['name']}"
    begins = _number(entry, "from", where, TOTAL_MAX)
    return BandNote(Band(entry["name"]), begins, _text(entry, "grade", where), _text(entry, "source", where))


def _sector(entry: dict[str, Any], place: int) -> SectorNote:
    where = f"[[sectors]] number {place}"
    return SectorNote(*(_text(entry, name, where) for name in ("name", "grade", "note")))


def _table(written: dict[str, Any], name: str) -> dict[str, Any]:
    found = written.get(name)
    if not isinstance(found, dict):
        raise _Wrong(f"the table [{name}] is missing.")
    return found


def _tables(written: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = written.get(name, [])
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise _Wrong(f"{name} must be written as [[{name}]].")
    return found


def _number(entry: dict[str, Any], name: str, where: str, most: float) -> float:
    found = entry.get(name)
    if not isinstance(found, int | float) or isinstance(found, bool) or not 0 <= found <= most:
        raise _Wrong(f"`{name}` in {where} must be a number from 0 to {most:g}.")
    return float(found)


def _text(entry: dict[str, Any], name: str, where: str) -> str:
    found = entry.get(name)
    if not isinstance(found, str) or not found.strip():
        raise _Wrong(f"`{name}` in {where} must be a text.")
    return found
