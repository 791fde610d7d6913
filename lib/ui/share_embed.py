"""A page inside another site's page: no chrome and no filters, but always whose it is and the way back to the whole."""

import streamlit as st

from lib.ui.component import component
from lib.ui.words import t

_COMPONENT = component("link_back", '<p class="link-back"></p>')
_STYLE = """<style>
[data-testid="stHeader"], [data-testid="stSidebar"], [data-testid="stExpandSidebarButton"], /* Streamlit gives its own chrome no key. */
.st-key-heading, .st-key-story_actions { display: none !important; }
[data-testid="stMainBlockContainer"] { padding-top: 1rem; } /* The room for the chrome; it has no key either. */
</style>"""


def is_embedded() -> bool:
    """Tell whether the page stands in a frame of another page."""
    return bool(st.context.is_embedded)


def embedded_head() -> None:
    """When the page stands in a frame: hide what has no room there, and say whose the page is, with the link to it outside the frame."""
    if is_embedded():
        st.html(_STYLE)
        _COMPONENT(key="link_back", data={"words": t("share.link_back", name=t("app.title"))})
