"""Every region with its figures, its own and those inside it."""

from lib.queries.codes import regions
from lib.queries.observations import observations
from lib.queries.places import places
from lib.queries.selection import Selection
from lib.queries.store import Store


def test_every_region_is_listed_with_its_own_figures_and_those_inside(sample_store: Store):
    counted = places(sample_store, Selection())
    assert list(counted.columns) == [*regions(sample_store).columns, "own", "within"]
    assert list(counted["region_id"]) == list(regions(sample_store)["region_id"])
    assert counted["own"].sum() == len(observations(sample_store, Selection()))
    for region, own, within in zip(counted["region_id"], counted["own"], counted["within"], strict=True):
        assert own == len(observations(sample_store, Selection(regions=(region,), inside=False)))
        assert within == len(observations(sample_store, Selection(regions=(region,))))


def test_a_choice_of_regions_takes_no_other_away_but_other_filters_count(sample_store: Store):
    everything = places(sample_store, Selection())
    first = everything.loc[everything["own"] > 0, "region_id"].iloc[0]
    assert places(sample_store, Selection(regions=(first,))).equals(everything)
    theme = observations(sample_store, Selection())["theme"].iloc[0]
    assert places(sample_store, Selection(themes=(theme,)))["own"].sum() == len(observations(sample_store, Selection(themes=(theme,))))
