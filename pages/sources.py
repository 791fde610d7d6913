"""Sources: each document, what to know about it, its sentences in order, and the numbers left out."""

import streamlit as st

from lib.queries.sources import source_list
from lib.ui import shell, source_blocks
from lib.ui.cache import answer
from lib.ui.words import label_of_document, plain, t

store = shell.open_store()
shell.page_head(store, "sources.title", "sources.lead")
documents = {row.source_id: row for row in answer(store, source_list).itertuples()}
chosen = st.selectbox(
    t("sources.choose"), list(documents), key="source", bind="query-params", format_func=lambda code: label_of_document(documents[code])
)
document = documents[chosen]
st.header(plain(label_of_document(document)), anchor=False)
source_blocks.warnings(document)
source_blocks.metadata(store, document)
source_blocks.quotes_in_order(store, document)
source_blocks.events(store, document)
source_blocks.dismissed(store, document)
