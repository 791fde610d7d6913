"""Pictures that stand alone: charts with their title, key, source line, filters, dataset and link, on white, as SVG and PNG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

import vl_convert

from lib.export import fonts
from lib.export.about import About
from lib.export.picture_key import Group, key
from lib.export.png_file import repacked
from lib.export.svg import Element, Type, element, paragraph, parsed, words, written
from lib.export.typesetting import in_typefaces_at_hand

WIDTH = 960
SCALE = 2
_MARGIN, _EDGE = 32, 4
_BETWEEN = 24
_FAMILY = f'"Source Sans 3", "Source Sans Pro", "{fonts.FAMILY}", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'
_INK, _QUIET, _RULE = "#14181D", "#525C6B", "#D9DDE3"
_TITLE, _SUBTITLE = Type(24, _INK, is_bold=True), Type(14, _QUIET)
_HEADING, _KEY, _FOOT = Type(14, _INK, is_bold=True), Type(12, _INK), Type(11.5, _QUIET)
# A tall picture holds many megabytes while it is made, so that one is made after the other.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True)
class Plate:
    """One chart of a picture: its specification with rows and height inside, what it shows in words, and a heading where it needs one."""

    spec: Mapping[str, Any]
    alt: str
    heading: str = ""


@dataclass(frozen=True)
class Picture:
    """Charts, one below the other or in columns, with all that a reader needs who meets them elsewhere.

    Needs: specifications in the light colours; the key as `lib.charts.key.key_of`; notes on how to read them and what not to conclude;
    a `name` of its own where several stand in one document. What stands on a slide that says all this itself `is_part` of it: it has
    no foot and no margin.
    """

    plates: Sequence[Plate]
    about: About
    groups: Sequence[Group] = ()
    notes: Sequence[str] = ()
    columns: int = 1
    width: int = WIDTH
    name: str = "chart"
    is_part: bool = False


def svg(picture: Picture) -> bytes:
    """Draw a picture as SVG, in UTF-8; all its words are text, the link is one."""
    with _ONE_AT_A_TIME:
        return written(_drawn(picture)).encode()


def png(picture: Picture) -> bytes:
    """Draw a picture in pixels, at twice its size, set in the typeface that comes along; the file says the same of itself."""
    with _ONE_AT_A_TIME:
        fonts.register()
        set_in_pixels = in_typefaces_at_hand(_drawn(picture), picture.about.language)
        pixels = vl_convert.svg_to_png(written(set_in_pixels), scale=SCALE)
    return repacked(pixels, picture.about.fields())


def size(picture: Picture) -> tuple[float, float]:
    """Return how wide and how high a picture is, in pixels in which its smallest words are about as large as letters on paper."""
    with _ONE_AT_A_TIME:
        drawn = _drawn(picture)
    return float(drawn.get("width", 0)), float(drawn.get("height", 0))


def _drawn(picture: Picture) -> Element:
    page, about = _Page(picture), picture.about
    page.say(about.title, _TITLE)
    page.space(4)
    page.say(about.subtitle, _SUBTITLE)
    page.space(8)
    page.put(*key(picture.groups, page.margin, page.y, page.inside, _KEY, _FAMILY))
    page.space(14)
    page.charts(picture.plates, picture.columns)
    page.space(10)
    for note in picture.notes:
        page.say(note, _FOOT)
    if not picture.is_part:
        page.rule()
        for line in about.lines():
            page.say(line, _FOOT, about.link if line == about.link_line else "")
    return page.closed(about, " ".join(plate.alt for plate in picture.plates))


class _Page:
    """A page that grows downwards."""

    def __init__(self, picture: Picture) -> None:
        self.margin = _EDGE if picture.is_part else _MARGIN
        self.width, self.inside, self.name = picture.width, picture.width - 2 * self.margin, picture.name
        self.root = element("svg", width=self.width, role="img")
        self.y: float = self.margin

    def put(self, part: Element, height: float) -> None:
        self.root.append(part)
        self.y += height

    def space(self, height: float) -> None:
        self.y += height

    def say(self, text: str, look: Type, link: str = "") -> None:
        if not text:
            return
        block, height = paragraph(text, self.margin, self.y, self.inside, look, _FAMILY)
        if link:
            anchor = element("a", href=link)
            anchor.append(block)
            block = anchor
        self.put(block, height)

    def rule(self) -> None:
        self.space(10)
        self.root.append(element("line", x1=self.margin, x2=self.width - self.margin, y1=self.y, y2=self.y, stroke=_RULE))
        self.space(8)

    def charts(self, plates: Sequence[Plate], columns: int) -> None:
        width = (self.inside - (columns - 1) * _BETWEEN) // columns
        for start in range(0, len(plates), columns):
            row = plates[start : start + columns]
            tops = [self._plate(plate, start + place, self.margin + place * (width + _BETWEEN), width) for place, plate in enumerate(row)]
            self.space(max(tops) + (_BETWEEN if start + columns < len(plates) else 0))

    def _plate(self, plate: Plate, number: int, x: float, width: float) -> float:
        head = _HEADING.line + 4 if plate.heading else 0
        if plate.heading:
            self.root.append(words(plate.heading, x, self.y, _HEADING, _FAMILY))
        drawn = parsed(vl_convert.vegalite_to_svg({**plate.spec, "width": width}, allowed_base_urls=[]))
        _own_names(drawn, f"{self.name}{number}_")
        drawn.set("x", str(x))
        drawn.set("y", str(self.y + head))
        self.root.append(drawn)
        return head + float(drawn.get("height", 0))

    def closed(self, about: About, alt: str) -> Element:
        height = round(self.y + self.margin)
        self.root.set("height", str(height))
        self.root.set("viewBox", f"0 0 {self.width} {height}")
        self.root.set("lang", "zh-Hans" if about.language == "zh" else "en")
        title, told = element("title"), element("desc")
        title.text, told.text = about.title, alt
        ground = element("rect", width=self.width, height=height, fill="#FFFFFF")
        for place, part in enumerate((title, told, ground)):
            self.root.insert(place, part)
        return self.root


def _own_names(drawn: Element, prefix: str) -> None:
    """Keep apart what two charts call by the same name."""
    for part in drawn.iter():
        for attribute, value in part.items():
            if attribute == "id":
                part.set(attribute, prefix + value)
            elif "url(#" in value:
                part.set(attribute, value.replace("url(#", f"url(#{prefix}"))
