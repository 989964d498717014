"""Which names have room beside their points, even on a telephone? The others stay on hover and in the lists."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 290.0, 370.0
"""Pixels of the plot on a screen 420 wide: names that do not touch there do not touch anywhere."""

LETTER, LINE, DOT = 6.2, 15.0, 13.0
"""Pixels: the usual width of a letter, the height of a line, the size of a point."""

MOST_NAMES = 40
"""Beyond this many points a few names would look like a choice; all of them stay on hover."""

SIDES = {"top center": (0, 1), "bottom center": (0, -1), "middle right": (1, 0), "middle left": (-1, 0)} | {
    f"{high} {wide}": (right, up)
    for high, up in (("top", 1), ("bottom", -1))
    for wide, right in (("right", 1), ("left", -1))
}
"""To the right (1) or left and above (1) or below of a point, in the order in which they are tried."""


@dataclass(frozen=True)
class Label:
    """A short name and the side of its point on which it stands, in plotly's words."""

    text: str
    side: str


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels of the plot, from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def touches(self, other: "Box") -> bool:
        """Tell whether two rectangles share any room."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top

    def inside(self, frame: "Box") -> bool:
        """Tell whether a rectangle lies wholly in another one."""
        across = frame.left <= self.left and self.right <= frame.right
        return across and frame.bottom <= self.bottom and self.top <= frame.top


WRITTEN = tuple(Box(x, y, x + 138, y + 22) for x in (0.0, WIDTH - 138) for y in (0.0, HEIGHT - 22))
"""Where the corners' own names stand."""

FRAME = Box(-10.0, 0.0, WIDTH + 14, HEIGHT)
"""Names may reach a little over the sides, into the margins."""


def short_names(names: Sequence[str]) -> list[str]:
    """Return each name as short as it stays its own: first name and initial, an address without its host.

    >>> short_names(["Tom Becker", "Thomas Becker", "ben.osei@north.example", "Ana Ruiz", "Ana Rossi", "@x"])
    ['Tom B.', 'Thomas B.', 'ben.osei', 'Ana Ruiz', 'Ana Rossi', '@x']
    """
    short = [_short(name) for name in names]
    often = Counter(short)
    return [name if often[less] > 1 else less for name, less in zip(names, short, strict=True)]


def _short(name: str) -> str:
    words = name.partition("@")[0].split() or [name]
    return f"{words[0]} {words[-1][0]}." if len(words) > 1 else "".join(words)


def named_beside(points: Sequence[tuple[float, float]], names: Sequence[str]) -> list[Label | None]:
    """Return where each name stands without lying on another name or point, None where there is no room.

    Points are fractions of the picture, from its lower left corner. Who has the fewest free sides chooses first, so
    that a name is not shut in by one that could have stood elsewhere; who has none is written by the first name.

    >>> [label.side for label in named_beside([(0.5, 0.5), (0.53, 0.5)], ["Ida L.", "Leo B."])]
    ['top center', 'bottom center']
    """
    if len(points) > MOST_NAMES:
        return [None] * len(points)
    centres = [(x * WIDTH, y * HEIGHT) for x, y in points]
    taken = [*WRITTEN, *(_box(x, y, DOT, DOT) for x, y in centres)]
    found: list[Label | None] = [None] * len(points)
    for texts in (names, _first_names(names)):
        rooms = {at: _free(*centres[at], texts[at], taken) for at, label in enumerate(found) if label is None}
        for at in sorted(rooms, key=lambda each: len(rooms[each])):
            side = next((side for side, box in rooms[at].items() if not any(map(box.touches, taken))), None)
            if side:
                found[at] = Label(escape(texts[at], quote=False), side)
                taken.append(rooms[at][side])
    return found


def _first_names(names: Sequence[str]) -> list[str]:
    """Return the first word of each name where it is nobody else's, else the name.

    >>> _first_names(["Tom B.", "Reto Z.", "Tom K."])
    ['Tom B.', 'Reto', 'Tom K.']
    """
    first = [name.partition(" ")[0] for name in names]
    often = Counter(first)
    return [less if often[less] == 1 else name for name, less in zip(names, first, strict=True)]


def _free(x: float, y: float, name: str, taken: Sequence[Box]) -> dict[str, Box]:
    """Return the rooms of a name that lie in the picture and touch nothing."""
    rooms = {side: room(x, y, name, side) for side in SIDES}
    return {side: box for side, box in rooms.items() if box.inside(FRAME) and not any(map(box.touches, taken))}


def room(x: float, y: float, name: str, side: str) -> Box:
    """Return the room a name takes on a side of its point (pixels)."""
    right, up = SIDES[side]
    wide = LETTER * len(name)
    return _box(x + right * (wide + DOT) / 2, y + up * (LINE + DOT) / 2, wide - 1, LINE - 1)


def _box(x: float, y: float, wide: float, high: float) -> Box:
    """Return the rectangle around a point."""
    return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
