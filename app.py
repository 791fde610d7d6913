"""Common Prosperity Explorer: page settings and navigation."""

import streamlit as st

from lib.ui import person, shell, sign_in, state

state.enter()
shell.settings()
page = st.navigation(shell.pages_of_reader(), position="hidden" if person.role() is None else "top")
if sign_in.is_passed():
    shell.show(page)
