"""Constraints accept what they say and reject the rest."""

import pytest

from lib.domain.constraints import InCalendar


@pytest.mark.parametrize("value", [None, "", "2024", "2024-02", "2024-02-29", "1949-12-31", "last year"])
def test_a_date_of_the_calendar_is_accepted_and_what_is_no_date_is_left_to_others(value):
    assert InCalendar().holds(value)


@pytest.mark.parametrize("value", ["0000", "2024-00", "2024-13", "2024-99", "2023-02-29", "2023-02-31", "2024-13-45", "2024-01-00"])
def test_a_date_that_no_calendar_has_is_rejected(value):
    assert not InCalendar().holds(value)
