"""What the HTTP interface offers: a table each, asked with the same questions as the pages, written in the same forms as the downloads."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

import pandas as pd

from lib.export import files
from lib.export.rows import download_rows
from lib.queries.codes import indicators, regions
from lib.queries.observations import figures_shown, observations
from lib.queries.quotes import quotes
from lib.queries.selection import Selection
from lib.queries.sources import source_list
from lib.queries.store import Store
from lib.queries.versions import sound_versions


@dataclass(frozen=True)
class Window:
    """Rows from `offset` on, at most `limit`."""

    limit: int
    offset: int = 0

    def of(self, rows: pd.DataFrame) -> tuple[pd.DataFrame, int]:
        """Cut the window out of the whole, and count the whole."""
        return rows.iloc[self.offset : self.offset + self.limit].reset_index(drop=True), len(rows)


Rows = Callable[[Store, Selection, Window], tuple[pd.DataFrame, int]]


@dataclass(frozen=True)
class Offer:
    """One table of the interface: its name, what it holds, and how it is asked; a code list takes no filters."""

    name: str
    summary: str
    rows: Rows
    is_filtered: bool = False


def _figures(store: Store, selection: Selection, window: Window) -> tuple[pd.DataFrame, int]:
    # The one table that may be too long to be loaded.
    rows = observations(store, selection, window.offset, window.limit)
    return download_rows(rows, store.version), figures_shown(store, selection)


def _sentences(store: Store, selection: Selection, window: Window) -> tuple[pd.DataFrame, int]:
    return window.of(quotes(store, selection).assign(dataset_version=store.version))


def _listed(codes: Callable[[Store], pd.DataFrame]) -> Rows:
    return lambda store, _, window: window.of(codes(store))


def _versions(store: Store) -> pd.DataFrame:
    # A damaged one is left out, and named at /readyz: the sound ones can be asked for all the same.
    told = [
        {"dataset_version": version, "contract_version": manifest.contract_version, "released": manifest.released}
        for version, manifest in {**sound_versions(store.folder), store.version: store.manifest}.items()
    ]
    return pd.DataFrame(told)


OFFERS = (
    Offer("observations", "The figures in view, each with its sentence and its source.", _figures, True),
    Offer("quotes", "The sentences that carry a figure in view, and key sentences without one.", _sentences, True),
    Offer("sources", "The documents.", _listed(source_list)),
    Offer("indicators", "The code list of what is measured.", _listed(indicators)),
    Offer("regions", "The code list of places.", _listed(regions)),
    Offer(
        "versions",
        "The versions that can be asked for as `v`, oldest first; the last is served without it.",
        _listed(_versions),
    ),
)


@dataclass(frozen=True)
class Page:
    """A part of a table that is sent at once: a window of its rows, of `total`."""

    rows: pd.DataFrame
    total: int
    window: Window
    version: str
    identity: str


@dataclass(frozen=True)
class Form:
    """One way to write rows: the ending of the address, the media type and the writer."""

    ending: str
    media_type: str
    write: Callable[[Page], bytes]


def _json(page: Page) -> bytes:
    told = {
        "dataset_version": page.version,
        "dataset_identity": page.identity,
        "total": page.total,
        **asdict(page.window),
        "rows": records(page.rows),
    }
    return json.dumps(told, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def records(rows: pd.DataFrame) -> list[dict[str, object]]:
    """Return rows as JSON knows them; what is not given is null."""
    names = [str(name) for name in rows.columns]
    # Column by column, which is several times as fast as row by row.
    columns = (column.astype(object).where(column.notna(), None).tolist() for _, column in rows.items())
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


FORMS = (
    Form("json", "application/json", _json),
    Form("csv", "text/csv; charset=utf-8", lambda page: files.csv(page.rows)),
    Form("parquet", "application/vnd.apache.parquet", lambda page: files.parquet(page.rows)),
)
