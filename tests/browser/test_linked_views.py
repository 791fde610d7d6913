"""Charts, tables and quotes are views of the same figures: what is chosen in one is chosen in all, and all say the same."""

import colorsys
import re

import pytest
from playwright.sync_api import expect

from lib.charts.colours import CASE_AREAS
from lib.queries.selection import Selection
from tests.browser.explore_page import FIGURE_CHARTS, NUMBER_COLUMN, Explore, StartVisit, figures, figures_by_id, first_of, ids
from tests.browser.visits import Theme as Mode
from tests.browser.visits import View

ZHENGZHOU, HANGZHOU, KEQIAO, ZHEJIANG = "410100", "330100", "330603", "330000"


def printed(figure: str) -> str:
    return str(figures_by_id()[figure].printed)


def is_chosen_everywhere(explore: Explore, figure: str) -> None:
    """Hold that every linked view shows this figure as the chosen one."""
    for chart in FIGURE_CHARTS:
        assert figure in explore.drawn(chart)
        explore.wait_until_chosen(chart, figure)
        assert [row["id"] for row in explore.rows(chart) if row["selected"]] == [figure]
    expect(explore.chosen.locator("mark.chosen")).to_have_text(printed(figure))
    expect(explore.chosen.locator("button.claim.selected")).to_have_attribute("data-figure", figure)


def test_a_click_on_a_mark_chooses_it_in_every_view_and_its_chip_lets_go(explore: Explore):
    figure = first_of(region_id=HANGZHOU)
    explore.open(f"?region={HANGZHOU}&region={ZHENGZHOU}")
    explore.click_mark("by_indicator", figure)
    explore.settle(claim=figure)
    is_chosen_everywhere(explore, figure)
    row = figures_by_id()[figure]
    expect(explore.chip).to_contain_text(f"{row.region_en}, {row.year_end}: {row.indicator_en}")
    explore.page.reload()
    explore.settle(claim=figure)
    is_chosen_everywhere(explore, figure)
    explore.chip.click()
    explore.settle(claim=None, region=[HANGZHOU, ZHENGZHOU])
    expect(explore.chip).to_have_count(0)
    assert {mark["opacity"] for mark in explore.marks("over_time")} == {1}


@pytest.mark.parametrize("chart", FIGURE_CHARTS)
def test_a_second_click_on_a_mark_lets_go_of_it_and_a_third_takes_it_again(explore: Explore, chart: str):
    figure = first_of(region_id=KEQIAO)
    explore.open(f"?region={KEQIAO}")
    for claim in (figure, None, figure):
        explore.click_mark(chart, figure)
        explore.settle(claim=claim)
    is_chosen_everywhere(explore, figure)


def test_from_one_mark_to_another_chart(explore: Explore):
    one, other = first_of(region_id=HANGZHOU, status="target"), first_of(region_id=HANGZHOU, status="ongoing")
    explore.open(f"?region={HANGZHOU}")
    explore.click_mark("by_indicator", one)
    explore.settle(claim=one)
    explore.click_mark("over_time", other)
    explore.settle(claim=other)
    is_chosen_everywhere(explore, other)


def test_a_table_row_leads_to_its_mark_and_its_quote(explore: Explore):
    figure = first_of(region_id=KEQIAO)
    explore.open(f"?region={KEQIAO}")
    explore.tab("by_indicator", "Table").click()
    explore.table("by_indicator").locator(f'tr[data-figure="{figure}"] button').press("Enter")
    explore.settle(claim=figure)
    expect(explore.tab("by_indicator", "Table")).to_have_attribute("aria-selected", "true")
    explore.tab("by_indicator", "Chart").click()  # a chart out of sight is drawn when it is asked for
    is_chosen_everywhere(explore, figure)


def test_a_figure_in_a_quote_leads_to_its_mark_and_its_row(explore: Explore):
    figure = first_of(region_id=KEQIAO)
    explore.open(f"?region={KEQIAO}")
    explore.page.locator(f'.quotes button.claim[data-figure="{figure}"]').click()
    explore.settle(claim=figure)
    is_chosen_everywhere(explore, figure)
    explore.chosen.locator("button.claim.selected").click()
    explore.settle(claim=None)
    expect(explore.chosen).to_have_count(0)


def test_the_chosen_figure_is_brought_into_sight(explore: Explore):
    figure = str(figures().observation_id.iloc[-1])
    explore.open(f"?claim={figure}")
    frame, mark = explore.frame("by_indicator").bounding_box(), explore.mark("by_indicator", figure).bounding_box()
    assert frame
    assert mark
    assert frame["y"] <= mark["y"] <= frame["y"] + frame["height"]


def test_a_cell_of_the_coverage_shows_its_figures(explore: Explore):
    explore.open()
    cell = explore.frame("coverage").locator("svg [aria-label^='Hangzhou, Public services: ']").first
    cell.click(force=True)
    explore.settle(region=HANGZHOU, theme="public_services", inside="no")
    assert explore.drawn("by_indicator") == ids(Selection(regions=(HANGZHOU,), inside=False, themes=("public_services",)))


def colours(explore: Explore) -> dict[str, set[str]]:
    """Read every colour that stands for an area, in charts."""
    seen: dict[str, set[str]] = {}
    for chart in FIGURE_CHARTS:
        for mark in explore.marks(chart):
            seen.setdefault(mark["area"], set()).update((mark["stroke"].lower(), mark["fill"].lower()))
    return seen


def hue(colour: str) -> float:
    return 360 * colorsys.rgb_to_hsv(*(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)))[0]


def test_a_place_keeps_its_colour_under_filters_and_in_quotes(whole: Explore, explore: Explore):
    everywhere = colours(whole)
    assert set(CASE_AREAS) <= set(everywhere)
    assert all(len(seen) == 1 for seen in everywhere.values())
    assert len(set.union(*everywhere.values())) == len(everywhere)
    explore.open(f"?region={KEQIAO}&theme=industry")
    assert colours(explore) == {KEQIAO: everywhere[KEQIAO]}
    of_figure = {mark["id"]: mark["stroke"].lower() for mark in whole.marks("over_time")}
    explore.visit.open("/sources?source=keqiao-release-2023-keqiao")
    told = [button for button in explore.buttons() if button["id"] in of_figure]
    assert told
    for button in told:
        assert button["colour"].lower() == of_figure[button["id"]]


def test_a_place_keeps_its_hue_in_the_dark(whole: Explore, start_visit: StartVisit):
    dark: Mode = "dark"
    by_day, by_night = colours(whole), colours(Explore(start_visit(View("explore", theme=dark))).open())
    assert set(by_day) == set(by_night)
    for area, seen in by_day.items():
        turn = abs(hue(*seen) - hue(*by_night[area]))
        assert min(turn, 360 - turn) < 15, f"{area}: {seen} by day, {by_night[area]} by night"


@pytest.mark.parametrize(
    "query", ["", f"?region={ZHENGZHOU}&status=target", "?q=village", "?year=2021"], ids=["all", "targets", "search", "year"]
)
def test_table_and_chart_hold_the_same_figures_and_the_same_numbers(explore: Explore, query: str):
    explore.open(query)
    for chart in FIGURE_CHARTS:
        rows = explore.rows(chart)
        assert [row["id"] for row in rows] != []
        assert {row["id"] for row in rows} == explore.drawn(chart)
        assert len(rows) == explore.counted
    labels = explore.labels("by_indicator")
    assert {row["id"]: row["cells"][NUMBER_COLUMN] for row in explore.rows("by_indicator")} == labels


def test_the_coverage_and_its_table_hold_the_same_counts(whole: Explore):
    drawn = {mark["label"]: mark["figures"] for mark in whole.marks("coverage")}
    table = whole.table("coverage").locator("tbody tr")
    names = ("Income gap", "Industry", "Public services")
    told = {
        f"{place}, {name}": count
        for place, *counts in (row.locator("th, td").all_text_contents() for row in table.all())
        for name, count in zip(names, counts, strict=True)
    }
    assert {label.rpartition(": ")[0]: str(count or "not reported") for label, count in drawn.items()} == told


def test_on_a_phone_a_tap_on_a_mark_raises_its_sentence(start_visit: StartVisit):
    figure = first_of(region_id=HANGZHOU)
    explore = Explore(start_visit(View("explore", 390))).open(f"?region={HANGZHOU}")
    explore.click_mark("by_indicator", figure)
    explore.settle(claim=figure)
    sheet = explore.chosen.bounding_box()
    assert sheet
    assert sheet["y"] + sheet["height"] == pytest.approx(844, abs=1)
    assert 0 < sheet["height"] <= 0.6 * 844
    expect(explore.chosen.locator("mark.chosen")).to_be_in_viewport()
    assert explore.visit.overflow <= 0
    explore.chosen.get_by_role("button", name=re.compile("^Hangzhou, ")).click()
    explore.settle(claim=None)
    expect(explore.chosen).to_have_count(0)
