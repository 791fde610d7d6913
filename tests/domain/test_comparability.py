"""The guard by itself: every aspect told, the order of the two without weight, and what each setting allows."""

from collections.abc import Hashable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.comparability import Aspect, Axis, Gravity, Setting, judge, strictest
from lib.domain.comparand import Comparand
from lib.domain.comparison_numbers import numbers
from lib.domain.derived import Bounded, Derived, Operation
from lib.domain.periods import Period
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Basis, Caveat, Kind, Layer, Level, Qualifier, Scope, Status, StockFlow

TREE = RegionTree.from_rows([{"region_id": one, "parent_id": above} for one, above in (("p", ""), ("c", "p"), ("d", "p"), ("e", "c"))])
INCOME = Comparand(
    figure=Bounded.of("ab23-01a", 100.0, "exact", "CNY_PER_YEAR"),
    indicator_id="income",
    path=("p", "c"),
    level=Level.PREFECTURE,
    kind=Kind.LEVEL,
    scope=Scope.PERSONS,
    basis=Basis.NOMINAL,
    stock_flow=StockFlow.FLOW,
    period=Period(2022, 2022),
    status=Status.ACTUAL,
    layer=Layer.ARTICLE,
    release=("daily", ""),
    series="",
    caveats=frozenset(),
)
BESIDE = replace(INCOME, path=("p", "d"), figure=Bounded.of("ab23-02a", 80.0, "exact", "CNY_PER_YEAR"))
EARLIER = replace(INCOME, period=Period(2020, 2020), figure=Bounded.of("ab23-03a", 50.0, "exact", "CNY_PER_YEAR"))
COMPARANDS = st.builds(
    Comparand,
    figure=st.builds(
        Bounded.of,
        st.sampled_from(("ab23-01a", "ab23-02a")),
        st.sampled_from((1.0, 2.5, 0.0, -3.0)),
        st.sampled_from(Qualifier),
        st.sampled_from(("CNY", "percent")),
    ),
    indicator_id=st.sampled_from(("income", "growth")),
    path=st.sampled_from((("p",), ("p", "c"), ("p", "d"), ("p", "c", "e"))),
    level=st.sampled_from(Level),
    kind=st.sampled_from(Kind),
    scope=st.sampled_from(Scope),
    basis=st.sampled_from(Basis),
    stock_flow=st.sampled_from(StockFlow),
    period=st.sampled_from((Period(2022, 2022), Period(2023, 2023), Period(2021, 2023))),
    status=st.sampled_from(Status),
    layer=st.sampled_from(Layer),
    release=st.sampled_from((("daily", ""), ("of001", "final"))),
    series=st.sampled_from(("", "before_census")),
    caveats=st.frozensets(st.sampled_from(Caveat), max_size=2),
)


@given(COMPARANDS)
def test_a_figure_is_like_itself(one: Comparand):
    verdict = judge(one, one)
    assert (verdict.axis, verdict.differences, verdict.setting) == (Axis.SHARED, (), Setting.ONE_SERIES)


@given(COMPARANDS, COMPARANDS)
def test_the_order_of_the_two_weighs_nothing(first: Comparand, second: Comparand):
    there, back = judge(first, second), judge(second, first)
    assert (there.axis, there.setting, there.differences) == (back.axis, back.setting, back.differences)


@given(COMPARANDS, COMPARANDS)
def test_unlike_units_kinds_and_leagues_never_share_an_axis(first: Comparand, second: Comparand):
    verdict = judge(first, second)
    if (first.unit, first.kind) != (second.unit, second.kind) or Aspect.LEAGUE in verdict.aspects:
        assert verdict.axis is Axis.APART


@given(COMPARANDS, COMPARANDS)
def test_a_number_is_made_only_of_what_shares_an_axis(first: Comparand, second: Comparand):
    verdict = judge(first, second)
    derived = [outcome for outcome in numbers(verdict) if isinstance(outcome, Derived)]
    assert not derived or verdict.axis is Axis.SHARED
    assert not derived or (first.layer == second.layer and first.kind != Kind.RANK)


ALONE = {
    Aspect.INDICATOR: {"indicator_id": "profit"},
    Aspect.UNIT: {"figure": Bounded.of("ab23-02a", 80.0, "exact", "CNY_PER_MONTH")},
    Aspect.KIND: {"kind": Kind.CHANGE},
    Aspect.SCOPE: {"scope": Scope.HOUSEHOLDS},
    Aspect.BASIS: {"basis": Basis.REAL},
    Aspect.STOCK_FLOW: {"stock_flow": StockFlow.STOCK},
    Aspect.PERIOD: {"period": Period(2023, 2023)},
    Aspect.STATUS: {"status": Status.TARGET},
    Aspect.LEVEL: {"level": Level.PROVINCE},
    Aspect.DEFINITION: {"caveats": frozenset({Caveat.SINGLE_CASE})},
    Aspect.SERIES: {"series": "old_household_survey"},
    Aspect.LAYER: {"layer": Layer.OFFICIAL},
}
AXES = {Aspect.LEVEL: Axis.SHARED, Aspect.LAYER: Axis.SHARED, Aspect.DEFINITION: Axis.SCALE_ONLY, Aspect.SERIES: Axis.SCALE_ONLY}


@pytest.mark.parametrize("aspect", ALONE)
def test_each_aspect_is_named_alone(aspect: Aspect):
    verdict = judge(INCOME, replace(BESIDE, **ALONE[aspect]))  # type: ignore[arg-type]
    assert verdict.aspects == (aspect,)
    assert verdict.axis is AXES.get(aspect, Axis.APART)


def test_ranks_of_one_league_may_stand_together_and_of_two_may_not():
    rank = replace(INCOME, kind=Kind.RANK)
    assert judge(rank, replace(rank, path=("p", "d"))).aspects == ()
    assert judge(rank, replace(rank, path=("p", "c", "e"))).of_gravity(Gravity.BAR) == (Aspect.LEAGUE,)


def test_totals_of_places_of_different_level_show_scale_only():
    total = replace(INCOME, kind=Kind.COUNT)
    assert judge(total, replace(total, path=("p",), level=Level.PROVINCE)).axis is Axis.SCALE_ONLY
    assert judge(INCOME, replace(INCOME, path=("p",), level=Level.PROVINCE)).axis is Axis.SHARED


def test_one_series_runs_through_the_years_to_its_target():
    verdict = judge(EARLIER, replace(INCOME, status=Status.TARGET))
    assert verdict.axis is Axis.SHARED
    assert verdict.of_gravity(Gravity.NOTE) == (Aspect.PERIOD, Aspect.STATUS)


def test_what_was_added_in_one_year_is_not_what_was_added_in_three():
    assert judge(INCOME, replace(INCOME, period=Period(2021, 2023))).axis is Axis.APART
    stock = replace(INCOME, stock_flow=StockFlow.STOCK)
    assert judge(stock, replace(stock, period=Period(2021, 2023))).axis is Axis.SHARED


def test_growth_rates_of_one_place_and_year_stand_beside_their_definitions():
    rate = replace(INCOME, kind=Kind.GROWTH)
    other = replace(rate, indicator_id="output", scope=Scope.ECONOMY, basis=Basis.REAL)
    assert judge(rate, other).axis is Axis.SCALE_ONLY
    assert judge(rate, replace(other, path=("p", "d"))).axis is Axis.APART
    assert judge(INCOME, replace(INCOME, indicator_id="output")).axis is Axis.APART


def test_the_same_unclear_definition_is_no_difference_within_a_series_and_is_one_across_places():
    unclear = frozenset({Caveat.GROSS_OR_NET_UNCLEAR})
    assert judge(replace(INCOME, caveats=unclear), replace(EARLIER, caveats=unclear)).axis is Axis.SHARED
    assert judge(replace(INCOME, caveats=unclear), replace(BESIDE, caveats=unclear)).aspects == (Aspect.DEFINITION,)


def test_the_strictest_verdict_holds_for_several_figures():
    like, scale = judge(INCOME, BESIDE), judge(INCOME, replace(BESIDE, series="before_census"))
    apart = judge(INCOME, replace(BESIDE, indicator_id="profit"))
    assert [strictest(found) for found in ([], [like], [like, scale], [scale, apart, like])] == [
        Axis.SHARED,
        Axis.SHARED,
        Axis.SCALE_ONLY,
        Axis.APART,
    ]


def operations(first: Comparand, second: Comparand) -> list[tuple[Operation, str]]:
    """Return what is made of two figures, and which of them comes first."""
    return [(outcome.operation, outcome.first.observation_id) for outcome in numbers(judge(first, second))]


def test_across_places_the_larger_comes_first_and_over_time_the_later():
    assert operations(BESIDE, INCOME) == [(Operation.DIFFERENCE, "ab23-01a"), (Operation.TIMES, "ab23-01a")]
    assert operations(EARLIER, INCOME) == [(Operation.DIFFERENCE, "ab23-01a"), (Operation.GROWTH, "ab23-01a")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [({}, True), ({"status": Status.TARGET}, True), ({"release": ("daily", "final")}, False), ({"layer": Layer.OFFICIAL}, False)],
)
def test_what_was_released_apart_is_told_from_what_was_released_together(change: dict[str, Any], expected: bool):
    assert judge(EARLIER, replace(INCOME, **change)).is_of_one_release is expected


def test_nothing_grows_between_two_releases():
    assert operations(EARLIER, replace(INCOME, release=("of001", "final"))) == []


def test_what_was_reached_is_a_share_of_a_promised_stock():
    promised = replace(INCOME, stock_flow=StockFlow.STOCK, status=Status.PLAN)
    assert operations(replace(EARLIER, stock_flow=StockFlow.STOCK), promised) == [(Operation.SHARE, "ab23-03a")]
    assert [made for made, _ in operations(EARLIER, replace(INCOME, status=Status.TARGET))] == [Operation.DIFFERENCE, Operation.TIMES]


def test_no_number_is_made_of_ranks_and_only_a_difference_of_rates():
    assert operations(replace(INCOME, kind=Kind.RANK), replace(BESIDE, kind=Kind.RANK)) == []
    assert [made for made, _ in operations(replace(INCOME, kind=Kind.RATIO), replace(BESIDE, kind=Kind.RATIO))] == [Operation.DIFFERENCE]


def test_a_comparand_is_read_from_a_row():
    row: dict[Hashable, Any] = {
        "observation_id": "ab23-01a", "value": 100.0, "qualifier": "exact", "unit": "CNY_PER_YEAR", "indicator_id": "income",
        "region_id": "c", "region_level": "prefecture", "kind": "level", "scope": "persons", "basis": "nominal", "stock_flow": "flow",
        "year_start": 2022, "year_end": 2022, "status": "actual", "layer": "article", "source_id": "daily", "citation_id": "",
        "vintage": "", "series_break": "", "caveats": "",
    }  # fmt: skip
    assert Comparand.of(row, TREE) == INCOME
    official = row | {"source_id": "", "citation_id": "of001", "vintage": "final", "caveats": "rounded;mean_of_many"}
    assert Comparand.of(official, TREE).release == ("of001", "final")
    assert Comparand.of(official, TREE).caveats == {Caveat.ROUNDED, Caveat.MEAN_OF_MANY}
