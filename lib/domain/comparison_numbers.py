"""The numbers that may be made of two figures which the guard lets stand on one axis."""

from collections.abc import Callable

from lib.domain.comparability import Aspect, Axis, Setting, Verdict
from lib.domain.comparand import Comparand
from lib.domain.derived import Bounded, Outcome, Underivable, difference, growth, share, times
from lib.domain.vocabulary import Kind, StockFlow

_Arithmetic = Callable[[Bounded, Bounded], Outcome]
# Only amounts have a zero that "times as much" can be counted from; ranks and spans of years make no number at all.
_AMOUNTS = frozenset({Kind.LEVEL, Kind.COUNT})
_SUBTRACTED = _AMOUNTS | {Kind.RATIO, Kind.SHARE, Kind.GROWTH, Kind.INDEX, Kind.CHANGE}
_NOT_ACROSS_RELEASES = frozenset({Aspect.LAYER, Aspect.VINTAGE})


def numbers(verdict: Verdict) -> tuple[Outcome, ...]:
    """Return each number that follows from the two figures, or why none does; nothing where none may be made.

    Across places the smaller is taken from the larger, in one series the earlier from the later. Between two releases of a statistic, and
    between an article and official statistics, no change is computed: what is returned then are the obstacles alone.
    """
    if verdict.axis is not Axis.SHARED:
        return ()
    first, second = _in_order(verdict)
    outcomes = tuple(make(first.figure, second.figure) for make in _arithmetic(verdict, first, second))
    if _NOT_ACROSS_RELEASES.isdisjoint(verdict.aspects):
        return outcomes
    return tuple(outcome for outcome in outcomes if isinstance(outcome, Underivable))


def _in_order(verdict: Verdict) -> tuple[Comparand, Comparand]:
    first, second = verdict.first, verdict.second
    if verdict.setting is Setting.ONE_SERIES:
        is_in_order = (first.period.end, not first.is_reached) >= (second.period.end, not second.is_reached)
    else:
        is_in_order = first.figure.value >= second.figure.value
    return (first, second) if is_in_order else (second, first)


def _arithmetic(verdict: Verdict, first: Comparand, second: Comparand) -> tuple[_Arithmetic, ...]:
    if first.kind not in _SUBTRACTED:
        return ()
    if first.kind not in _AMOUNTS:
        return (difference,)
    if verdict.setting is not Setting.ONE_SERIES or first.period == second.period or not second.is_reached:
        return difference, times
    if first.is_reached:
        return difference, growth
    return (_part_of_promise,) if first.stock_flow == StockFlow.STOCK else (difference, times)


def _part_of_promise(promised: Bounded, reached: Bounded) -> Outcome:
    return share(reached, promised)
