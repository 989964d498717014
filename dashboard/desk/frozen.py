"""What stood there when a review ended? Made once, kept with the review, read again and held beside another one.

What the manager wrote for themselves is not in it: it stays in the store beside the review and is in no export.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from dashboard.coaching.expected import reckoned
from dashboard.coaching.ledger_words import promise, said_done, sentence
from dashboard.coaching.words import change, weakest
from dashboard.desk.meeting import talked, with_those_of
from dashboard.desk.review import WeekReview
from dashboard.desk.review_json import judged_json, review_json
from dashboard.model.cards import RepCard, Shift
from dashboard.model.commitments import Commitment, Judged
from dashboard.model.pillars import PILLARS, Pillar
from dashboard.model.reviews import Talk, Talked
from dashboard.model.settings import Settings

ALL_AS_THEN: Mapping[str, str] = {}
VERSION = 1
"""Of the shape below; a later one can still read it."""


@dataclass(frozen=True)
class Agreed:
    """One commitment as it stood at the end of a review: what was promised, whether it was done, what came of it."""

    commitment_id: str
    rep_id: str
    pillar: str | None
    promise: str
    agreed_on: str
    check_on: str
    done: str
    sentence: str
    review_id: str | None


@dataclass(frozen=True)
class Discussed:
    """One rep as talked about: points of the total (0-100), what the change meant, the weakest pillar, the reason."""

    rep_id: str
    name: str
    talked: Talked
    shared: str
    minutes: int | None
    total: float | None
    change: str
    weakest: str
    reason: str


@dataclass(frozen=True)
class Frozen:
    """A review as it was ended: `points` has the total and the pillars of everybody in it, by rep id.

    `shifts` are those of the formula that were known then.
    """

    median: float | None
    scored: int
    discussed: tuple[Discussed, ...]
    agreed: tuple[Agreed, ...]
    names: Mapping[str, str]
    points: Mapping[str, Mapping[str, float | None]]
    settings: Mapping[str, Any]
    shifts: tuple[Shift, ...] = ()


def freeze(
    week: WeekReview,
    talks: Mapping[str, Talk],
    order: Sequence[str],
    settings: Settings,
    agreed: Sequence[Commitment] = (),
) -> dict[str, Any]:
    """Return what is kept of a review: the numbers and words of `order`, everybody's points, queue and settings.

    `agreed` is what was agreed in it, whatever the week's own verdicts know of that yet.
    """
    told, cards = review_json(week), {card.rep_id: card for card in week.cards}
    reasons = {one["rep_id"]: one["reason"] for reasons in told["queue"].values() for one in reasons}
    kept = {name: told[name] for name in ("week", "weeks_of_history", "team", "queue")}
    return kept | {
        "version": VERSION,
        "reps": [
            numbers | _talk(talks, cards[numbers["rep_id"]], reasons, settings)
            for numbers in told["reps"]
            if numbers["rep_id"] in set(order)
        ],
        "order": [*order],
        "everybody": {card.rep_id: {"name": card.name} | _points(card) for card in week.cards},
        "commitments": [_agreed(one) for one in with_those_of(week.judged, agreed)],
        "settings": asdict(settings),
    }


def _talk(talks: Mapping[str, Talk], card: RepCard, reasons: Mapping[str, str], settings: Settings) -> dict[str, Any]:
    talk = talks.get(card.rep_id, Talk(card.rep_id))
    return {
        "talked": talked(talks, card.rep_id).value,
        "shared": talk.shared,
        "minutes": talk.minutes,
        "reason": reasons.get(card.rep_id, ""),
        "change": change(card, settings),
        "weakest_said": weakest(card, settings) if card.weakest else "",
    }


def _points(card: RepCard) -> dict[str, float | None]:
    held = {pillar: card.pillars[pillar].score for pillar in card.pillars}
    values = {"total": card.total} | {pillar.value: held.get(pillar) for pillar in PILLARS}
    return {name: None if value is None else round(value, 3) for name, value in values.items()}


def _agreed(one: Judged) -> dict[str, Any]:
    made = one.commitment
    words = {
        "promise": promise(made),
        "done_said": said_done(made),
        "sentence": f"{sentence(one)} {reckoned(one)}".rstrip(),
    }
    return judged_json(one) | words | {"review_id": made.review_id}


def read(frozen: Mapping[str, Any], now_called: Mapping[str, str] = ALL_AS_THEN) -> Frozen:
    """Return what was kept of a review, in the order of the meeting; what an older one lacks is empty.

    `now_called` are the ids of today of those who were joined with another since: their words are found under these.
    """
    kept = {name: [_today(one, now_called) for one in frozen.get(name, [])] for name in ("reps", "commitments")}
    everybody = _everybody(frozen.get("everybody", {}), now_called)
    place = {now_called.get(rep_id, rep_id): number for number, rep_id in enumerate(frozen.get("order", []))}
    reps = sorted(kept["reps"], key=lambda rep: place.get(rep["rep_id"], len(place)))
    team = frozen.get("team", {})
    return Frozen(
        median=team.get("median_total"),
        scored=team.get("scored", 0),
        discussed=tuple(_discussed(rep) for rep in reps),
        agreed=tuple(_commitment(one) for one in kept["commitments"]),
        names={rep_id: one["name"] for rep_id, one in everybody.items()},
        points={rep_id: {name: one.get(name) for name in ("total", *PILLARS)} for rep_id, one in everybody.items()},
        settings=frozen.get("settings", {}),
        shifts=tuple(_shift(one) for one in team.get("shifts", [])),
    )


def _today(one: Mapping[str, Any], now_called: Mapping[str, str]) -> Mapping[str, Any]:
    return {**one, "rep_id": now_called.get(one["rep_id"], one["rep_id"])}


def _everybody(frozen: Mapping[str, Any], now_called: Mapping[str, str]) -> Mapping[str, Mapping[str, Any]]:
    """Return everybody by the id of today; of two who are one now the points of the one who is still there, if any."""
    found: dict[str, Mapping[str, Any]] = {}
    for then, one in sorted(frozen.items(), key=lambda item: item[0] in now_called):
        rep_id = now_called.get(then, then)
        found[rep_id] = {**one, **{name: own for name, own in found.get(rep_id, {}).items() if own is not None}}
    return found


def _shift(one: Mapping[str, Any]) -> Shift:
    moved, share = (float(one.get(name) or 0.0) for name in ("median_change", "share_of_reps"))
    return Shift(Pillar(one["pillar"]), date.fromisoformat(one["week"]), moved, share)


def _discussed(rep: Mapping[str, Any]) -> Discussed:
    return Discussed(
        rep["rep_id"],
        rep["name"],
        Talked(rep.get("talked", Talked.OPEN)),
        rep.get("shared", ""),
        rep.get("minutes"),
        rep.get("total"),
        rep.get("change", ""),
        rep.get("weakest_said", ""),
        rep.get("reason", ""),
    )


def _commitment(one: Mapping[str, Any]) -> Agreed:
    words = (one.get(name, "") for name in ("promise", "agreed_on", "check_on", "done_said", "sentence"))
    return Agreed(one["id"], one["rep_id"], one["pillar"], *words, one.get("review_id"))


@dataclass(frozen=True)
class Later:
    """A commitment of an earlier review, what was known of it later (None: nothing), and its pillar's points."""

    agreed: Agreed
    known: Agreed | None
    points: tuple[float | None, float | None]


@dataclass(frozen=True)
class Beside:
    """One rep of an earlier review beside a later one: points of the total then and later, and what was agreed."""

    rep_id: str
    name: str
    total: tuple[float | None, float | None]
    agreed: tuple[Later, ...]


def beside(then: Frozen, review_id: str, now: Frozen) -> tuple[Beside, ...]:
    """Return whom was talked about in a review (`then`, by its id) as they stood then and in a later one."""
    known = {one.commitment_id: one for one in now.agreed}
    made: dict[str, list[Later]] = {}
    for one in then.agreed:
        if one.review_id == review_id:
            points = _then_and_later(one.rep_id, one.pillar, then, now)
            made.setdefault(one.rep_id, []).append(Later(one, known.get(one.commitment_id), points))
    ids = dict.fromkeys([*(one.rep_id for one in then.discussed), *made])
    return tuple(_row(rep_id, tuple(made.get(rep_id, ())), then, now) for rep_id in ids)


def _row(rep_id: str, made: tuple[Later, ...], then: Frozen, now: Frozen) -> Beside:
    name = now.names.get(rep_id) or then.names.get(rep_id, rep_id)
    return Beside(rep_id, name, _then_and_later(rep_id, "total", then, now), made)


def _then_and_later(rep_id: str, name: str | None, then: Frozen, now: Frozen) -> tuple[float | None, float | None]:
    before, later = (held.points.get(rep_id, {}).get(name or "") for held in (then, now))
    return before, later
