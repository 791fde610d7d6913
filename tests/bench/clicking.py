"""One click, timed inside the page: from the press of the pointer to the last painting of anything in sight."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.bench.processes import cpu_ms
from tests.bench.subjects import Subject
from tests.browser.serving import Served

SCRIPT = Path(__file__).with_name("repaints.js")
QUIET_MS = 300
TIMEOUT_MS = 30_000
SIZE = {"width": 1280, "height": 900}

_SETTLED = """([quiet, before, says]) => {
  const app = document.querySelector('[data-testid="stApp"]');  // nothing else tells that a run has ended
  const isDone = app.dataset.testScriptState === 'notRunning';
  return isDone && window.repaints.isQuiet(quiet) && eval(says) !== before;
}"""


@dataclass(frozen=True)
class Repaint:
    """How long a click, or a visit, took until each part in the window was painted for the last time; and what the server used.

    `anywhere` is when the last element of the page had changed, also below the edge of the window.
    """

    parts: dict[str, float]
    anywhere: float
    server_cpu: float

    @property
    def last(self) -> float:
        """Return when all in the window was painted; where nothing in it was, when all of the page stood."""
        return max(self.parts.values(), default=self.anywhere)


@dataclass
class Desk:
    """A window on a subject, to be opened and then clicked."""

    subject: Subject
    page: Page
    server: Served
    filters: Iterator[Locator] = field(default_factory=lambda: iter(()))
    marks: Iterator[Locator] = field(default_factory=lambda: iter(()))

    def open(self) -> Repaint:
        """Go to the page, all filters off, and wait until it is drawn and all is still."""
        cpu = cpu_ms(self.server.pid)
        self.page.goto(self.server.address + self.subject.path)
        self.page.locator(self.subject.ready).first.wait_for(state="attached", timeout=TIMEOUT_MS)
        found = self._settled("never said", cpu)
        self.filters, self.marks = self.subject.filters(self.page), self.subject.marks(self.page)
        return found

    def click(self, targets: Iterator[Locator]) -> Repaint | None:
        """Click the next of these and wait until the page says so and all is still; nothing when the click had no effect."""
        self.page.bring_to_front()
        target = next(targets)
        # Bringing it into sight, clear of the header that stays on top, is no part of the click.
        target.evaluate("target => target.scrollIntoView({block: 'center', behavior: 'instant'})")
        before, cpu = self.page.evaluate(self.subject.says), cpu_ms(self.server.pid)
        self.page.evaluate("repaints.arm()")
        # What lies over a mark belongs to it, so the browser need not prove that nothing does.
        target.click(force=True)
        try:
            return self._settled(before, cpu)
        except PlaywrightTimeout:
            return None

    def _settled(self, before: str, cpu: float) -> Repaint:
        # A poll now and then leaves the page its processor time.
        arguments = [QUIET_MS, before, self.subject.says]
        self.page.wait_for_function(_SETTLED, arg=arguments, polling=100, timeout=TIMEOUT_MS)
        parts, anywhere = self.page.evaluate("[repaints.read(), repaints.readAnywhere()]")
        return Repaint(parts, anywhere, cpu_ms(self.server.pid) - cpu)


@contextmanager
def desk(browser: Browser, subject: Subject, server: Served) -> Iterator[Desk]:
    """Open a window with an empty profile and the clock in every page that it will load; nothing is loaded yet."""
    # The app and the baseline are measured as they come: animations included.
    context = browser.new_context(viewport=SIZE, color_scheme="light", locale="en-GB")  # type: ignore[arg-type]
    try:
        page = context.new_page()
        page.add_init_script(f"window.benchParts = {json.dumps(subject.parts)}")
        page.add_init_script(path=SCRIPT)
        yield Desk(subject, page, server)
    finally:
        context.close()
