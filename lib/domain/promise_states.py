"""The state of a promise, by one rule: what the figures reported since it was made prove, and whether its time was over by then."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lib.domain.derived import Derived, Outcome, difference, share, times
from lib.domain.promises import Promise, Report, last_of
from lib.domain.vocabulary import Kind

_MEASURED_FROM_ZERO = (Kind.COUNT, Kind.LEVEL)


class PromiseState(StrEnum):
    """What the documents allow to say of a promise; silence is never failure."""

    REACHED = "reached"
    SHORT = "short"
    UNDER_WAY = "under_way"
    UNSETTLED = "unsettled"
    NOT_REPORTED = "not_reported"
    NOT_YET_DUE = "not_yet_due"
    NO_YEAR = "no_year"


@dataclass(frozen=True)
class Assessment:
    """A promise's state with the figures it rests on.

    `baseline` is the last figure from before, `latest` the last one since, also one of a year after the promise was due; `judged` the
    one that the state was read from, which is never of a later year than a promise that names one.
    """

    promise: Promise
    state: PromiseState
    baseline: Report | None
    latest: Report | None
    judged: Report | None

    @property
    def derived(self) -> Derived | None:
        """The number that places the promise: by how much it is exceeded, how much of it is reached, or how many baselines it is."""
        if self.promise.kind not in _MEASURED_FROM_ZERO:
            return None
        outcome = self._outcome()
        return outcome if isinstance(outcome, Derived) else None

    def _outcome(self) -> Outcome | None:
        promised, beside = self.promise.figure, self.judged or self.baseline
        if beside is None or not beside.is_like:
            return None
        if self.judged is None:
            return times(promised, beside.figure)
        return difference(beside.figure, promised) if self.state == PromiseState.REACHED else share(beside.figure, promised)


def assess(promise: Promise, reports: Sequence[Report], as_of: str) -> Assessment:
    """Say in which state a promise is.

    Needs: figures reached of the same indicator and place, and the ISO date of the latest document that could tell of it. A year is over
    when that document appeared after it; today's date plays no part. A promise for which no year is printed is never due.
    """
    told = [report for report in reports if promise.is_told_by(report)]
    in_time = [report for report in told if promise.is_in_time(report)]
    judged = last_of(in_time)
    rivals = [report for report in in_time if judged is not None and report.period.end == judged.period.end]
    return Assessment(promise, _state(promise, rivals, as_of), promise.baseline(reports), last_of(told), judged)


def _state(promise: Promise, reports: Sequence[Report], as_of: str) -> PromiseState:
    """Read the state from the figures of the last year that is told of; where they prove different things, nothing is proved."""
    proofs = {promise.is_met_by(report) for report in reports}
    if proofs == {True}:
        return PromiseState.REACHED
    if not promise.is_dated:
        return PromiseState.NO_YEAR
    final = [report for report in reports if report.period.end == promise.due and _is_over(promise.due, report.published)]
    if final:
        return PromiseState.SHORT if proofs == {False} else PromiseState.UNSETTLED
    if _is_over(promise.due, as_of):
        return PromiseState.NOT_REPORTED
    return PromiseState.UNDER_WAY if reports else PromiseState.NOT_YET_DUE


def _is_over(year: int, date: str) -> bool:
    return date[:4] > str(year)
