"""Promises: figures not yet reached when they were printed, what tells of their delivery, and what was there before."""

from collections.abc import Iterable
from dataclasses import dataclass

from lib.domain.derived import Bounded
from lib.domain.periods import Period
from lib.domain.vocabulary import Caveat, Direction, Kind, Layer, Qualifier, Status, StockFlow

PROMISES = (Status.ONGOING, Status.PLAN, Status.TARGET)
_OF_THEIR_OWN_YEARS = (Kind.GROWTH, Kind.CHANGE)
_FLOORS = (Qualifier.OVER, Qualifier.AT_LEAST)
_CEILINGS = (Qualifier.UNDER, Qualifier.AT_MOST)
_LOWER_IS_BETTER = (Direction.LOWER_IS_MORE_EQUAL, Direction.LOWER_IS_HIGHER_RANK)


@dataclass(frozen=True)
class Report:
    """A figure that was reached: its years, its layer, and the ISO date of its document, empty where it is not known.

    `is_like` tells whether it may be reckoned against the promise; one that may not is shown, and proves nothing.
    """

    figure: Bounded
    period: Period
    layer: Layer = Layer.ARTICLE
    published: str = ""
    is_like: bool = True


@dataclass(frozen=True)
class Promise:
    """A figure promised for some years in a document of an ISO date, with what the code list says of its indicator.

    One for which no year is printed is not dated: its years are inferred, and it is never due.
    """

    figure: Bounded
    period: Period
    published: str
    kind: Kind = Kind.COUNT
    stock_flow: StockFlow = StockFlow.FLOW
    direction: Direction = Direction.HIGHER_IS_MORE
    is_dated: bool = True

    @property
    def due(self) -> int:
        """The year by whose end it is to be delivered; inferred where it is not dated."""
        return self.period.end

    @property
    def begins(self) -> int:
        """The first year whose figures tell of its delivery: its own first year, or the one after it was printed if that is earlier."""
        return min(self.period.start, int(self.published[:4]) + 1)

    def is_told_by(self, report: Report) -> bool:
        """Tell whether a figure of the same indicator and place tells of its delivery; what was reached before does not."""
        return self._is_like(report) and report.period.end >= self.begins

    def is_in_time(self, report: Report) -> bool:
        """Tell whether a figure is of no later year than the promise; one without a year takes any."""
        return not self.is_dated or report.period.end <= self.due

    def baseline(self, reports: Iterable[Report]) -> Report | None:
        """Return the last figure from before, of the articles where they have one; None when there is none."""
        return last_of(report for report in reports if self._has_the_span_of(report) and report.period.end < self.begins)

    def _is_like(self, report: Report) -> bool:
        # A growth of another year is no part of this one's; a level or a count of an earlier year leads up to it.
        return report.period == self.period if self.kind in _OF_THEIR_OWN_YEARS else self._has_the_span_of(report)

    def _has_the_span_of(self, report: Report) -> bool:
        # What comes in over one year and over five are two things; what there is at a moment is the same whenever it is counted.
        return self.stock_flow != StockFlow.FLOW or _length(report.period) == _length(self.period)

    def is_met_by(self, report: Report) -> bool | None:
        """Tell whether a figure proves the promise met, or not met; None when its bound, or the promise's own words, leave it open."""
        reached = report.figure
        if not report.is_like or reached.unit != self.figure.unit or reached.qualifier == Qualifier.ABOUT:
            return None
        proof = self._proof(reached)
        return None if proof is False and self.figure.qualifier == Qualifier.ABOUT else proof

    def _proof(self, reached: Bounded) -> bool | None:
        promised, qualifier = self.figure, self.figure.qualifier
        if qualifier in _FLOORS or (qualifier not in _CEILINGS and self.direction == Direction.HIGHER_IS_MORE):
            return _exceeds(reached, promised, is_strict=qualifier == Qualifier.OVER)
        if qualifier in _CEILINGS or self.direction in _LOWER_IS_BETTER:
            return _exceeds(_turned(reached), _turned(promised), is_strict=qualifier == Qualifier.UNDER)
        return None


def is_dated(caveats: str) -> bool:
    """Tell whether a year is printed for a figure.

    Needs: codes of `Caveat`, joined by semicolons.
    """
    return Caveat.NO_YEAR_PRINTED not in caveats.split(";")


def last_of(reports: Iterable[Report]) -> Report | None:
    """Return the report of the latest year; of several of that year one of the articles, then the first by id."""
    ordered = sorted(reports, key=lambda report: (-report.period.end, report.layer != Layer.ARTICLE, report.figure.observation_id))
    return ordered[0] if ordered else None


def _length(period: Period) -> int:
    return period.end - period.start


_TURNED = {
    Qualifier.OVER: Qualifier.UNDER,
    Qualifier.AT_LEAST: Qualifier.AT_MOST,
    Qualifier.UNDER: Qualifier.OVER,
    Qualifier.AT_MOST: Qualifier.AT_LEAST,
}


def _turned(figure: Bounded) -> Bounded:
    qualifier = _TURNED.get(figure.qualifier, figure.qualifier)
    return Bounded(figure.observation_id, -figure.value, qualifier, figure.unit)


def _exceeds(reached: Bounded, promised: Bounded, *, is_strict: bool) -> bool | None:
    """Compare a bounded figure with a floor: more than 700 proves at least 700; more than 600 proves nothing of 700."""
    is_level = reached.value == promised.value
    is_enough = reached.value > promised.value or (is_level and (not is_strict or reached.qualifier == Qualifier.OVER))
    if is_enough and reached.qualifier not in _CEILINGS:
        return True
    is_below = reached.value < promised.value or (is_level and (is_strict or reached.qualifier == Qualifier.UNDER))
    return False if is_below and reached.qualifier not in _FLOORS else None
