"""On a phone: from the head of the screen to the filters and to any part of a page, wherever one has scrolled to."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import OpenVisit
from tests.browser.visits import View


def test_the_bar_leads_to_the_filters_to_every_part_and_back_to_the_top(open_page: OpenVisit):
    opened = open_page(View("targets", width=390))
    page = opened.page
    main = page.get_by_test_id("stMain")
    bar = page.get_by_role("navigation", name="On this page")
    main.evaluate("main => main.scrollTo(0, 2000)")
    bar.get_by_role("button", name="On this page").click()
    bar.get_by_role("button", name="The same target, stated again").click()
    heading = page.get_by_role("heading", name="The same target, stated again")
    expect(heading).to_be_in_viewport()
    expect(heading).to_be_focused()
    assert heading.evaluate("heading => heading.getBoundingClientRect().top") >= 60  # not under the bar
    bar.get_by_role("button", name="On this page").click()
    here = bar.locator("[aria-current]")
    expect(here).to_have_count(1)
    page.keyboard.press("Escape")
    expect(here).to_be_hidden()
    bar.get_by_role("button", name="On this page").click()
    bar.get_by_role("button", name="Back to top").click()
    page.wait_for_function("main => main.scrollTop === 0", arg=main.element_handle())
    bar.get_by_role("button", name="Filters").click()
    expect(page.get_by_role("heading", name="Filters")).to_be_in_viewport()
    expect(page.get_by_text(re.compile("^Theme$"))).to_be_in_viewport()

    opened.open("/data")
    expect(bar.get_by_role("button", name="On this page")).to_be_visible()
    expect(bar.get_by_role("button", name="Filters")).to_be_hidden()
    assert opened.console_errors == []
