"""The files of the board's charts: the server makes them of the view that it followed the reader to.

The board shows a menu of its own at each chart and presses these buttons, which stay out of sight. They read the view when they are
pressed, so that they need not be drawn again on each change.
"""

import streamlit as st

from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.ui import page_savings, state
from lib.ui.about_view import address_of
from lib.ui.explore_saving import CHARTS, explore_saving
from lib.ui.saving import downloads

_VIEW = "board_view"
_STYLE = "<style>.st-key-board_files { display: none; }</style>"


def offer_files(store: Store) -> None:
    """Put the buttons behind the board."""
    view = note_view()
    with st.container(key="board_files"):
        st.html(_STYLE)
        for chart in CHARTS:
            saving = explore_saving(store, chart, lambda: view["selection"], address_of())
            page_savings.note(chart, saving)
            downloads(f"board_{chart}", saving)


def note_view() -> dict[str, Selection]:
    """Note what the reader sees now, and return where it is noted."""
    view: dict[str, Selection] = st.session_state.setdefault(_VIEW, {})
    view["selection"] = state.selection()
    return view
