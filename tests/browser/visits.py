"""One visit to a page of the app: how it is opened, when it is ready, and what it did that it should not."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebSocket

from lib.ui.navigation import STAFF

ROOT = Path(__file__).resolve().parents[2]
DEFAULT_PAGE = "overview"
HEIGHTS = {1280: 900, 390: 844}
TIMEOUT_MS = 60_000
QUIET_MS = 400
THEMES: tuple["Theme", ...] = ("light", "dark")
LANGUAGES: tuple["Language", ...] = ("en", "zh")

Theme = Literal["light", "dark"]
Language = Literal["en", "zh"]

# Streamlit's own scrolling box has no role or name to find it by, and the document itself never scrolls.
_OVERFLOW = """() => {
  const main = document.querySelector('[data-testid="stMain"]');  // it has no role or name to find it by
  return Math.max(document.documentElement.scrollWidth - window.innerWidth, main.scrollWidth - main.clientWidth);
}"""

# Only Streamlit's test attributes tell when a script run has ended and which element is a chart still to be drawn.
_IS_READY = """
quiet => {
  // A component of ours says so itself while it draws.
  const isBusy = root => [...root.querySelectorAll('*')].some(
    node => (node.getAttribute('aria-busy') === 'true' && node.clientHeight > 0) || (node.shadowRoot !== null && isBusy(node.shadowRoot)));
  const app = document.querySelector('[data-testid="stApp"]');  // it alone carries the state of the run
  const charts = [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')];  // empty until drawn: no role yet
  const ready = app !== null
    && app.dataset.testConnectionState === 'CONNECTED'
    && app.dataset.testScriptState === 'notRunning'
    && document.querySelector('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]') === null  // a placeholder has no role
    && charts.every(chart => chart.querySelector('canvas, svg') !== null)
    && document.fonts.status === 'loaded'
    && !isBusy(document);
  if (!ready) { window.readySince = undefined; return false; }
  window.readySince ??= performance.now();
  return performance.now() - window.readySince > quiet;
}
"""


@dataclass(frozen=True)
class View:
    """How a reader looks at a page."""

    page: str = DEFAULT_PAGE
    width: int = 1280
    theme: Theme = "light"
    language: Language = "en"

    def __str__(self) -> str:
        """Name the view as test ids and file names do."""
        return f"{self.page}-{self.width}-{self.theme}-{self.language}"

    @property
    def path(self) -> str:
        """Give the address after the host."""
        name = "" if self.page == DEFAULT_PAGE else self.page
        return f"/{name}" + ("?lang=zh" if self.language == "zh" else "")


@dataclass
class Visit:
    """A page that is open, with the console errors and outside requests seen so far."""

    page: Page
    address: str
    console_errors: list[str] = field(default_factory=list)
    outside_requests: list[str] = field(default_factory=list)

    def note_console(self, message: ConsoleMessage) -> None:
        """Keep what the page reports as an error."""
        if message.type == "error":
            self.console_errors.append(f"{message.text} ({message.location['url']})")

    def note_request(self, url: str) -> None:
        """Keep the address of anything that is not the app itself."""
        if is_outside(url, self.address):
            self.outside_requests.append(url)

    def open(self, path: str) -> None:
        """Go to a path of the app and wait until it is ready."""
        self.page.goto(self.address + path)
        self.wait_until_ready()

    @property
    def overflow(self) -> int:
        """Measure by how many pixels the page is wider than its window."""
        return int(self.page.evaluate(_OVERFLOW))

    def wait_until_ready(self) -> None:
        """Wait until the script has ended, charts and letters are drawn, and all has been still for a moment."""
        self.page.wait_for_function(_IS_READY, arg=QUIET_MS, timeout=TIMEOUT_MS)


def is_outside(url: str, address: str) -> bool:
    """Tell whether a request leaves the app; `data:` and `blob:` addresses never do."""
    asked = urlsplit(url)
    return asked.scheme not in ("data", "blob", "about") and asked.netloc != urlsplit(address).netloc


def page_names() -> list[str]:
    """Name every page that all readers have, from their files."""
    staff = {entry.name for entry in STAFF}
    return sorted(path.stem for path in (ROOT / "pages").glob("*.py") if not path.stem.startswith("_") and path.stem not in staff)


@contextmanager
def visit(browser: Browser, address: str, view: View) -> Iterator[Visit]:
    """Open a browser context with nothing in its cache, and a page in it that is watched; nothing is loaded yet."""
    context = new_context(browser, view)
    try:
        with visit_in(context, address) as seen:
            yield seen
    finally:
        context.close()


@contextmanager
def visit_in(context: BrowserContext, address: str) -> Iterator[Visit]:
    """Open a page that is watched; nothing is loaded yet."""
    page = context.new_page()
    try:
        seen = Visit(page, address)
        _watch(page, seen)
        yield seen
        # The browser remembers the reader: an open drawer, saved views. The next visit is another's.
        if page.url.startswith(address):
            page.evaluate("localStorage.clear()")
    finally:
        page.close()


def new_context(browser: Browser, view: View) -> BrowserContext:
    """Open a browser context that looks at pages in this way."""
    size = {"width": view.width, "height": HEIGHTS.get(view.width, 900)}
    return browser.new_context(viewport=size, color_scheme=view.theme, reduced_motion="reduce", locale="en-GB")  # type: ignore[arg-type]


def _watch(page: Page, seen: Visit) -> None:
    def note_request(request: Request) -> None:
        seen.note_request(request.url)

    def note_websocket(websocket: WebSocket) -> None:
        seen.note_request(websocket.url)

    def note_page_error(error: object) -> None:
        seen.console_errors.append(str(error))

    page.on("console", seen.note_console)
    page.on("pageerror", note_page_error)
    page.on("request", note_request)
    page.on("websocket", note_websocket)
