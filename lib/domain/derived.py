"""Arithmetic of bounded figures: what follows from two figures, and what cannot be said."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

from lib.domain.vocabulary import Qualifier

_PRECISION = Context(prec=40)
_UP = {Qualifier.OVER, Qualifier.AT_LEAST}
_DOWN = {Qualifier.UNDER, Qualifier.AT_MOST}
_ROUNDINGS = {Qualifier.AT_LEAST: ROUND_FLOOR, Qualifier.AT_MOST: ROUND_CEILING}


class Operation(StrEnum):
    """How one number is made of two."""

    DIFFERENCE = "difference"
    TIMES = "times"
    SHARE = "share"
    GROWTH = "growth"


class Obstacle(StrEnum):
    """Why nothing follows from two figures."""

    UNLIKE_UNITS = "unlike_units"
    OPEN_BOTH_WAYS = "open_both_ways"
    VAGUE_BOUND = "vague_bound"
    NOT_POSITIVE = "not_positive"
    NOT_A_PART = "not_a_part"


@dataclass(frozen=True)
class Bounded:
    """A figure with its bound: id of its observation, value in base units, unit, and decimals of its print."""

    observation_id: str
    value: Decimal
    qualifier: Qualifier
    unit: str

    @classmethod
    def of(cls, observation_id: str, value: float, qualifier: str, unit: str) -> "Bounded":
        """Take the figure of an observation; its value is read digit by digit, so that 1.599 stays 1.599."""
        return cls(observation_id, Decimal(repr(float(value))), Qualifier(qualifier), unit)


@dataclass(frozen=True)
class Derived:
    """A number made of two figures; a bound in makes a bound out."""

    operation: Operation
    first: Bounded
    second: Bounded
    value: Decimal
    qualifier: Qualifier

    def rounded(self, decimals: int) -> "Derived":
        """Round so that what is said stays true: a floor down, a ceiling up, any other to the nearest."""
        step = Decimal(1).scaleb(-decimals)
        return replace(self, value=self.value.quantize(step, rounding=_ROUNDINGS.get(self.qualifier, ROUND_HALF_UP), context=_PRECISION))


@dataclass(frozen=True)
class Underivable:
    """Two figures from which no number follows, and why."""

    operation: Operation
    first: Bounded
    second: Bounded
    obstacle: Obstacle


Outcome = Derived | Underivable


def difference(first: Bounded, second: Bounded) -> Outcome:
    """Take the second from the first: 1.90 − 1.599 = 0.301."""
    return _derived(Operation.DIFFERENCE, first, second, lambda a, b: a - b)


def times(first: Bounded, second: Bounded) -> Outcome:
    """Say how many times the second the first is: more than 700,000 is at least 2.2 times 316,000."""
    return _positive(Operation.TIMES, first, second) or _derived(Operation.TIMES, first, second, _ratio)


def share(part: Bounded, whole: Bounded) -> Outcome:
    """Say what percentage of the whole the part is; what exceeds its whole is no part of it."""
    exceeds = part.value > whole.value and part.qualifier not in _DOWN and whole.qualifier not in _UP
    no_part = Underivable(Operation.SHARE, part, whole, Obstacle.NOT_A_PART) if exceeds else None
    return _positive(Operation.SHARE, part, whole) or no_part or _derived(Operation.SHARE, part, whole, lambda a, b: _ratio(a * 100, b))


def growth(later: Bounded, earlier: Bounded) -> Outcome:
    """Say by what percentage the later exceeds the earlier; two floors give none."""
    return _positive(Operation.GROWTH, later, earlier) or _derived(Operation.GROWTH, later, earlier, lambda a, b: _ratio((a - b) * 100, b))


def _ratio(first: Decimal, second: Decimal) -> Decimal:
    return _PRECISION.divide(first, second)


def _positive(operation: Operation, first: Bounded, second: Bounded) -> Underivable | None:
    # Only above zero does a quotient grow with its first figure and shrink with its second.
    if first.value > 0 and second.value > 0:
        return None
    return Underivable(operation, first, second, Obstacle.NOT_POSITIVE)


def _derived(operation: Operation, first: Bounded, second: Bounded, compute: Callable[[Decimal, Decimal], Decimal]) -> Outcome:
    qualifier = Obstacle.UNLIKE_UNITS if first.unit != second.unit else _qualifier(first.qualifier, second.qualifier)
    if isinstance(qualifier, Obstacle):
        return Underivable(operation, first, second, qualifier)
    return Derived(operation, first, second, compute(first.value, second.value), qualifier)


def _qualifier(first: Qualifier, second: Qualifier) -> Qualifier | Obstacle:
    # Every operation grows with its first figure and shrinks with its second, so the bound of the second turns round.
    up = first in _UP or second in _DOWN
    down = first in _DOWN or second in _UP
    if up and down:
        return Obstacle.OPEN_BOTH_WAYS
    if Qualifier.ABOUT in (first, second):
        return Obstacle.VAGUE_BOUND if up or down else Qualifier.ABOUT
    return Qualifier.AT_LEAST if up else Qualifier.AT_MOST if down else Qualifier.EXACT
