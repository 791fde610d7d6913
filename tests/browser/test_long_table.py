"""A long table in the browser: it begins with some rows, and has all of them when the reader has scrolled through it."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from lib.ui.component import inlined

ROWS = 1_000
SHOW = """
async rows => {
  window.root ??= document.createElement("div")
  root.innerHTML ||= '<div class="wrapper" style="overflow-y: auto"></div>'
  document.body.append(root)
  const data = { rows, columns: [{ label: "Indicator" }], caption: "Figures", height: 300, words: { pick: "Choose" } }
  show({ data, parentElement: root, setTriggerValue: (name, value) => { window.picked = [name, value] } })
}
"""


@pytest.fixture
def table(browser: Browser) -> Iterator[Page]:
    """Open a blank page that has the script of the table."""
    page = browser.new_page()
    script = "".join(inlined(f"{name}.js") for name in ("shared", "table_rows", "figures")).replace(
        "export default function", "function show"
    )
    page.add_script_tag(content=script)
    yield page
    page.close()


def show(page: Page, count: int, selected: int = -1) -> int:
    """Show so many rows; return how many are there at once."""
    page.evaluate(SHOW, [{"id": f"obs:{place}", "cells": [f"row {place}"], "selected": place == selected} for place in range(count)])
    return page.locator("tbody tr").count()


def scroll(page: Page) -> None:
    page.locator(".wrapper").evaluate("table => table.scrollTo(0, table.scrollHeight)")


def test_a_short_table_is_there_at_once(table: Page):
    assert show(table, 80) == 80


def test_a_long_one_comes_as_it_is_scrolled(table: Page):
    assert 80 < show(table, ROWS) < ROWS
    for _ in range(ROWS):
        scroll(table)
        if table.locator("tbody tr").count() == ROWS:
            break
        table.wait_for_timeout(20)
    assert table.locator("tbody tr").all_inner_texts() == [f"row {place}" for place in range(ROWS)]
    assert show(table, ROWS, selected=3) == ROWS, "what was drawn once stays when a row is chosen"


def test_the_chosen_row_is_there(table: Page):
    assert show(table, ROWS, selected=ROWS - 1) == ROWS
    table.get_by_role("button", name=f"row {ROWS - 1}").click()
    assert json.loads(table.evaluate("JSON.stringify(picked)")) == ["picked", ""]
