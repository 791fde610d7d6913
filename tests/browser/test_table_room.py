"""The numbers of a table are in sight in every width, and no row of figures is as tall as a card."""

import pytest

from tests.browser.conftest import OpenVisit
from tests.browser.visits import View

_OUT_OF_SIGHT = """table => [...table.querySelectorAll("td.number")].filter(
  cell => cell.getBoundingClientRect().right > table.getBoundingClientRect().right + 1).length"""
_TALLEST = "table => Math.max(...[...table.querySelectorAll('tbody tr')].map(row => row.getBoundingClientRect().height))"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["explore", "income_gap"])
def test_the_numbers_are_in_sight(open_page: OpenVisit, name: str, width: int):
    page = open_page(View(name, width=width)).page
    page.get_by_role("tab", name="Table").first.click()
    table = page.locator(".wrapper:visible").first
    assert table.locator("td.number").count()
    assert table.evaluate(_OUT_OF_SIGHT) == 0
    if width == 1280:
        assert table.evaluate(_TALLEST) <= 72  # three lines


def test_a_phone_shows_a_whole_row_of_the_breaks(open_page: OpenVisit):
    table = open_page(View("conflicts", width=390)).page.locator(".wrapper:visible").last
    assert table.evaluate("table => table.scrollWidth - table.clientWidth") == 0
