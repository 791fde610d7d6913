"""Stories before a room: present mode with its keys, its addresses and its ways back, what one collects, and what is embedded."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import HOST, free_port, served
from tests.browser.visits import ROOT, TIMEOUT_MS, View, Visit, visit

HEADER = '[data-testid="stHeader"]'  # It has no role or name to find it by.
SIDEBAR = '[data-testid="stSidebar"]'  # It is found while it is hidden too, when it has no role.
STORY = "/stories?story=six-grassroots&status=actual"
# The smallest letters that can be seen, as drawn: those of a scaled chart too.
_SMALLEST = """() => {
  const stage = [...document.querySelectorAll('*')].map(node => node.shadowRoot?.querySelector('.stage')).find(Boolean)
  const slide = stage.querySelector('.slide.current')
  const holders = [...slide.querySelectorAll('*'), ...stage.querySelectorAll('.foot *')].filter(node => node.checkVisibility())
  const written = holders.filter(node => [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
  return Math.min(...written.map(node => parseFloat(getComputedStyle(node).fontSize) * (node.getScreenCTM?.().a ?? 1)))
}"""
_STEP_TIME = """async () => {
  const stage = [...document.querySelectorAll('*')].map(node => node.shadowRoot?.querySelector('.stage')).find(Boolean)
  const slide = stage.querySelectorAll('.slide')[1]
  const began = performance.now()
  stage.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, composed: true }))
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  return [slide.classList.contains('current'), performance.now() - began]
}"""

_ASKED_BEHIND_THE_ADDRESS = """() => {
  history.pushState({}, "", "/stories?story=six-grassroots&present=yes")
  dispatchEvent(new PopStateEvent("popstate", { state: {} }))
  history.replaceState({}, "", "/stories")
}"""


@pytest.fixture(scope="module")
def reader(browser: Browser, app_address: str) -> Iterator[Visit]:
    """One reader with one window for all of this."""
    with visit(browser, app_address, View()) as seen:
        yield seen


def drag(page: Page, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Move a finger over the screen, as a touch screen tells it."""
    touch = page.context.new_cdp_session(page)
    points = [{name: begin + (to - begin) * part / 4 for name, begin, to in zip("xy", start, end, strict=True)} for part in range(5)]
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points[:1]})
    for point in points[1:]:
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    touch.detach()


def step(page: Page) -> str:
    """Tell which step is shown, as the foot of the slide says."""
    return page.locator(".stage .place").inner_text()


def test_what_does_not_fit_on_a_slide_has_a_sign_until_its_end_is_in_sight(reader: Visit):
    page = reader.page
    page.set_viewport_size({"width": 390, "height": 600})
    reader.open("/stories?story=city-promises&present=yes")
    further = page.locator(".stage .further")
    expect(further).to_be_visible()
    page.locator(".slide.current").evaluate("slide => slide.scrollTo(0, slide.scrollHeight)")
    expect(further).to_be_hidden()
    # A finger that moves sideways steps, one that moves up or down only scrolls.
    for start, end, place in (((330, 300), (60, 310), "2 / 5"), ((60, 300), (330, 290), "1 / 5"), ((200, 400), (190, 150), "1 / 5")):
        drag(page, start, end)
        expect(page.locator(".stage .place")).to_have_text(place)
    assert page.evaluate(_SMALLEST) >= 14
    page.set_viewport_size({"width": 1280, "height": 900})


def test_a_story_is_presented_by_its_keys_and_each_step_has_its_address(reader: Visit):
    page = reader.page
    reader.open(STORY)
    page.keyboard.press("p")
    expect(page.locator(".stage[open]")).to_be_visible()
    expect(page.locator(HEADER)).to_be_hidden()
    reader.wait_until_ready()
    assert page.evaluate(_SMALLEST) >= 24
    is_shown, milliseconds = page.evaluate(_STEP_TIME)
    assert is_shown
    assert milliseconds < 300
    for key, place in (
        ("ArrowRight", "3 / 6"),
        (" ", "4 / 6"),
        ("PageUp", "3 / 6"),
        ("End", "6 / 6"),
        ("Home", "1 / 6"),
        ("ArrowRight", "2 / 6"),
    ):
        page.keyboard.press(key)
        assert step(page) == place
    page.keyboard.press("ArrowRight")
    page.go_back()
    expect(page.locator(".stage .place")).to_have_text("2 / 6")
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.reload()
    reader.wait_until_ready()
    assert step(page) == "5 / 6"
    # The chart of this step was drawn small and is shown large.
    assert page.evaluate(_SMALLEST) >= 24
    page.keyboard.press("?")
    sheet = page.locator(".shortcuts[open]")
    expect(sheet).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.locator(".shortcuts .close").evaluate("button => button.getRootNode().activeElement === button")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    assert step(page) == "5 / 6"
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press(".")
    expect(page.locator(".stage .blank")).to_be_visible()
    page.keyboard.press("PageDown")
    expect(page.locator(".stage .blank")).to_be_hidden()
    assert step(page) == "5 / 6"
    page.keyboard.press("Escape")
    page.wait_for_function("document.fullscreenElement === null")
    page.keyboard.press("Escape")
    expect(page.locator(".stage")).to_be_hidden()
    expect(page.locator(HEADER)).to_be_visible()
    assert "status=actual" in page.url
    assert "present" not in page.url
    assert reader.console_errors == []
    assert reader.outside_requests == []


def test_a_view_is_saved_collected_and_presented_and_the_way_leads_back(reader: Visit):
    page = reader.page
    reader.open("/industry?region=410100")
    here = page.url
    page.locator(".share .opener").first.click()
    page.get_by_label("Name of this view").fill("<b>Zhengzhou</b>")
    page.locator(".share form button").click()
    link = page.get_by_role("link", name="<b>Zhengzhou</b>")
    assert link.get_attribute("href") == "/industry?region=410100"
    assert "embed=true" in page.get_by_label("Code to embed it in a page").input_value()
    page.get_by_role("button", name="Add to my story").click()
    reader.wait_until_ready()
    if not page.get_by_role("button", name="Present this view").is_visible():
        page.locator(".share .opener").first.click()
    page.get_by_role("button", name="Present this view").click()
    expect(page.locator(".stage[open]")).to_be_visible()
    reader.wait_until_ready()
    assert page.evaluate(_SMALLEST) >= 24
    page.keyboard.press("Escape")
    reader.wait_until_ready()
    assert page.url == here
    page.get_by_role("link", name="Stories").click()
    reader.wait_until_ready()
    expect(page.get_by_text("Move up")).to_be_visible()
    assert reader.console_errors == []


def test_every_way_through_the_stories_and_versions_is_a_step_of_the_history(browser: Browser, app_address: str):
    with visit(browser, app_address, View()) as seen:
        page = seen.page
        seen.open("/stories")
        listed = page.url
        read = page.locator(".st-key-read_six-grassroots").get_by_role("link", name="Read it: 6 steps")
        assert read.get_attribute("href") == "/stories?story=six-grassroots"
        read.focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{app_address}/stories?story=six-grassroots")
        present = page.get_by_role("link", name="Present", exact=True)
        expect(present).to_have_count(1, timeout=TIMEOUT_MS)  # the story has taken the place of the list
        present.click()
        expect(page.locator(".stage[open]")).to_be_visible()
        page.go_back()
        expect(page.locator(".stage")).to_be_hidden()
        page.go_back()
        expect(read).to_be_visible()
        assert page.url == listed
        page.locator(".st-key-present_six-grassroots").get_by_role("link", name="Present").click()
        expect(page.locator(".stage[open]")).to_be_visible()
        expect(page).to_have_url(f"{app_address}/stories?story=six-grassroots&present=yes")
        seen.wait_until_ready()
        page.keyboard.press("Escape")
        expect(read).to_be_visible()
        assert page.url == listed
        # The server is told to present, and the address says otherwise: the story can be read all the same.
        page.evaluate(_ASKED_BEHIND_THE_ADDRESS)
        expect(page.locator(".st-key-read").get_by_role("link", name="All stories")).to_be_visible()
        expect(page.locator(HEADER)).to_be_visible()
        seen.open("/data?theme=industry")
        page.get_by_role("link", name="Open version 1.0.0").click()
        expect(page.locator(".st-key-version_banner")).to_be_visible()
        assert page.url == f"{app_address}/data?theme=industry&v=1.0.0"
        page.reload()
        seen.wait_until_ready()
        expect(page.locator(".st-key-version_banner")).to_be_visible()
        page.go_back()
        expect(page.locator(".st-key-version_banner")).to_be_hidden()
        assert page.url == f"{app_address}/data?theme=industry"
        assert seen.console_errors == []


@contextmanager
def site(code: str, port: int) -> Iterator[str]:
    """Serve one page of another origin, which holds that code."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f"<!doctype html><link rel=icon href=data:,>{code}".encode())

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    with HTTPServer((HOST, port), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{port}"
        server.shutdown()


def test_a_step_in_a_frame_of_another_site_shows_its_source_and_the_way_back(browser: Browser):
    port = free_port()
    with served(ROOT, settings={"FRAME_ANCESTORS": f"http://{HOST}:{port}"}) as server, visit(browser, server.address, View()) as other:
        other.open("/income_gap")
        other.page.locator(".st-key-ways_q01 .share .opener").click()
        code = other.page.get_by_label("Code to embed it in a page").first.input_value()
        with site(code, port) as elsewhere:
            other.page.goto(elsewhere)
            frame = other.page.frame_locator("iframe")
            expect(frame.get_by_role("link", name="Open this view in Common Prosperity Explorer")).to_be_visible(timeout=30_000)
            expect(frame.get_by_role("img").first).to_be_visible()
            expect(frame.get_by_text("Source:").first).to_be_visible()
            expect(frame.locator(HEADER)).to_be_hidden()
            expect(frame.locator(SIDEBAR)).to_be_hidden()
        assert other.console_errors == []
