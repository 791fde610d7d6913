"""Present mode: the slides of a story as the reader's browser shows them, one after the other and without the server."""

import hashlib
import json
from typing import Any

import pandas as pd
import streamlit as st

from lib.charts.colours import Mode
from lib.charts.drawing import Drawing, Spec
from lib.charts.story_drawing import story_drawing
from lib.queries.observations import observations
from lib.queries.store import Store
from lib.queries.stories import Step, opened, shipped
from lib.text.catalogue import Language
from lib.text.dates import known_period
from lib.ui import state
from lib.ui.appearance import colour_of, mode
from lib.ui.board.compiling import compiled
from lib.ui.board.vega import vega_address
from lib.ui.cache import answer
from lib.ui.chart_block import sources_named
from lib.ui.component import component
from lib.ui.finding_line import parts_of
from lib.ui.number_cards import amount
from lib.ui.publish import PublishingError, published
from lib.ui.quote_cards import card_of
from lib.ui.rows import each
from lib.ui.slide_parts import cut
from lib.ui.story_steps import Told, answering
from lib.ui.words import label_of, t

MOST_SHOWN = 8
_COMPONENT = component("present", '<div class="deck"></div>', "going", "finding_parts", "slide_chart", "slide_fit", "slides", "screen")
# Until the slides are there, the page must not show what they will cover; they lift this, and if they never come it lifts itself.
_COVERED = """<style>
@keyframes covered { from, to { visibility: hidden; } }
html:not([data-slides]) :is(
  [data-testid="stHeader"], [data-testid="stSidebar"], [data-testid="stToolbar"], /* Streamlit gives its own chrome no key. */
  .st-key-footer, .st-key-read
) {
  animation: covered 10s;
}
</style>"""
_KEYS = ("next", "back", "ends", "blank", "fill", "sheet", "leave", "start")


def deck(store: Store, name: str, title: str, told: list[Told]) -> None:
    """Put the slides of a story into the page, unseen until the address or the reader asks for them.

    Needs: the name by which the address calls the story.
    """
    slides = [_slide(store, one, len(told)) for one in told]
    data = {"name": name, "title": title, "steps": slides, "vega": _vega(), "words": _words()}
    _COMPONENT(key="deck", data=data | {"told": hashlib.sha256(json.dumps(data).encode()).hexdigest()})


def cover() -> None:
    """Hide what stands around the page while it is opened for presenting."""
    st.html(_COVERED)


def make_ahead(store: Store, language: Language, colours: Mode) -> None:
    """Make what the slides of every story of the dataset are drawn by, in this language and palette."""
    for story in answer(store, shipped):
        for step in answer(store, opened, story).steps:
            drawing = story_drawing(answering(step).written.drawing, _shown(step), store.regions, language, colours)
            if drawing:
                _drawn(drawing)


def _vega() -> str:
    try:
        return vega_address()
    except PublishingError:
        # Without Vega the slides show their figures as cards.
        return ""


def _words() -> dict[str, Any]:
    said = {name: t(f"present.{name}") for name in ("back", "next", "further", "fill", "dark", "help", "leave", "close", "shortcuts")}
    return said | {"keys": [[name, t(f"present.keys_{name}"), t(f"present.does_{name}")] for name in _KEYS]}


def _slide(store: Store, told: Told, count: int) -> dict[str, Any]:
    step, rows = told.step, _shown(told.step)
    drawing = story_drawing(step.written.drawing, rows, store.regions, state.selection().language, mode())
    return {
        "label": t("present.label", place=told.place, count=count, finding=told.finding.text),
        "parts": parts_of(told.finding),
        "formula": told.finding.formula,
        # One is enough for a screen: the story's own, which comes last.
        "note": told.notes[-1] if told.notes else "",
        "drawing": _drawn(drawing) if drawing else None,
        "cards": [_card(store, row) for row in each(rows)],
        "cut": cut(len(rows), told.count, state.selection().language),
        "quote": _quote(store, told),
        "line": _foot(store, rows),
    }


def _shown(step: Step) -> pd.DataFrame:
    return step.rows.head(MOST_SHOWN)


def _foot(store: Store, rows: pd.DataFrame) -> str:
    # The version first: a narrow screen cuts the end.
    sources = sources_named(rows, state.selection().language)
    return t("present.foot" if sources else "present.foot_alone", version=store.version, sources=sources)


def _drawn(drawing: Drawing) -> dict[str, Any] | None:
    try:
        address = _published(drawing.spec)
    except PublishingError:
        return None
    rows = json.loads(drawing.rows.to_json(orient="records"))
    return {"spec": address, "rows": rows, "height": drawing.height, "alt": drawing.alt, "common": drawing.captions.get("common", "")}


def _published(spec: Spec) -> str:
    return _published_text(json.dumps(spec))


@st.cache_resource(max_entries=64, show_spinner=False)
def _published_text(spec: str) -> str:
    return published("slide.json", json.dumps(compiled(json.loads(spec))).encode())


def _card(store: Store, row: Any) -> dict[str, Any]:
    number, unit = amount(row)
    when = known_period(row.year_start, row.year_end, row.period_basis, state.selection().language)
    return {
        "number": number,
        "unit": unit,
        "what": label_of(row, "indicator"),
        "where": f"{label_of(row, 'region')} · {when}",
        "status": row.status,
        "said": t(f"status.{row.status}"),
        "colour": colour_of(store)(row),
    }


def _quote(store: Store, told: Told) -> dict[str, Any] | None:
    step = told.step
    sentence = next(each(step.quotes), None)
    if sentence is None:
        return None
    every = answer(store, observations, state.everything())
    figures = sorted(each(every[every.quote_id == sentence.quote_id]), key=lambda row: row.printed_start)
    shown = set(step.rows.observation_id)
    chosen = step.written.quote or next((row.observation_id for row in figures if row.observation_id in shown), "")
    card = card_of(sentence, figures, chosen, colour_of(store), state.selection().language)
    more = len(step.quotes) - 1
    shown_parts = {name: card[name] for name in ("parts", "language", "source", "verified", "verdict")}
    return shown_parts | {"more": t("present.more", count=more) if more else ""}
