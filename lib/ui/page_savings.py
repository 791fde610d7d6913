"""What the page in front of the reader can be taken away as, noted while it is drawn: a part that is drawn again takes its place anew."""

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from lib.ui.saving import Saving

_NOTED = "page_savings"

Noted = dict[str, "Saving"]


def begin() -> Noted:
    """Begin a page, of which nothing is noted yet, and return where it will be."""
    noted: Noted = {}
    st.session_state[_NOTED] = noted
    return noted


def note(key: str, saving: "Saving") -> None:
    """Note a chart or a finding by a key of its own on the page."""
    st.session_state.setdefault(_NOTED, {})[key] = saving
