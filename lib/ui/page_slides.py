"""Makes slides of what a page shows: one for each of its charts and findings, with their figures and sentences.

A thread of the server that knows no reader calls this: every language and link comes with what is to be shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from lib.export.about import About
from lib.export.slides import Chart, Deck, Sentence, Slide
from lib.queries.observations import observations
from lib.queries.quotes import quotes
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import Language, say
from lib.ui.about_view import about
from lib.ui.cache import answer
from lib.ui.saving import Headed, Saving
from lib.ui.slide_axes import axes_of, definitions_of, silence_of
from lib.ui.slide_parts import BESIDE, MOST_FIGURES, TALLEST, cards_of, cut, pictured, sentences_of

MOST_SLIDES = 30
# A chart without sentences has the slide for itself.
_ALONE = 880


@dataclass(frozen=True, eq=False)
class Taken:
    """What a page shows, ready for its files: the slides, and the figures in them."""

    deck: Deck
    rows: pd.DataFrame


def taken(store: Store, savings: Sequence[Saving], title: str, language: Language, home: str = "") -> Taken:
    """Put what a page shows together, in its order and bounded; what is left out is said.

    Needs: the title and the address of the page; nothing for one chart alone, which has its own.
    """
    parts = [part for saving in savings for part in (saving.parts() if saving.parts else [saving])]
    every = [slide for place, saving in enumerate(parts, 1) for slide in _slides(saving, f"chart{place}_")]
    slides, rows = every[:MOST_SLIDES], _rows(store, savings)
    return Taken(Deck(_whole(store, slides, len(every), rows, title, language, home), slides), rows)


def _rows(store: Store, savings: Sequence[Saving]) -> pd.DataFrame:
    found = [saving.rows() for saving in savings if saving.rows]
    if not found:
        return observations(store, Selection()).head(0)
    return pd.concat(found).drop_duplicates("observation_id").reset_index(drop=True)


def _whole(store: Store, slides: Sequence[Slide], count: int, rows: pd.DataFrame, title: str, language: Language, home: str) -> About:
    told = [slide.about for slide in slides]
    filters, links = {one.filters for one in told}, [one.link.partition("#")[0] for one in told]
    whole = about(
        store,
        Selection(language=language),
        title or next((slide.finding for slide in slides), ""),
        rows,
        subtitle=_lead(len(slides), count, language),
        filters=filters.pop() if len(filters) == 1 else say(language, "taking.filters"),
        address="",
    )
    # A finding may lead to another page.
    return replace(whole, link=next((link for link in links if link.partition("?")[0] == home or not home), home))


def _lead(shown: int, count: int, language: Language) -> str:
    if not count:
        return say(language, "taking.nothing")
    lead = say(language, "taking.lead", count=shown)
    return f"{lead} {say(language, 'taking.cut', shown=shown, count=count)}" if count > shown else lead


def _slides(saving: Saving, name: str) -> Iterator[Slide]:
    drawings = list((saving.slides or saving.drawings or tuple)())
    rows = saving.rows() if saving.rows else None
    if saving.columns > 1 or len(drawings) < 2:
        yield _slide(saving, saving.about(), drawings, rows, name)
        return
    described = saving.about()
    for place, (heading, drawing) in enumerate(drawings, 1):
        title = say(described.language, "question_chart.joined", first=described.title, second=heading) if heading else described.title
        yield _slide(saving, replace(described, title=title), [("", drawing)], rows, f"{name}{place}_")


def _slide(saving: Saving, described: About, drawings: Sequence[Headed], rows: pd.DataFrame | None, name: str) -> Slide:
    language, figures = described.language, rows.head(MOST_FIGURES) if rows is not None else None
    sentences = _sentences(saving.store, rows, language) if rows is not None else []
    chart = _chart(saving, described, drawings, figures, name, BESIDE if sentences else _ALONE)
    finding = saving.finding or described.title
    # How a chart is read stands beside it where it is drawn, not beside its cards.
    beside = [described.subtitle] if sentences and chart and not chart.is_tall and described.subtitle != finding else []
    return Slide(
        finding=finding,
        about=described,
        cards=cards_of(saving.store.regions, figures, language) if figures is not None else [],
        sentences=sentences,
        notes=(*_said_without(chart, drawings, language), *(note for note in (*beside, *saving.notes) if note)),
        cut=cut(len(figures), len(rows), language) if figures is not None and rows is not None else "",
        chart=chart,
    )


def _sentences(store: Store, rows: pd.DataFrame, language: Language) -> list[Sentence]:
    every = answer(store, quotes, Selection())
    place: dict[Any, int] = {name: index for index, name in enumerate(dict.fromkeys(rows["quote_id"]))}
    behind = every[every["quote_id"].isin(place)].sort_values("quote_id", key=lambda ids: ids.map(place), kind="stable")
    return sentences_of(behind, rows, language)


def _chart(saving: Saving, described: About, drawings: Sequence[Headed], rows: pd.DataFrame | None, name: str, width: int) -> Chart | None:
    if not drawings:
        return None
    drawing, is_one = drawings[0][1], len(drawings) == 1
    axes = axes_of(saving.drawing, drawing, rows) if saving.drawing and is_one and rows is not None else None
    picture = pictured(drawings, described, name, width=width, columns=saving.columns)
    return Chart(picture, axes, is_tall=rows is not None and is_one and drawing.height > TALLEST)


def _said_without(chart: Chart | None, drawings: Sequence[Headed], language: Language) -> list[str]:
    # What only the drawing on the page says, an office program's chart does not.
    return [*definitions_of(drawings[0][1]), *silence_of(drawings[0][1], language)] if chart and chart.axes else []
