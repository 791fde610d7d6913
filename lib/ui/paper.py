"""The colours of charts on paper: what the screen shows in its dark colours is printed in the light ones."""

from collections.abc import Iterator
from dataclasses import astuple
from itertools import chain

from lib.charts.colours import INKS, Mode, area_colours


def paper_colours() -> str:
    """Return the style rules that print a chart drawn for a dark screen on white."""
    rules = (f'[{part}="{dark}" i] {{ {part}: {light}; }}' for dark, light in _pairs() for part in ("fill", "stroke"))
    return "@media print {\n" + "\n".join(rules) + "\n}\n"


def _pairs() -> Iterator[tuple[str, str]]:
    return zip(_colours("dark"), _colours("light"), strict=True)


def _colours(mode: Mode) -> Iterator[str]:
    inks = (ink if isinstance(ink, tuple) else (ink,) for ink in astuple(INKS[mode]))
    return chain(area_colours(mode), *inks)
