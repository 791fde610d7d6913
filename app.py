"""Common Prosperity Explorer: page settings and navigation."""

import streamlit as st

from lib.domain.access import Role
from lib.ui import person, shell, sign_in, state
from lib.ui.navigation import STAFF, pages

state.enter()
shell.settings()
page = st.navigation(
    pages(state.language_of_link(), STAFF if person.may(Role.CURATOR) else ()), position="hidden" if person.role() is None else "top"
)
if sign_in.is_passed():
    shell.show(page)
