"""The board that answers in the browser: the same as the server's page, never out of date, and never in the reader's way."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route, expect

from lib.queries.selection import Selection
from tests.browser.explore_page import FIGURE_CHARTS, Explore, StartVisit, figures, figures_by_id, first_of, ids
from tests.browser.serving import served
from tests.browser.visits import ROOT, View, visit

ZHENGZHOU, HANGZHOU, KEQIAO = "410100", "330100", "330603"
QUERIES = (f"?region={HANGZHOU}&theme=public_services", "?q=village&status=actual", f"?claim={first_of(region_id=KEQIAO)}&year=2022")

_CLICK = """(frame, id) => [...frame.querySelectorAll('svg [role="graphics-symbol"]')]
  .find(node => node.__data__.datum.observation_id === id).dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}))"""


@pytest.fixture(scope="module")
def by_server(browser: Browser) -> Iterator[Explore]:
    """Give the Explore page as the server draws it."""
    with served(ROOT, settings={"EXPLORE_BOARD": "server"}) as server, visit(browser, server.address, View("explore")) as opened:
        yield Explore(opened)


def history_length(explore: Explore) -> int:
    return int(explore.page.evaluate("history.length"))


@pytest.mark.parametrize("query", QUERIES)
def test_the_server_shows_the_same_for_the_same_link(explore: Explore, by_server: Explore, query: str):
    explore.open(query)
    by_server.open(query)
    expect(explore.page.locator(".board")).to_have_count(1)
    expect(by_server.page.locator(".board")).to_have_count(0)
    assert explore.sentence == by_server.sentence
    assert explore.rows("by_indicator") == by_server.rows("by_indicator") != []
    for chart in FIGURE_CHARTS:
        assert explore.marks(chart) == by_server.marks(chart)
    assert explore.chosen.count() == by_server.chosen.count()


def test_without_its_scripts_the_server_draws_the_page(start_visit: StartVisit):
    explore = Explore(start_visit(View("explore")))

    def refuse(route: Route) -> None:
        route.abort()

    explore.page.route("**/app/static/**", refuse)
    explore.open(f"?region={HANGZHOU}")
    expect(explore.page.locator(".board")).to_have_count(0)
    assert explore.drawn("by_indicator") == ids(Selection(regions=(HANGZHOU,)))
    assert {error.split(" (")[0] for error in explore.visit.console_errors} <= {"Failed to load resource: net::ERR_FAILED"}


def test_of_rapid_clicks_the_last_holds_everywhere(explore: Explore):
    explore.open()
    chosen = [row["id"] for row in explore.rows("by_indicator")][:6]
    for figure in chosen:
        explore.frame("by_indicator").evaluate(_CLICK, figure)
    explore.settle(claim=chosen[-1])
    for chart in FIGURE_CHARTS:
        explore.wait_until_chosen(chart, chosen[-1])
    explore.page.reload()
    explore.settle(claim=chosen[-1])
    explore.turn_to("Data")
    explore.settle(claim=chosen[-1])


def test_each_change_is_one_step_back_and_a_typed_search_or_a_dragged_thumb_is_one_change(explore: Explore):
    explore.open()
    start = history_length(explore)
    explore.sidebar.get_by_role("searchbox", name="Search").press_sequentially("village income", delay=90)
    explore.settle(q="village income")
    assert history_length(explore) == start + 1
    thumb = explore.sidebar.get_by_role("slider").first.bounding_box()
    assert thumb
    middle = thumb["y"] + thumb["height"] / 2
    explore.page.mouse.move(thumb["x"] + 8, middle)
    explore.page.mouse.down()
    for step in range(1, 6):
        explore.page.mouse.move(thumb["x"] + 8 + step * thumb["width"] / 8, middle)
    explore.page.mouse.up()
    explore.page.wait_for_url(re.compile("year="))
    explore.settle(q="village income")
    assert history_length(explore) == start + 2
    explore.page.go_back()
    explore.settle(q="village income", year=None)
    explore.page.go_back()
    explore.settle(q=None, year=None)
    assert explore.drawn("over_time") == set(figures().observation_id)
    assert explore.sidebar.get_by_role("searchbox", name="Search").input_value() == ""


def test_another_page_and_back_keeps_the_view_and_follows_what_was_changed_there(explore: Explore):
    explore.open()
    explore.pill("Industry").click()
    explore.settle(theme="industry")
    explore.turn_to("Data")
    explore.settle(theme="industry")
    explore.page.get_by_role("button", name="Reset").click()
    explore.settle(theme=None)
    explore.turn_to("Explore")
    explore.settle(theme=None)
    assert explore.drawn("by_indicator") == set(figures().observation_id)


def test_the_server_takes_no_old_address_for_news(explore: Explore):
    explore.open(f"?region=atlantis&region={KEQIAO}")
    explore.pill("Industry").click()
    explore.settle(theme="industry", region=KEQIAO)
    expect(explore.page.get_by_text("atlantis").filter(visible=True)).to_have_count(0)
    explore.page.get_by_text("中文", exact=True).click()
    explore.settle(theme="industry", region=KEQIAO, lang="zh")
    shown = ids(Selection(regions=(KEQIAO,), themes=("industry",)))
    assert explore.drawn("by_indicator") == shown
    assert explore.sidebar.get_by_role("button", name=re.compile("^产业")).get_attribute("aria-pressed") == "true"


def test_nothing_is_drawn_anew_by_a_change_or_by_an_unrelated_rerun(explore: Explore):
    explore.open()
    pictures = explore.page.locator("[data-chart] .frame svg")
    kept = pictures.evaluate_all("roots => { window.roots = roots; return roots.length }")
    explore.frame("by_indicator").evaluate("frame => frame.scrollTo(0, 400)")
    explore.pill("Industry").click()
    explore.settle(theme="industry")
    explore.page.go_back()
    explore.settle(theme=None)
    assert explore.frame("by_indicator").evaluate("frame => frame.scrollTop") == 400
    assert kept == 3
    assert pictures.evaluate_all("roots => roots.every((root, place) => root === window.roots[place] && root.isConnected)")


def test_by_keyboard_alone_from_the_search_to_a_sentence(explore: Explore):
    explore.open()
    explore.sidebar.get_by_role("searchbox", name="Search").focus()
    explore.page.keyboard.type("Sanmen")
    explore.page.keyboard.press("Enter")
    explore.settle(q="Sanmen")
    explore.frame("by_indicator").focus()
    explore.page.keyboard.press("ArrowDown")
    told = explore.frame("by_indicator").locator("[aria-live]")
    expect(told).to_have_text(re.compile("Sanmen"))
    expect(explore.page.locator(".tip:popover-open")).to_have_text(told.text_content() or "")
    explore.page.keyboard.press("Enter")
    expect(explore.chosen.locator("mark.chosen")).to_be_visible()
    figure = str(explore.chosen.locator("button.claim.selected").get_attribute("data-figure"))
    explore.settle(claim=figure)
    assert figures_by_id()[figure].quote_text == explore.chosen.locator("blockquote").text_content()
    explore.chip.press("Enter")
    explore.settle(claim=None)


def test_the_result_of_a_change_is_told_to_a_screen_reader(explore: Explore):
    explore.open()
    status = explore.page.locator(".board").get_by_role("status")
    expect(status).to_have_text("")
    explore.pill("Public services").click()
    count = len(ids(Selection(themes=("public_services",))))
    expect(status).to_have_text(f"{count} figures, 3 charts updated.")
    for chart in FIGURE_CHARTS:
        expect(explore.frame(chart).locator("[role=img]")).to_have_attribute("aria-label", re.compile(rf"^(?=.*\b{count}\b)"))
