"""The pages that answer questions, as a reader uses them: choose a figure, read its sentence, go back."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenVisit
from tests.browser.visits import View

_MARK = """([frame, id]) => [...frame.querySelectorAll('svg.marks [aria-label][role="graphics-symbol"]')]
  .find(node => node.__data__.datum.observation_id === id)"""


def block(page: Page, name: str) -> Locator:
    return page.locator(f".st-key-block_{name}")


def chosen_words(page: Page, name: str) -> Locator:
    return page.locator(f".st-key-sheet_{name} mark.chosen")


def card(page: Page, figure: str) -> Locator:
    return page.locator(f'button.card[data-figure="{figure}"]')


def click_mark(page: Page, name: str, figure: str) -> None:
    frame = page.locator(f".st-key-frame_{name}_figures").element_handle()
    mark = page.evaluate_handle(_MARK, [frame, figure]).as_element()
    assert mark
    # What lies over a mark belongs to the same figure, so the browser need not prove that nothing does.
    mark.click(force=True)


def claim(page: Page) -> str:
    return parse_qs(urlsplit(page.url).query).get("claim", [""])[0]


def test_a_choice_shows_its_sentence_and_redraws_nothing_else(open_page: OpenVisit):
    page = open_page(View("industry")).page
    before = page.locator(".st-key-frame_q06_figures svg.marks").element_handle()
    giants = card(page, "zz24-10b")
    giants.focus()
    page.keyboard.press("Enter")
    expect(chosen_words(page, "giants")).to_have_text("122")
    expect(giants).to_have_attribute("aria-pressed", "true")
    expect(giants).to_be_focused()
    assert claim(page) == "zz24-10b"

    click_mark(page, "q07", "zz24-14a")
    expect(chosen_words(page, "q07")).to_have_text("700,000")
    # The same figure stands among the plans, and its sentence is shown there too; the last choice is let go everywhere.
    expect(page.locator('.st-key-plans_figures tr.entry.selected button[data-figure="zz24-14a"]')).to_have_count(1)
    expect(giants).to_have_attribute("aria-pressed", "false")
    assert before.evaluate("node => node.isConnected")

    page.locator(".st-key-chip_q07").get_by_role("button").first.click()
    expect(page.locator("mark.chosen")).to_have_count(0)
    assert claim(page) == ""
    page.go_back()
    expect(chosen_words(page, "q07")).to_have_text("700,000")
    page.reload()
    expect(chosen_words(page, "q07")).to_have_text("700,000")


def test_chart_table_and_sentence_choose_for_each_other(open_page: OpenVisit):
    page = open_page(View("industry")).page
    shares = block(page, "q06")
    shares.get_by_role("tab", name="Table").click()
    rows = shares.locator(".st-key-q06_table tr[data-figure]")
    expect(rows).to_have_count(5)
    rows.nth(1).click()
    expect(chosen_words(page, "q06")).to_have_text(re.compile(r"^71\.7%$"))
    expect(rows.nth(1)).to_have_class(re.compile("selected"))
    shares.locator('button.claim[data-figure="zj23-25c"]').click()
    expect(chosen_words(page, "q06")).to_have_text("82.6%")
    shares.get_by_role("tab", name="Chart").click()
    expect(rows.nth(2)).to_have_class(re.compile("selected"))


def test_of_quick_choices_the_last_stays(open_page: OpenVisit):
    page = open_page(View("industry")).page
    for figure in ("zz24-10b", "zz24-23a", "zj23-22a", "zz20-11a"):
        card(page, figure).click()
    expect(page.locator("button.card.selected")).to_have_count(1)
    expect(card(page, "zz20-11a")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("mark.chosen")).to_have_text("10 billion yuan")
    assert claim(page) == "zz20-11a"


def test_the_list_of_questions_leads_to_each(open_page: OpenVisit):
    page = open_page(View("industry")).page
    page.get_by_role("link", name="Can one niche industry lift a county").click()
    heading = page.get_by_role("heading", name="Can one niche industry lift a county")
    expect(heading).to_be_in_viewport()
    page.locator(".st-key-block_q10").get_by_role("link", name="All figures on this in Explore").click()
    page.wait_for_url("**/explore?region=331022")


def test_on_a_phone_the_sentence_of_a_promise_rises_from_below(open_page: OpenVisit):
    opened = open_page(View("public_services", 390))
    page = opened.page
    promise = page.locator('tr.entry button.pick[data-figure="hz21-06f"]')
    promise.click()
    sentence = chosen_words(page, "q09")
    expect(sentence).to_have_text("55,000")
    expect(sentence).to_be_in_viewport()
    expect(promise).to_be_in_viewport()
    table = page.get_by_role("table").first
    expect(table.get_by_role("row")).to_have_count(15)  # the heads, two places and twelve promises
    assert opened.overflow <= 0
