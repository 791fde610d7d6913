"""Puts a story together as slides: its words while the page is drawn, its charts only when a file is made of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from lib.charts.colours import area_of
from lib.charts.evidence import spoken
from lib.charts.key import key_of
from lib.charts.story_drawing import story_drawing
from lib.domain.regions import RegionTree
from lib.domain.stories import WrittenStory
from lib.export.about import About
from lib.export.pictures import Picture, Plate
from lib.export.slides import Card, Chart, Deck, Sentence, Slide
from lib.queries.store import Store
from lib.text.dates import date, known_period
from lib.text.story_words import titled
from lib.ui import state, story_state
from lib.ui.about_view import about, address_of
from lib.ui.number_cards import amount, doubt
from lib.ui.rows import each, text_in
from lib.ui.slide_axes import axes_of, definitions_of, look_of
from lib.ui.story_steps import Told
from lib.ui.words import label_of, t

# More than one reads or shows in a room; the rest is in the CSV file.
_MOST = 96
# Narrower than a picture for a page, so that its words are large on a slide; and as high as a slide has room.
_WIDTH, _TALLEST = 520, 320


@dataclass(frozen=True, eq=False)
class Packed:
    """A story to take along: its figures, and what makes the slides; this is called by a thread of the server that knows no reader."""

    about: About
    rows: pd.DataFrame
    deck: Callable[[], Deck]


def packed(store: Store, story: WrittenStory, told: Sequence[Told], *, is_own: bool) -> Packed:
    """Put a story together; its address is that of present mode."""
    params = story_state.link_of(story, presents=True) if is_own else story_state.link_of_shipped(story, presents=True)
    address = address_of("stories")
    home = f"{address}?{urlencode(params, doseq=True)}" if address and params else ""
    rows = pd.concat([one.step.rows for one in told]).drop_duplicates("observation_id").reset_index(drop=True)
    # A step alone needs no other title than what it finds.
    is_step = len(told) == 1 and not story.title
    title = told[0].finding.text if is_step else titled(story.title, state.selection().language)
    whole = _about(store, told[0], rows, title, home)
    whole = replace(whole, subtitle=story.lead.within(whole.language), filters=t("slides.steps", count=len(told)))
    slides = [_slide(store, one, f"{home}&step={one.place}" if home else "") for one in told]
    regions = store.regions
    return Packed(whole, rows, lambda: Deck(whole, [_drawn(slide, one, regions) for slide, one in zip(slides, told, strict=True)]))


def _about(store: Store, told: Told, rows: pd.DataFrame, title: str, link: str) -> About:
    view = told.step.selection.replace(language=state.selection().language)
    return replace(about(store, view, title, rows, address=""), link=link)


def _slide(store: Store, told: Told, link: str) -> Slide:
    step, shown = told.step, told.step.rows.head(_MOST)
    return Slide(
        finding=told.finding.text,
        about=_about(store, told, step.rows, told.finding.text, link),
        cards=[_card(store.regions, row) for row in each(shown)],
        sentences=[*(_sentence(quote, step.rows) for quote in each(step.quotes)), *_pages(step.rows)],
        notes=(*([told.finding.formula] if told.finding.formula else []), *told.notes),
        cut=_cut(len(shown), len(step.rows)),
    )


def _cut(shown: int, count: int) -> str:
    if not count:
        return t("story.nothing")
    return t("present.cut", shown=shown, count=count) if count > shown else ""


def _card(tree: RegionTree, row: Any) -> Card:
    number, unit = amount(row)
    when = known_period(row.year_start, row.year_end, row.period_basis, state.selection().language)
    where, look = f"{label_of(row, 'region')} · {when}", look_of(area_of(tree, row.region_id, row.layer), row.status)
    return Card(row.observation_id, number, unit, label_of(row, "indicator"), where, t(f"status.{row.status}"), doubt(row), look)


def _sentence(quote: Any, rows: pd.DataFrame) -> Sentence:
    return Sentence(quote.text, quote.source_language, _source(quote), quote.url, _figures(rows[rows["quote_id"] == quote.quote_id]))


def _pages(rows: pd.DataFrame) -> list[Sentence]:
    # An official figure has a page instead of a sentence.
    official = rows[rows["citation_id"] != ""]
    pages = [(row, official[official["citation_id"] == row.citation_id]) for row in each(official.drop_duplicates("citation_id"))]
    return [Sentence(row.source_title, "", _source(row), row.url, _figures(of_page)) for row, of_page in pages]


def _source(row: Any) -> str:
    language = state.selection().language
    return f"{text_in(language, row, 'publisher')} · {date(row.published, language)}"


def _figures(rows: pd.DataFrame) -> dict[str, str]:
    return {str(row["observation_id"]): spoken(row, state.selection().language) for row in rows.to_dict("records")}


def _drawn(slide: Slide, told: Told, tree: RegionTree) -> Slide:
    language, name, rows = slide.about.language, told.step.written.drawing, told.step.rows.head(_MOST)
    drawing = story_drawing(name, rows, tree, language, "light")
    if drawing is None:
        return slide
    plain = replace(slide.about, title="", subtitle="", filters="", link="")
    readings = [drawing.captions["reading"]] if drawing.captions.get("reading") else []
    plate = Plate(drawing.standalone(_WIDTH, "#FFFFFF"), drawing.alt, drawing.captions.get("common", ""))
    picture = Picture([plate], plain, key_of([drawing], language, "light"), readings, width=_WIDTH, name=f"step{told.place}_")
    axes = axes_of(name, drawing, rows)
    notes = (*definitions_of(drawing), *slide.notes) if axes else slide.notes
    return replace(slide, chart=Chart(picture, axes, drawing.height > _TALLEST), notes=notes)
