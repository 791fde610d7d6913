"""The sentences behind the view."""

import pandas as pd

from lib.queries.conditions import Condition
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.views import figures_in_view, sentences_in_view

_SELECT = """
    select q.quote_id, q.source_id, q.ordinal, q.text, q.locator, q.themes, q.regions, q.programmes, q.year_start, q.year_end,
        q.sha256, q.voice, q.speaker, q.speaker_zh, q.grade, q.note, q.note_zh,
        s.title as source_title, s.title_zh as source_title_zh, s.publisher, s.publisher_zh, s.published, s.url, s.retrieved,
        s.language as source_language, s.kind as source_kind, s.warnings as source_warnings
    from quotes q left join sources s on s.source_id = q.source_id
"""
_ORDER = "order by s.published, q.source_id, q.ordinal"


def quotes(store: Store, selection: Selection) -> pd.DataFrame:
    """Return the sentences that carry a figure in view, and the key sentences without a figure that the filters admit.

    A status filter shows no sentence without a figure: such a sentence has no status.

    *Returns* `quote_id, source_id, ordinal, text, locator, themes, regions, programmes, year_start, year_end, sha256`,
    `voice, speaker, speaker_zh, grade, note, note_zh`,
    `source_title, source_title_zh, publisher, publisher_zh, published, url, retrieved, source_language, source_kind, source_warnings`,
    `figures` (its figures in view; 0 for a key sentence) and `is_verified`; by date of the document, then place in it.
    """
    figures = figures_in_view(store, selection)
    counted = f"select o.quote_id, count(*) as figures from observations o where {figures.sql} group by o.quote_id order by o.quote_id"
    counts = store.run(counted, figures.parameters)
    carrying = Condition(f"q.quote_id in (select o.quote_id from observations o where {figures.sql})", figures.parameters)
    key = sentences_in_view(store, selection)
    rows = _sentences(store, Condition(f"({carrying.sql} or {key.sql})", (*carrying.parameters, *key.parameters)))
    by_quote = counts.set_index("quote_id")["figures"]
    return rows.assign(figures=rows["quote_id"].map(by_quote).fillna(0).astype("int64"), is_verified=_verified(store, rows))


def quote_of(store: Store, claim: str) -> pd.DataFrame:
    """Return the sentence of one figure or event; no row for an unknown id or a figure of the official layer.

    *Returns* the columns of `quotes` without `figures`.
    """
    figure = "select o.quote_id from observations o where o.observation_id = ?"
    event = "select e.quote_id from events e where e.event_id = ?"
    one = Condition(f"(q.quote_id in ({figure}) or q.quote_id in ({event}))", (claim, claim))
    rows = _sentences(store, one)
    return rows.assign(is_verified=_verified(store, rows))


def _sentences(store: Store, condition: Condition) -> pd.DataFrame:
    return store.run(f"{_SELECT} where {condition.sql} {_ORDER}", condition.parameters)


def _verified(store: Store, rows: pd.DataFrame) -> pd.Series:
    return ~rows["quote_id"].isin(store.verification.failed_quotes)
