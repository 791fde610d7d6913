"""A scale with few, round ticks whose words never collide."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lib.charts.config import SMALL_TEXT_SIZE
from lib.text.measure import text_width

_STEPS = (1.0, 2.0, 2.5, 5.0)
_MOST_TICKS = 5
_BETWEEN_WORDS = 14
_DIGITS = 12


@dataclass(frozen=True)
class Scale:
    """The ends of an axis and the round values on it, the first at its low end and the last at its high end."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def fraction(self, value: float) -> float:
        """Return how far along the axis a value stands: 0 at its low end, 1 at its high end."""
        return (value - self.low) / (self.high - self.low)


def scale_over(values: Sequence[float], word: Callable[[float], str], room: float) -> Scale:
    """Find the finest round scale that holds the values.

    Needs: at least one value, a function that writes a tick, and the narrowest room in pixels that the axis may get.
    """
    low, high = min(values), max(values)
    return next(scale for scale in _ever_coarser(low, high) if _fits(scale, word, room))


def _ever_coarser(low: float, high: float) -> Iterator[Scale]:
    power = math.floor(math.log10((high - low) or abs(high) or 1.0)) - 1
    while True:
        yield from (_stepped(low, high, step * 10.0**power) for step in _STEPS)
        power += 1


def _stepped(low: float, high: float, step: float) -> Scale:
    first, last = math.floor(round(low / step, _DIGITS)), math.ceil(round(high / step, _DIGITS))
    if first == last:
        last += 1
    ticks = tuple(float(f"{place * step:.{_DIGITS}g}") for place in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks)


def _fits(scale: Scale, word: Callable[[float], str], room: float) -> bool:
    if len(scale.ticks) > _MOST_TICKS:
        return False
    widest = max(text_width(word(tick), SMALL_TEXT_SIZE) for tick in scale.ticks)
    return len(scale.ticks) == 2 or (len(scale.ticks) - 1) * (widest + _BETWEEN_WORDS) <= room
