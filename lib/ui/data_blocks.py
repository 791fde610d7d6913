"""Blocks of the Data page: the table, the downloads, code to read them, the dictionary."""

import pandas as pd
import streamlit as st

from lib.domain.schema import Field
from lib.domain.tables import INDICATORS, PROGRAMMES, REGIONS, TABLES, UNITS
from lib.export import files
from lib.export.rows import download_rows
from lib.queries.codes import indicators, programmes, regions, units
from lib.queries.dataset import totals
from lib.queries.store import Store
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.figure_table import text_table
from lib.ui.words import plain, t

_CODE_LISTS = {REGIONS.name: regions, INDICATORS.name: indicators, UNITS.name: units, PROGRAMMES.name: programmes}
_CODE = """import pandas as pd

figures = pd.read_parquet("data/observations.parquet")
quotes = pd.read_parquet("data/quotes.parquet")
print(figures.merge(quotes[["quote_id", "text"]], on="quote_id").head())
"""


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


def downloads(store: Store, rows: pd.DataFrame) -> None:
    """Offer the rows as CSV, Excel and Parquet; each file carries quotes, sources and the dataset version."""
    st.header(t("data.download"), anchor=False)
    kept = download_rows(rows, store.version)
    name = f"common-prosperity-{store.version}"
    with st.container(horizontal=True):
        _button("csv", lambda: files.csv(kept), f"{name}.csv", "text/csv")
        _button("xlsx", lambda: files.xlsx(kept, _about(store, len(kept))), f"{name}.xlsx", files.XLSX_TYPE)
        _button("parquet", lambda: files.parquet(kept), f"{name}.parquet", "application/vnd.apache.parquet")
        _button("dictionary", lambda: (store.folder / "README.md").read_bytes(), "data-dictionary.md", "text/markdown")


def _button(kind: str, make, file_name: str, mime: str) -> None:  # type: ignore[no-untyped-def]  # a function that makes the bytes
    st.download_button(
        t(f"data.download_{kind}"), make, file_name, mime, key=f"download_{kind}", on_click="ignore", icon=":material/download:"
    )


def _about(store: Store, count: int) -> dict[str, str]:
    told = _version_line(store)
    return {t("data.title"): told, t("data.scope"): str(count), t("panel.licence"): t("panel.licence_text")}


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


def code() -> None:
    """Show how to read the dataset in code."""
    st.header(t("data.code"), anchor=False)
    st.code(_CODE, language="python", wrap_lines=True)


def dictionary(store: Store) -> None:
    """Show the columns of one table: type, meaning, rules, example, SDMX term; of a code list also its codes."""
    st.header(t("data.dictionary"), anchor=False)
    st.caption(plain(t("data.dictionary_note")))
    names = {declared.name: declared for declared in TABLES}
    chosen = st.selectbox(t("data.dictionary_choose"), list(names), key="dictionary_table")
    columns = [f"column.{name}" for name in ("column", "type", "meaning", "rules", "example", "sdmx")]
    text_table(columns, [_cells(field) for field in names[chosen].fields], "dictionary", names[chosen].description, height=560)
    if chosen in _CODE_LISTS:
        listed = answer(store, _CODE_LISTS[chosen])
        st.dataframe(listed, hide_index=True, height=420, alt=t("data.codes_alt", count=len(listed)), key=f"codes_{chosen}")


def _cells(field: Field) -> list[str]:
    rules = " ".join(rule.sentence for rule in field.constraints).replace("`", "")
    return [field.name, field.type, field.description, rules, field.example, field.sdmx]
