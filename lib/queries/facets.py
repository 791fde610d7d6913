"""How many figures each option of each filter would show, so that no choice is a dead end unawares."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Layer, Status, Theme, Voice
from lib.queries.conditions import all_of
from lib.queries.counted_figures import counted_figures
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.views import Facet, figure_filters

_TOTAL = "total"
_NO_CODE, _NO_YEARS = "'' as code", "0 as year_start, 0 as year_end"
_SUM = "coalesce(sum(o.figures), 0) as figures from found o"
_COUNT: Mapping[str, str] = {
    _TOTAL: f"select '{_TOTAL}' as facet, {_NO_CODE}, {_NO_YEARS}, {_SUM} where {{kept}}",
    Facet.YEAR: f"""
        select '{Facet.YEAR}' as facet, {_NO_CODE}, o.year_start, o.year_end, {_SUM}
        where {{kept}} group by o.year_start, o.year_end
    """,
    Facet.PROGRAMME: f"""
        select '{Facet.PROGRAMME}' as facet, qp.programme_id as code, {_NO_YEARS}, {_SUM}
        join quote_programmes qp on qp.quote_id = o.quote_id where {{kept}} group by qp.programme_id
    """,
    **{
        facet: f"select '{facet}' as facet, o.{column} as code, {_NO_YEARS}, {_SUM} where {{kept}} group by o.{column}"
        for facet, column in (
            (Facet.REGION, "region_id"), (Facet.THEME, "theme"), (Facet.STATUS, "status"), (Facet.LAYER, "layer"), (Facet.VOICE, "voice"),
        )
    },
}  # fmt: skip


# What there is to count under, though nothing be found there.
_OPTIONS, _SPAN = "options", "span"
_KNOWN = f"""
    select '{_OPTIONS}' as facet, p.programme_id as code, {_NO_YEARS}, 0 as figures from programmes p union all
    select '{_SPAN}' as facet, {_NO_CODE}, min(c.year_start) as year_start, max(c.year_end) as year_end, 0 as figures from figure_cells c
"""


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
    by = {facet: cells[cells["facet"] == facet] for facet in (*Facet, _TOTAL, _OPTIONS, _SPAN)}
    return Facets(
        total=int(by[_TOTAL]["figures"].sum()),
        regions=_regions(store.regions, by[Facet.REGION]),
        themes=_coded(by[Facet.THEME], Theme),
        statuses=_coded(by[Facet.STATUS], Status),
        layers=_coded(by[Facet.LAYER], Layer),
        voices=_coded(by[Facet.VOICE], Voice),
        programmes=_coded(by[Facet.PROGRAMME], by[_OPTIONS]["code"]),
        years=_years(by[Facet.YEAR], by[_SPAN]),
    )


def _cells(store: Store, selection: Selection) -> pd.DataFrame:
    # One statement, so that what the search finds is found once for all, and nobody waits for several turns.
    figures, filters = counted_figures(store, selection), figure_filters(store, selection)
    others = {facet: all_of(kept for other, kept in filters.items() if other != facet) for facet in _COUNT}
    counts = [_KNOWN, *(_COUNT[facet].format(kept=kept.sql) for facet, kept in others.items())]
    sql = f"""
        with found as (select o.*, q.voice from {figures.sql} o left join quotes q on q.quote_id = o.quote_id)
        select facet, code, year_start, year_end, figures from ({" union all ".join(counts)}) c
        order by facet, code, year_start, year_end
    """
    parameters = (value for condition in others.values() for value in condition.parameters)
    return store.run(sql, (*figures.parameters, *parameters)).astype({"figures": "int64"})


def _figures_by(rows: pd.DataFrame) -> dict[str, int]:
    return {str(code): int(figures) for code, figures in zip(rows["code"], rows["figures"], strict=True)}


def _coded(rows: pd.DataFrame, codes: Iterable[str]) -> dict[str, int]:
    counts = _figures_by(rows)
    return {str(code): counts.get(code, 0) for code in codes}


def _regions(tree: RegionTree, rows: pd.DataFrame) -> dict[str, RegionCount]:
    own = _figures_by(rows)
    return {region: RegionCount(own.get(region, 0), sum(own.get(inner, 0) for inner in tree.within(region))) for region in tree.ids}


def _years(rows: pd.DataFrame, span: pd.DataFrame) -> dict[int, int]:
    spans = list(zip(rows["year_start"], rows["year_end"], rows["figures"], strict=True))
    years = range(int(span["year_start"].iloc[0]), int(span["year_end"].iloc[0]) + 1)
    return {year: sum(int(figures) for start, end, figures in spans if start <= year <= end) for year in years}
