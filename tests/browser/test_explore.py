"""The filters of the Explore page, in a real browser: what a reader asks for is what is shown, counted and linked."""

import re

import pytest
from playwright.sync_api import expect

from lib.charts.colours import CASE_AREAS
from lib.domain.vocabulary import Theme
from lib.queries.codes import regions
from lib.queries.facets import facet_counts
from lib.queries.selection import Selection
from lib.ui.rows import each
from tests.browser.explore_page import CHARTS, FIGURE_CHARTS, Explore, StartVisit, figures, ids, store
from tests.browser.visits import View

THEMES = {Theme.INCOME_GAP: "Income gap", Theme.INDUSTRY: "Industry", Theme.PUBLIC_SERVICES: "Public services"}
HANGZHOU = "330100"
NO_FIGURES = "No figure in these articles under the other filters."
_OPTIONS = """options => options.map(option => [Number(option.style.getPropertyValue('--depth')),
  ...['.option-name', '.other', '.count'].map(part => option.querySelector(part).textContent)])"""


def test_typing_part_of_a_name_and_enter_chooses_that_place_alone(explore: Explore):
    explore.open()
    explore.choose_region("hang", "Hangzhou")
    explore.settle(region=HANGZHOU)
    explore.leave_regions()
    assert explore.link == {"region": [HANGZHOU]}
    expect(explore.places).to_have_accessible_name("Remove Hangzhou")  # one chip, and this
    assert "Hangzhou and within" in explore.sentence
    assert explore.drawn("by_indicator") == ids(Selection(regions=(HANGZHOU,)))


def test_places_are_listed_as_a_tree_with_their_counts(explore: Explore):
    explore.open()
    explore.sidebar.get_by_role("combobox", name="Region").click()
    expect(explore.page.get_by_role("option").first).to_be_visible()
    shown = explore.page.get_by_role("listbox").get_by_role("option").evaluate_all(_OPTIONS)
    counts = facet_counts(store(), Selection()).regions
    tree = [row for row in each(regions(store())) if counts[row.region_id].within]
    assert shown == [[row.depth, row.name_en, row.name_zh, str(counts[row.region_id].within)] for row in tree]
    assert {depth for depth, *_ in shown} >= {0, 1, 2}
    groups = explore.page.get_by_role("listbox").get_by_role("group")
    named = [group.get_attribute("aria-label") for group in groups.all()]
    assert named == ["China", *(row.name_en for row in tree if row.depth == 1)]


def test_a_theme_hides_the_rows_of_the_others_and_not_their_counts(explore: Explore):
    explore.open()
    explore.pill("Income gap").click()
    explore.settle(theme="income_gap")
    themes = figures().set_index("observation_id").theme
    assert {themes[row["id"]] for row in explore.rows("by_indicator")} == {"income_gap"}
    counts = facet_counts(store(), Selection(themes=("income_gap",))).themes
    for theme, name in THEMES.items():
        assert counts[theme] > 0
        expect(explore.pill(name)).to_have_accessible_name(f"{name} ({counts[theme]})")


_YEARS_ON = 7  # past the first years, of which only official figures speak


def test_the_years_follow_the_arrow_keys(explore: Explore):
    explore.open()
    years = list(facet_counts(store(), Selection()).years)
    start = explore.sidebar.get_by_role("slider").first
    start.focus()
    for _ in range(_YEARS_ON):
        start.press("ArrowRight")
    explore.settle(year=f"{years[_YEARS_ON]}-{years[-1]}")
    spans = figures().set_index("observation_id")[["year_start", "year_end"]]
    shown = explore.rows("over_time")
    assert shown
    assert all(spans.loc[row["id"], "year_end"] >= years[_YEARS_ON] for row in shown)
    assert len(shown) < len(spans)


def test_without_targets_no_target_is_drawn_or_counted(explore: Explore):
    explore.open()
    target = re.compile(r", target$")
    before = {chart: sum(bool(target.search(mark["label"])) for mark in explore.marks(chart)) for chart in FIGURE_CHARTS}
    targets = int((figures().status == "target").sum())
    assert before == dict.fromkeys(FIGURE_CHARTS, targets)
    explore.tick("Target")
    explore.settle(status=["actual", "ongoing", "plan"])
    for chart in FIGURE_CHARTS:
        assert [mark for mark in explore.marks(chart) if target.search(mark["label"]) or mark["status"] == "target"] == []
    assert explore.counted == len(figures()) - targets
    assert "target" not in explore.sentence.lower()


@pytest.mark.parametrize("area", CASE_AREAS)
def test_no_theme_of_a_case_area_is_a_dead_end(explore: Explore, area: str):
    explore.open(f"?region={area}")
    counts = facet_counts(store(), Selection(regions=(area,))).themes
    for theme, name in THEMES.items():
        if not counts[theme]:
            expect(explore.pill(name)).to_be_disabled()
            explore.pill(name).hover(force=True)
            expect(explore.page.get_by_role("tooltip")).to_have_text(NO_FIGURES)
            continue
        explore.pill(name).click()
        explore.settle(theme=str(theme), region=area)
        for chart in FIGURE_CHARTS:
            assert len(explore.drawn(chart)) == counts[theme]
        assert explore.marks("coverage")
        explore.pill(name).click()
        explore.settle(theme=None)


def test_a_chosen_place_does_not_move_the_other_filters_from_under_the_pointer(explore: Explore):
    explore.open()
    explore.choose_region("zhengzhou", "Zhengzhou")
    explore.settle(region="410100")
    explore.leave_regions()
    explore.pill("Industry").click()
    explore.settle(theme="industry", region="410100")


def test_a_code_without_figures_is_disabled_and_says_why(explore: Explore):
    explore.open("?programme=workshops")
    assert facet_counts(store(), Selection(programmes=("workshops",))).layers["official"] == 0
    box = explore.sidebar.get_by_role("checkbox", name="Official statistics (0)")
    expect(box).to_be_disabled()
    expect(box).to_have_accessible_description(NO_FIGURES)
    explore.sidebar.locator("label").filter(has=explore.page.get_by_role("checkbox", name="Official statistics (0)")).hover()
    expect(explore.page.get_by_role("tooltip")).to_have_text(NO_FIGURES)


def test_filters_survive_a_walk_through_the_pages_and_reset_drops_them(explore: Explore):
    explore.open(f"?region={HANGZHOU}&status=ongoing")
    sentence, shown = explore.sentence, explore.drawn("by_indicator")
    assert explore.counted == len(explore.rows("by_indicator")) == len(shown) < len(figures())
    for name in ("Sources", "Data", "Explore"):
        explore.turn_to(name)
        expect(explore.page).to_have_url(re.compile(rf"/{name.lower()}\?region={HANGZHOU}&status=ongoing$"))
        explore.settle()
    assert explore.sentence == sentence
    assert explore.drawn("by_indicator") == shown
    expect(explore.places).to_have_accessible_name("Remove Hangzhou")
    explore.page.get_by_role("button", name="Reset").click()
    explore.settle(region=None, status=None)
    assert "?" not in explore.page.url
    assert explore.counted == len(figures()) == len(explore.rows("by_indicator"))


def test_a_place_is_found_by_any_of_its_names(explore: Explore):
    explore.open()
    found = []
    for words in ("杭州", "Hangzhou", "hangzhou", "hangzhou shi"):
        explore.search(words)
        explore.settle(q=words)
        found.append({row["id"] for row in explore.rows("by_indicator")})
        assert explore.counted == len(found[-1])
    assert all(one == found[0] for one in found)
    assert found[0] >= set(figures()[figures().region_id == HANGZHOU].observation_id)


def test_six_words_of_a_sentence_find_its_figures(explore: Explore):
    explore.open()
    row = figures().iloc[len(figures()) // 2]
    words = " ".join(row.quote_text.split()[2:8])
    explore.search(words)
    explore.settle(q=words)
    found = {line["id"] for line in explore.rows("by_indicator")}
    assert found == ids(Selection(search=words))
    assert row.observation_id in found
    assert len(found) < len(figures()) / 4


def test_a_view_with_nothing_says_so_and_offers_a_way_out(explore: Explore):
    explore.open(f"?region={HANGZHOU}&q=zzzz")
    for chart in CHARTS:
        expect(explore.frame(chart)).to_be_hidden()
    explore.page.get_by_role("button", name=re.compile("Without the filter “Search”")).click()
    explore.settle(q=None, region=HANGZHOU)
    assert explore.drawn("by_indicator") == ids(Selection(regions=(HANGZHOU,)))


def test_on_a_phone_the_filters_are_a_drawer(start_visit: StartVisit):
    explore = Explore(start_visit(View("explore", 390))).open()
    expect(explore.pill("Income gap")).not_to_be_in_viewport()
    explore.page.get_by_test_id("stExpandSidebarButton").click()
    # The menu of pages lies above the filters in the drawer.
    explore.pill("Income gap").scroll_into_view_if_needed()
    expect(explore.pill("Income gap")).to_be_in_viewport()
    explore.pill("Income gap").click()
    explore.settle(theme="income_gap")
    explore.page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    expect(explore.pill("Income gap")).not_to_be_in_viewport()
    assert explore.counted == len(ids(Selection(themes=("income_gap",))))
