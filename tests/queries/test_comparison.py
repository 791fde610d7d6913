"""The guard over the dataset itself: what may be compared, what only looks comparable, and regions side by side."""

from itertools import combinations, groupby
from operator import itemgetter

import pytest

from lib.domain.comparability import Aspect, Axis, Gravity, Setting, footing_of, judge
from lib.domain.comparand import Comparand
from lib.domain.comparison_numbers import numbers
from lib.domain.derived import Derived, Obstacle, Operation, Underivable
from lib.domain.vocabulary import Kind, Layer, Qualifier
from lib.queries.comparison import comparison, nested, regions_compared, verdict_of
from lib.queries.comparison_context import benchmarks, context_of
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store

KEQIAO, ZHEJIANG, ZHENGZHOU, HANGZHOU = "330603", "330000", "410100", "330100"
BOTH = (Layer.ARTICLE.value, Layer.OFFICIAL.value)
A = Aspect

# What looks comparable and is not: the two figures, and every aspect that keeps them off one axis.
UNLIKE = {
    "the growth of two years": ("zz24-02a", "kq23-08d", {A.PERIOD}),
    "the same digits": ("zz24-02a", "kq23-12a", {A.INDICATOR, A.SCOPE, A.BASIS, A.PERIOD}),
    "large enterprises and the whole economy": ("zz24-03a", "kq23-08d", {A.INDICATOR, A.SCOPE, A.PERIOD}),
    "a city and a district": ("zz24-02b", "kq23-08c", {A.PERIOD}),
    "output aimed at and income of Keqiao": ("hz21-04a", "kq23-12b", {A.INDICATOR, A.UNIT, A.PERIOD, A.STATUS}),
    "output aimed at and income of Zhejiang": ("hz21-04a", "zj23-36a", {A.INDICATOR, A.UNIT, A.PERIOD, A.STATUS}),
    "output aimed at and income of Zhulin": ("hz21-04a", "zz20-11b", {A.INDICATOR, A.UNIT, A.PERIOD, A.STATUS}),
    "the lower end of families and persons": ("hz21-05a", "kq23-12b", {A.INDICATOR, A.SCOPE, A.PERIOD, A.STATUS}),
    "the upper end of families and persons": ("hz21-05b", "zj23-36a", {A.INDICATOR, A.SCOPE, A.PERIOD, A.STATUS}),
    "one worker and a mean": ("zj23-17a", "kq23-12b", {A.INDICATOR, A.SCOPE, A.PERIOD}),
    "one shop and a mean": ("zz20-08a", "zj23-36a", {A.INDICATOR, A.SCOPE, A.PERIOD}),
    "a month and a year": ("zj23-34d", "zj23-30b", {A.INDICATOR, A.UNIT, A.SCOPE}),
    "an increase and a level": ("zj23-30b", "zj23-36a", {A.INDICATOR, A.KIND, A.SCOPE, A.PERIOD}),
    "little giants, a stock and the additions": ("zz24-10b", "kq23-07a", {A.INDICATOR, A.STOCK_FLOW, A.PERIOD}),
    "projects signed and introduced": ("zz24-08b", "kq23-08a", {A.INDICATOR, A.PERIOD}),
    "their value": ("zz24-08c", "kq23-08b", {A.INDICATOR, A.PERIOD}),
    "parks started and parks built": ("zz20-14a", "hz21-06d", {A.INDICATOR, A.PERIOD}),
    "a town's output and a district's product": ("zz20-11a", "kq23-08c", {A.INDICATOR, A.PERIOD}),
    "an industry's revenue and a district's product": ("zj23-20b", "kq23-08c", {A.INDICATOR, A.SCOPE}),
    "entities and companies": ("zj23-23a", "zz24-23a", {A.INDICATOR, A.UNIT, A.SCOPE, A.PERIOD}),
    "companies of a zone and enterprises of a town": ("zz24-23a", "zz20-10c", {A.INDICATOR, A.PERIOD}),
    "entities of a province and enterprises of a town": ("zj23-23a", "zz20-10c", {A.INDICATOR, A.UNIT, A.SCOPE, A.PERIOD}),
    "companies there and companies planned": ("zz24-23a", "zz24-28a", {A.INDICATOR, A.STOCK_FLOW, A.PERIOD, A.STATUS}),
    "first in the province and in the country": ("kq23-12c", "zj23-36b", {A.INDICATOR, A.LEAGUE}),
    "first in the country and among nine cities": ("zj23-36b", "zz24-03b", {A.INDICATOR, A.PERIOD, A.LEAGUE}),
    "first in the province and among nine cities": ("kq23-12c", "zz24-03b", {A.INDICATOR, A.PERIOD, A.LEAGUE}),
    "a survey and a coefficient": ("zj23-56a", "zj23-14a", {A.INDICATOR, A.UNIT, A.KIND, A.SCOPE, A.STOCK_FLOW, A.PERIOD}),
    "a coefficient and an index": ("zj23-14a", "kq23-13a", {A.INDICATOR, A.UNIT, A.KIND, A.SCOPE, A.STOCK_FLOW, A.PERIOD}),
    "a survey and an index": ("zj23-56a", "kq23-13a", {A.INDICATOR, A.UNIT, A.KIND, A.SCOPE}),
}
# What may honestly be compared: the two figures, what is to be told, and what leaves no more than scale.
LIKE = {
    "the gap of a district and its province": ("kq23-12d", "zj23-37a", {A.LEVEL}, set()),
    "rural income of a district and its province": ("kq23-12b", "zj23-36a", {A.LEVEL}, set()),
    "one village and a mean of many": ("zj23-49c", "kq23-11b", {A.LEVEL}, {A.DEFINITION}),
    "new entities, net and gross": ("zj23-24a", "kq23-07b", set(), {A.LEVEL, A.DEFINITION}),
    "the product of a city over time": ("zz20-02a", "zz24-02b", {A.PERIOD, A.VINTAGE}, set()),
    "vehicles made and aimed at": ("zz24-11c", "zz24-14a", {A.PERIOD, A.STATUS}, set()),
    "a village before and after": ("zj23-49b", "zj23-49c", {A.PERIOD}, set()),
    "workshops built and planned": ("zj23-34a", "zj23-33a", {A.PERIOD, A.STATUS}, set()),
    "shares of different wholes": ("zj23-25a", "zj23-25b", set(), {A.INDICATOR, A.DEFINITION}),
    "two growth rates of one city and year": ("zz24-02a", "zz24-03a", set(), {A.INDICATOR, A.SCOPE}),
}


@pytest.mark.parametrize("pair", UNLIKE.values(), ids=UNLIKE)
def test_what_only_looks_comparable_is_kept_apart_and_named(real_store: Store, pair: tuple[str, str, set[Aspect]]):
    first, second, barring = pair
    for one, other in ((first, second), (second, first)):
        verdict = verdict_of(real_store, one, other)
        assert verdict.axis is Axis.APART
        assert set(verdict.of_gravity(Gravity.BAR)) == barring
        assert numbers(verdict) == ()


@pytest.mark.parametrize("pair", LIKE.values(), ids=LIKE)
def test_what_may_be_compared_stands_on_one_axis(real_store: Store, pair: tuple[str, str, set[Aspect], set[Aspect]]):
    first, second, told, caveats = pair
    verdict = verdict_of(real_store, first, second)
    assert verdict.axis is (Axis.SCALE_ONLY if caveats else Axis.SHARED)
    assert set(verdict.of_gravity(Gravity.CAVEAT)) >= caveats
    assert set(verdict.of_gravity(Gravity.NOTE)) == told


def test_what_shares_footing_time_and_state_or_footing_and_place_shares_an_axis(real_store: Store):
    rows = observations(real_store, Selection(layers=BOTH)).astype(object).to_dict("records")
    on_footing = sorted(((row["indicator_id"], footing_of(row)), row["observation_id"], row) for row in rows)
    for _, group in groupby(on_footing, key=itemgetter(0)):
        for (*_, one), (*_, other) in combinations(group, 2):
            verdict = judge(Comparand.of(one, real_store.regions), Comparand.of(other, real_store.regions))
            is_one_moment = {A.PERIOD, A.STATUS}.isdisjoint(verdict.aspects)
            if is_one_moment or verdict.setting is Setting.ONE_SERIES:
                is_of_one_length = one["year_end"] - one["year_start"] == other["year_end"] - other["year_start"]
                assert verdict.axis is Axis.SHARED or verdict.first.kind is Kind.RANK or not is_of_one_length


def made(store: Store, first: str, second: str) -> dict[Operation, tuple[str, Qualifier]]:
    """Return the numbers of a pair, rounded down to three decimals."""
    outcomes = numbers(verdict_of(store, first, second))
    derived = [outcome.rounded(3) for outcome in outcomes if isinstance(outcome, Derived)]
    return {one.operation: (f"{one.value.normalize():f}", one.qualifier) for one in derived}


def test_a_bound_gives_a_bound(real_store: Store):
    assert made(real_store, "zj23-36a", "kq23-12b") == {
        Operation.DIFFERENCE: ("12400", Qualifier.AT_LEAST),
        Operation.TIMES: ("1.329", Qualifier.AT_LEAST),
    }
    assert made(real_store, "zj23-34a", "zj23-33a") == {Operation.SHARE: ("70", Qualifier.AT_LEAST)}
    assert made(real_store, "zz24-11c", "zz24-14a")[Operation.TIMES] == ("2.215", Qualifier.AT_LEAST)


def test_a_ratio_of_ratios_is_not_made(real_store: Store):
    assert made(real_store, "kq23-12d", "zj23-37a") == {Operation.DIFFERENCE: ("0.301", Qualifier.EXACT)}


def test_two_floors_give_no_growth_rate(real_store: Store):
    outcomes = numbers(verdict_of(real_store, "zz20-02a", "zz24-02b"))
    assert outcomes and all(isinstance(one, Underivable) and one.obstacle is Obstacle.OPEN_BOTH_WAYS for one in outcomes)


def test_what_shows_scale_only_gives_no_number(real_store: Store):
    assert numbers(verdict_of(real_store, "zj23-24a", "kq23-07b")) == ()


def test_an_article_and_an_official_figure_give_no_number(real_store: Store):
    verdict = verdict_of(real_store, "kq23-12d", "of019-04")
    assert verdict.axis is Axis.SHARED and A.LAYER in verdict.aspects
    assert numbers(verdict) == ()


def test_a_break_in_the_series_leaves_scale_only(real_store: Store):
    verdict = verdict_of(real_store, "of039-01", "zj23-37a")
    assert verdict.of_gravity(Gravity.CAVEAT) == (A.SERIES,)


def test_an_unknown_figure_is_refused(real_store: Store):
    with pytest.raises(KeyError):
        verdict_of(real_store, "kq23-12d", "zz99-99z")


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ((), (KEQIAO, ZHEJIANG)),
        ((ZHENGZHOU,), (ZHENGZHOU, ZHEJIANG)),
        ((ZHEJIANG,), (ZHEJIANG, KEQIAO)),
        ((HANGZHOU, ZHENGZHOU, KEQIAO), (HANGZHOU, ZHENGZHOU, KEQIAO)),
        (("CN", HANGZHOU, ZHENGZHOU, KEQIAO, ZHEJIANG), ("CN", HANGZHOU, ZHENGZHOU, KEQIAO)),
    ],
)
def test_two_to_four_regions_are_compared(chosen: tuple[str, ...], expected: tuple[str, ...]):
    assert regions_compared(Selection(regions=chosen)) == expected


def test_each_indicator_has_a_cell_for_each_region(real_store: Store):
    found = comparison(real_store, Selection(regions=(ZHENGZHOU, KEQIAO, ZHEJIANG)))
    aligned = (*found.comparable, *found.unlike, *found.alone)
    assert all(len(one.cells) == 3 and any(one.cells) for one in aligned)
    assert sorted(name for one in aligned for cell in one.cells for name in cell) == sorted(found.rows["observation_id"])
    assert set(found.rows["region_id"]) == {ZHENGZHOU, KEQIAO, ZHEJIANG}


def test_what_two_report_for_one_period_comes_first(real_store: Store):
    found = comparison(real_store, Selection())
    assert {one.indicator_id: one.drawn for one in found.comparable} == {
        "rural_disposable_income_per_capita": ("kq23-12b", "zj23-36a"),
        "urban_rural_income_ratio": ("kq23-12d", "zj23-37a"),
        "market_entities_new": ("kq23-07b", "zj23-24a"),
    }


def test_one_indicator_of_two_years_is_not_drawn(real_store: Store):
    found = comparison(real_store, Selection(regions=(ZHENGZHOU, KEQIAO)))
    assert {one.indicator_id for one in found.unlike} == {"gdp", "gdp_growth_real"}
    assert found.comparable == ()
    assert all(one.drawn == () and {verdict.axis for verdict in one.verdicts} == {Axis.APART} for one in found.unlike)


def test_lookalikes_are_named_and_none_of_them_may_share_an_axis(real_store: Store):
    found = comparison(real_store, Selection(regions=(ZHENGZHOU, KEQIAO))).lookalikes
    pairs = {frozenset((verdict.first.observation_id, verdict.second.observation_id)) for verdict in found}
    assert {frozenset(("zz24-10b", "kq23-07a")), frozenset(("zz24-08b", "kq23-08a")), frozenset(("zz24-02a", "kq23-12a"))} <= pairs
    assert {verdict.axis for verdict in found} == {Axis.APART}


def test_a_filter_leaves_out_what_it_leaves_out(real_store: Store):
    found = comparison(real_store, Selection(statuses=("target",)))
    assert found.rows.empty and found.comparable == found.alone == ()


def test_a_place_inside_another_is_found(real_store: Store):
    assert nested(real_store.regions, (ZHEJIANG, HANGZHOU, KEQIAO)) == ((HANGZHOU, ZHEJIANG), (KEQIAO, ZHEJIANG))
    assert nested(real_store.regions, (ZHENGZHOU, HANGZHOU)) == ()


def test_benchmarks_are_of_the_wider_places_and_the_same_year(real_store: Store):
    found = comparison(real_store, Selection(regions=(ZHENGZHOU, HANGZHOU), layers=BOTH))
    rates = next(one for one in found.comparable if one.indicator_id == "gdp_growth_real")
    rows = benchmarks(real_store, rates.drawn, found.regions)
    assert set(rows["region_id"]) == {"CN", ZHEJIANG, "410000"}
    assert set(rows["year_end"]) == {2023} and set(rows["layer"]) == {Layer.OFFICIAL}


def test_a_total_of_a_wider_place_is_no_benchmark(real_store: Store):
    found = comparison(real_store, Selection(regions=(ZHENGZHOU, HANGZHOU), layers=BOTH))
    totals = next(one for one in found.comparable if one.indicator_id == "gdp")
    assert benchmarks(real_store, totals.drawn, found.regions).empty


def test_official_figures_stand_around_others_only_where_the_guard_lets_them(real_store: Store):
    places, years = (ZHENGZHOU, "410000", "CN"), (2018, 2020, 2023)

    def around(*drawn: str) -> set[tuple[str, int]]:
        found = context_of(real_store, drawn, places, years)
        return set(zip(found["region_id"], found["year_end"], strict=True))

    assert around("zz24-03a") == {("CN", 2023)}
    # Its own figure of another year may stand beside the city alone, but not beside the nation.
    assert around("zz24-02a") == {("410000", 2023), ("CN", 2023)}
    assert around("zz20-02a", "zz24-02b") == {(ZHENGZHOU, 2018), (ZHENGZHOU, 2020)}
    assert around("zz24-11c") == set()
