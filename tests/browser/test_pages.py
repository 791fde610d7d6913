import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import OpenVisit
from tests.browser.shoot import all_views
from tests.browser.visits import View, page_names

VIEWS = all_views(page_names())
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_the_five_pages_are_visited():
    assert set(page_names()) >= {"overview", "explore", "sources", "data", "methods"}


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
