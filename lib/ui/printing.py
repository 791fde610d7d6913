"""The page on paper: no chrome, everything that scrolls laid open, and at its head what is shown, of which dataset, and its address."""

from functools import cache

import streamlit as st

from lib.queries.observations import observations
from lib.queries.store import Store
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.component import FRONTEND, component
from lib.ui.paper import paper_colours
from lib.ui.view_line import view_sentence
from lib.ui.whole_view import completion, whole_view
from lib.ui.words import t

_COMPONENT = component("printed", '<div class="printed"></div>', "going")
# Explore says its view itself, in the words of the moment of printing.
_SAYS_ITS_VIEW = "explore"


def printed(store: Store) -> None:
    """Prepare the page for paper; on the screen this shows nothing."""
    st.html(f"<style>{_style()}</style>")
    lines = [t("paper.dataset", version=store.version, released=store.manifest.released)]
    if state.page() != _SAYS_ITS_VIEW:
        shown = whole_view()
        lines.insert(0, view_sentence(store, shown, len(answer(store, observations, shown.filters()))))
    with st.container(key="printed"):
        _COMPONENT(key="printed_head", data={"lines": lines, "link": t("about.link", link="{link}"), "completion": completion()})


@cache
def _style() -> str:
    return (FRONTEND / "print.css").read_text("utf-8") + paper_colours()
