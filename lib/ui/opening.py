"""Links to Explore inside the app's own components: their addresses, and how a click on one is followed."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from lib.queries.selection import Selection
from lib.ui import state


def query_of(view: Selection) -> str:
    """Return the parameters of the view's link, in the reader's language."""
    return urlencode(_params(view), doseq=True)


def follow(opened: str | None, views: Mapping[str, Selection]) -> None:
    """Open Explore with the view of that name; a name that no view has is no click of ours."""
    if opened and opened in views:
        st.switch_page("pages/explore.py", query_params=_params(views[opened]))


def _params(view: Selection) -> dict[str, list[str]]:
    return view.replace(language=state.selection().language).to_params()
