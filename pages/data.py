"""Data: the rows of the view or of the whole dataset, downloads, code, the data dictionary, and the versions with their changes."""

import streamlit as st

from lib.domain.vocabulary import Layer
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.ui import data_blocks, shell, state
from lib.ui.cache import answer
from lib.ui.cite import cite_dataset
from lib.ui.code_block import code
from lib.ui.dictionary_block import dictionary
from lib.ui.version_blocks import releases
from lib.ui.view_line import view_line
from lib.ui.words import t

store = shell.open_store()
shell.page_head(store, "data.title", "data.lead")
selections = {"view": state.view(), "articles": state.everything(), "all": Selection(layers=tuple(Layer))}
found = {name: answer(store, observations, selection) for name, selection in selections.items()}
view_line(store, len(found["view"]))
scopes = {name: t(f"data.scope_{name}", count=len(rows)) for name, rows in found.items()}
scope = st.segmented_control(t("data.scope"), list(scopes), key="data_scope", default="view", required=True, format_func=scopes.__getitem__)
data_blocks.table(found[scope])
data_blocks.downloads(store, selections[scope].replace(language=state.selection().language), found[scope])
cite_dataset(store)
data_blocks.tables(store)
code(store)
dictionary(store)
releases()
