"""Sets the words of a picture in typefaces that are there for certain, whatever the machine has."""

import re

from lib.export import fonts
from lib.export.svg import Element, element, texts_of
from lib.text.catalogue import Language

# The Chinese typeface draws these as wide as a Chinese character, which is right in Chinese alone.
_WIDE_SIGNS = re.compile("([‘’“”·—…]+)")
# One of the typefaces that the renderer brings along.
_LATIN = "Liberation Sans"
_BOLD = frozenset({"600", "700", "800", "bold"})
# Share of the letters' size: the typeface has one weight, so bold is drawn with a line around the letters.
_LINE = 0.035


def in_typefaces_at_hand(picture: Element, language: Language) -> Element:
    """Set every text of a picture, and return it.

    Needs: texts with a size in pixels, each in one colour.
    """
    for text in texts_of(picture):
        text.set("font-family", fonts.FAMILY)
        if text.get("font-weight") in _BOLD and "stroke" not in text.attrib:
            _embolden(text)
        if language == "en":
            for part in (text, *text):
                _set_signs(part)
    return picture


def _embolden(text: Element) -> None:
    size = float(text.get("font-size", "12").removesuffix("px"))
    text.attrib |= {"stroke": text.get("fill", "#000000"), "stroke-width": f"{size * _LINE:.2f}", "stroke-linejoin": "round"}


def _set_signs(part: Element) -> None:
    pieces = _WIDE_SIGNS.split(part.text or "")
    part.text, rest = pieces[0], pieces[1:]
    for place, (signs, words) in enumerate(zip(rest[::2], rest[1::2], strict=True)):
        narrow = element("tspan", font_family=_LATIN)
        narrow.text, narrow.tail = signs, words
        part.insert(place, narrow)
