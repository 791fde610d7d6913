"""Promises: figures not yet reached when they were printed, and what the articles report of them afterwards."""

import pandas as pd

from lib.domain.vocabulary import Layer, Status
from lib.queries.store import Store


def deliveries(store: Store) -> pd.DataFrame:
    """Pair each promise with every figure that reports on it.

    A report is an actual figure in an article, of the same indicator and region, for a period that ends when the promise's begins
    or later; what was reached before is a baseline.

    *Returns* `promise_id, report_id`, by promise, then by the years of the report; a promise without a report has no row.
    """
    return store.run(
        """
        select p.observation_id as promise_id, a.observation_id as report_id
        from observations p
        join observations a on a.indicator_id = p.indicator_id and a.region_id = p.region_id
        where p.status <> ? and p.layer = ? and a.status = ? and a.layer = ? and a.year_end >= p.year_start
        order by p.observation_id, a.year_end, a.observation_id
        """,
        (Status.ACTUAL.value, Layer.ARTICLE.value, Status.ACTUAL.value, Layer.ARTICLE.value),
    )
