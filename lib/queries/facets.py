"""How many figures each option of each filter would show, so that no choice is a dead end unawares."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from lib.domain.vocabulary import Layer, Status, Theme
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.views import Facet, figures_in_view


@dataclass(frozen=True)
class RegionCount:
    """Figures about the region itself, and about it and all that lies inside it."""

    own: int
    within: int


@dataclass(frozen=True)
class Facets:
    """For each option, the figures it would show with every other filter as it is; an option with 0 leads nowhere."""

    total: int
    regions: Mapping[str, RegionCount]
    themes: Mapping[str, int]
    statuses: Mapping[str, int]
    layers: Mapping[str, int]
    programmes: Mapping[str, int]
    years: Mapping[int, int]


def facet_counts(store: Store, selection: Selection) -> Facets:
    """Count the figures of every option, each filter lifted from its own options.

    *Returns* every option of the dataset, those with 0 too: regions in tree order, codes in the order of their lists,
    programmes by id, and each year from the first of the dataset to the last; a figure over several years counts in each.
    """
    return Facets(
        total=_total(store, selection),
        regions=_regions(store, selection),
        themes=_coded(store, selection, Facet.THEME, tuple(Theme)),
        statuses=_coded(store, selection, Facet.STATUS, tuple(Status)),
        layers=_coded(store, selection, Facet.LAYER, tuple(Layer)),
        programmes=_programmes(store, selection),
        years=_years(store, selection),
    )


def _total(store: Store, selection: Selection) -> int:
    condition = figures_in_view(store, selection)
    return int(store.run(f"select count(*) as figures from observations o where {condition.sql}", condition.parameters)["figures"].iloc[0])


def _counted(store: Store, selection: Selection, facet: Facet, columns: str) -> pd.DataFrame:
    condition = figures_in_view(store, selection, lifted=facet)
    sql = f"select {columns}, count(*) as figures from observations o where {condition.sql} group by {columns} order by {columns}"
    return store.run(sql, condition.parameters)


def _coded(store: Store, selection: Selection, facet: Facet, codes: tuple[str, ...]) -> dict[str, int]:
    rows = _counted(store, selection, facet, f"o.{facet}")
    counts = dict(zip(rows[facet.value], rows["figures"], strict=True))
    return {str(code): int(counts.get(code, 0)) for code in codes}


def _regions(store: Store, selection: Selection) -> dict[str, RegionCount]:
    rows = _counted(store, selection, Facet.REGION, "o.region_id")
    own = {region: int(figures) for region, figures in zip(rows["region_id"], rows["figures"], strict=True)}
    tree = store.regions
    return {region: RegionCount(own.get(region, 0), sum(own.get(inner, 0) for inner in tree.within(region))) for region in tree.ids}


def _programmes(store: Store, selection: Selection) -> dict[str, int]:
    condition = figures_in_view(store, selection, lifted=Facet.PROGRAMME)
    sql = f"""
        select p.programme_id, count(f.observation_id) as figures
        from programmes p
        left join quote_programmes qp on qp.programme_id = p.programme_id
        left join (select o.observation_id, o.quote_id from observations o where {condition.sql}) f on f.quote_id = qp.quote_id
        group by p.programme_id order by p.programme_id
    """
    rows = store.run(sql, condition.parameters)
    return {programme: int(figures) for programme, figures in zip(rows["programme_id"], rows["figures"], strict=True)}


def _years(store: Store, selection: Selection) -> dict[int, int]:
    bounds = store.run("select min(year_start) as first_year, max(year_end) as last_year from observations").iloc[0]
    if pd.isna(bounds["first_year"]):
        return {}
    rows = _counted(store, selection, Facet.YEAR, "o.year_start, o.year_end")
    spans = list(zip(rows["year_start"], rows["year_end"], rows["figures"], strict=True))
    years = range(int(bounds["first_year"]), int(bounds["last_year"]) + 1)
    return {year: sum(int(figures) for start, end, figures in spans if start <= year <= end) for year in years}
