"""Over how many weeks is a move beyond noise told, and how are they called?"""

from dashboard.model.cards import PillarCard, RepCard
from dashboard.model.moves import SHOWN

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def own(held: PillarCard | RepCard) -> bool:
    """Tell whether a move is told over its own weeks, and not over the four that are shown."""
    return held.moved is not None and held.moved.weeks != SHOWN


def over(held: PillarCard | RepCard) -> str:
    """Return the weeks over which a number moved, in words: "four weeks" unless the move says others."""
    weeks = held.moved.weeks if held.moved else SHOWN
    return f"{NUMBERS[weeks] if weeks < len(NUMBERS) else weeks} week{'' if weeks == 1 else 's'}"


def aside(held: PillarCard | RepCard) -> str:
    """Return " in eight weeks", to follow a move that is told over its own weeks; else empty."""
    return f" in {over(held)}" if own(held) else ""


def is_net(held: PillarCard | RepCard) -> bool:
    """Tell whether a change is net of the team, as every move over its own weeks is."""
    return held.net_change_4w is not None or own(held)
