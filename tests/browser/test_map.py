"""The map in a browser: what is clicked is what is chosen, by mouse or keyboard, with nothing asked of any other host."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, Route, expect

from lib.queries.places import places
from lib.queries.selection import Selection
from lib.text.catalogue import say
from tests.browser.explore_page import Explore, StartVisit, store
from tests.browser.visits import View, Visit

KEQIAO, HANGZHOU, SANMEN, ZHEJIANG, ZHENGZHOU = "330603", "330100", "331022", "330000", "410100"

# Vega keeps with each SVG node the row that it stands for; an outline is one path a place.
_MIDDLE_OF_CIRCLE = """([panel, region]) => {
  const found = [...panel.querySelectorAll('svg [role="graphics-symbol"]')].find(node => node.__data__.datum.region_id === region);
  found.scrollIntoView({block: 'center'});
  const box = found.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""
_WHO_ANSWERS = """panel => {
  panel.scrollIntoView({block: 'center'});
  const outlines = [...panel.querySelectorAll('svg path')].filter(node => node.__data__?.datum?.level === 'provinces');
  const box = outlines[0].getBoundingClientRect();
  const counts = {};
  for (let x = box.left; x < box.right; x += 3) for (let y = box.top; y < box.bottom; y += 3) {
    const point = Object.assign(outlines[0].ownerSVGElement.createSVGPoint(), {x, y});
    if (!outlines[0].isPointInFill(point.matrixTransform(outlines[0].getScreenCTM().inverse()))) continue;
    const region = document.elementFromPoint(x, y)?.__data__?.datum?.region_id ?? 'lost';
    counts[region] = (counts[region] ?? 0) + 1;
  }
  return counts;
}"""
_STANDS_OUT = """([panel, region]) => {
  const width = node => Number(node.getAttribute('stroke-width') ?? 0);
  const outlines = [...panel.querySelectorAll('svg path')].filter(node => node.__data__?.datum?.region_id && node.__data__.datum.outline);
  const widest = outlines.reduce((one, other) => width(other) > width(one) ? other : one);
  return widest.__data__.datum.region_id === region;
}"""


def panel(visit: Visit, province: str = ZHEJIANG) -> Any:
    return visit.page.locator(f".st-key-map_{province}").get_by_test_id("stVegaLiteChart")


def entry(page: Page, region: str) -> Any:
    return page.locator(f'.st-key-map_places [data-place="{region}"]')


def click_circle(visit: Visit, region: str) -> None:
    x, y = visit.page.evaluate(_MIDDLE_OF_CIRCLE, [panel(visit).element_handle(), region])
    visit.page.mouse.click(x, y)


def only_ourselves(visit: Visit) -> Callable[[Route], None]:
    return lambda route: route.continue_() if route.request.url.startswith(visit.address) else route.abort()


def test_a_click_on_keqiao_chooses_keqiao_everywhere_and_the_list_lets_go_by_keyboard(start_visit: StartVisit):
    visit = start_visit(View("overview"))
    visit.page.route("**/*", only_ourselves(visit))
    visit.open("/")
    explore, page = Explore(visit), visit.page
    click_circle(visit, KEQIAO)
    explore.settle(region=KEQIAO)
    counted = int(places(store(), Selection()).set_index("region_id")["within"][KEQIAO])
    chip = page.locator(".st-key-chip_map").get_by_role("button")
    expect(chip).to_contain_text(f"Keqiao District: {counted} figures, ")
    expect(entry(page, KEQIAO)).to_have_attribute("aria-pressed", "true")
    page.wait_for_function(_STANDS_OUT, arg=[panel(visit).element_handle(), KEQIAO])
    following = _after(page, KEQIAO)
    entry(page, KEQIAO).focus()
    page.keyboard.press("Enter")
    explore.settle(region=None)
    expect(chip).to_have_count(0)
    expect(entry(page, KEQIAO)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    explore.settle(region=following)
    page.locator(".st-key-map_chosen").get_by_role("link").click()
    page.wait_for_url("**/explore?**")
    assert visit.outside_requests == []


def _after(page: Page, region: str) -> str:
    listed = page.locator(".st-key-map_places [data-place]").evaluate_all("nodes => nodes.map(node => node.dataset.place)")
    return str(listed[listed.index(region) + 1])


def test_all_land_answers_to_a_click_and_the_smallest_place_answers_first(start_visit: StartVisit):
    visit = start_visit(View("overview"))
    visit.open("/")
    answers = panel(visit).evaluate(_WHO_ANSWERS)
    assert "lost" not in answers
    assert {ZHEJIANG, HANGZHOU, KEQIAO, SANMEN} <= set(answers)
    assert answers[ZHEJIANG] > answers[HANGZHOU] > answers[KEQIAO]
    assert set(panel(visit, "410000").evaluate(_WHO_ANSWERS)) >= {"410000", ZHENGZHOU}
    box = panel(visit).bounding_box()
    visit.page.mouse.click(box["x"] + box["width"] - 6, box["y"] + box["height"] - 80)  # the open sea
    click_circle(visit, HANGZHOU)
    Explore(visit).settle(region=HANGZHOU)
    click_circle(visit, HANGZHOU)
    Explore(visit).settle(region=None)
    assert visit.console_errors == []


def test_on_a_phone_the_map_fits_and_a_tap_chooses(start_visit: StartVisit):
    visit = start_visit(View("overview", 390, "dark", "zh"))
    visit.open(View("overview", 390, "dark", "zh").path)
    assert visit.overflow <= 0
    click_circle(visit, SANMEN)
    Explore(visit).settle(region=SANMEN, lang="zh")
    expect(visit.page.locator(".st-key-chip_map").get_by_role("button")).to_contain_text("三门县：")
    expect(panel(visit)).to_contain_text(say("zh", "map.schematic"))


def test_without_its_file_the_map_still_shows_its_circles(start_visit: StartVisit):
    visit = start_visit(View("overview"))
    visit.page.route("**/outlines-*.json", lambda route: route.abort())
    visit.open("/")
    click_circle(visit, KEQIAO)
    Explore(visit).settle(region=KEQIAO)
