"""Every text of a chart or chosen option is at least 4.5:1 against its ground, every mark 3:1, in both themes, on the pages as drawn."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenVisit
from tests.browser.visits import THEMES, Theme, View, page_names

LEAST = {"text": 4.5, "mark": 3.0}
WITH_CHARTS = {"overview", "explore", "income_gap", "industry"}
# Where a place is chosen in a filter of the server's.
CHOSEN = {"targets": "?region=330100", "compare": "?region=330100&region=330603"}
MEASURE = Path(__file__).with_name("contrast.js").read_text("utf-8")

Seen = dict[str, Any]


def measured(page: Page) -> list[Seen]:
    """Read every text and mark of the charts with its contrast."""
    found: list[Seen] = page.evaluate(MEASURE)
    return found


def too_faint(found: list[Seen]) -> list[str]:
    """Name what is too faint, with its colours and its contrast."""
    faint = (seen for seen in found if round(seen["ratio"], 2) < LEAST[seen["kind"]])
    return [f"{seen['kind']} {seen['what']!r}: {' / '.join(seen['inks'])} on {seen['ground']}, {seen['ratio']:.2f}:1" for seen in faint]


@pytest.mark.parametrize("theme", THEMES)
def test_texts_and_marks_of_every_page_stand_out(open_page: OpenVisit, theme: Theme):
    opened = open_page(View(theme=theme))
    faint: dict[str, list[str]] = {}
    for page in page_names():
        opened.open(View(page).path + CHOSEN.get(page, ""))
        found = measured(opened.page)
        if page in CHOSEN:
            assert any("Hangzhou" in seen["what"] for seen in found), f"{page}: its chosen place is not seen."
        if page in WITH_CHARTS:
            assert {seen["kind"] for seen in found} == {"text", "mark"}, f"{page}: its charts are not seen."
        faint[page] = too_faint(found)
    assert {page: things for page, things in faint.items() if things} == {}


def chart(ground: str, shapes: str) -> str:
    """Write a page with one chart, inside a shadow root as the components have theirs."""
    return f"""<body style="background:{ground}"><div id="host"></div><script>
      document.querySelector('#host').attachShadow({{mode: 'open'}}).innerHTML = `<svg width="200" height="80">{shapes}</svg>`</script>"""


def mark(attributes: str) -> str:
    """Write a square mark."""
    return f'<path role="graphics-symbol" aria-label="one" d="M50,10h10v10h-10Z" {attributes}/>'


@pytest.mark.parametrize(
    ("ground", "shapes", "faint"),
    [
        ("white", mark('fill="#1D4ED8"') + '<text x="5" y="20" fill="#525C6B">2021</text>', []),
        ("white", mark('fill="none" stroke="#1D4ED8"'), []),
        ("white", mark('fill="#1D4ED8" opacity="0.2"'), ["mark 'one': #d2dcf7 / #ffffff on #ffffff, 1.37:1"]),
        ("white", mark('fill="none" stroke="#cccccc"'), ["mark 'one': #ffffff / #cccccc on #ffffff, 1.61:1"]),
        (
            "white",
            mark('fill="#1D4ED8"') + '<text x="5" y="20" fill="#888888">2021</text>',
            ["text '2021': #888888 on #ffffff, 3.54:1"],
        ),
        (
            "#11151C",
            mark('fill="#58a6ff"') + '<text x="5" y="20" fill="#525C6B">2021</text>',
            ["text '2021': #525c6b on #11151c, 2.70:1"],
        ),
        (
            "white",
            '<rect width="200" height="80" fill="#11151C"/>' + mark('fill="#1D4ED8"') + '<text x="5" y="20" fill="white">2021</text>',
            ["mark 'one': #1d4ed8 / #11151c on #11151c, 2.73:1"],
        ),
        ("white", mark('fill="#eeeeee"') + '<text x="51" y="17" font-size="6" fill="#111111">4</text>', []),
        ("white", '<rect y="14" width="200" height="2" fill="#1D4ED8"/>' + mark('fill="white" stroke="#1D4ED8"'), []),
        ("white", '<text x="5" y="20" fill="white">2021</text><text x="5" y="20" fill="#333333">2021</text>' + mark('fill="#1D4ED8"'), []),
    ],
    ids=[
        "good",
        "hollow",
        "faded",
        "pale outline",
        "pale text",
        "dark theme",
        "on a dark cell",
        "cell with its number",
        "on a line",
        "with a halo",
    ],
)
def test_what_is_too_faint_is_named(open_page: OpenVisit, ground: str, shapes: str, faint: list[str]):
    # A page of its own: on one of the app no script of a page may run.
    page = open_page().page.context.new_page()
    page.set_content(chart(ground, shapes))
    assert too_faint(measured(page)) == faint
