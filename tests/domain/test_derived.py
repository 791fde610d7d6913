"""Arithmetic of bounded figures: what is said holds for every value that the bounds allow."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lib.domain.derived import Bounded, Derived, Obstacle, Operation, Outcome, Underivable, difference, growth, share, times
from lib.domain.vocabulary import Qualifier

OPERATIONS: tuple[Callable[[Bounded, Bounded], Outcome], ...] = (difference, times, share, growth)
SIDES = [Qualifier.EXACT, Qualifier.OVER, Qualifier.UNDER, Qualifier.AT_LEAST, Qualifier.AT_MOST]
amounts = some.decimals(min_value="0.001", max_value="1e12", allow_nan=False, places=3)


def a_figure(value: object, qualifier: Qualifier = Qualifier.EXACT, unit: str = "vehicles") -> Bounded:
    return Bounded("ab23-01a", Decimal(str(value)), qualifier, unit)


def made(outcome: Outcome) -> tuple[Decimal, Qualifier]:
    assert isinstance(outcome, Derived)
    return outcome.value, outcome.qualifier


def refused(outcome: Outcome) -> Obstacle:
    assert isinstance(outcome, Underivable)
    return outcome.obstacle


def allows(qualifier: Qualifier, value: Decimal, stated: Decimal) -> bool:
    """Tell whether a true value fits what was stated."""
    return {
        Qualifier.EXACT: value == stated,
        Qualifier.OVER: value > stated,
        Qualifier.AT_LEAST: value >= stated,
        Qualifier.UNDER: value < stated,
        Qualifier.AT_MOST: value <= stated,
    }[qualifier]


def test_a_difference_loses_no_digit():
    assert made(difference(Bounded.of("a", 1.9, "exact", "ratio"), Bounded.of("b", 1.599, "exact", "ratio"))) == (
        Decimal("0.301"),
        Qualifier.EXACT,
    )


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (Qualifier.EXACT, Qualifier.EXACT, Qualifier.EXACT),
        (Qualifier.OVER, Qualifier.EXACT, Qualifier.AT_LEAST),
        (Qualifier.AT_LEAST, Qualifier.UNDER, Qualifier.AT_LEAST),
        (Qualifier.EXACT, Qualifier.AT_MOST, Qualifier.AT_LEAST),
        (Qualifier.EXACT, Qualifier.OVER, Qualifier.AT_MOST),
        (Qualifier.UNDER, Qualifier.AT_LEAST, Qualifier.AT_MOST),
        (Qualifier.ABOUT, Qualifier.EXACT, Qualifier.ABOUT),
        (Qualifier.ABOUT, Qualifier.ABOUT, Qualifier.ABOUT),
    ],
)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_bound_in_is_a_bound_out(operation, first, second, expected):
    assert made(operation(a_figure(7, first), a_figure(10, second)))[1] == expected


@pytest.mark.parametrize(
    ("first", "second", "obstacle"),
    [
        (Qualifier.OVER, Qualifier.OVER, Obstacle.OPEN_BOTH_WAYS),
        (Qualifier.AT_LEAST, Qualifier.OVER, Obstacle.OPEN_BOTH_WAYS),
        (Qualifier.UNDER, Qualifier.AT_MOST, Obstacle.OPEN_BOTH_WAYS),
        (Qualifier.ABOUT, Qualifier.OVER, Obstacle.VAGUE_BOUND),
        (Qualifier.UNDER, Qualifier.ABOUT, Obstacle.VAGUE_BOUND),
    ],
)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_what_does_not_follow_is_not_said(operation, first, second, obstacle):
    assert refused(operation(a_figure(7, first), a_figure(10, second))) == obstacle


@pytest.mark.parametrize("operation", OPERATIONS)
def test_unlike_units_are_never_set_against_each_other(operation):
    assert refused(operation(a_figure(7, unit="CNY"), a_figure(10))) == Obstacle.UNLIKE_UNITS


@pytest.mark.parametrize("operation", [times, share, growth])
@pytest.mark.parametrize(("first", "second"), [(7, 0), (-7, 10), (0, 10)])
def test_a_ratio_needs_figures_above_zero(operation, first, second):
    assert refused(operation(a_figure(first), a_figure(second))) == Obstacle.NOT_POSITIVE


def test_a_part_that_may_exceed_its_whole_is_no_part():
    assert refused(share(a_figure(11), a_figure(10))) == Obstacle.NOT_A_PART
    assert refused(share(a_figure(11, Qualifier.OVER), a_figure(10))) == Obstacle.NOT_A_PART
    assert made(share(a_figure(10), a_figure(10))) == (Decimal(100), Qualifier.EXACT)
    assert made(share(a_figure(11, Qualifier.UNDER), a_figure(10))) == (Decimal(110), Qualifier.AT_MOST)


def test_the_worked_examples():
    assert made(times(a_figure(700_000, Qualifier.OVER), a_figure(316_000)))[0].quantize(Decimal("0.001")) == Decimal("2.215")
    assert made(share(a_figure(7_000, Qualifier.OVER), a_figure(10_000))) == (Decimal(70), Qualifier.AT_LEAST)
    assert made(growth(a_figure(150), a_figure(100))) == (Decimal(50), Qualifier.EXACT)
    gdp = growth(a_figure("1.36e12", Qualifier.OVER, "CNY"), a_figure("1e12", Qualifier.OVER, "CNY"))
    assert refused(gdp) == Obstacle.OPEN_BOTH_WAYS
    assert (gdp.operation, gdp.first.value, gdp.second.value) == (Operation.GROWTH, Decimal("1.36e12"), Decimal("1e12"))


@pytest.mark.parametrize(
    ("value", "qualifier", "expected"),
    [
        ("2.2151", Qualifier.AT_LEAST, "2.2"),
        ("2.29", Qualifier.AT_LEAST, "2.2"),
        ("2.21", Qualifier.AT_MOST, "2.3"),
        ("-2.21", Qualifier.AT_LEAST, "-2.3"),
        ("0.301", Qualifier.EXACT, "0.3"),
        ("0.25", Qualifier.ABOUT, "0.3"),
    ],
)
def test_rounding_keeps_a_bound_true(value, qualifier, expected):
    derived = Derived(Operation.TIMES, a_figure(1), a_figure(1), Decimal(value), qualifier)
    assert derived.rounded(1).value == Decimal(expected)


@given(first=amounts, second=amounts, true_first=amounts, true_second=amounts, sides=some.tuples(*[some.sampled_from(SIDES)] * 2))
@pytest.mark.parametrize("operation", [difference, times, growth])
def test_what_is_said_holds_for_all_that_the_bounds_allow(operation, first, second, true_first, true_second, sides):
    outcome = operation(a_figure(first, sides[0]), a_figure(second, sides[1]))
    true_first, true_second = (
        stated if side == Qualifier.EXACT else true
        for side, stated, true in zip(sides, (first, second), (true_first, true_second), strict=True)
    )
    is_allowed = allows(sides[0], true_first, first) and allows(sides[1], true_second, second)
    if isinstance(outcome, Underivable) or not is_allowed:
        return
    truth = operation(a_figure(true_first), a_figure(true_second))
    assert isinstance(truth, Derived)
    assert allows(outcome.qualifier, truth.value, outcome.value)
    bounded = outcome.rounded(2)
    assert bounded.qualifier == Qualifier.EXACT or allows(bounded.qualifier, truth.value, bounded.value)
