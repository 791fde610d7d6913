"""Drift: one target stated more than once, and by how much each statement differs from the one before."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from lib.domain.derived import Bounded, Outcome, difference


@dataclass(frozen=True)
class Statement:
    """One statement of a target: its figure, its sentence, and the ISO date of its document."""

    figure: Bounded
    quote_id: str
    published: str


@dataclass(frozen=True)
class Drift:
    """The statements of one target in the order of their dates."""

    statements: tuple[Statement, ...]

    @property
    def steps(self) -> tuple[Outcome, ...]:
        """By how much each statement differs from the one before it; a bound makes a bound, or leaves it open."""
        return tuple(difference(later.figure, earlier.figure) for earlier, later in pairwise(self.statements))


def drift_of(statements: Iterable[Statement]) -> Drift | None:
    """Put the statements of one target in order; None when all stand in one sentence.

    Needs: statements of one indicator, place and target year.
    """
    ordered = sorted(statements, key=lambda one: (one.published, one.figure.observation_id))
    return Drift(tuple(ordered)) if len({one.quote_id for one in ordered}) > 1 else None
