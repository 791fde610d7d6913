"""What is added to the board: events, one chart for each area, the glossary, the challenge of a figure; and words that nothing has."""

import re

from playwright.sync_api import Locator, expect

from lib.queries.events import events
from lib.queries.selection import Selection
from lib.text.catalogue import say
from lib.text.glossary import meaning
from tests.browser.explore_page import Explore, figures, first_of, store

RATIO = first_of(indicator_id="urban_rural_income_ratio", region_id="330603")
# The lowest edge of each lane's title, from the top of its picture, in each panel.
_LANES = """panels => panels.filter(panel => !panel.hidden).map(panel => [...panel.querySelectorAll('svg text')]
  .filter(text => ['Income gap', 'Industry', 'Public services'].includes(text.textContent))
  .map(text => Math.round(text.getBoundingClientRect().top - panel.querySelector('svg').getBoundingClientRect().top)))"""


def block(explore: Explore) -> Locator:
    return explore.page.locator('[data-chart="over_time"]')


def test_events_stand_on_the_chart_each_with_its_name_and_its_sentence(explore: Explore):
    explore.open()
    dated = events(store(), Selection())
    marks = block(explore).locator('svg [role="graphics-symbol"][aria-label]')
    expect(marks).to_have_count(len(figures()))
    block(explore).get_by_role("button", name="Events and deadlines").click()
    explore.settle(show="events")
    expect(marks).to_have_count(len(figures()) + len(dated))
    first = dated[dated.event_id == "hz21-e01"].iloc[0]
    mark = marks.and_(explore.page.locator(f'[aria-label*="{first.label_en}"]'))
    mark.dispatch_event("click")
    explore.settle(claim="hz21-e01")
    expect(explore.chosen.get_by_role("button").first).to_contain_text(first.label_en)
    expect(explore.chosen.locator("blockquote")).to_have_text(first.quote_text)
    explore.page.go_back()
    explore.settle(claim=None, show="events")
    expect(explore.chosen).to_be_hidden()


def test_one_chart_for_each_area_keeps_years_and_heights_alike(explore: Explore):
    explore.open("?show=panels")
    panels = block(explore).locator(".panel-of-area")
    expect(panels.locator("h4")).to_have_text(
        [say("en", f"legend.{area}") for area in ("410100", "330100", "330603", "330000", "elsewhere")]
    )
    lanes = panels.evaluate_all(_LANES)
    assert len(lanes) == 5 and all(lane == lanes[0] for lane in lanes)
    drawn = [mark["id"] for mark in explore.marks_in(panels)]
    assert sorted(drawn) == sorted(figures().observation_id)
    explore.page.set_viewport_size({"width": 390, "height": 844})
    edges = panels.evaluate_all("panels => panels.map(panel => panel.getBoundingClientRect().left)")
    assert len(set(edges)) == 1
    assert not explore.visit.overflow
    explore.page.set_viewport_size({"width": 1280, "height": 900})


def test_a_technical_term_opens_on_focus_and_closes_on_escape(explore: Explore):
    explore.open(f"?claim={RATIO}")
    term = explore.chosen.locator("button.term").first
    told = explore.chosen.locator(".meaning").first
    expect(told).to_be_hidden()
    term.focus()
    expect(told).to_be_visible()
    expect(told).to_have_text(meaning("disposable_income", "en"))
    expect(told).to_be_in_viewport(ratio=1)
    explore.page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    explore.page.keyboard.press("Enter")
    expect(told).to_be_visible()
    term.blur()
    expect(told).to_be_hidden()


def test_a_challenge_tells_all_that_is_needed_to_check_the_figure(explore: Explore):
    explore.open(f"?claim={RATIO}&year=2022")
    row = figures().set_index("observation_id").loc[RATIO]
    explore.chosen.get_by_text("Challenge this figure").click()
    report = explore.chosen.get_by_role("textbox").input_value()
    for part in (RATIO, str(row.quote_text), store().version, f"/explore?claim={RATIO}"):
        assert part in report, part
    mail = explore.chosen.get_by_role("link", name="Write a mail").get_attribute("href")
    assert re.match(rf"mailto:\?subject=Figure%20{RATIO}", mail or "")


def test_words_that_nothing_has_are_not_called_unreported(explore: Explore):
    explore.open("?q=zeppelin")
    expect(explore.page.get_by_text(say("en", "explore.nothing_words"))).to_be_visible()
    explore.open("?region=330603&status=target")
    expect(explore.page.get_by_text(say("en", "explore.nothing_text"))).to_be_visible()


def test_a_step_of_the_history_that_the_dataset_does_not_know_is_harmless(explore: Explore):
    explore.open()
    explore.page.evaluate("""() => {
      const stale = {regions: ['__proto__'], themes: ['constructor'], programmes: ['gone'], claim: 'toString'}
      history.replaceState({...history.state, board: {...history.state.board, ...stale}}, '')
      history.pushState({...history.state}, '', location.href)
    }""")
    explore.page.go_back()
    explore.visit.wait_until_ready()
    assert explore.counted == len(figures())
    assert explore.visit.console_errors == []
