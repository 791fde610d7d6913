"""Where there are figures, and where there are none: region by theme, and area by theme by year."""

from collections.abc import Sequence
from itertools import product

import pandas as pd

from lib.domain.vocabulary import Layer, Status, Theme
from lib.queries.conditions import all_of
from lib.queries.counted_figures import counted_figures
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.views import figure_filters

_REGION = "o.region_id, r.name_en, r.name_zh, r.level, r.ordinal"


def coverage(store: Store, selection: Selection) -> pd.DataFrame:
    """Count the figures in view by region and theme; what is absent has no row.

    *Returns* `region_id, region_en, region_zh, region_level, region_ordinal, theme, figures`, by place in the tree, then theme.
    """
    condition, counted = all_of(figure_filters(store, selection).values()), counted_figures(store, selection)
    sql = f"""
        select o.region_id, r.name_en as region_en, r.name_zh as region_zh, r.level as region_level, r.ordinal as region_ordinal,
            o.theme, sum(o.figures) as figures
        from {counted.sql} o left join regions r on r.region_id = o.region_id
        where {condition.sql} group by {_REGION}, o.theme order by r.ordinal, o.region_id, o.theme
    """
    return store.run(sql, (*counted.parameters, *condition.parameters)).astype({"figures": "int64"})


def cell_view(region: str, theme: str, year: int) -> Selection:
    """Return the view that shows the figures of one cell of `coverage_by_area`."""
    return Selection(regions=(region,), themes=(theme,), years=(year, year), layers=(Layer.ARTICLE,))


def coverage_by_area(store: Store, areas: Sequence[str]) -> pd.DataFrame:
    """Count the articles' figures about each area and all that lies inside it, by theme and year; every cell has a row.

    A figure over several years counts in each of them; an area inside another counts in both.

    *Returns* `region_id, region_en, region_zh, depth` (how many of the areas it lies in), `theme, year, figures` and `actual` (those
    reported as reached); areas by place in the tree, then theme, then year.
    """
    figures = store.run(
        "select region_id, theme, year_start, year_end, status from observations where layer = ? order by observation_id", (Layer.ARTICLE,)
    )
    names = store.run("select region_id, name_en as region_en, name_zh as region_zh from regions order by region_id").set_index("region_id")
    years = range(int(figures["year_start"].min()), int(figures["year_end"].max()) + 1) if len(figures) else range(0)
    ordered = [region for region in store.regions.ids if region in areas]
    cells = [
        {"region_id": area, **names.loc[area], "depth": _depth(store, area, areas), "theme": str(theme), "year": year}
        | _counts(figures, store.regions.within(area), theme, year)
        for area, theme, year in product(ordered, Theme, years)
    ]
    return pd.DataFrame(cells, columns=list(_CELL))


_CELL = ("region_id", "region_en", "region_zh", "depth", "theme", "year", "figures", "actual")


def _depth(store: Store, area: str, areas: Sequence[str]) -> int:
    return sum(place in areas for place in store.regions.path(area)) - 1


def _counts(figures: pd.DataFrame, places: Sequence[str], theme: str, year: int) -> dict[str, int]:
    in_cell = figures["region_id"].isin(places) & (figures["theme"] == theme)
    in_cell &= (figures["year_start"] <= year) & (figures["year_end"] >= year)
    return {"figures": int(in_cell.sum()), "actual": int((in_cell & (figures["status"] == Status.ACTUAL)).sum())}
