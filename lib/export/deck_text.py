"""Words on slides: set in a Latin and an East Asian typeface, marked with their language, as large as there is room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches, Pt

from lib.export.slides import printable
from lib.text.measure import text_width, wrap

LATIN, EAST_ASIAN = "Arial", "Microsoft YaHei"
INK, QUIET = "#14181D", "#525C6B"
# In points: smaller words are not read in a room.
LEAST = 11.0
_TAGS = {"en": "en-US", "zh": "zh-CN"}
# Office programs refuse longer ones, and repair the file.
_LONGEST_LINK = 2000
_POINTS, _LINE = 72, 1.22
_MOST_LINES = 60


@dataclass(frozen=True)
class Box:
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def corners(self) -> tuple[Inches, Inches, Inches, Inches]:
        """The same for python-pptx."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)


@dataclass(frozen=True)
class Words:
    """A run of words: size in points, language, colour, weight, and perhaps the address that it opens."""

    text: str
    size: float
    language: str
    colour: str = INK
    is_bold: bool = False
    link: str = ""


Lines = Sequence[Sequence[Words]]


def text_box(slide: Any, name: str, box: Box, lines: Lines) -> Any:
    """Put lines of words on a slide, in a box of that name."""
    shape = slide.shapes.add_textbox(*box.corners)
    shape.name = name
    fill(shape.text_frame, lines)
    return shape


def fill(frame: Any, lines: Lines, *, after: float = 0) -> None:
    """Write lines of words into a frame, without margins, each with so many points after it."""
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(after)
        for words in line:
            _run(paragraph, words)


def _run(paragraph: Any, words: Words) -> None:
    run = paragraph.add_run()
    run.text = printable(words.text)
    dress(run.font, words)
    run.font._rPr.set("lang", _TAGS.get(words.language, words.language))
    if words.link and len(words.link) <= _LONGEST_LINK:
        run.hyperlink.address = printable(words.link)


def dress(font: Any, words: Words) -> None:
    """Give a font the size, weight, colour and typefaces of some words."""
    font.size, font.bold, font.name = Pt(words.size), words.is_bold, LATIN
    font.color.rgb = RGBColor.from_string(words.colour.removeprefix("#"))
    # The library knows no East Asian typeface; the format wants it right after the Latin one.
    latin = font._rPr.find(f"{{{_DRAWING}}}latin")
    latin.addnext(parse_xml(f'<a:ea {nsdecls("a")} typeface="{EAST_ASIAN}"/>'))


_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def fitting(lines: Lines, box: Box, sizes: Iterable[float], least: float = LEAST) -> Lines:
    """Return the lines in the first of some sizes, as shares of their own, in which they fit the box; in the last where none does.

    None becomes smaller than can be read.
    """
    for share in sizes:
        scaled = [[replace(words, size=_scaled(words.size, share, least)) for words in line] for line in lines]
        if fits(scaled, box):
            break
    return scaled


def flowing(blocks: Sequence[Lines], box: Box, sizes: Sequence[float]) -> tuple[Lines, Sequence[Lines]]:
    """Return the lines of as many blocks as have room in a box, at least one, in the largest size that fits, and the blocks left over."""
    count = len(blocks)
    lines = fitting(_joined(blocks), box, sizes)
    while count > 1 and not fits(lines, box):
        count -= 1
        lines = fitting(_joined(blocks[:count]), box, sizes)
    return lines, blocks[count:]


def _joined(blocks: Sequence[Lines]) -> Lines:
    return [line for block in blocks for line in block]


def fits(lines: Lines, box: Box) -> bool:
    """Tell whether lines of words have room in a box."""
    return sum(_height(line, box.width) for line in lines) <= box.height * _POINTS


def _scaled(size: float, share: float, least: float) -> float:
    return size if size <= least else max(least, round(size * share, 1))


def _height(line: Sequence[Words], width: float) -> float:
    if not line:
        return 0
    room, size = width * _POINTS * 0.95, max(words.size for words in line)
    if len(line) > 1:
        return ceil(sum(text_width(words.text, words.size, bold=words.is_bold) for words in line) / room) * size * _LINE
    wrapped = wrap(line[0].text, room, size, bold=line[0].is_bold, lines=_MOST_LINES)
    return (wrapped.count("\n") + 1) * size * _LINE
