"""Blocks of the Data page: the table, the downloads, the stored tables."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from lib.domain.tables import TABLES
from lib.export import files
from lib.export.about import About
from lib.export.dataset_package import dataset_package
from lib.export.rows import download_rows, with_origin
from lib.export.sdmx import sdmx_csv
from lib.queries.dataset import totals
from lib.queries.releases import changelog
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.ui import cache, state
from lib.ui.about_view import about
from lib.ui.cache import answer
from lib.ui.words import plain, t

_NAME = "common-prosperity"


def table(rows: pd.DataFrame) -> None:
    """Show the rows in a grid that sorts, searches and widens."""
    shown = download_rows(rows, "").drop(columns="dataset_version")
    language = state.selection().language
    first = [f"indicator_{language}", f"region_{language}", "period", "printed", "value", "unit", "qualifier", "status", "quote"]
    st.dataframe(
        shown[[*first, *(name for name in shown.columns if name not in first)]],
        hide_index=True,
        height=420,
        alt=t("data.table_alt", count=len(rows)),
        column_config={"source_url": st.column_config.LinkColumn()},
    )


def downloads(store: Store, selection: Selection, rows: pd.DataFrame) -> None:
    """Offer the rows of a selection in each form; every file says which view of which version it is, from where and of which day."""
    st.header(t("data.download"), anchor=False)
    st.caption(plain(t("data.download_note")))
    told = about(store, selection.replace(version=store.version), t("data.title"), rows)
    name = f"{_NAME}-{store.version}"
    with st.container(horizontal=True, key="downloads"):
        _button("csv", lambda: files.csv(_rows(rows, told)), f"{name}.csv", "text/csv")
        _button("xlsx", lambda: files.xlsx(_rows(rows, told), _sheet(store, told)), f"{name}.xlsx", files.XLSX_TYPE)
        _button("parquet", lambda: files.parquet(_rows(rows, told), told), f"{name}.parquet", "application/vnd.apache.parquet")
        _button("sdmx", lambda: sdmx_csv(rows, told), f"{name}-sdmx.csv", "text/csv")
    with st.container(horizontal=True, key="downloads_whole"):
        _button("package", partial(_package, store), f"{name}.zip", "application/zip")
        _button("dictionary", _dictionary, "data-dictionary.md", "text/markdown")


def _rows(rows: pd.DataFrame, told: About) -> pd.DataFrame:
    return with_origin(download_rows(rows, told.version), told)


def _package(store: Store) -> bytes:
    return dataset_package(store, answer(cache.store(), changelog), _dictionary().decode())


def _dictionary() -> bytes:
    # An older version is opened under the contract of today, which the dictionary of today describes.
    return (cache.store().folder / "README.md").read_bytes()


def _button(kind: str, make: Callable[[], bytes], file_name: str, mime: str) -> None:
    st.download_button(
        t(f"data.download_{kind}"), make, file_name, mime, key=f"download_{kind}", on_click="ignore", icon=":material/download:"
    )


def _sheet(store: Store, told: About) -> dict[str, str]:
    return told.fields() | {"dataset": _version_line(store), "licence": t("panel.licence_text")}


def _version_line(store: Store) -> str:
    counts = answer(store, totals)
    return t(
        "data.version", version=store.version, released=store.manifest.released, figures=counts.figures, quotes=counts.quotes,
        verified=store.verification.quotes_verified,
    )  # fmt: skip


def tables(store: Store) -> None:
    """Offer each stored table as its Parquet file."""
    st.header(t("data.tables"), anchor=False)
    st.text(_version_line(store))
    with st.container(horizontal=True):
        for declared in TABLES:
            file = store.folder / declared.file_name
            st.download_button(
                plain(declared.file_name),
                file.read_bytes,
                declared.file_name,
                key=f"table_{declared.name}",
                on_click="ignore",
                type="tertiary",
            )
