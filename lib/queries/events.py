"""Dated events and deadlines, each with the sentence that gives the date."""

import pandas as pd

from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.views import events_in_view


def events(store: Store, selection: Selection) -> pd.DataFrame:
    """Return the events in the selected regions, themes, years and programmes that the search finds.

    *Returns* `event_id, date, precision, kind, label_en, label_zh, year, region_id, region_en, region_zh, quote_id, source_id`,
    `quote_text, locator, source_title, source_title_zh, publisher, publisher_zh, published, url` and `is_verified`; by date, then id.
    """
    condition = events_in_view(store, selection)
    sql = f"""
        select e.event_id, e.date, e.precision, e.kind, e.label_en, e.label_zh, e.year,
            e.region_id, r.name_en as region_en, r.name_zh as region_zh, e.quote_id, e.source_id, q.text as quote_text, q.locator,
            s.title as source_title, s.title_zh as source_title_zh, s.publisher, s.publisher_zh, s.published, s.url
        from events e
        left join regions r on r.region_id = e.region_id
        left join quotes q on q.quote_id = e.quote_id
        left join sources s on s.source_id = e.source_id
        where {condition.sql}
        order by e.date, e.event_id
    """
    rows = store.run(sql, condition.parameters)
    return rows.assign(is_verified=~rows["quote_id"].isin(store.verification.failed_quotes))
