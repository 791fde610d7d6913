"""Promises: which figures tell of them, which were there before, and what a bound proves."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.derived import Bounded, Derived
from lib.domain.periods import Period
from lib.domain.promise_drift import Statement, drift_of
from lib.domain.promise_states import PromiseState, assess
from lib.domain.promises import Promise, Report, is_dated
from lib.domain.vocabulary import Direction, Kind, Layer, Qualifier, StockFlow


def figure(value: float, qualifier: str = "exact", name: str = "zz24-01a", unit: str = "vehicles") -> Bounded:
    return Bounded.of(name, value, qualifier, unit)


def promise(
    value: float = 700, qualifier: str = "exact", years: tuple[int, int] = (2025, 2025), published: str = "2023-05-04", **parts
) -> Promise:
    return Promise(figure(value, qualifier, "kq23-09a"), Period(*years), published, **parts)


def report(value: float, year: int, qualifier: str = "exact", published: str = "", layer: Layer = Layer.ARTICLE, name: str = "") -> Report:
    return Report(figure(value, qualifier, name or f"kq{year % 100}-01a"), Period(year, year), layer, published)


@pytest.mark.parametrize(
    ("years", "published", "begins"),
    [
        ((2025, 2025), "2021-12-06", 2022),  # the year in which a target for later is printed is still before
        ((2024, 2024), "2024-04-12", 2024),  # a plan for its own year
        ((2022, 2025), "2023-06-12", 2022),  # a plan that had begun when it was printed
    ],
)
def test_a_promise_begins_with_its_years_or_after_it_was_printed(years: tuple[int, int], published: str, begins: int):
    assert promise(years=years, published=published).begins == begins


@pytest.mark.parametrize(
    ("year", "is_told"),
    [(2023, False), (2024, True), (2025, True), (2026, True)],
)
def test_only_figures_from_the_beginning_on_tell_of_a_promise(year: int, is_told: bool):
    assert promise().is_told_by(report(1, year)) is is_told


def test_what_comes_in_over_unlike_spans_tells_nothing_of_each_other():
    five_years, one_year = promise(years=(2021, 2025)), report(1, 2025)
    assert not five_years.is_told_by(one_year)
    assert promise(years=(2021, 2025), stock_flow=StockFlow.STOCK).is_told_by(one_year)


def test_growth_of_another_year_leads_up_to_nothing():
    growth = promise(5, kind=Kind.GROWTH)
    assert not growth.is_told_by(report(6, 2024))
    assert growth.is_told_by(report(6, 2025))


def test_the_last_figure_from_before_is_the_baseline():
    before, official = report(2, 2022), report(3, 2022, layer=Layer.OFFICIAL, name="of001-01")
    assert promise().baseline([report(1, 2021), official, before, report(4, 2024)]) == before
    assert promise().baseline([report(4, 2024)]) is None


@pytest.mark.parametrize(
    ("promised", "reached", "is_met"),
    [
        (("exact", 700), ("exact", 700), True),
        (("exact", 700), ("exact", 699), False),
        (("exact", 700), ("over", 700), True),
        (("exact", 700), ("over", 600), None),
        (("exact", 700), ("under", 700), False),
        (("exact", 700), ("at_most", 700), None),
        (("exact", 700), ("at_most", 800), None),
        (("exact", 700), ("about", 900), None),
        (("over", 700), ("exact", 700), False),
        (("over", 700), ("over", 700), True),
        (("over", 700), ("at_least", 700), None),
        (("over", 700), ("at_most", 700), False),
        (("at_least", 700), ("exact", 700), True),
        (("about", 700), ("exact", 690), None),
        (("about", 700), ("exact", 700), True),
        (("under", 700), ("exact", 700), False),
        (("under", 700), ("exact", 699), True),
        (("under", 700), ("under", 700), True),
        (("at_most", 700), ("over", 700), False),
        (("at_most", 700), ("under", 900), None),
    ],
)
def test_a_bound_proves_what_it_proves(promised: tuple[str, float], reached: tuple[str, float], is_met: bool | None):
    assert promise(promised[1], promised[0]).is_met_by(Report(figure(reached[1], reached[0]), Period(2025, 2025))) is is_met


def test_a_rank_is_met_by_a_smaller_number_and_an_end_of_a_band_by_none():
    rank = promise(3, kind=Kind.RANK, direction=Direction.LOWER_IS_HIGHER_RANK)
    assert (rank.is_met_by(report(1, 2025)), rank.is_met_by(report(4, 2025))) == (True, False)
    assert promise(3, direction=Direction.NONE).is_met_by(report(3, 2025)) is None


def test_another_unit_or_what_may_not_be_reckoned_with_proves_nothing():
    assert promise(3).is_met_by(Report(figure(5, unit="persons"), Period(2025, 2025))) is None
    assert promise(3).is_met_by(Report(figure(5), Period(2025, 2025), is_like=False)) is None


def test_what_may_not_be_reckoned_with_gives_no_number():
    unlike = Report(figure(690), Period(2025, 2025), published="2026-01-05", is_like=False)
    found = assess(promise(), [unlike], AS_OF_AFTER)
    assert (found.state, found.judged, found.derived) == (PromiseState.UNSETTLED, unlike, None)


_INSIDE = {
    Qualifier.EXACT: lambda value, off: value,
    Qualifier.OVER: lambda value, off: value + 1 + off,
    Qualifier.AT_LEAST: lambda value, off: value + off,
    Qualifier.UNDER: lambda value, off: value - 1 - off,
    Qualifier.AT_MOST: lambda value, off: value - off,
}
_bounds = st.sampled_from(sorted(_INSIDE))
_values = st.integers(-20, 20)


@given(_values, _bounds, _values, _bounds, st.integers(0, 50))
def test_no_number_that_a_bound_allows_contradicts_what_it_proves(value: int, bound: Qualifier, promised: int, aim: Qualifier, off: int):
    proof = promise(promised, aim).is_met_by(Report(figure(value, bound), Period(2025, 2025)))
    exact = promise(promised, aim).is_met_by(report(_INSIDE[Qualifier(bound)](value, off), 2025))
    assert proof in (None, exact)
    assert exact is not None


AS_OF_BEFORE, AS_OF_AFTER = "2024-04-12", "2026-01-05"


@pytest.mark.parametrize(
    ("reports", "as_of", "state"),
    [
        ([], AS_OF_BEFORE, PromiseState.NOT_YET_DUE),
        ([], AS_OF_AFTER, PromiseState.NOT_REPORTED),
        ([report(300, 2022)], AS_OF_AFTER, PromiseState.NOT_REPORTED),
        ([report(300, 2024)], AS_OF_BEFORE, PromiseState.UNDER_WAY),
        ([report(300, 2024)], AS_OF_AFTER, PromiseState.NOT_REPORTED),
        ([report(710, 2024)], AS_OF_BEFORE, PromiseState.REACHED),
        ([report(710, 2024), report(690, 2025, published="2026-01-05")], AS_OF_AFTER, PromiseState.SHORT),
        ([report(690, 2025, published="2025-11-01")], AS_OF_AFTER, PromiseState.NOT_REPORTED),  # the year was not over
        ([report(690, 2025, "over", "2026-01-05")], AS_OF_AFTER, PromiseState.UNSETTLED),
        ([report(690, 2025, published="2026-01-05"), report(700, 2025, name="of001-01")], AS_OF_AFTER, PromiseState.UNSETTLED),
        ([report(900, 2026, published="2026-12-01")], "2026-12-01", PromiseState.NOT_REPORTED),  # another year's figure does not stand in
    ],
)
def test_the_state_is_what_the_figures_prove(reports: list[Report], as_of: str, state: PromiseState):
    assert assess(promise(), reports, as_of).state is state


@pytest.mark.parametrize(
    ("reports", "state"),
    [
        ([], PromiseState.NO_YEAR),
        ([report(300, 2024)], PromiseState.NO_YEAR),
        ([report(690, 2025, published="2026-01-05")], PromiseState.NO_YEAR),
        ([report(710, 2026)], PromiseState.REACHED),  # no year stands against it
    ],
)
def test_without_a_printed_year_nothing_is_ever_due(reports: list[Report], state: PromiseState):
    assert {assess(promise(is_dated=False), reports, as_of).state for as_of in (AS_OF_BEFORE, AS_OF_AFTER)} == {state}


@pytest.mark.parametrize(
    ("caveats", "has_year"), [("", True), ("rounded;definition_unclear", True), ("article_rank;no_year_printed", False)]
)
def test_the_curators_say_where_no_year_is_printed(caveats: str, has_year: bool):
    assert is_dated(caveats) is has_year


def test_a_later_year_is_shown_as_the_latest_but_judges_nothing():
    found = assess(promise(), [report(600, 2024), report(900, 2026)], "2026-12-01")
    assert (found.latest, found.judged) == (report(900, 2026), report(600, 2024))


@pytest.mark.parametrize(
    ("reports", "value", "qualifier", "operation"),
    [
        ([report(490, 2024, "over")], Decimal(70), "at_least", "share"),
        ([report(350, 2022)], Decimal(2), "exact", "times"),
        ([report(705, 2024)], Decimal(5), "exact", "difference"),
    ],
)
def test_a_number_places_the_promise_with_its_bound(reports: list[Report], value: Decimal, qualifier: str, operation: str):
    derived = assess(promise(), reports, AS_OF_BEFORE).derived
    assert derived is not None
    assert (derived.value, derived.qualifier, derived.operation) == (value, qualifier, operation)
    assert "kq23-09a" in (derived.first.observation_id, derived.second.observation_id)


def test_ranks_and_shares_get_no_number_and_silence_none_either():
    assert assess(promise(kind=Kind.SHARE), [report(350, 2024)], AS_OF_BEFORE).derived is None
    assert assess(promise(), [], AS_OF_BEFORE).derived is None


def statement(value: float, quote: str, published: str, qualifier: str = "exact") -> Statement:
    return Statement(figure(value, qualifier, f"{quote}a"), quote, published)


def test_the_statements_of_one_target_stand_by_date_with_their_differences():
    found = drift_of([statement(650, "zz24-01", "2024-04-12"), statement(700, "hz21-01", "2021-12-06")])
    assert found is not None
    assert [one.published for one in found.statements] == ["2021-12-06", "2024-04-12"]
    (step,) = found.steps
    assert isinstance(step, Derived)
    assert step.value == Decimal(-50)
    assert (step.first.observation_id, step.second.observation_id) == ("zz24-01a", "hz21-01a")


def test_a_target_stated_in_one_sentence_has_no_history():
    assert drift_of([statement(650, "zz24-01", "2024-04-12"), statement(700, "zz24-01", "2024-04-12")]) is None
