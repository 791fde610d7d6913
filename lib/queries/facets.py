"""How many figures each option of each filter would show, so that no choice is a dead end unawares."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Layer, Status, Theme, Voice
from lib.queries.conditions import all_of
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.views import Facet, figure_filters, figures_found

_OWN = ("region_id", "theme", "status", "layer", "year_start", "year_end")


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
    voices: Mapping[str, int]
    programmes: Mapping[str, int]
    years: Mapping[int, int]


def facet_counts(store: Store, selection: Selection) -> Facets:
    """Count the figures of every option, each filter lifted from its own options.

    *Returns* every option of the dataset, those with 0 too: regions in tree order, codes in the order of their lists,
    programmes by id, and each year from the first with a figure to the last; a figure over several years counts in each.
    """
    cells = _cells(store, selection)
    return Facets(
        total=int(_kept(cells)["figures"].sum()),
        regions=_regions(store.regions, _kept(cells, Facet.REGION)),
        themes=_coded(_kept(cells, Facet.THEME), "theme", Theme),
        statuses=_coded(_kept(cells, Facet.STATUS), "status", Status),
        layers=_coded(_kept(cells, Facet.LAYER), "layer", Layer),
        voices=_coded(_kept(cells, Facet.VOICE), "voice", Voice),
        programmes=_programmes(store, selection),
        years=_years(store, _kept(cells, Facet.YEAR)),
    )


def _cells(store: Store, selection: Selection) -> pd.DataFrame:
    # One pass for all filters: which of them a figure passes is a column, so that lifting one is a choice of rows.
    filters = figure_filters(store, selection)
    searched = figures_found(store, selection)
    passes = ", ".join(f"case when {condition.sql} then 1 else 0 end as passes_{facet}" for facet, condition in filters.items())
    columns = ", ".join((*(f"f.{column}" for column in (*_OWN, "voice")), *(f"f.passes_{facet}" for facet in filters)))
    sql = f"""
        select {columns}, count(*) as figures
        from (
            select {", ".join(f"o.{column}" for column in _OWN)}, q.voice, {passes}
            from observations o left join quotes q on q.quote_id = o.quote_id where {searched.sql}
        ) f
        group by {columns} order by {columns}
    """
    return store.run(sql, (*all_of(filters.values()).parameters, *searched.parameters))


def _kept(cells: pd.DataFrame, lifted: Facet | None = None) -> pd.DataFrame:
    demanded = [f"passes_{facet}" for facet in Facet if facet is not lifted]
    return cells[cells[demanded].all(axis="columns")]


def _figures_by(rows: pd.DataFrame, column: str) -> dict[str, int]:
    return {str(code): int(figures) for code, figures in rows.groupby(column)["figures"].sum().items()}


def _coded(rows: pd.DataFrame, column: str, codes: Iterable[str]) -> dict[str, int]:
    counts = _figures_by(rows, column)
    return {str(code): counts.get(code, 0) for code in codes}


def _regions(tree: RegionTree, rows: pd.DataFrame) -> dict[str, RegionCount]:
    own = _figures_by(rows, "region_id")
    return {region: RegionCount(own.get(region, 0), sum(own.get(inner, 0) for inner in tree.within(region))) for region in tree.ids}


def _programmes(store: Store, selection: Selection) -> dict[str, int]:
    others = [condition for facet, condition in figure_filters(store, selection).items() if facet is not Facet.PROGRAMME]
    condition = all_of((*others, figures_found(store, selection)))
    sql = f"""
        select p.programme_id, count(f.observation_id) as figures
        from programmes p
        left join quote_programmes qp on qp.programme_id = p.programme_id
        left join (select o.observation_id, o.quote_id from observations o where {condition.sql}) f on f.quote_id = qp.quote_id
        group by p.programme_id order by p.programme_id
    """
    rows = store.run(sql, condition.parameters)
    return {programme: int(figures) for programme, figures in zip(rows["programme_id"], rows["figures"], strict=True)}


def _years(store: Store, rows: pd.DataFrame) -> dict[int, int]:
    bounds = store.run("select min(year_start) as first_year, max(year_end) as last_year from observations").iloc[0]
    spans = list(zip(rows["year_start"], rows["year_end"], rows["figures"], strict=True))
    years = range(int(bounds["first_year"]), int(bounds["last_year"]) + 1)
    return {year: sum(int(figures) for start, end, figures in spans if start <= year <= end) for year in years}
