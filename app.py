"""Common Prosperity Explorer: page settings and navigation."""

import streamlit as st

from lib.text.catalogue import say
from lib.ui import shell, state
from lib.ui.navigation import ICON, pages

state.enter()
language = state.language_of_link()
st.set_page_config(page_title=say(language, "app.title"), page_icon=str(ICON), layout="wide")
page = st.navigation(pages(language), position="top")
store = shell.open_store()
state.take_link(store, page.url_path)
page.run()
shell.page_foot(store)
