"""A story as slides of an office program, all to be edited: a title, then a slide a step, or more for many figures, quotes in the notes.

*Source*: ECMA-376 (Office Open XML), as python-pptx writes it.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from pptx import Presentation
from pptx.enum.text import PP_ALIGN
from pptx.util import Emu, Inches

from lib.export.about import About
from lib.export.archive import redated
from lib.export.deck_cards import dealt, put_cards
from lib.export.deck_charts import is_large_enough, put_chart, put_mark
from lib.export.deck_text import INK, QUIET, Box, Lines, Words, fill, fitting, flowing, text_box
from lib.export.slides import Card, Chart, Deck, Look, Slide, printable
from lib.text.catalogue import say
from lib.text.measure import text_width, wrap

_WIDTH, _HEIGHT = 13.333, 7.5
_TITLE_ONLY, _MARGIN = 5, 0.6
_INSIDE = _WIDTH - 2 * _MARGIN
_HEAD = Box(_MARGIN, 0.4, _INSIDE, 1.2)
_FIGURES, _BESIDE = Box(_MARGIN, 1.75, 7.5, 4.45), Box(8.5, 1.75, 4.233, 4.45)
_WORDS = Box(_MARGIN, 1.75, 9.5, 4.45)
_FOOT, _PLACE = Box(_MARGIN, 6.36, _INSIDE - 0.9, 1.04), Box(_WIDTH - _MARGIN - 0.7, 6.36, 0.7, 0.4)
_COMMON, _KEY = 0.34, 0.32
_SIZES = (1.0, 0.9, 0.8, 0.72, 0.64, 0.56, 0.5)
_FOOT_SIZE, _MARK, _LONGEST_PROPERTY = 10, 0.15, 255


def pptx(deck: Deck) -> bytes:
    """Return the slides of a story; the same story of the same day gives the same bytes."""
    made = Presentation()
    _widen(made)
    _describe(made.core_properties, deck.about)
    _title_slide(made, deck)
    for place, slide in enumerate(deck.slides, 1):
        _step(made, slide, f"{place} / {len(deck.slides)}")
    sink = io.BytesIO()
    made.save(sink)
    return redated(sink.getvalue(), deck.about.made)


def _widen(made: Any) -> None:
    share = Inches(_WIDTH) / made.slide_width
    made.slide_width, made.slide_height = Inches(_WIDTH), Inches(_HEIGHT)
    for part in (made.slide_master, *made.slide_layouts):
        for shape in part.placeholders:
            shape.left, shape.top, shape.width, shape.height = (
                Emu(int(shape.left * share)),
                shape.top,
                Emu(int(shape.width * share)),
                shape.height,
            )


def _describe(properties: Any, about: About) -> None:
    day = datetime.fromisoformat(about.made).replace(tzinfo=UTC)
    told = (about.title, about.subtitle, " ".join((about.made_line, about.link_line)))
    properties.title, properties.subject, properties.comments = (printable(text)[:_LONGEST_PROPERTY] for text in told)
    properties.author, properties.last_modified_by = say(about.language, "app.title"), ""
    properties.version, properties.language = about.version, about.language
    properties.created = properties.modified = day


def _titled(made: Any, box: Box, words: Words) -> Any:
    slide = made.slides.add_slide(made.slide_layouts[_TITLE_ONLY])
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = box.corners
    fill(title.text_frame, fitting([[words]], box, _SIZES))
    for paragraph in title.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
    return slide


def _title_slide(made: Any, deck: Deck) -> None:
    about = deck.about
    slide = _titled(made, Box(_MARGIN, 1.9, _INSIDE, 1.5), Words(about.title, 40, about.language, is_bold=True))
    lead = Box(_MARGIN, 3.6, 9.5, 2.2)
    text_box(slide, "Lead", lead, fitting([[Words(about.subtitle, 20, about.language, QUIET)]], lead, _SIZES))
    _foot(slide, about)


@dataclass(frozen=True)
class _Page:
    """One slide of a step: its chart or its cards, and the words beside them; a page of words alone has neither."""

    shown: Slide
    chart: Chart | None
    beside: Lines
    room: Box


def _step(made: Any, shown: Slide, place: str) -> None:
    pages = _pages(shown)
    for number, page in enumerate(pages, 1):
        told = say(shown.about.language, "slides.part", part=number, parts=len(pages))
        _put(made, page, f"{place}\n{told}" if len(pages) > 1 else place)


def _pages(shown: Slide) -> list[_Page]:
    """Deal a step out to slides on which all can be read; notes that have no room beside its figures get a slide of their own."""
    blocks = list(_sentences(shown))
    chart = shown.chart if shown.chart and _is_readable(shown.chart, shown, _room(blocks)) else None
    parts = [shown] if chart else [_part(shown, cards) for cards in dealt(shown.cards, _room(blocks), shown.about.language)]
    flown = [flowing([*_sentences(part), *_remarks(part)], _BESIDE, _SIZES) for part in parts]
    pages = [_Page(part, chart, lines, _BESIDE) for part, (lines, _) in zip(parts, flown, strict=True)]
    rest = min((left for _, left in flown), key=len)
    while rest:
        lines, rest = flowing(rest, _WORDS, _SIZES)
        pages.append(_Page(replace(shown, cards=()), None, lines, _WORDS))
    return pages


def _room(blocks: Sequence[Lines]) -> Box:
    return _FIGURES if blocks else Box(_FIGURES.left, _FIGURES.top, _INSIDE, _FIGURES.height)


def _is_readable(chart: Chart, shown: Slide, room: Box) -> bool:
    # Without cards its picture is all there is.
    return bool(chart.axes or not shown.cards or (not chart.is_tall and is_large_enough(chart, room)))


def _part(shown: Slide, cards: Sequence[Card]) -> Slide:
    ids = {card.id for card in cards}
    return replace(shown, cards=cards, sentences=[one for one in shown.sentences if ids & one.figures.keys()])


def _put(made: Any, page: _Page, place: str) -> None:
    shown, language = page.shown, page.shown.about.language
    slide = _titled(made, _HEAD, Words(shown.finding, 28, language, is_bold=True))
    figures = _room([page.beside] if page.beside else [])
    if page.chart:
        _charted(slide, figures, page.chart, language)
    else:
        put_cards(slide, figures, shown.cards, language)
    if page.beside:
        text_box(slide, "Sentence", page.room, page.beside)
    _foot(slide, shown.about)
    text_box(slide, "Step", _PLACE, [[Words(line, 11, language, QUIET)] for line in place.split("\n")])
    fill(slide.notes_slide.notes_text_frame, list(_notes(shown)), after=4)


def _charted(slide: Any, box: Box, chart: Chart, language: str) -> None:
    if chart.axes is None:
        put_chart(slide, box, chart, language)
        return
    text_box(slide, "Shared", Box(box.left, box.top, box.width, _COMMON), [[Words(chart.axes.common, 13, language, QUIET)]])
    put_chart(slide, Box(box.left, box.top + _COMMON, box.width, box.height - _COMMON - _KEY), chart, language)
    _key(slide, box, chart, language)


def _key(slide: Any, box: Box, chart: Chart, language: str) -> None:
    left, top = box.left, box.top + box.height - _KEY + 0.08
    for group in chart.picture.groups:
        for entry in group["entries"]:
            if "sign" in entry:
                continue
            look = Look(entry.get("colour", INK), entry.get("symbol", "circle"), entry.get("solid", 1.0))
            width = text_width(entry["words"], 11) / 72 + 0.5
            put_mark(slide, left, top + 0.02, _MARK, look)
            text_box(slide, "Key", Box(left + 0.22, top, width, 0.2), [[Words(entry["words"], 11, language, QUIET)]])
            left += width


def _sentences(shown: Slide) -> Iterator[Lines]:
    language, more = shown.about.language, len(shown.sentences) - 1
    for sentence in shown.sentences[:1]:
        yield [
            [Words(sentence.text, 17, sentence.language)],
            [Words(" ", 4, language)],
            [Words(sentence.source, 11, language, QUIET, link=sentence.url)],
            *([[Words(say(language, "slides.more", count=more), 11, language, QUIET)]] if more > 0 else []),
        ]


def _remarks(shown: Slide) -> Iterator[Lines]:
    language = shown.about.language
    for note in (*shown.notes, *([shown.cut] if shown.cut else [])):
        yield [[Words(" ", 6, language)], [Words(note, 13, language)]]


def _foot(slide: Any, about: About) -> None:
    told = [(about.made_line, 1, ""), (about.sources, 2, ""), (about.filters, 2, ""), (about.link_line, 1, about.link)]
    width = (_FOOT.width - 0.3) * 72
    lines = [
        [Words(wrap(line, width, _FOOT_SIZE, lines=most).replace("\n", " "), _FOOT_SIZE, about.language, QUIET, link=link)]
        for line, most, link in told
        if line
    ]
    text_box(slide, "Source", _FOOT, lines)


def _notes(shown: Slide) -> Iterator[list[Words]]:
    language, about = shown.about.language, shown.about
    for sentence in shown.sentences:
        yield [Words(sentence.text, 12, sentence.language)]
        yield [Words(sentence.source, 11, language), *([Words(f" {sentence.url}", 11, language)] if sentence.url else [])]
        for claim, words in sentence.figures.items():
            yield [Words(f"– {claim}: {words}", 11, language)]
    for line in (*shown.notes, shown.cut, *about.lines()):
        if line:
            yield [Words(line, 11, language)]
