"""The Overview as a reader uses it: the guide, the questions, the coverage matrix."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from lib.queries.questions import QUESTIONS
from tests.browser.conftest import OpenVisit
from tests.browser.visits import TIMEOUT_MS, View, Visit

# What has the focus, inside the components too.
FOCUSED = """() => {
  let at = document.activeElement
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at.innerText
}"""
GUIDE = "How to read this, in a minute"


def cards(page: Page) -> Locator:
    return page.locator(".st-key-questions a.card")


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def arrive_on_explore(opened: Visit) -> None:
    heading = opened.page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Explore the evidence", timeout=TIMEOUT_MS)
    opened.wait_until_ready()


def test_the_guide_is_put_away_for_good_and_comes_back_on_demand(open_page: OpenVisit):
    opened = open_page()
    guide = opened.page.get_by_role("region", name=GUIDE)
    expect(guide.get_by_role("listitem")).to_have_count(4)
    guide.get_by_role("button", name="Got it").click()
    expect(guide).to_have_count(0)
    expect(opened.page.get_by_role("button", name="How to read this")).to_be_focused()
    opened.page.reload()
    opened.wait_until_ready()
    expect(guide).to_have_count(0)
    opened.page.get_by_role("button", name="How to read this").click()
    expect(guide).to_be_visible()
    assert opened.console_errors == []


def test_the_cards_are_alike_and_each_is_one_link_and_one_tab_stop(open_page: OpenVisit):
    opened = open_page()
    expect(cards(opened.page)).to_have_count(len(QUESTIONS))
    sizes = {(round(box["width"]), round(box["height"])) for box in (card.bounding_box() for card in cards(opened.page).all()) if box}
    assert len(sizes) == 1
    links = [urlsplit(str(card.get_attribute("href"))) for card in cards(opened.page).all()]
    assert [(link.path, parse_qs(link.query)) for link in links] == [("/explore", one.selection.to_params()) for one in QUESTIONS.values()]
    cards(opened.page).first.focus()
    for name in list(QUESTIONS)[1:]:
        opened.page.keyboard.press("Tab")
        assert cards(opened.page).nth(list(QUESTIONS).index(name)).inner_text() == opened.page.evaluate(FOCUSED)


def test_a_card_opens_its_view_in_the_same_session_and_back_returns(open_page: OpenVisit):
    opened = open_page()
    cards(opened.page).nth(6).focus()
    opened.page.keyboard.press("Enter")
    arrive_on_explore(opened)
    assert query(opened.page) == QUESTIONS["q07"].selection.to_params()
    opened.page.go_back()
    expect(cards(opened.page).first).to_be_visible(timeout=TIMEOUT_MS)
    assert opened.console_errors == []


def test_a_cell_says_what_it_holds_and_opens_it(open_page: OpenVisit):
    opened = open_page()
    page = opened.page
    empty = page.get_by_role("link", name="Hangzhou, Income gap, 2022: not reported in these articles")
    expect(empty).to_have_count(1)
    assert "0" not in page.locator(".st-key-coverage_grid table").inner_text().split()
    page.get_by_role("link", name="Hangzhou, Income gap, 2025: 3 figures").click()
    arrive_on_explore(opened)
    assert query(page) == {"region": ["330100"], "theme": ["income_gap"], "year": ["2025"], "layer": ["article"]}


def test_an_empty_cell_opens_the_news_that_nothing_is_reported(open_page: OpenVisit):
    opened = open_page()
    opened.page.get_by_role("link", name="Hangzhou, Income gap, 2022: not reported in these articles").click()
    arrive_on_explore(opened)
    expect(opened.page.get_by_text("it is not reported in these articles").first).to_be_visible(timeout=TIMEOUT_MS)


def test_the_matrix_is_one_tab_stop_walked_by_arrows(open_page: OpenVisit):
    opened = open_page(View(width=390))
    cells = opened.page.locator(".st-key-coverage_grid a.cell")
    assert cells.evaluate_all("cells => cells.filter(cell => cell.tabIndex === 0).length") == 1
    cells.first.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowLeft", "ArrowUp"):
        opened.page.keyboard.press(key)
    told = opened.page.locator(".st-key-coverage_grid .told")
    expect(told).to_have_text("Zhejiang Province, Public services, 2018: not reported in these articles")
    assert cells.evaluate_all("cells => cells.filter(cell => cell.tabIndex === 0).length") == 1
    boxes = [box for cell in cells.all()[:9] if (box := cell.bounding_box())]
    assert all(box["width"] >= 24 and box["height"] >= 24 for box in boxes)
    assert opened.overflow <= 0
