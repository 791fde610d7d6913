"""Methods: how figures are read and proved, what may be compared, and what these documents cannot tell."""

import streamlit as st

from lib.ui import method_blocks, shell
from lib.ui.words import t

store = shell.open_store()
shell.page_head(store, "methods.title", "methods.lead")
# A line of some ninety characters is as wide as text stays readable.
with st.container(width=780, key="prose"):
    for section in ("corpus", "reading", "proof"):
        method_blocks.section(section)
    method_blocks.legend()
    for section in ("voices", "compare", "promises"):
        method_blocks.section(section)
    st.page_link("pages/targets.py", label=t("promise.tracker"), icon=":material/flag:")
    method_blocks.section("limits")
    method_blocks.glossary()
    method_blocks.citation(store)
