"""The figures about something: a few indicators, of a few places."""

import pandas as pd

from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store


def figures_about(store: Store, indicators: tuple[str, ...], regions: tuple[str, ...] = ()) -> pd.DataFrame:
    """Return the figures of these indicators, in that order, of these places or of all.

    *Returns* the columns of `lib.queries.observations.observations`.
    """
    rows = observations(store, Selection(regions=regions, inside=False))
    place = {indicator: index for index, indicator in enumerate(indicators)}
    about = rows[rows["indicator_id"].isin(indicators)]
    return about.sort_values("indicator_id", key=lambda column: column.map(place), kind="stable").reset_index(drop=True)
