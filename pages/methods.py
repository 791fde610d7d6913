"""Methods: how figures are read and proved, what may be compared, and what these documents cannot tell."""

import streamlit as st

from lib.ui import method_blocks, shell
from lib.ui.words import plain, t

store = shell.open_store()
shell.page_head(store, "methods.title", "methods.lead")
for section in ("corpus", "reading", "proof"):
    method_blocks.section(section)
st.header(t("methods.status"), anchor=False)
method_blocks.legend()
for section in ("compare", "limits"):
    method_blocks.section(section)
st.header(t("methods.terms"), anchor=False)
for term in ("ratio", "size", "giant", "collective", "coefficient"):
    st.markdown(plain(t(f"methods.term_{term}")))
st.header(t("methods.cite"), anchor=False)
method_blocks.citation(store)
