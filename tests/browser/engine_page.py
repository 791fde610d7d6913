"""The engine of the board in a blank page: its modules over a payload, asked from Python."""

import json
import mimetypes
from collections.abc import Iterable, Mapping
from typing import Any

from playwright.sync_api import Browser, Page, Route

from lib.queries.selection import Selection
from tests.browser.visits import ROOT

FRONTEND = ROOT / "lib/ui/board/frontend"
_ADDRESS = "http://engine.test/"

# Everything the engine says of one selection, in the words of the tests.
_ASK = """
async ([payload, asked]) => {
  const engine = await import("/engine.js")
  const dataset = engine.prepare(payload)
  const names = Object.keys(engine.layouts)
  const answers = ([selection, isDrawn]) => {
    const look = engine.look(dataset, selection)
    const shown = new Set(look.figures)
    const told = {
      figures: look.figures.map(place => dataset.figures[place].id),
      quotes: look.quotes.map(place => dataset.quotes[place].id),
      sentences: look.sentences.map(place => dataset.quotes[place].id),
      events: look.events.map(place => dataset.events[place].id),
      facets: engine.facets(dataset, selection),
      query: engine.query(selection),
      sentence: engine.sentence(dataset, engine.clean(selection), look.figures.length),
    }
    if (!isDrawn || !look.figures.length) return told
    return {
      ...told,
      drawn: Object.fromEntries(names.map(name => [
        name, { ...engine.layouts[name](dataset, look, selection.claim), alt: engine.alt(name, dataset, look) },
      ])),
      panels: engine.panels(dataset, look, selection.claim),
      line: engine.sourceLine(dataset, look),
      facts: engine.sourceFacts(dataset, look),
      coverage: engine.coverageTable(dataset, look).rows,
      cards: look.quotes.map(place => engine.card(dataset, place, shown, selection.claim)),
    }
  }
  return JSON.stringify(asked.map(answers))
}
"""


class EnginePage:
    """A page without an app, in which the engine answers."""

    def __init__(self, browser: Browser, change: Mapping[str, tuple[str, str]] | None = None) -> None:
        """Open the page; `change` replaces a piece of a module, to see that it is missed."""
        self._change = change or {}
        self.page: Page = browser.new_page()
        self.page.route("**/*", self._serve)
        self.page.goto(_ADDRESS)

    def _serve(self, route: Route) -> None:
        name = route.request.url.removeprefix(_ADDRESS)
        if not name:
            route.fulfill(body="<!doctype html><title>Engine</title>", content_type="text/html")
            return
        text = (FRONTEND / name).read_text("utf-8")
        old, new = self._change.get(name, ("", ""))
        assert old in text
        route.fulfill(body=text.replace(old, new, 1) if old else text, content_type=mimetypes.types_map[".js"])

    def answers(self, payload: Mapping[str, Any], asked: Iterable[tuple[Selection, bool]]) -> list[dict[str, Any]]:
        """Return what the engine says of each selection, and how it draws those that ask for it."""
        told = [(parts_of(selection), is_drawn) for selection, is_drawn in asked]
        return json.loads(self.page.evaluate(_ASK, [payload, told]))

    def ask(self, payload: Mapping[str, Any], question: str, asked: object) -> Any:
        """Return what an expression over `engine`, `dataset` and `asked` gives."""
        script = f"""async ([payload, asked]) => {{
            const engine = await import("/engine.js")
            const dataset = engine.prepare(payload)
            return {question}
        }}"""
        return self.page.evaluate(script, [payload, asked])

    def close(self) -> None:
        """Close the page."""
        self.page.close()


def parts_of(selection: Selection) -> dict[str, Any]:
    """Return a selection as the browser holds it."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in vars(selection).items()}
