"""Common Prosperity Explorer: page settings and navigation."""

import streamlit as st

from lib.ui import shell, state
from lib.ui.navigation import pages

state.enter()
shell.settings()
page = st.navigation(pages(state.language_of_link()), position="top")
store = shell.open_store()
state.take_link(store, page.url_path)
page.run()
shell.page_foot(store)
