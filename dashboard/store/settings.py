"""Which thresholds did the manager choose? Kept as one line of JSON each; what is not kept has its default."""

from collections.abc import Callable
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any, NamedTuple, TypeGuard

from sqlalchemy import Engine, delete, insert, select

from dashboard.model.cards import Basis
from dashboard.model.errors import BadSetting
from dashboard.model.pillars import PILLAR_MAX, PILLARS
from dashboard.model.settings import Settings
from dashboard.store import schema
from dashboard.store.engine import bump, reading, writing


class Rule(NamedTuple):
    """Which values a setting may have, and the same in words."""

    holds: Callable[[object], bool]
    words: str


def load_settings(engine: Engine) -> Settings:
    """Return the settings as saved, each checked (BadSetting); names this version does not know are left alone."""
    with reading(engine) as connection:
        saved = {row.name: row.value for row in connection.execute(select(schema.settings))}
    known = {each.name for each in fields(Settings)}
    return checked({name: _value(value) for name, value in saved.items() if name in known})


def save_settings(engine: Engine, settings: Settings, *, at: datetime) -> None:
    """Keep the settings, each checked before (BadSetting); targets other than before hold from that day on."""
    chosen = asdict(settings)
    checked(chosen)
    chosen["targets_from"] = _targets_from(engine, settings, at)
    with writing(engine) as connection:
        connection.execute(delete(schema.settings).where(schema.settings.c.name.in_(chosen)))
        lines = [{"name": name, "value": value, "saved_at": at.isoformat()} for name, value in chosen.items()]
        connection.execute(insert(schema.settings), lines)
        bump(connection)


def _targets_from(engine: Engine, settings: Settings, at: datetime) -> str:
    """Return the day from which on the targets are as they are; those of a new desk are older than any reading."""
    if settings.targets == Settings().targets:
        return ""
    try:
        before = load_settings(engine)
    except BadSetting:
        return at.date().isoformat()
    return before.targets_from if settings.targets == before.targets else at.date().isoformat()


def checked(chosen: dict[str, Any]) -> Settings:
    """Return the chosen values as Settings, the others by default (BadSetting names the one that cannot be)."""
    for name, value in chosen.items():
        if not RULES[name].holds(value):
            raise BadSetting(name=name, value=value, reason=f"it must be {RULES[name].words}")
    return Settings(**chosen)


def _value(saved: object) -> object:
    return tuple(saved) if isinstance(saved, list) else saved


def _number(lowest: float, highest: float) -> Rule:
    return Rule(
        lambda value: _is_number(value) and lowest <= value <= highest, f"a number from {lowest:g} to {highest:g}"
    )


def _whole(lowest: int, highest: int) -> Rule:
    words = f"a whole number from {lowest} to {highest}"
    return Rule(lambda value: _is_number(value) and lowest <= value <= highest and value == int(value), words)


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _three_rising(value: object) -> bool:
    cuts = value if isinstance(value, tuple) and all(_is_number(cut) for cut in value) else ()
    return len(cuts) == 3 and 0 < cuts[0] < cuts[1] < cuts[2] < 100


def _four_of_a_pillar(value: object) -> bool:
    points = value if isinstance(value, tuple) and all(_is_number(each) for each in value) else ()
    return len(points) == len(PILLARS) and all(0 < each <= PILLAR_MAX for each in points)


def _day_or_none(value: object) -> bool:
    try:
        return value == "" or (isinstance(value, str) and date.fromisoformat(value).isoformat() == value)
    except ValueError:
        return False


_BASES = ("auto", *Basis)

RULES: dict[str, Rule] = {
    "min_change_total": _number(0, 100),
    "min_change_pillar": _number(0, 25),
    "baseline": Rule(lambda value: value in _BASES, f"one of {', '.join(_BASES)}"),
    "min_peers": _whole(2, 100),
    "band_cuts": Rule(_three_rising, "three rising points between 0 and 100"),
    "stale_after_weeks": _whole(1, 52),
    "hide_ranks": Rule(lambda value: isinstance(value, bool), "true or false"),
    "show_all_teams_up_to": _whole(1, 1_000_000),
    "targets": Rule(_four_of_a_pillar, f"four numbers of points above 0 and up to {PILLAR_MAX:g}"),
    "targets_from": Rule(_day_or_none, "a day such as 2026-11-16, or empty"),
    **dict.fromkeys(("weight_need", "weight_signal", "weight_coachability", "weight_waiting"), _number(0, 2)),
}
"""One rule per field of Settings."""
