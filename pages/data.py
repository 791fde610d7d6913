"""Data: the rows of the view or of the whole dataset, downloads, and the data dictionary."""

import streamlit as st

from lib.queries.observations import observations
from lib.ui import data_blocks, shell, state
from lib.ui.cache import answer
from lib.ui.view_line import view_line
from lib.ui.words import t

store = shell.open_store()
shell.page_head(store, "data.title", "data.lead")
whole = answer(store, observations, state.everything())
view = answer(store, observations, state.view())
view_line(store, len(view))
scopes = {"view": t("data.scope_view", count=len(view)), "all": t("data.scope_all", count=len(whole))}
scope = st.segmented_control(t("data.scope"), list(scopes), key="data_scope", default="view", required=True, format_func=scopes.__getitem__)
rows = view if scope == "view" else whole
data_blocks.table(rows)
data_blocks.downloads(store, rows)
data_blocks.tables(store)
data_blocks.code()
data_blocks.dictionary(store)
