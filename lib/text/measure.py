"""How wide a text will be, near enough to lay it out before any browser has drawn it."""

import unicodedata

_WIDE_LETTERS = frozenset("mwMWGOQ%@—…")
_NARROW_LETTERS = frozenset("ijltfrI.,:;'’|()[]! ·")


def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in _WIDE_LETTERS:
        return 0.86
    if character in _NARROW_LETTERS:
        return 0.32
    return 0.64 if character.isupper() else 0.54


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Estimate the width of a line in pixels, rather too wide than too narrow."""
    return sum(_em(character) for character in text) * size * (1.05 if bold else 1.0)


def wrap(text: str, width: float, size: float, *, bold: bool = False, lines: int = 2) -> str:
    """Break a text into at most so many lines of the width; what does not fit the last line ends in an ellipsis."""
    wrapped: list[str] = []
    rest = text
    while rest and len(wrapped) < lines - 1 and text_width(rest, size, bold=bold) > width:
        cut = _cut(rest, width, size, bold)
        wrapped.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return "\n".join([*wrapped, shorten(rest, width, size, bold=bold)])


def shorten(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Cut a text to the width, with an ellipsis where something is lost."""
    if text_width(text, size, bold=bold) <= width:
        return text
    room = width - text_width("…", size, bold=bold)
    fitting = next((end for end in range(len(text), 0, -1) if text_width(text[:end], size, bold=bold) <= room), 0)
    return text[:fitting].rstrip() + "…"


def _cut(text: str, width: float, size: float, bold: bool) -> int:
    fitting = next(end for end in range(len(text), 0, -1) if end == 1 or text_width(text[:end], size, bold=bold) <= width)
    breaks = [place for place in range(1, fitting + 1) if _may_break(text, place)]
    return breaks[-1] if breaks else fitting


def _may_break(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place] if place < len(text) else " "
    return after == " " or before in " -–/" or (unicodedata.east_asian_width(after) == "W" and after not in "，。、；：）")
