"""Checks: what is wrong with the dataset that is served, or with a newer one, for those who look after it."""

import streamlit as st

from lib.domain.access import Role
from lib.ui import check_blocks, person, shell

store = shell.open_store()
if not person.may(Role.CURATOR):
    st.stop()
shell.page_head(store, "checks.title", "checks.lead")
check_blocks.state_of_data(store)
check_blocks.numbers(store)
