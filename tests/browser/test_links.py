"""Links: every view is an address, and what an address asks in vain is said."""

import re

import pytest
from playwright.sync_api import expect

from lib.queries.selection import Selection
from tests.browser.explore_page import FIGURE_CHARTS, Explore, StartVisit, figures, ids
from tests.browser.visits import View

ZHENGZHOU, HANGZHOU = "410100", "330100"


def test_five_controls_make_a_link_that_shows_the_same_to_another_reader(explore: Explore, start_visit: StartVisit):
    explore.open()
    explore.choose_region("zhengzhou", "Zhengzhou")
    explore.settle(region=ZHENGZHOU)
    explore.leave_regions()
    explore.pill("Industry").click()
    explore.settle(theme="industry")
    start = explore.sidebar.get_by_role("slider").first
    start.focus()
    start.press("ArrowRight")
    explore.settle(theme="industry")
    explore.page.wait_for_url(re.compile("year="))
    explore.tick("Target")
    explore.settle(status=["actual", "ongoing", "plan"])
    explore.search("billion")
    explore.settle(q="billion")
    assert set(explore.link) == {"region", "theme", "year", "status", "q"}

    other = Explore(start_visit(View("explore")))
    other.open("?" + explore.page.url.partition("?")[2])
    assert other.sentence == explore.sentence
    assert other.rows("by_indicator") == explore.rows("by_indicator") != []
    assert [other.marks(chart) for chart in FIGURE_CHARTS] == [explore.marks(chart) for chart in FIGURE_CHARTS]
    assert controls(other) == controls(explore)
    assert other.link == explore.link


def controls(explore: Explore) -> str:
    """Read the filters as a screen reader does."""
    explore.sidebar.get_by_role("searchbox", name="Search").blur()
    return explore.sidebar.get_by_test_id("stSidebarUserContent").aria_snapshot()


def test_back_undoes_one_change_and_forward_repeats_it(explore: Explore):
    explore.open()
    explore.pill("Industry").click()
    explore.settle(theme="industry")
    explore.tick("Target")
    explore.settle(status=["actual", "ongoing", "plan"])
    narrow = explore.drawn("by_indicator")
    explore.page.go_back()
    explore.settle(status=None, theme="industry")
    assert explore.drawn("by_indicator") == ids(Selection(themes=("industry",))) > narrow
    expect(explore.sidebar.get_by_role("checkbox", name=re.compile("^Target "))).to_be_checked()
    explore.page.go_back()
    explore.settle(status=None, theme=None)
    assert explore.drawn("by_indicator") == set(figures().observation_id)
    explore.page.go_forward()
    explore.page.go_forward()
    explore.settle(status=["actual", "ongoing", "plan"], theme="industry")
    assert explore.drawn("by_indicator") == narrow


def test_a_place_that_is_not_there_is_named_before_the_address_changes(explore: Explore):
    explore.open(f"?region=atlantis&region={HANGZHOU}")
    notice = explore.page.get_by_text("region “atlantis” is not in this dataset, or no longer is. It was left out.")
    expect(notice).to_be_visible()
    assert explore.link == {"region": ["atlantis", HANGZHOU]}
    assert explore.drawn("by_indicator") == ids(Selection(regions=(HANGZHOU,)))
    explore.tick("Under way")
    explore.settle(region=HANGZHOU)
    expect(notice).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("?year=99999", "year “99999” lies outside the years of this dataset."),
        ("?theme=%00", "theme “"),
        ("?claim=no-such-figure", "claim “no-such-figure” is not in this dataset"),
        ("?region=%3Cb%3E*x*%3C/b%3E", "region “<b>*x*</b>” is not in this dataset"),
        ("?" + "&".join(f"region=r{number}" for number in range(4_000)), re.compile(r"^region: \d+ values are too many\.")),
        ("?colour=red", "“colour” is not a setting of this app."),
    ],
    ids=["year", "control character", "claim", "markup", "thousands of regions", "parameter"],
)
def test_a_hostile_link_shows_a_notice_and_a_working_page(explore: Explore, query: str, told: str | re.Pattern[str]):
    explore.open(query)
    expect(explore.page.get_by_role("alert")).to_contain_text("This link asked for something that cannot be given")
    expect(explore.page.get_by_test_id("stText").filter(has_text=told)).to_have_count(1)
    assert explore.counted == len(figures()) == len(explore.drawn("over_time"))
    assert explore.visit.console_errors == []


def test_the_language_is_in_the_link_and_on_every_page(explore: Explore):
    explore.open(f"?region={HANGZHOU}")
    explore.page.get_by_text("中文", exact=True).click()
    explore.settle(lang="zh", region=HANGZHOU)
    expect(explore.page.get_by_role("heading", level=1)).to_have_text("探索证据")
    for name, title in (("来源", "五份文献"), ("方法", "方法"), ("探索", "探索证据")):
        explore.turn_to(name)
        expect(explore.page.get_by_role("heading", level=1)).to_contain_text(title)
        explore.settle(lang="zh", region=HANGZHOU)
    explore.page.reload()
    explore.settle(lang="zh", region=HANGZHOU)
    expect(explore.page.get_by_role("heading", level=1)).to_have_text("探索证据")
    assert {row["id"] for row in explore.rows("by_indicator")} == ids(Selection(regions=(HANGZHOU,)))
