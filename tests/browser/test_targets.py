"""The Targets page with keyboard and pointer: from a target to the sentence that sets it, and to the page of what came of it."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import OpenVisit
from tests.browser.visits import View


def test_a_target_leads_to_its_sentence_and_its_outcome_to_its_page(open_page: OpenVisit):
    page = open_page(View("targets")).page
    drawn = page.locator(".st-key-frame_bullet_hz21-04a_of047-02")
    for label in ("180,000 yuan", "Target · 2025", "161,129 yuan", "Reported · 2023 · official, not in the articles"):
        expect(drawn.get_by_text(label, exact=True)).to_be_visible()
    expect(drawn.get_by_label("180,000 yuan, target").or_(drawn.get_by_label(re.compile("2025.*180,000 yuan")))).not_to_have_count(0)

    target = page.locator('button.pick[data-figure="hz21-04a"]')
    target.focus()
    page.keyboard.press("Enter")
    chosen = page.locator(".st-key-sheet_targets")
    expect(chosen.locator("mark.chosen")).to_have_text("180,000 yuan")
    expect(target).to_be_focused()
    expect(target).to_have_attribute("aria-pressed", "true")

    outcome = page.locator('button.report[data-figure="of047-02"]')
    outcome.focus()
    page.keyboard.press("Enter")
    expect(outcome).to_have_attribute("aria-pressed", "true")
    expect(chosen.locator("mark.chosen")).to_have_count(0)
    expect(chosen.get_by_text("official context, not in the articles").first).to_be_visible()
    assert "claim=of047-02" in page.url

    page.get_by_role("link", name=re.compile("not yet due on .*: 2")).click()
    expect(page.get_by_role("heading", name=re.compile("not yet due on .*: 2"))).to_be_in_viewport()
