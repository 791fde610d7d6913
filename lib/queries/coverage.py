"""Where there are figures: region by theme, theme by year. What is absent has no row, and is not zero."""

import pandas as pd

from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.views import figures_in_view

_REGION = "o.region_id, r.name_en, r.name_zh, r.level, r.ordinal"


def coverage(store: Store, selection: Selection) -> pd.DataFrame:
    """Count the figures in view by region and theme.

    *Returns* `region_id, region_en, region_zh, region_level, region_ordinal, theme, figures`, by place in the tree, then theme.
    """
    condition = figures_in_view(store, selection)
    sql = f"""
        select o.region_id, r.name_en as region_en, r.name_zh as region_zh, r.level as region_level, r.ordinal as region_ordinal,
            o.theme, count(*) as figures
        from observations o left join regions r on r.region_id = o.region_id
        where {condition.sql} group by {_REGION}, o.theme order by r.ordinal, o.region_id, o.theme
    """
    return store.run(sql, condition.parameters)


def coverage_by_year(store: Store, selection: Selection) -> pd.DataFrame:
    """Count the figures in view by theme and year; a figure over several years counts once, in its last.

    *Returns* `theme, year, figures`, by theme, then year.
    """
    condition = figures_in_view(store, selection)
    sql = f"""
        select o.theme, o.year_end as year, count(*) as figures
        from observations o where {condition.sql} group by o.theme, o.year_end order by o.theme, o.year_end
    """
    return store.run(sql, condition.parameters)
