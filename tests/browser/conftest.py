"""The running app and the browser, started once for all browser tests."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.chromium import launch
from tests.browser.explore_page import Explore
from tests.browser.serving import running_app
from tests.browser.visits import ROOT, View, Visit, new_context, visit, visit_in

OpenVisit = Callable[..., Visit]


@pytest.fixture(scope="session")
def app_address() -> Iterator[str]:
    """Give the address of the real app."""
    with running_app(ROOT) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give one browser."""
    with sync_playwright() as playwright:
        opened = launch(playwright)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def context_for(browser: Browser) -> Iterator[Callable[[View], BrowserContext]]:
    """Give a function that gives the context for a width and a theme: what all pages share is fetched by its first visit alone."""
    opened: dict[tuple[int, str], BrowserContext] = {}

    def context(view: View) -> BrowserContext:
        way = (view.width, view.theme)
        if way not in opened:
            opened[way] = new_context(browser, view)
        return opened[way]

    yield context
    for one in opened.values():
        one.close()


@pytest.fixture
def start_visit(app_address: str, context_for: Callable[[View], BrowserContext]) -> Iterator[Callable[[View], Visit]]:
    """Give a function that starts a visit in a page of its own without loading anything yet."""
    with ExitStack() as visits:
        yield lambda view: visits.enter_context(visit_in(context_for(view), app_address))


@pytest.fixture
def open_page(start_visit: Callable[[View], Visit]) -> OpenVisit:
    """Give a function that opens a view, or a path in that view, and waits until it is ready."""

    def open_view(view: View | None = None, path: str | None = None) -> Visit:
        view = view or View()
        opened = start_visit(view)
        opened.open(view.path if path is None else path)
        return opened

    return open_view


@pytest.fixture
def explore(start_visit: Callable[[View], Visit]) -> Explore:
    """Give the Explore page of a fresh visit, not opened yet."""
    return Explore(start_visit(View("explore")))


@pytest.fixture(scope="module")
def whole(browser: Browser, app_address: str) -> Iterator[Explore]:
    """Give the Explore page with every figure, for tests that only read it."""
    with visit(browser, app_address, View("explore")) as opened:
        yield Explore(opened).open()
