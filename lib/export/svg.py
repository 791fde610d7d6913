"""The few parts of SVG that a picture is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from lib.text.measure import wrap

Element = ElementTree.Element

NAMESPACE = "http://www.w3.org/2000/svg"
ElementTree.register_namespace("", NAMESPACE)
_LINE_HEIGHT = 1.4
_MOST_LINES = 40
# Addresses are rich in wide signs, which the estimate of a line takes for letters.
_ROOM = 0.93


@dataclass(frozen=True)
class Type:
    """How a text is set: size in pixels, colour, weight."""

    size: float
    colour: str
    is_bold: bool = False

    @property
    def line(self) -> float:
        """Height of a line."""
        return round(self.size * _LINE_HEIGHT)


def element(tag: str, **attributes: object) -> Element:
    """Make an element; `stroke_width=2` becomes `stroke-width="2"`."""
    return Element(f"{{{NAMESPACE}}}{tag}", {name.replace("_", "-"): str(value) for name, value in attributes.items()})


def parsed(svg: str) -> Element:
    """Read an SVG of ours.

    Needs: text without a document type, as the renderer writes it.
    """
    return ElementTree.fromstring(svg)


def written(root: Element) -> str:
    """Write an element as a document."""
    return ElementTree.tostring(root, encoding="unicode")


def texts_of(root: Element) -> Iterable[Element]:
    """Give every text element."""
    return root.iter(f"{{{NAMESPACE}}}text")


def words(text: str, x: float, y: float, look: Type, family: str, **attributes: Any) -> Element:
    """Set one line; `y` is the top of it."""
    line = element("text", x=x, y=_base(y, look), font_family=family, font_size=look.size, fill=look.colour, **attributes)
    if look.is_bold:
        line.set("font-weight", "600")
    line.text = text
    return line


def paragraph(text: str, x: float, y: float, width: float, look: Type, family: str) -> tuple[Element, float]:
    """Set a text in as many lines as it needs, from the top `y` on.

    *Returns* the text element, whose content is the whole text unbroken, and the height of its lines.
    """
    lines = wrap(text, width * _ROOM, look.size, bold=look.is_bold, lines=_MOST_LINES).split("\n")
    block = words("", x, y, look, family)
    rest = text
    for place, line in enumerate(lines):
        part = element("tspan", x=x, y=_base(y + place * look.line, look))
        # A blank at which a line was broken stays in the text, so that who reads or copies it gets whole sentences.
        rest = rest[len(line) :]
        blank = rest[: len(rest) - len(rest.lstrip())]
        rest = rest.lstrip()
        part.text = line + blank
        block.append(part)
    return block, len(lines) * look.line


def _base(top: float, look: Type) -> float:
    return round(top + look.size * 1.08, 1)
