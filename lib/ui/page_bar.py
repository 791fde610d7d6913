"""What every page has at its head: its common look, and on a phone the way to the filters and to any part of the page."""

import streamlit as st

from lib.ui import state
from lib.ui.component import FRONTEND, component
from lib.ui.share_embed import is_embedded
from lib.ui.words import t

_COMPONENT = component("page_bar", '<nav class="bar"></nav>', "drawer")
_STYLE = f"<style>{(FRONTEND / 'pages.css').read_text('utf-8')}</style>"


def page_bar() -> None:
    """Give the page its common look and, where the window is narrow, its bar, which lists the parts of the page when it is opened."""
    st.html(_STYLE)
    if is_embedded():
        return
    words = {"filters": t("board.filters"), "contents": t("page_bar.contents"), "top": t("page_bar.top")}
    with st.container(key="page_bar"):
        _COMPONENT(key="page_bar_parts", data={"words": words, "page": state.page()})
