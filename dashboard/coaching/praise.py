"""What did a rep reach that deserves a word? A rise beyond noise, or a met quota."""

from dashboard.coaching.words import four_weeks, own_change, signed
from dashboard.model.cards import Flag, PillarCard, RepCard, Verdict
from dashboard.model.pillars import LABELS


def rise(card: RepCard) -> str:
    """Return a rise of the total beyond noise and beyond the team's own, with the pillar that rose most; else empty."""
    return f"{four_weeks(card, 'up')}{_most_on(card)}" if risen(card) else ""


def risen(card: RepCard) -> bool:
    """Tell whether the total rose beyond noise and beyond the team's own."""
    return card.verdict is Verdict.UP and own_change(card) is not None


def _most_on(card: RepCard) -> str:
    up = [(change, held) for held in card.pillars.values() if (change := _risen(held)) is not None]
    if not up:
        return ""
    change, held = max(up, key=lambda pair: pair[0])
    return f", most on {LABELS[held.pillar].lower()} ({signed(change)})"


def _risen(held: PillarCard) -> float | None:
    return own_change(held) if held.verdict is Verdict.UP else None


def quota(card: RepCard) -> str:
    """Return that the quota is met, and how far; else empty."""
    if Flag.QUOTA_MET not in card.flags:
        return ""
    reached = card.pipeline.attainment if card.pipeline else None
    return "quota met" if reached is None else f"quota met, {reached:.0%} attained"
