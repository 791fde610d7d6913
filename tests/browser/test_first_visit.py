"""The first visit that a fresh server gets comes by a link to a page which is not the first."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from lib.text.catalogue import say
from lib.ui.navigation import PAGES
from tests.browser.serving import running_app
from tests.browser.visits import ROOT, View, Visit, visit

SECTIONS = dict.fromkeys(entry.section for entry in PAGES if entry.section)
MENU_IN_CHINESE = [
    *(say("zh", f"nav.{entry.name}") for entry in PAGES if not entry.section),
    *(say("zh", f"nav_section.{section}") for section in SECTIONS),
]


@contextmanager
def first_visit(browser: Browser, path: str, script: str = "serve.py", base: str = "") -> Iterator[Visit]:
    with running_app(ROOT, script, base) as address, visit(browser, address, View()) as opened:
        opened.open(path)
        yield opened


def menu_of(page: Page) -> list[str]:
    # Streamlit's navigation has the same role on top and at the side; only its test attribute tells which it is.
    shown = (*page.get_by_test_id("stTopNavLink").all(), *page.get_by_test_id("stTopNavSection").all())
    return [part.inner_text().split("\n")[-1] for part in shown]


@pytest.mark.parametrize("base", ["", "/reports/prosperity"])
def test_a_fresh_server_opens_a_page_by_its_link(browser: Browser, base: str):
    with first_visit(browser, "/explore?lang=zh", base=base) as opened:
        assert opened.console_errors == []
        assert opened.page.evaluate("document.documentElement.lang") == "zh"
        assert opened.page.get_by_role("heading", level=1).inner_text() == "探索证据"
        assert menu_of(opened.page) == MENU_IN_CHINESE
        assert opened.page.url.endswith(f"{base}/explore?lang=zh")


def test_the_plain_way_shows_the_page_with_the_two_errors_that_the_readme_names(browser: Browser):
    with first_visit(browser, "/explore?lang=zh", "app.py") as opened:
        missing = [error.rpartition("/explore/")[2] for error in opened.console_errors]
        assert sorted(missing) == ["_stcore/health)", "_stcore/host-config)"], (
            "Streamlit has changed: mend README.md and lib/server/front.js."
        )
        assert menu_of(opened.page) == MENU_IN_CHINESE


def test_the_page_says_its_language_after_a_switch_and_on_an_address_without_one(start_visit):
    opened = start_visit(View())
    opened.open("/overview?lang=en")
    assert opened.page.url.endswith("/?lang=en")
    assert opened.page.get_by_role("dialog").count() == 0
    opened.open("/methods")
    html = opened.page.locator("html")
    expect(html).to_have_attribute("lang", "en")
    opened.page.get_by_text("中文", exact=True).click()
    expect(html).to_have_attribute("lang", "zh")
    opened.page.get_by_test_id("stTopNavLink").nth(MENU_IN_CHINESE.index("探索")).click()
    expect(opened.page.get_by_role("heading", level=1)).to_have_text("探索证据")
    expect(html).to_have_attribute("lang", "zh")
    opened.page.get_by_text("English", exact=True).click()
    expect(html).to_have_attribute("lang", "en")
    assert opened.console_errors == []
