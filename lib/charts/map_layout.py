"""Where the circles and names of a map stand, so that none covers another at any width of its panel."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import cos, hypot, pi, sin

from lib.charts.config import SMALL_TEXT_SIZE
from lib.charts.map_panels import MAP_HEIGHT, Panel
from lib.text.measure import text_width

# The narrowest panel is that of a phone; between these widths everything grows evenly.
WIDTHS = (320, 340, 380, 420, 460)
LINE = 16
_BETWEEN = 2.0
_FROM_CIRCLE = 4.0
_FARTHEST = 60
_DIRECTIONS = 16
_AREA_PER_FIGURE = 20.0

Box = tuple[float, float, float, float]
Offset = tuple[float, float]


@dataclass(frozen=True)
class Spot:
    """A circle with its name: where it stands on the projected map, and by how many pixels it and its name were moved from there."""

    region: str
    text: str
    east: float
    north: float
    figures: int
    is_approximate: bool
    shift: Offset = (0.0, 0.0)
    label: Offset | None = None
    align: str = "left"

    @property
    def area(self) -> float:
        """Area of the circle in square pixels: so much for each figure."""
        return self.figures * _AREA_PER_FIGURE

    @property
    def radius(self) -> float:
        """Radius of the circle in pixels."""
        return (self.area / pi) ** 0.5

    def centre(self, panel: Panel, width: float) -> Offset:
        """Return the pixel at which the circle stands in a panel of that width."""
        x, y = panel.origin(width)
        scale = panel.scale(width)
        return x + scale * self.east + self.shift[0], y - scale * self.north + self.shift[1]

    def label_box(self, panel: Panel, width: float) -> Box | None:
        """Return the box around its name in a panel of that width, when it has one."""
        if self.label is None:
            return None
        x, y = self.centre(panel, width)
        room = text_width(self.text, SMALL_TEXT_SIZE, bold=True)
        left = x + self.label[0] - {"left": 0.0, "center": room / 2, "right": room}[self.align]
        middle = y + self.label[1]
        return left, middle - LINE / 2, left + room, middle + LINE / 2


def lay_out(spots: Sequence[Spot], panel: Panel, title: str) -> list[Spot]:
    """Move circles that are only near their place off the others, then give each a name where there is room for it.

    A circle that is where it says stays there. Names go to the fullest circles first; the title keeps its corner.
    Where there is no room for a name, the number stands alone.
    """
    circles: list[Spot] = []
    for spot in sorted(spots, key=lambda spot: (spot.is_approximate, -spot.figures)):
        circles.append(_beside(spot, circles, panel) if spot.is_approximate else spot)
    corner = (0.0, 0.0, text_width(title, 15, bold=True), 26.0)
    circles.sort(key=lambda spot: -spot.figures)
    written: list[Spot] = []
    for spot in circles:
        written += _written(spot, circles, written, panel, corner)
    bare = [replace(spot, text=str(spot.figures)) for spot in circles if spot.region not in {one.region for one in written}]
    for spot in bare:
        written += _written(spot, circles, written, panel, corner) or [spot]
    return written


def _beside(spot: Spot, circles: Sequence[Spot], panel: Panel) -> Spot:
    moved = (replace(spot, shift=shift) for shift in _shifts())
    return next((one for one in moved if all(_apart(one, other, panel) for other in circles)), spot)


def _shifts() -> Iterator[Offset]:
    yield 0.0, 0.0
    for distance in range(2, _FARTHEST, 2):
        for turn in range(_DIRECTIONS):
            # Southwards first: names stand beside or above their circles more often than below.
            angle = pi / 2 + 2 * pi * turn / _DIRECTIONS
            yield round(distance * cos(angle), 1), round(distance * sin(angle), 1)


def _apart(one: Spot, other: Spot, panel: Panel) -> bool:
    distances = (hypot(*(a - b for a, b in zip(one.centre(panel, w), other.centre(panel, w), strict=True))) for w in WIDTHS)
    return all(distance >= one.radius + other.radius + _BETWEEN for distance in distances)


def _written(spot: Spot, circles: Sequence[Spot], written: Sequence[Spot], panel: Panel, corner: Box) -> list[Spot]:
    tries = (replace(spot, label=place, align=align) for place, align in _places(spot.radius + _FROM_CIRCLE))
    free = (one for one in tries if all(_is_free(one, circles, written, panel, width, corner) for width in WIDTHS))
    return list(islice(free, 1))


def _places(gap: float) -> Iterator[tuple[Offset, str]]:
    slant, line = gap * 0.71, LINE / 2
    yield (gap, 0.0), "left"
    yield (-gap, 0.0), "right"
    yield (0.0, -gap - line), "center"
    yield (0.0, gap + line), "center"
    for down in (-1, 1):
        yield (slant, down * (slant + line / 2)), "left"
        yield (-slant, down * (slant + line / 2)), "right"


def _is_free(spot: Spot, circles: Sequence[Spot], written: Sequence[Spot], panel: Panel, width: float, corner: Box) -> bool:
    box = spot.label_box(panel, width)
    if box is None or box[0] < 1 or box[2] > width - 1 or box[1] < 0 or box[3] > MAP_HEIGHT:
        return False
    taken = [corner, *(other for one in written if (other := one.label_box(panel, width)))]
    return not any(_overlap(box, other) for other in taken) and not any(_touches(box, one, panel, width) for one in circles)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _touches(box: Box, spot: Spot, panel: Panel, width: float) -> bool:
    x, y = spot.centre(panel, width)
    away = hypot(max(box[0] - x, 0.0, x - box[2]), max(box[1] + 2 - y, 0.0, y - box[3] + 2))
    return away < spot.radius + 1
