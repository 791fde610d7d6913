"""The key of a picture: its shapes, signs and colours in groups, wrapped into the width."""

from collections.abc import Mapping, Sequence
from typing import Any

from lib.export.svg import Element, Type, element, words
from lib.text.measure import text_width

Group = Mapping[str, Any]

_SYMBOL, _BESIDE, _BETWEEN, _BETWEEN_GROUPS = 11, 6, 16, 28
_SHAPES = {
    "circle": lambda x, y, half: element("circle", cx=x, cy=y, r=half),
    "square": lambda x, y, half: element("rect", x=x - half, y=y - half, width=2 * half, height=2 * half),
    "diamond": lambda x, y, half: element("path", d=f"M{x},{y - half - 1}L{x + half + 1},{y}L{x},{y + half + 1}L{x - half - 1},{y}Z"),
}


def key(groups: Sequence[Group], x: float, y: float, width: float, look: Type, family: str) -> tuple[Element, float]:
    """Draw the groups one after the other, each in the next line where it does not fit.

    Needs: groups as `lib.charts.key.key_of`. *Returns* the drawn key and its height.
    """
    root = element("g")
    place, top = x, y
    for group in groups:
        for entry in group["entries"]:
            room = _room(entry, look)
            if place > x and place + room > x + width:
                place, top = x, top + look.line + 2
            root.extend(_entry(entry, place, top, look, family))
            place += room + _BETWEEN
        place += _BETWEEN_GROUPS - _BETWEEN
    return root, (top - y + look.line + 2) if len(root) else 0


def _room(entry: Group, look: Type) -> float:
    return _SYMBOL + _BESIDE + text_width(entry["words"], look.size)


def _entry(entry: Group, x: float, y: float, look: Type, family: str) -> list[Element]:
    return [_symbol(entry, x, y, look, family), words(entry["words"], x + _SYMBOL + _BESIDE, y, look, family)]


def _symbol(entry: Group, x: float, y: float, look: Type, family: str) -> Element:
    middle = y + look.line / 2
    if "sign" in entry:
        return words(entry["sign"], x + _SYMBOL / 2, y, look, family, text_anchor="middle")
    if "colour" in entry:
        return element("rect", x=x, y=middle - _SYMBOL / 2, width=_SYMBOL, height=_SYMBOL, fill=entry["colour"])
    mark = _SHAPES[entry["symbol"]](x + _SYMBOL / 2, middle, _SYMBOL / 2 - 1)
    for name, value in {"fill": look.colour, "fill-opacity": entry["solid"], "stroke": look.colour, "stroke-width": 1.6}.items():
        mark.set(name, str(value))
    return mark
