"""Sources: each document, what to know about it, its sentences in order, and the numbers left out; then the pages of official figures."""

import streamlit as st

from lib.queries.sources import source_list
from lib.ui import shell, source_blocks
from lib.ui.cache import answer
from lib.ui.cite import cite_document
from lib.ui.rows import each
from lib.ui.words import in_language, plain

store = shell.open_store()
shell.page_head(store, "sources.title", "sources.lead")
document = source_blocks.chosen(list(each(answer(store, source_list))))
st.header(plain(in_language(document, "title")), anchor=False)
source_blocks.warnings(document)
source_blocks.metadata(document)
cite_document(store, document)
source_blocks.quotes_in_order(store, document)
source_blocks.events(store, document)
source_blocks.dismissed(store, document)
source_blocks.pages(store)
