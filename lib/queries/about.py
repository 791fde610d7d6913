"""The figures about something: a few indicators, of a few places."""

import pandas as pd

from lib.queries.conditions import all_of, among
from lib.queries.observations import figures_where
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.views import figure_filters


def figures_about(store: Store, indicators: tuple[str, ...], regions: tuple[str, ...] = ()) -> pd.DataFrame:
    """Return the figures of these indicators, in that order, of these places or of all.

    *Returns* the columns of `lib.queries.observations.observations`.
    """
    view = figure_filters(store, Selection(regions=regions, inside=False))
    about = figures_where(store, all_of((*view.values(), among("o.indicator_id", indicators))))
    place = {indicator: index for index, indicator in enumerate(indicators)}
    return about.sort_values("indicator_id", key=lambda column: column.map(place), kind="stable").reset_index(drop=True)
