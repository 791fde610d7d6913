"""What a search looks in, for whoever looks in it elsewhere."""

from collections.abc import Mapping

from lib.queries.store import Store

_KEYS = {
    "observations": "observation_id",
    "quotes": "quote_id",
    "indicators": "indicator_id",
    "regions": "region_id",
    "events": "event_id",
}


def search_texts(store: Store) -> Mapping[str, Mapping[str, str]]:
    """Return the folded words of every row, by table and id."""
    return {table: _texts(store, table, key) for table, key in _KEYS.items()}


def _texts(store: Store, table: str, key: str) -> dict[str, str]:
    rows = store.run(f"select {key}, search_text from {table} order by {key}")
    return dict(zip(rows[key], rows["search_text"], strict=True))
