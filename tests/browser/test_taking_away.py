"""What a reader takes away: the files of a chart as the view has it, and the page on paper."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote

from PIL import Image
from playwright.sync_api import Page
from pptx import Presentation
from pypdf import PdfReader

from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.text.catalogue import say
from tests.browser.explore_page import Explore, store
from tests.browser.visits import View, Visit

A4 = (595, 842)
CHARTS = ("by_indicator", "over_time", "coverage")


def saved(page: Page, chart: str, form: str) -> bytes:
    block = page.locator(f'[data-chart="{chart}"]')
    if block.locator("details.save").get_attribute("open") is None:
        block.locator("details.save summary").press("Enter")
    with page.expect_download() as download:
        block.get_by_role("button", name=say("en", f"save.{form}"), exact=True).click()
    assert download.value.suggested_filename.endswith(f"-{store().version}.{form}")
    return Path(download.value.path()).read_bytes()


def page_slides(page: Page) -> list[Any]:
    """Take the page away as slides, by the control that every page with a view has."""
    page.locator(".st-key-take_page").get_by_role("button", name=say("en", "taking.label")).filter(visible=True).click()
    with page.expect_download() as download:
        page.locator(".st-key-take_pptx").get_by_role("button").filter(visible=True).click()
    page.keyboard.press("Escape")
    return list(Presentation(str(download.value.path())).slides)


def on_paper(page: Page) -> list[str]:
    """Print the page and return the words of each sheet, each in one line."""
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {(round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))) for sheet in printed.pages} == {A4}
    # Letters that a typeface draws as one come out as one, and an apostrophe as its twin.
    return [" ".join(normalize("NFKC", sheet.extract_text()).replace("ʼ", "’").split()) for sheet in printed.pages]


def test_explore_gives_away_the_view_that_the_reader_came_to(explore: Explore):
    explore.open("?region=330603")
    explore.page.locator('[data-chart="over_time"]').get_by_role("button", name=say("en", "extra.events")).click()
    explore.settle(show="events")
    view = Selection(regions=("330603",), show=("events",))
    picture = Image.open(io.BytesIO(saved(explore.page, "by_indicator", "png")))
    assert picture.text["link"] == unquote(explore.page.url)  # type: ignore[attr-defined]
    shown, total = len(observations(store(), view)), len(observations(store(), Selection()))
    sentence = say("en", "selection.some", shown=shown, total=total)
    drawing = saved(explore.page, "over_time", "svg").decode()
    for told in (sentence, store().version, say("en", "explore.over_time"), "Source: "):
        assert told in drawing
    assert saved(explore.page, "coverage", "csv").decode("utf-8-sig").startswith("region_id")
    slides = page_slides(explore.page)
    assert slides[0].shapes.title.text == say("en", "explore.title")
    assert {say("en", f"explore.{chart}") for chart in CHARTS} <= {slide.shapes.title.text for slide in slides}
    for slide in slides:
        foot = next(shape.text_frame.text for shape in slide.shapes if shape.name == "Source")
        assert sentence in foot and explore.page.url in unquote(foot) and store().version in foot
    words = " ".join(on_paper(explore.page))
    for told in (sentence, store().version, explore.page.url, *(say("en", f"explore.{chart}") for chart in CHARTS)):
        assert told in words
    assert say("en", "filter.regions_help") not in words and say("en", "save.label") not in words.split()


def test_every_question_after_the_first_begins_a_sheet_with_its_chart_whole(open_page: Callable[..., Visit]):
    page = open_page(View("income_gap", theme="dark")).page
    charts = page.locator(".stVegaLiteChart svg")
    page.emulate_media(media="print")
    widths = charts.evaluate_all("charts => charts.map(chart => chart.getBoundingClientRect().right)")
    assert widths and max(widths) <= page.evaluate("document.documentElement.clientWidth")
    page.emulate_media(media="null")
    sheets = on_paper(page)
    assert store().version in sheets[0] and page.url in sheets[0]
    questions = page.get_by_role("heading", level=2).all_text_contents()
    # What reads a PDF guesses the blanks, and wrongly around an apostrophe.
    begun = ["".join(sheet.split()) for sheet in sheets]
    first, *others = ("".join(question.split()) for question in questions)
    assert first in begun[0]
    assert [question for question in others if not any(sheet.startswith(question) for sheet in begun)] == []
    captions = page.get_by_test_id("stCaptionContainer").all_text_contents()
    sources = ["".join(line.split()) for line in captions if line.startswith("Source: ")]
    assert len(sources) == len(questions) and [line for line in sources if line not in "".join(begun)] == []
