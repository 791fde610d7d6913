import re
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import OpenVisit
from tests.browser.visits import View, page_names

# Every theme in every language, and each of them in both widths.
LOOKS = [View("", 1280, "light", "en"), View("", 390, "light", "zh"), View("", 390, "dark", "en"), View("", 1280, "dark", "zh")]
VIEWS = [replace(look, page=page) for page in page_names() for look in LOOKS]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_every_page_is_visited_in_each_look():
    assert len(VIEWS) == 4 * len(page_names())
    assert set(page_names()) >= {"overview", "explore", "sources", "data", "methods"}
    for one, other in (("theme", "language"), ("width", "theme"), ("width", "language")):
        assert len({(getattr(look, one), getattr(look, other)) for look in LOOKS}) == 4


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_page_opens_clean(open_page: OpenVisit, view: View):
    opened = open_page(view)
    page = opened.page
    assert page.locator('[data-testid="stException"]').all_text_contents() == []  # an error box has no role or name to find it by
    assert page.get_by_role("heading", level=1).count() == 1
    assert bool(CHINESE.search(page.get_by_role("heading", level=1).inner_text())) == (view.language == "zh")
    assert page.evaluate("document.documentElement.lang") == view.language
    assert opened.overflow <= 0
    assert opened.outside_requests == []
    assert opened.console_errors == []
    assert grave_barriers(page) == []


def grave_barriers(page: Page) -> list[str]:
    """List what axe-core calls serious or critical, with the element it is on."""
    found = Axe().run(page).response["violations"]
    grave = (violation for violation in found if violation["impact"] in ("serious", "critical"))
    return [f"{violation['id']}: {node['html']}" for violation in grave for node in violation["nodes"]]


def test_a_grave_barrier_is_seen(open_page: OpenVisit):
    page = open_page().page
    page.set_content(
        "<html lang='en'><title>Grey</title><main><h1>Grey</h1><p style='color:#aaa;background:#fff'>Too pale to read.</p></main>"
    )
    assert [barrier.split(":")[0] for barrier in grave_barriers(page)] == ["color-contrast"]
