"""The chip of the chosen figure: it says what is chosen and lets go of it."""

import pandas as pd
import streamlit as st

from lib.text.dates import period
from lib.ui import state
from lib.ui.rows import each
from lib.ui.words import label_of, plain, t


def chip(figures: pd.DataFrame, key: str) -> None:
    """Show the chip while a figure is chosen.

    Needs: figures as `lib.queries.observations.observations` that hold the chosen one; a key of its own on the page.
    """
    for row in each(figures[figures.observation_id == state.selection().claim]):
        when = period(row.year_start, row.year_end, state.selection().language)
        told = plain(f"{label_of(row, 'region')}, {when}: {label_of(row, 'indicator')}")
        st.button(told, key=key, icon=":material/close:", on_click=state.pick, args=("",), help=t("filter.unpick"))
