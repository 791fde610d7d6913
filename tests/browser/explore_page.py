"""What a reader sees and does on the Explore page, read from what the browser has drawn.

The page is drawn by the board in the browser, or by the server; where the two differ, each place is named for both.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pandas as pd
from playwright.sync_api import ElementHandle, Locator, Page, expect

from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.ui.cache import data_folder
from lib.ui.rows import each
from tests.browser.visits import View, Visit

FIGURE_CHARTS = ("by_indicator", "over_time")
CHARTS = (*FIGURE_CHARTS, "coverage")
NUMBER_COLUMN = say("en", "column.normalised")

# Vega keeps with each SVG node the row that it stands for; a mark with data is one that speaks.
_MARKS = """frame => [...frame.querySelectorAll('svg [aria-label][role="graphics-symbol"]')].map(node => ({
  id: node.__data__.datum.observation_id ?? '', label: node.getAttribute('aria-label'), shape: node.getAttribute('d'),
  fill: node.getAttribute('fill'), stroke: node.getAttribute('stroke'), opacity: Number(node.getAttribute('opacity') ?? 1),
  fillOpacity: Number(node.getAttribute('fill-opacity') ?? 1), status: node.__data__.datum.status ?? '',
  area: node.__data__.datum.area ?? '', figures: node.__data__.datum.figures ?? null,
}))"""
_MARK = """(frame, id) => [...frame.querySelectorAll('svg [aria-label][role="graphics-symbol"]')]
  .find(node => node.__data__.datum.observation_id === id)"""
_IS_DIMMED_BUT = """([frame, id]) => [...frame.querySelectorAll('svg [aria-label][role="graphics-symbol"]')]
  .every(node => (Number(node.getAttribute('opacity')) === 1) === (node.__data__.datum.observation_id === id))"""
_LABELS = """frame => Object.fromEntries([...frame.querySelectorAll('svg g.mark-text text')]
  .filter(node => node.__data__?.datum?.observation_id && node.__data__.datum.label === node.textContent)
  .map(node => [node.__data__.datum.observation_id, node.textContent]))"""
_ROWS = """rows => rows.map(row => {
  const names = [...row.closest('table').querySelectorAll('thead th')].map(head => head.textContent);
  const cells = [...row.children].map((cell, index) => [names[index], cell.textContent]);
  return {id: row.dataset.figure, selected: row.classList.contains('selected'), cells: Object.fromEntries(cells)};
})"""
_BUTTONS = """buttons => buttons.map(button => ({id: button.dataset.figure, shown: button.querySelector('.printed').textContent,
  colour: button.querySelector('.region').style.getPropertyValue('--region'),
  marked: [...button.closest('article').querySelectorAll('mark.figure, mark.chosen')].map(mark => mark.textContent)}))"""

Seen = dict[str, Any]
StartVisit = Callable[[View], Visit]


@cache
def store() -> Store:
    """Open the dataset that the app shows."""
    return Store.open(data_folder())


@cache
def figures() -> pd.DataFrame:
    """Return every figure, as the app reads it."""
    return observations(store(), Selection())


@cache
def figures_by_id() -> dict[str, Any]:
    """Return every figure's row by its id."""
    return {row.observation_id: row for row in each(figures())}


def ids(selection: Selection) -> set[str]:
    """Name the figures that a selection shows."""
    return set(observations(store(), selection).observation_id)


def first_of(**wanted: str) -> str:
    """Name the first figure with these values."""
    rows = figures()
    for column, value in wanted.items():
        rows = rows[rows[column] == value]
    return str(rows.observation_id.iloc[0])


@dataclass(frozen=True)
class Explore:
    """The Explore page of a visit."""

    visit: Visit

    @property
    def page(self) -> Page:
        """Give the browser's page."""
        return self.visit.page

    @property
    def link(self) -> dict[str, list[str]]:
        """Read the parameters of the address."""
        return parse_qs(urlsplit(self.page.url).query)

    def open(self, query: str = "") -> "Explore":
        """Go to the page by a link."""
        self.visit.open(f"/explore{query}")
        self.wait_until_drawn()
        return self

    def wait_until_drawn(self) -> None:
        """Wait until the board, or the server's page in its place, shows what it has to."""
        self.page.locator('.board[aria-busy="false"], .st-key-view_line').first.wait_for()
        self.visit.wait_until_ready()

    def turn_to(self, name: str) -> None:
        """Go to another page by the menu, where some pages lie in a section to be opened."""
        link = self.page.get_by_test_id("stTopNavLink").filter(has_text=name)
        for section in self.page.get_by_test_id("stTopNavSection").all() if not link.count() else ():
            section.click()
            link = self.page.get_by_role("menuitem").filter(has_text=name)
            if link.count():
                break
            self.page.keyboard.press("Escape")
        link.click()

    def settle(self, **link: str | list[str] | None) -> None:
        """Wait until the address says this of each parameter and all is drawn; None is a parameter that is absent."""
        for name, value in link.items():
            wanted = [] if value is None else [value] if isinstance(value, str) else value
            self.page.wait_for_function(
                "([name, wanted]) => JSON.stringify(new URLSearchParams(location.search).getAll(name)) === JSON.stringify(wanted)",
                arg=[name, wanted],
                polling=50,
            )
        self.page.evaluate("window.readySince = undefined")
        self.wait_until_drawn() if "/explore" in self.page.url else self.visit.wait_until_ready()

    @property
    def sidebar(self) -> Locator:
        """Give the part of the page with the filters."""
        return self.page.get_by_test_id("stSidebar")

    @property
    def sentence(self) -> str:
        """Read the sentence that says what is shown."""
        on_board, by_server = self.page.locator(".sentence-of-view"), self.page.locator(".st-key-view_line").get_by_test_id("stText")
        return on_board.or_(by_server).inner_text()

    @property
    def counted(self) -> int:
        """Read from the sentence how many figures are shown."""
        found = re.search(r"Showing (?:all )?([\d,]+)", self.sentence)
        assert found, self.sentence
        return int(found[1].replace(",", ""))

    def frame(self, chart: str) -> Locator:
        """Give the place of a chart."""
        return self.page.locator(f'[data-chart="{chart}"] .frame, .st-key-frame_{chart}')

    def block(self, chart: str) -> Locator:
        """Give a chart with its title, tabs and source line."""
        return self.page.locator(f'[data-chart="{chart}"], .st-key-block_{chart}')

    def marks(self, chart: str) -> list[Seen]:
        """Read the marks of a chart that stand for data."""
        seen: list[Seen] = self.frame(chart).evaluate(_MARKS)
        return seen

    def marks_in(self, places: Locator) -> list[Seen]:
        """Read the marks of several charts that stand for data."""
        return [mark for place in places.all() for mark in place.evaluate(_MARKS)]

    def mark(self, chart: str, figure: str) -> ElementHandle:
        """Give the mark of a figure."""
        node = self.frame(chart).evaluate_handle(_MARK, figure).as_element()
        assert node, f"{figure} is not drawn in {chart}"
        return node

    def labels(self, chart: str) -> dict[str, str]:
        """Read the number drawn beside the mark of each figure."""
        seen: dict[str, str] = self.frame(chart).evaluate(_LABELS)
        return seen

    def rows(self, chart: str) -> list[Seen]:
        """Read the rows of a chart's table, shown or not."""
        seen: list[Seen] = self.table(chart).locator("tr[data-figure]").evaluate_all(_ROWS)
        return seen

    def table(self, chart: str) -> Locator:
        """Give what stands behind the tab Table of a chart, shown or not."""
        return self.page.locator(f'[data-chart="{chart}"] .panel:nth-child(3), .st-key-{chart}_table')

    def source(self, chart: str) -> Locator:
        """Give what stands behind the tab Source of a chart, shown or not."""
        return self.page.locator(f'[data-chart="{chart}"] .panel:nth-child(4), .st-key-{chart}_source')

    def drawn(self, chart: str) -> set[str]:
        """Name the figures drawn in a chart, each once."""
        listed = [mark["id"] for mark in self.marks(chart)]
        assert len(listed) == len(set(listed)), f"{chart} draws a figure twice"
        return set(listed)

    def click_mark(self, chart: str, figure: str) -> None:
        """Click the mark of a figure."""
        # What lies over a mark belongs to the same figure, so the browser need not prove that nothing does.
        self.mark(chart, figure).click(force=True)

    def wait_until_chosen(self, chart: str, figure: str) -> None:
        """Wait until a chart draws this figure in full and the others faded."""
        self.page.wait_for_function(_IS_DIMMED_BUT, arg=[self.frame(chart).element_handle(), figure])

    def tab(self, chart: str, name: str) -> Locator:
        """Give one of the tabs of a chart."""
        return self.block(chart).get_by_role("tab", name=name)

    @property
    def chip(self) -> Locator:
        """Give the chip of the chosen figure."""
        return self.page.locator(".chosen-figure .chip, .st-key-chip_view button:visible")

    @property
    def chosen(self) -> Locator:
        """Give the part of the quote panel with the chosen figure."""
        return self.page.locator(".chosen-figure:not([hidden]), .st-key-chosen")

    def buttons(self) -> list[Seen]:
        """Read the figure buttons of every quote on the page, with what its sentence marks."""
        seen: list[Seen] = self.page.locator("button.claim[data-figure]").evaluate_all(_BUTTONS)
        return seen

    def choose_region(self, typed: str, first: str) -> None:
        """Type into the region filter and press Enter on the first option, which must be this one."""
        box = self.sidebar.get_by_role("combobox", name="Region")
        box.click()
        box.press_sequentially(typed)
        expect(self.page.get_by_role("option").first).to_contain_text(first)
        expect(box).to_have_attribute("aria-activedescendant", re.compile("."))
        self.page.keyboard.press("Enter")

    def leave_regions(self) -> None:
        """Close the list of regions, which hides the rest of the page from a screen reader while it is open."""
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_role("listbox")).to_have_count(0)

    @property
    def places(self) -> Locator:
        """Give the chips of the chosen places and programmes in the filters."""
        return self.sidebar.get_by_role("button", name=re.compile("^Remove "))

    def pill(self, name: str) -> Locator:
        """Give the pill of a theme, whatever its count."""
        return self.sidebar.get_by_role("button", name=re.compile(rf"^{name} \("))

    def tick(self, name: str) -> None:
        """Tick or untick a box of the filters."""
        box = self.page.get_by_role("checkbox", name=re.compile(rf"^{name} \("))
        self.sidebar.locator("label").filter(has=box).click()

    def search(self, words: str) -> None:
        """Search for words."""
        box = self.sidebar.get_by_role("searchbox", name="Search")
        box.fill(words)
        box.press("Enter")
