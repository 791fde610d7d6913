"""Official figures around others, only where the guard lets them share the axis; as benchmarks those of the wider places."""

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
    wider = tuple(region for region in around(store, regions) if region not in regions)
    return context_of(store, drawn, wider, (int(rows["year_end"].iloc[0]),))[list(rows.columns)]


def context_of(store: Store, drawn: tuple[str, ...], regions: tuple[str, ...], years: tuple[int, ...]) -> pd.DataFrame:
    """Return the official figures about these places in these years that the guard lets share an axis with every figure drawn.

    Of two that may not stand on one axis themselves the first is taken.
    Needs: the ids of figures of one indicator.
    *Returns* the columns of `lib.queries.official.official_context`.
    """
    rows = figures(store, drawn).astype(object).to_dict("records")
    found = official_context(store, rows[0]["indicator_id"], regions, years)
    beside, kept = [Comparand.of(row, store.regions) for row in rows], []
    for row in found.astype(object).to_dict("records"):
        other = Comparand.of(row, store.regions)
        if all(judge(one, other).axis is Axis.SHARED for one in beside):
            beside.append(other)
            kept.append(other.observation_id)
    return found[found["observation_id"].isin(kept)].reset_index(drop=True)
