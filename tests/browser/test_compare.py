"""The Compare page as a reader uses it: by keyboard to the sentence, to both figures of a number, and no unlike axis without its mark."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenVisit

PAIR = "/compare?pair=hz21-05a&pair=kq23-12b&show=unlike"


def claim(page: Page) -> str:
    return parse_qs(urlsplit(page.url).query).get("claim", [""])[0]


def test_a_figure_leads_to_its_sentence_by_keyboard_and_what_differs_is_marked(open_page: OpenVisit):
    opened = open_page(path=PAIR)
    page = opened.page
    picture = page.locator('[class*="st-key-frame_axis_pair"] svg.marks')
    assert [text for text in picture.locator("text").all_text_contents() if "like-for-like" in text][-1] == "not like-for-like"
    expect(page.get_by_role("columnheader", name="Keqiao District")).to_be_visible()
    expect(page.get_by_role("rowheader", name="Urban-rural income ratio").first).to_be_visible()

    untouched = page.locator('[class*="st-key-frame_axis_market"] svg.marks').element_handle()
    cell = page.locator('.st-key-compare_table button.figure[data-figure="kq23-12d"]')
    cell.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-sheet_compare mark.chosen")).to_have_text("1.599")
    expect(cell).to_be_focused()
    assert claim(page) == "kq23-12d"
    assert untouched.evaluate("node => node.isConnected")

    # Both figures of a number can be reached from it.
    inputs = page.locator('[class*="st-key-axis_urban_rural"][class*="_numbers"] button.input')
    assert inputs.all_inner_texts() == ["zj23-37a", "kq23-12d"]
    inputs.first.click()
    expect(page.locator(".st-key-sheet_compare mark.chosen")).to_have_text("1.90")
    assert claim(page) == "zj23-37a"

    page.get_by_text("Draw them on one axis all the same").click()
    expect(picture).to_have_count(0)
    assert parse_qs(urlsplit(page.url).query)["pair"] == ["hz21-05a", "kq23-12b"]
    assert opened.console_errors == [] and opened.outside_requests == []
