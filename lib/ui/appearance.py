"""Light or dark: which of the two palettes the reader's browser shows."""

from collections.abc import Callable
from typing import Any, Literal

import streamlit as st

from lib.charts.colours import AREAS, area_colours, area_of
from lib.queries.store import Store


def mode() -> Literal["light", "dark"]:
    """Return the reader's theme; light until the browser has told."""
    return "dark" if st.context.theme.type == "dark" else "light"


def colour_of(store: Store) -> Callable[[Any], str]:
    """Make the function that gives a figure's row the colour of its area."""
    colours = dict(zip(AREAS, area_colours(mode()), strict=True))
    return lambda row: colours[area_of(store.regions, row.region_id, row.layer)]
