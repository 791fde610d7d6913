"""Axes have few, round ticks that hold every value and whose words have room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.charts.config import SMALL_TEXT_SIZE
from lib.charts.ticks import scale_over
from lib.text.measure import text_width


def word(value: float) -> str:
    return f"{value:,.10g}"


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([1.0, 1.599, 1.9], (1.0, 1.25, 1.5, 1.75, 2.0)),
        ([0.0, 37_600.0, 50_000.0], (0.0, 25_000.0, 50_000.0)),
        ([0.0, 100.0], (0.0, 25.0, 50.0, 75.0, 100.0)),
        ([-3.0, 0.0, 1.2], (-4.0, -2.0, 0.0, 2.0)),
        ([5.0], (5.0, 5.1)),
    ],
)
def test_ticks_are_round(values, ticks):
    assert scale_over(values, word, 150).ticks == ticks


def test_wide_words_make_fewer_ticks():
    assert len(scale_over([0, 100], word, 150).ticks) == 5
    assert len(scale_over([0, 100], lambda value: f"{value:g} of something long", 150).ticks) == 2


@given(st.lists(st.floats(-1e12, 1e12).filter(lambda value: value == 0 or abs(value) > 1e-6), min_size=1, max_size=6))
def test_every_value_stands_on_the_axis_and_no_words_collide(values):
    scale = scale_over(values, word, 200)
    assert all(-1e-9 <= scale.fraction(value) <= 1 + 1e-9 for value in values)
    between = 200 / (len(scale.ticks) - 1)
    assert len(scale.ticks) == 2 or all(text_width(word(tick), SMALL_TEXT_SIZE) < between for tick in scale.ticks)
