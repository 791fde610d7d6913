"""The clock of the benchmark, on pages made for it: it counts what is painted in sight, wherever it is, and nothing else."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.bench.clicking import SCRIPT

PAGE = """<button id="go" style="position:fixed; top:0">Go</button><p id="text">One</p><div id="hidden" hidden>One</div>
<div id="status" data-testid="stStatusWidget">One</div><!-- Streamlit's own spinner, which does not count; this is its only name -->
<canvas id="canvas" width="50" height="50"></canvas><div id="host"></div>
<p id="below" style="position:absolute; top:300vh">One</p>
<div style="height:100px; width:100px; overflow:auto"><svg width="50" height="900">
  <g><text id="seen" transform="translate(5,50)">One</text><text id="cut" transform="translate(5,700)">One</text></g>
</svg></div>
<script>
  const root = document.querySelector('#host').attachShadow({mode: 'open'});
  root.innerHTML = '<section class="evidence"><b id="inner">One</b></section>';
  const late = change => () => setTimeout(change, 120);
  const changes = {
    text: () => { document.querySelector('#text').textContent = 'Two' },
    shadow: () => { root.querySelector('#inner').textContent = 'Two' },
    canvas: () => { document.querySelector('#canvas').getContext('2d').fillRect(0, 0, 20, 20) },
    hidden: () => { document.querySelector('#hidden').textContent = 'Two' },
    status: () => { document.querySelector('#status').textContent = 'Two' },
    below: () => { document.querySelector('#below').textContent = 'Two' },
    seen: () => { document.querySelector('#seen').remove() },
    cut: () => { document.querySelector('#cut').setAttribute('transform', 'translate(5,800)') },
    gone: () => { document.querySelector('#cut').remove() },
    same: () => { document.querySelector('#seen').setAttribute('transform', 'translate(5,50)') },
    silent: () => { document.querySelector('#text').setAttribute('aria-label', 'Two') },
  };
  document.querySelector('#go').onclick = () => late(changes[window.change])();
</script>"""


@pytest.fixture(scope="module")
def clocked(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("window.benchParts = {quotes: '.evidence'}")
    page.add_init_script(path=SCRIPT)
    page.route("http://app.invalid/", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    yield page
    context.close()


def click(page: Page, change: str) -> dict[str, float]:
    """Open the page, let a click change this a moment later, and read the clock."""
    page.goto("http://app.invalid/")
    page.evaluate("change => { window.change = change }", change)
    page.wait_for_function("repaints.isQuiet(50)")
    page.evaluate("repaints.arm()")
    page.click("#go")
    page.wait_for_timeout(200)
    page.wait_for_function("repaints.isQuiet(100)")
    parts: dict[str, float] = page.evaluate("repaints.read()")
    return parts


@pytest.mark.parametrize(("change", "part"), [("text", "elsewhere"), ("canvas", "elsewhere"), ("shadow", "quotes"), ("seen", "elsewhere")])
def test_a_change_in_sight_is_timed_from_the_press(clocked: Page, change: str, part: str):
    parts = click(clocked, change)
    assert list(parts) == [part]
    assert 120 <= parts[part] < 1000


@pytest.mark.parametrize("change", ["hidden", "status", "silent", "below", "cut", "gone", "same"])
def test_what_nobody_sees_is_not_timed(clocked: Page, change: str):
    assert click(clocked, change) == {}


def test_the_text_of_a_place_is_found_in_a_shadow_root(clocked: Page):
    clocked.goto("http://app.invalid/")
    assert clocked.evaluate("repaints.text('#text', '.evidence', '.nowhere')") == "One\nOne\n"
