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


def test_choosing_a_page_closes_the_menu_and_a_new_visit_begins_with_it_closed(open_page: OpenVisit):
    opened = open_page(View("overview", width=390))
    page = opened.page
    menu, drawer = page.get_by_role("button", name="Expand sidebar"), page.get_by_test_id("stSidebar")
    for name in ("Stories", "Stories", "Targets"):  # also the page that one is on
        menu.click()
        expect(drawer).to_be_in_viewport()
        drawer.get_by_role("link", name=name).click()
        expect(drawer).not_to_be_in_viewport()
        expect(page).to_have_url(re.compile(f"/{name.lower()}"))
    menu.click()
    expect(drawer).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(re.compile("/stories"))
    expect(drawer).not_to_be_in_viewport()
    menu.click()
    opened.open("/explore")
    expect(drawer).not_to_be_in_viewport()


def test_a_narrowed_page_keeps_its_menu_open_while_its_filters_are_used(open_page: OpenVisit):
    page = open_page(View("targets", width=390)).page
    page.get_by_role("navigation", name="On this page").get_by_role("button", name="Filters").click()
    drawer = page.get_by_test_id("stSidebar")
    drawer.get_by_role("button", name=re.compile(r"^Industry")).click()
    page.wait_for_url(re.compile("theme="))
    page.wait_for_timeout(500)  # longer than the drawer takes to go
    expect(drawer).to_be_in_viewport()
