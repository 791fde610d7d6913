"""Code that reads the dataset from this very app, to be run as it stands."""

import logging

import streamlit as st

from lib.domain.vocabulary import Layer
from lib.export import files
from lib.export.rows import download_rows
from lib.queries.observations import MOST_ROWS, figures_shown, observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.ui.about_view import address_of
from lib.ui.cache import answer
from lib.ui.publish import PublishingError, published
from lib.ui.words import plain, t

_LOG = logging.getLogger(__name__)
_EVERY_LAYER = Selection(layers=tuple(Layer))

_PANDAS = """import pandas as pd

figures = pd.read_csv("{address}")
articles = figures[figures["layer"] == "article"]
print(len(figures), "figures,", len(articles), "of them from the articles")
print(articles[["region_en", "indicator_en", "period", "qualifier", "value", "unit", "quote"]].head())
"""
_DUCKDB = """import duckdb
import pandas as pd

figures = pd.read_csv("{address}")
print(duckdb.sql("select region_en, count(*) as figures from figures where layer = 'article' group by all order by all"))
print(len(figures), "figures")
"""
_R = """figures <- read.csv("{address}", fileEncoding = "UTF-8-BOM")
articles <- subset(figures, layer == "article")
cat(nrow(figures), "figures,", nrow(articles), "of them from the articles\\n")
head(articles[c("region_en", "indicator_en", "period", "qualifier", "value", "unit")])
"""
SNIPPETS = {"pandas": (_PANDAS, "python"), "DuckDB": (_DUCKDB, "python"), "R": (_R, "r")}


def code(store: Store) -> None:
    """Show how to read every figure of both layers in code, from the file that this app offers under an address of its own."""
    st.header(t("data.code"), anchor="code")
    try:
        address = address_of(published(f"figures-{store.version}.csv", answer(store, every_figure_as_csv)))
    except PublishingError as error:
        _LOG.warning("The figures cannot be offered to programs: %s", error)
        st.text(t("data.code_unavailable"))
        return
    st.caption(plain(" ".join((t("data.code_note"), _cut(store)))))
    for tab, (snippet, language) in zip(st.tabs(list(SNIPPETS)), SNIPPETS.values(), strict=True):
        tab.code(snippet.format(address=address), language=language, wrap_lines=True)


def _cut(store: Store) -> str:
    count = answer(store, figures_shown, _EVERY_LAYER)
    return t("scale.code_cut", shown=MOST_ROWS, count=count) if count > MOST_ROWS else ""


def every_figure_as_csv(store: Store) -> bytes:
    """Return the figures of both layers as CSV."""
    return files.csv(download_rows(observations(store, _EVERY_LAYER), store.version))
