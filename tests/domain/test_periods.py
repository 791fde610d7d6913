"""Periods are years or spans of years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.periods import Period, PeriodError


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_a_period_survives_being_written(one, other):
    period = Period(min(one, other), max(one, other))
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("last year", "`last year` is not a year (2023) or a span of years (2021/2025)"),
        ("23", "`23` is not a year (2023) or a span of years (2021/2025)"),
        ("2021-2025", "`2021-2025` is not a year (2023) or a span of years (2021/2025)"),
        ("٢٠٢٣", "`٢٠٢٣` is not a year (2023) or a span of years (2021/2025)"),
        ("2025/2021", "the period 2025/2021 ends before it starts"),
    ],
)
def test_other_texts_are_refused(text, message):
    with pytest.raises(PeriodError) as caught:
        Period.parse(text)
    assert str(caught.value) == message


def test_overlap_counts_both_ends():
    assert Period(2020, 2022).overlaps(Period(2022, 2025))
    assert not Period(2020, 2021).overlaps(Period(2022, 2025))
