"""The two apps that are measured, and how each is clicked: all that is particular to one stands here."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

from tests.browser.serving import Served, served
from tests.browser.visits import ROOT

NAIVE_FOLDER = Path(__file__).with_name("naive")
STATUSES = ("Planned", "Target")
THEMES = ("Income gap", "Industry")
SIDEBAR = "[data-testid='stSidebar']"  # Streamlit gives its sidebar no key, and painting is told apart by selector.
COLUMN = "[data-testid='stColumn']"  # Columns take no key; only the naive page, which keys nothing it need not, is read by it.
STRIDE = 7  # From mark to mark, so that clicks fall on different quotes.

MARKS = "g.mark-symbol path[role='graphics-symbol']"


class Subject(Protocol):
    """An Explore page that can be served and clicked.

    `parts` names the parts of the page whose painting is told apart; `ready` is drawn once the page is; `says` is what the browser is
    asked for to know that a click has had its effect.
    """

    name: str
    path: str
    ready: str
    says: str
    parts: dict[str, str]

    def serve(self) -> AbstractContextManager[Served]:
        """Run the server."""
        ...

    def filters(self, page: Page) -> Iterator[Locator]:
        """Give what is to be clicked next, for ever: a theme or a status, on and off in turn."""
        ...

    def marks(self, page: Page) -> Iterator[Locator]:
        """Give the next mark to be clicked, for ever."""
        ...


@dataclass
class Naive:
    """The page as it is usually written, in Streamlit's own settings."""

    name: str = "naive"
    path: str = "/"
    ready: str = MARKS
    says: str = "repaints.text('.st-key-shown', '.st-key-chosen')"
    parts: dict[str, str] = field(
        default_factory=lambda: {
            "filters": SIDEBAR,
            "charts": f"{COLUMN}:first-child",
            "quotes": f"{COLUMN}:last-child",
        }
    )

    def serve(self) -> AbstractContextManager[Served]:
        """Run the server, which asks nothing of other hosts."""
        return served(NAIVE_FOLDER, "app.py", settings={"STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false"})

    def filters(self, page: Page) -> Iterator[Locator]:
        """Click an option of the open list and the cross of its chip, then a box twice."""
        for theme, status in zip(cycle(THEMES), cycle(STATUSES), strict=False):
            page.get_by_role("combobox", name="Theme").click()
            yield page.get_by_role("option", name=theme)
            page.keyboard.press("Escape")
            expect(page.get_by_role("listbox")).to_have_count(0)
            yield page.get_by_test_id("stSidebar").get_by_role("button", name=f"Remove {theme}")
            for _ in "ab":
                yield page.get_by_test_id("stCheckbox").filter(has_text=status).locator("label")

    def marks(self, page: Page) -> Iterator[Locator]:
        """Click down the list by indicator."""
        return _down(page.locator(f".st-key-frame_by_indicator {MARKS}"))


@dataclass
class Explore:
    """The real page, answering in the browser."""

    name: str = "this app"
    path: str = "/explore"
    ready: str = MARKS
    says: str = "repaints.text('.sentence-of-view', '.chosen-figure')"
    parts: dict[str, str] = field(default_factory=lambda: {"filters": SIDEBAR, "charts": ".charts", "quotes": ".evidence"})

    def serve(self) -> AbstractContextManager[Served]:
        """Run the server as the README says."""
        return served(ROOT)

    def filters(self, page: Page) -> Iterator[Locator]:
        """Click a theme twice, then a box twice."""
        for theme, status in zip(cycle(THEMES), cycle(STATUSES), strict=False):
            for _ in "ab":
                yield page.locator("button.theme").filter(has_text=theme)
            for _ in "ab":
                yield page.locator("label.tick").filter(has_text=status)

    def marks(self, page: Page) -> Iterator[Locator]:
        """Click down the list by indicator."""
        return _down(page.locator(f"[data-chart='by_indicator'] {MARKS}"))


@dataclass
class ServerPath(Explore):
    """The real page, answering on the server with Streamlit's own elements."""

    name: str = "server path"
    says: str = "repaints.text('.st-key-view_line', '.st-key-chosen')"
    parts: dict[str, str] = field(
        default_factory=lambda: {
            "filters": SIDEBAR,
            "charts": "[class*='st-key-block_']",
            "quotes": ".st-key-evidence",
        }
    )

    def serve(self) -> AbstractContextManager[Served]:
        """Run the server without the board."""
        return served(ROOT, settings={"EXPLORE_BOARD": "server"})

    def filters(self, page: Page) -> Iterator[Locator]:
        """Click a theme twice, then a box twice."""
        sidebar = page.get_by_test_id("stSidebar")
        for theme, status in zip(cycle(THEMES), cycle(STATUSES), strict=False):
            for _ in "ab":
                yield sidebar.get_by_role("button", name=f"{theme} (")
            for _ in "ab":
                yield sidebar.get_by_test_id("stCheckbox").filter(has_text=f"{status} (").locator("label")

    def marks(self, page: Page) -> Iterator[Locator]:
        """Click down the list by indicator."""
        return _down(page.locator(f".st-key-frame_by_indicator {MARKS}"))


@dataclass
class PickPage(Explore):
    """Another page of the app, on which figures are chosen."""

    ready: str = f"{MARKS}, button.claim[data-figure]"
    says: str = "location.search"

    def marks(self, page: Page) -> Iterator[Locator]:
        """Click what stands for a figure, mark or button."""
        return _down(page.locator(self.ready).locator("visible=true"))


def _down(marks: Locator) -> Iterator[Locator]:
    count = marks.count()
    for number in cycle(range(0, count, STRIDE)):
        yield marks.nth(number)


PICK_PAGES = tuple(PickPage(name=path, path=path) for path in ("/income_gap", "/industry", "/public_services"))
