"""Official figures to read a comparison against: of the wider places, of the same year, and only where they may share the axis."""

import pandas as pd

from lib.domain.comparability import Axis, judge
from lib.domain.comparand import Comparand
from lib.queries.comparison import figures
from lib.queries.official import around, official_context
from lib.queries.store import Store


def benchmarks(store: Store, drawn: tuple[str, ...], regions: tuple[str, ...]) -> pd.DataFrame:
    """Return the official figures, of the same indicator and year, of what the regions lie in; a total of a wider place is no benchmark.

    Needs: the ids of figures of one indicator and period that stand on one axis; the regions compared, of which none is returned.
    *Returns* the columns of `lib.queries.observations.observations`.
    """
    rows = figures(store, drawn)
    first = rows.astype(object).to_dict("records")[0]
    wider = tuple(region for region in around(store, regions) if region not in regions)
    found = official_context(store, first["indicator_id"], wider, (int(first["year_end"]),))[list(rows.columns)]
    beside = Comparand.of(first, store.regions)
    axes = [judge(beside, Comparand.of(row, store.regions)).axis for row in found.astype(object).to_dict("records")]
    return found[pd.Series([axis is Axis.SHARED for axis in axes], index=found.index, dtype=bool)]
