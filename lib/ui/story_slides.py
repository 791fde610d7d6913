"""Puts a story together as slides: its words while the page is drawn, its charts only when a file is made of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

import pandas as pd

from lib.charts.story_drawing import story_drawing
from lib.domain.regions import RegionTree
from lib.domain.stories import WrittenStory
from lib.export.about import About
from lib.export.slides import Chart, Deck, Slide
from lib.queries.store import Store
from lib.text.story_words import titled
from lib.ui import state, story_state
from lib.ui.about_view import about, address_of
from lib.ui.slide_axes import axes_of, definitions_of
from lib.ui.slide_parts import MOST_FIGURES, TALLEST, cards_of, cut, pictured, sentences_of
from lib.ui.story_steps import Told
from lib.ui.words import t


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
    step, shown = told.step, told.step.rows.head(MOST_FIGURES)
    described = _about(store, told, step.rows, told.finding.text, link)
    language = described.language
    return Slide(
        finding=told.finding.text,
        about=described,
        cards=cards_of(store.regions, shown, language),
        sentences=sentences_of(step.quotes, step.rows, language),
        notes=(*([told.finding.formula] if told.finding.formula else []), *told.notes),
        cut=cut(len(shown), told.count, language) if len(shown) else t("story.nothing"),
    )


def _drawn(slide: Slide, told: Told, tree: RegionTree) -> Slide:
    name, rows = told.step.written.drawing, told.step.rows.head(MOST_FIGURES)
    drawing = story_drawing(name, rows, tree, slide.about.language, "light")
    if drawing is None:
        return slide
    picture = pictured([(drawing.captions.get("common", ""), drawing)], slide.about, f"step{told.place}_")
    axes = axes_of(name, drawing, rows)
    notes = (*definitions_of(drawing), *slide.notes) if axes else slide.notes
    return replace(slide, chart=Chart(picture, axes, drawing.height > TALLEST), notes=notes)
