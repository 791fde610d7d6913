"""Common Prosperity Explorer: page settings and navigation."""

import streamlit as st

from lib.ui import shell, state
from lib.ui.navigation import pages

state.enter()
shell.settings()
shell.show(st.navigation(pages(state.language_of_link()), position="top"))
