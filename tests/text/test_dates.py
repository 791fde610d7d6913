"""Periods and dates in both languages."""

import pytest

from lib.text.dates import date, known_period, period


@pytest.mark.parametrize(("start", "end", "en", "zh"), [(2022, 2022, "2022", "2022年"), (2021, 2025, "2021–2025", "2021–2025年")])
def test_a_period(start, end, en, zh):
    assert period(start, end, "en") == en
    assert period(start, end, "zh") == zh


@pytest.mark.parametrize(
    ("iso", "en", "zh"),
    [
        ("2024-04-12", "12 April 2024", "2024年4月12日"),
        ("2017-05", "May 2017", "2017年5月"),
        ("2035", "2035", "2035年"),
    ],
)
def test_a_date_as_exact_as_it_is_known(iso, en, zh):
    assert date(iso, "en") == en
    assert date(iso, "zh") == zh


def test_a_month_that_does_not_exist_is_refused():
    with pytest.raises(KeyError, match=r"no words for 'month\.13'"):
        date("2024-13-01", "en")


def test_a_year_that_is_judged_says_so():
    assert known_period(2019, 2019, "inferred", "en") == "2019 (inferred)"
    assert known_period(2019, 2019, "inferred", "zh") == "2019年（推断）"
    assert known_period(2023, 2025, "resolved", "en") == "2023–2025"
