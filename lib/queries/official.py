"""Official figures as context: for an indicator, some places and some years, one figure each, and how many pages give it."""

from collections.abc import Iterable

import pandas as pd

from lib.domain.official_codes import Tier, Vintage
from lib.domain.vocabulary import Layer, Status
from lib.queries.conditions import Condition, all_of, among
from lib.queries.observations import figures_where
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.views import figure_filters

# The page nearest to the statistics comes first, and of its releases the last; an unknown one may be either.
_TIERS = {str(tier): place for place, tier in enumerate(Tier)}
_VINTAGES = {Vintage.FINAL: 0, Vintage.UNKNOWN: 1, Vintage.PRELIMINARY: 2}
_THING = ["region_id", "year_start", "year_end"]


def official_context(store: Store, indicator: str, regions: tuple[str, ...], years: tuple[int, ...]) -> pd.DataFrame:
    """Return the official figures of an indicator about these places in these years, one for each place and year.

    Where several pages give a figure, that of the better tier is taken, then the final release before an unknown and a preliminary one,
    then the page published last. Figures behind a break in their series are left out: they stand on another basis.

    *Returns* the columns of `lib.queries.observations.observations`, and `pages`, the number of pages that give the figure.
    """
    found = figures_where(store, _wanted(store, indicator, regions, years))
    pages = found.groupby(_THING)["citation_id"].transform("nunique")
    preferred = found.assign(pages=pages, tier_place=found["tier"].map(_TIERS), vintage_place=found["vintage"].map(_VINTAGES))
    order = preferred.sort_values(
        ["tier_place", "vintage_place", "published", "observation_id"], ascending=[True, True, False, True], kind="stable"
    )
    kept = order.drop_duplicates(_THING).sort_index().drop(columns=["tier_place", "vintage_place"])
    return kept.reset_index(drop=True)


def _wanted(store: Store, indicator: str, regions: tuple[str, ...], years: tuple[int, ...]) -> Condition:
    view = Selection(regions=regions, inside=False, layers=(Layer.OFFICIAL,), statuses=(Status.ACTUAL,))
    one_series = Condition("coalesce(o.series_break, '') = '' and o.year_start = o.year_end and o.indicator_id = ?", (indicator,))
    return all_of((*figure_filters(store, view).values(), one_series, among("o.year_end", years)))


def around(store: Store, areas: Iterable[str]) -> tuple[str, ...]:
    """Return the areas and all that they lie in, the widest first."""
    inside = dict.fromkeys(region for area in areas for region in store.regions.path(area))
    return tuple(sorted(inside, key=lambda region: len(store.regions.path(region))))
