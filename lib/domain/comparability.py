"""The guard: whether two figures may stand on one axis, and in what they differ when they may not."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any

from lib.domain.comparand import Comparand, caveats_of, is_total
from lib.domain.vocabulary import Caveat, Kind, Scope, StockFlow


class Aspect(StrEnum):
    """What two figures must share to be compared."""

    INDICATOR = "indicator"
    UNIT = "unit"
    KIND = "kind"
    SCOPE = "scope"
    BASIS = "basis"
    STOCK_FLOW = "stock_flow"
    PERIOD = "period"
    STATUS = "status"
    LEAGUE = "league"
    LEVEL = "level"
    DEFINITION = "definition"
    SERIES = "series"
    LAYER = "layer"
    VINTAGE = "vintage"


class Setting(StrEnum):
    """How two figures come to stand beside each other."""

    ONE_SERIES = "one_series"
    ACROSS_PLACES = "across_places"
    SIDE_BY_SIDE = "side_by_side"
    UNLIKE = "unlike"


class Axis(StrEnum):
    """What may be drawn: one axis, one axis that shows no more than scale, or no common axis."""

    SHARED = "shared"
    SCALE_ONLY = "scale_only"
    APART = "apart"


class Gravity(IntEnum):
    """How much a difference weighs: it is to be told, it leaves no more than scale, or it forbids the axis."""

    NOTE = 0
    CAVEAT = 1
    BAR = 2


_CODES: Mapping[Aspect, Callable[[Comparand], object]] = {
    Aspect.INDICATOR: lambda one: one.indicator_id,
    Aspect.UNIT: lambda one: one.unit,
    Aspect.KIND: lambda one: one.kind,
    Aspect.SCOPE: lambda one: one.scope,
    Aspect.BASIS: lambda one: one.basis,
    Aspect.STOCK_FLOW: lambda one: one.stock_flow,
    Aspect.PERIOD: lambda one: one.period,
    Aspect.STATUS: lambda one: one.is_reached,
    Aspect.LEVEL: lambda one: one.level,
    Aspect.SERIES: lambda one: one.series,
    Aspect.LAYER: lambda one: one.layer,
}
_AXES = {Gravity.NOTE: Axis.SHARED, Gravity.CAVEAT: Axis.SCALE_ONLY, Gravity.BAR: Axis.APART}
_ALWAYS = {
    Aspect.LEVEL: Gravity.NOTE,
    Aspect.LAYER: Gravity.NOTE,
    Aspect.VINTAGE: Gravity.NOTE,
    Aspect.DEFINITION: Gravity.CAVEAT,
    Aspect.SERIES: Gravity.CAVEAT,
}
# Several growth rates, or shares, of one place and period stand beside their definitions; one series runs through the years to its target.
_LIGHTER = {
    Setting.ONE_SERIES: {Aspect.PERIOD: Gravity.NOTE, Aspect.STATUS: Gravity.NOTE},
    Setting.SIDE_BY_SIDE: dict.fromkeys((Aspect.INDICATOR, Aspect.SCOPE, Aspect.BASIS, Aspect.STOCK_FLOW), Gravity.CAVEAT),
}
_SIDE_BY_SIDE_KINDS = frozenset({Kind.GROWTH, Kind.SHARE})
_DEFINING = frozenset({Caveat.SINGLE_CASE, Caveat.MEAN_OF_MANY, Caveat.CONSTRUCTION_START})
_RELEASES = frozenset({Aspect.LAYER, Aspect.VINTAGE})
_UNCLEAR = frozenset({Caveat.DEFINITION_UNCLEAR, Caveat.DENOMINATOR_UNCLEAR, Caveat.GROSS_OR_NET_UNCLEAR})
DEFINITION_CAVEATS = _DEFINING | _UNCLEAR


@dataclass(frozen=True)
class Verdict:
    """What the guard says of two figures: how they come together, and every aspect in which they differ with its gravity."""

    first: Comparand
    second: Comparand
    setting: Setting
    differences: tuple[tuple[Aspect, Gravity], ...]

    @property
    def axis(self) -> Axis:
        """What may be drawn."""
        return _AXES[max((gravity for _, gravity in self.differences), default=Gravity.NOTE)]

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """Every aspect in which the two differ."""
        return tuple(aspect for aspect, _ in self.differences)

    @property
    def is_of_one_release(self) -> bool:
        """Tell whether both were released together: what was released apart differs for that alone, so no line may join it."""
        return _RELEASES.isdisjoint(self.aspects)

    def of_gravity(self, gravity: Gravity) -> tuple[Aspect, ...]:
        """Return the differences of one gravity."""
        return tuple(aspect for aspect, weight in self.differences if weight == gravity)

    @property
    def has_common_unit(self) -> bool:
        """Tell whether there is any axis that both could be drawn on, honestly or not."""
        return self.first.unit == self.second.unit


def judge(first: Comparand, second: Comparand) -> Verdict:
    """Compare two figures by what the code list and their rows say of them; the order of the two changes nothing but the order."""
    setting = _setting(first, second)
    weighed = tuple((aspect, _gravity(aspect, setting, first, second)) for aspect in Aspect if _differs(aspect, first, second))
    return Verdict(first, second, setting, weighed)


def strictest(verdicts: Iterable[Verdict]) -> Axis:
    """Return what may be drawn of several figures together: no more than the strictest of their verdicts allows."""
    found = {verdict.axis for verdict in verdicts}
    return next((axis for axis in (Axis.APART, Axis.SCALE_ONLY) if axis in found), Axis.SHARED)


def footing_of(row: Mapping[Hashable, Any]) -> str:
    """Name what figures of one indicator, of one time and state or of one place, must share besides to stand on one axis without a word.

    It is the basis of their series, what is doubtful of their definition, and of totals the level of their place. What is unclear is the
    same unclear thing only within one place.

    Needs: of the columns of `lib.queries.observations.observations` series_break, caveats, region_id, region_level, kind and scope.
    """
    doubts = caveats_of(row) & DEFINITION_CAVEATS
    place = row["region_id"] if doubts & _UNCLEAR else ""
    level = row["region_level"] if is_total(Kind(row["kind"]), Scope(row["scope"])) else ""
    return " ".join((row["series_break"] or "", *sorted(doubts), place, level))


def _setting(first: Comparand, second: Comparand) -> Setting:
    if first.indicator_id == second.indicator_id:
        return Setting.ONE_SERIES if first.region_id == second.region_id else Setting.ACROSS_PLACES
    is_one_moment = (first.region_id, first.period, first.is_reached) == (second.region_id, second.period, second.is_reached)
    is_one_kind = (first.kind, first.unit) == (second.kind, second.unit) and first.kind in _SIDE_BY_SIDE_KINDS
    return Setting.SIDE_BY_SIDE if is_one_moment and is_one_kind else Setting.UNLIKE


def _differs(aspect: Aspect, first: Comparand, second: Comparand) -> bool:
    if aspect is Aspect.LEAGUE:
        return first.kind == second.kind == Kind.RANK and first.league != second.league
    if aspect is Aspect.DEFINITION:
        return _defined_otherwise(first, second)
    if aspect is Aspect.VINTAGE:
        # Two places have each their own documents; only of one place can one statistic be released twice.
        return first.region_id == second.region_id and first.release != second.release
    code = _CODES[aspect]
    return code(first) != code(second)


def _defined_otherwise(first: Comparand, second: Comparand) -> bool:
    caveats, others = first.caveats & DEFINITION_CAVEATS, second.caveats & DEFINITION_CAVEATS
    is_same_series = first.indicator_id == second.indicator_id and first.region_id == second.region_id
    # What is unclear of both is the same unclear thing only within one series.
    return caveats != others or (not is_same_series and bool((caveats | others) & _UNCLEAR))


def _gravity(aspect: Aspect, setting: Setting, first: Comparand, second: Comparand) -> Gravity:
    if aspect is Aspect.LEVEL and first.is_total and second.is_total:
        return Gravity.CAVEAT
    if aspect is Aspect.PERIOD and _are_flows_of_unlike_length(first, second):
        return Gravity.BAR
    return _LIGHTER.get(setting, {}).get(aspect, _ALWAYS.get(aspect, Gravity.BAR))


def _are_flows_of_unlike_length(first: Comparand, second: Comparand) -> bool:
    is_flow = first.stock_flow == second.stock_flow == StockFlow.FLOW and first.is_reached and second.is_reached
    return is_flow and _years(first) != _years(second)


def _years(one: Comparand) -> int:
    return one.period.end - one.period.start
