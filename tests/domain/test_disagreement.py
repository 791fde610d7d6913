"""When two prints contradict each other, and when they only round differently."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.disagreement import Range, disagree
from lib.domain.figures import parse_figure


def row(printed: str, qualifier: str = "exact") -> dict[Any, Any]:
    return {"printed": printed, "value": parse_figure(printed), "qualifier": qualifier}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (row("67983 yuan"), row("67893 yuan")),
        (row("1.71"), row("1.75")),
        (row("4850 billion yuan"), row("4.7 trillion yuan")),
        (row("500 billion yuan", "over"), row("480.5 billion yuan")),
        (row("100", "over"), row("90", "under")),
        (row("0"), row("2")),
    ],
)
def test_what_no_number_fits_is_a_disagreement(first: dict[Any, Any], second: dict[Any, Any]):
    assert disagree(first, second) and disagree(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (row("37,600"), row("37565 yuan")),
        (row("1.86"), row("1.865")),
        (row("42045.7 yuan"), row("42046 yuan")),
        (row("5910 billion yuan"), row("5913.239 billion yuan")),
        (row("1 trillion yuan", "over"), row("1014.33 billion yuan")),
        (row("1570 billion yuan", "about"), row("1578 billion yuan")),
        (row("1.9"), row("1.90")),
    ],
)
def test_what_rounding_and_bounds_explain_is_none(first: dict[Any, Any], second: dict[Any, Any]):
    assert not disagree(first, second) and not disagree(second, first)


def test_a_number_half_way_rounds_to_one_side_only():
    assert disagree(row("8.2%"), row("8.3%"))


def test_a_range_is_what_rounds_to_the_print():
    stands_for = Range.of(row("1.36 trillion yuan"))
    assert (float(stands_for.lowest), float(stands_for.highest)) == (1.355e12, 1.365e12)


@given(st.decimals("0.001", "99999", places=3), st.integers(0, 3))
def test_a_number_never_disagrees_with_itself_rounded(number: Any, places: int):
    assert not disagree(row(f"{number}"), row(f"{round(number, places)}"))
