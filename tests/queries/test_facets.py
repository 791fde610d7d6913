"""Counts on the options of each filter."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.queries.facets import RegionCount, facet_counts
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store


def subset(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=2).map(tuple)


SELECTIONS = st.builds(
    Selection,
    regions=subset("330000", "330100", "410100"),
    themes=subset("income_gap", "industry"),
    years=st.none() | st.tuples(st.integers(2019, 2025), st.integers(2019, 2025)),
    statuses=subset("actual", "target"),
    layers=subset("article", "official"),
    voices=subset("article", "resident"),
    programmes=subset("workshops"),
    search=st.sampled_from(("", "yuan", "杭州")),
)


def shown(store: Store, selection: Selection) -> int:
    return len(observations(store, selection))


def test_counts_of_the_whole_dataset(sample_store: Store) -> None:
    facets = facet_counts(sample_store, Selection())
    assert facets.total == 6
    assert facets.themes == {"income_gap": 3, "industry": 2, "public_services": 1}
    assert facets.statuses == {"actual": 4, "ongoing": 1, "plan": 0, "target": 1}
    assert facets.layers == {"article": 6, "official": 1}
    assert facets.voices == {"official_statistic": 1, "official_statement": 1, "organisation": 0, "resident": 1, "article": 3}
    assert facets.programmes == {"roads": 0, "workshops": 2}
    assert facets.years == {2019: 1, 2020: 1, 2021: 3, 2022: 1, 2023: 1, 2024: 0, 2025: 1}
    assert list(facets.regions) == list(sample_store.regions.ids)
    assert facets.regions["330000"] == RegionCount(0, 5)
    assert facets.regions["331000"] == RegionCount(0, 0)


def test_a_filter_does_not_count_out_its_own_options(sample_store: Store) -> None:
    facets = facet_counts(sample_store, Selection(themes=("industry",)))
    assert facets.total == 2
    assert facets.themes == {"income_gap": 3, "industry": 2, "public_services": 1}
    assert facets.statuses == {"actual": 2, "ongoing": 0, "plan": 0, "target": 0}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(selection=SELECTIONS)
def test_every_count_is_what_choosing_the_option_shows(sample_store: Store, selection: Selection) -> None:
    facets = facet_counts(sample_store, selection)
    assert facets.total == shown(sample_store, selection)
    for option, figures in facets.themes.items():
        assert shown(sample_store, selection.replace(themes=(option,))) == figures
    for option, figures in facets.voices.items():
        assert shown(sample_store, selection.replace(voices=(option,))) == figures
    for option, figures in facets.programmes.items():
        assert shown(sample_store, selection.replace(programmes=(option,))) == figures
    for year in (2019, 2022, 2024):
        assert shown(sample_store, selection.replace(years=(year, year))) == facets.years[year]
    for region in ("330000", "330110"):
        count = facets.regions[region]
        assert shown(sample_store, selection.replace(regions=(region,), inside=True)) == count.within
        assert shown(sample_store, selection.replace(regions=(region,), inside=False)) == count.own


def test_official_figures_count_where_they_are_asked_for(sample_store: Store) -> None:
    both = facet_counts(sample_store, Selection(layers=("article", "official")))
    assert (both.total, both.regions["330000"], both.layers) == (7, RegionCount(1, 6), {"article": 6, "official": 1})
