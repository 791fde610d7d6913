"""A figure with everything that decides what it may be compared with."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from lib.domain.derived import Bounded
from lib.domain.periods import Period
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Basis, Caveat, Kind, Layer, Level, Scope, Status, StockFlow

# An amount of one of these is an amount each: income per person, per household, per village, of one case.
_EACH = frozenset({Scope.PERSONS, Scope.HOUSEHOLDS, Scope.VILLAGES, Scope.SINGLE_CASE})


def release_of(row: Mapping[Hashable, Any]) -> tuple[str, str]:
    """Return who released the figure of a row, and in which vintage."""
    return row["source_id"] or row["citation_id"], row["vintage"] or ""


def caveats_of(row: Mapping[Hashable, Any]) -> frozenset[Caveat]:
    """Return the doubts about the figure of a row."""
    return frozenset(Caveat(code) for code in (row["caveats"] or "").split(";") if code)


def is_total(kind: Kind, scope: Scope) -> bool:
    """Tell whether a figure grows with the size of its region, as a sum or a count does and an average does not."""
    return kind == Kind.COUNT or (kind == Kind.LEVEL and scope not in _EACH)


@dataclass(frozen=True)
class Comparand:
    """One observation as the guard sees it.

    `path` is the way from the top of the regions down to its own, `release` who released the figure and in which vintage, `series` the
    older basis on which it stands, if it stands behind a break.
    """

    figure: Bounded
    indicator_id: str
    path: tuple[str, ...]
    level: Level
    kind: Kind
    scope: Scope
    basis: Basis
    stock_flow: StockFlow
    period: Period
    status: Status
    layer: Layer
    release: tuple[str, str]
    series: str
    caveats: frozenset[Caveat]

    @classmethod
    def of(cls, row: Mapping[Hashable, Any], tree: RegionTree) -> "Comparand":
        """Take the figure of a row.

        Needs: the columns of `lib.queries.observations.observations`.
        """
        return cls(
            figure=Bounded.of(row["observation_id"], row["value"], row["qualifier"], row["unit"]),
            indicator_id=row["indicator_id"],
            path=tree.path(row["region_id"]),
            level=Level(row["region_level"]),
            kind=Kind(row["kind"]),
            scope=Scope(row["scope"]),
            basis=Basis(row["basis"]),
            stock_flow=StockFlow(row["stock_flow"]),
            period=Period(int(row["year_start"]), int(row["year_end"])),
            status=Status(row["status"]),
            layer=Layer(row["layer"]),
            release=release_of(row),
            series=row["series_break"] or "",
            caveats=caveats_of(row),
        )

    @property
    def observation_id(self) -> str:
        """Id of the observation."""
        return self.figure.observation_id

    @property
    def unit(self) -> str:
        """Unit of its value."""
        return self.figure.unit

    @property
    def region_id(self) -> str:
        """The region it is about."""
        return self.path[-1]

    @property
    def is_reached(self) -> bool:
        """Tell what was reached from what is under way, planned or aimed at."""
        return self.status == Status.ACTUAL

    @property
    def is_total(self) -> bool:
        """Tell whether it grows with the size of its region."""
        return is_total(self.kind, self.scope)

    @property
    def league(self) -> tuple[str, tuple[str, ...]]:
        """The field that a rank is a rank in: what is ranked, among the parts of which region."""
        return self.indicator_id, self.path[:-1]
