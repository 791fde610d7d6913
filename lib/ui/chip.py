"""The chip of the chosen figure or event: it says what is chosen and lets go of it."""

import pandas as pd
import streamlit as st

from lib.text.dates import date, period
from lib.ui import state
from lib.ui.rows import each
from lib.ui.words import label_of, plain, t


def chip(figures: pd.DataFrame, key: str) -> None:
    """Show the chip while a figure is chosen.

    Needs: figures as `lib.queries.observations.observations` that hold the chosen one; a key of its own on the page.
    """
    for row in each(figures[figures.observation_id == state.selection().claim]):
        when = period(row.year_start, row.year_end, state.selection().language)
        _button(f"{label_of(row, 'region')}, {when}: {label_of(row, 'indicator')}", key)


def event_chip(events: pd.DataFrame, key: str) -> None:
    """Show the chip while an event is chosen.

    Needs: events as `lib.queries.events.events` that hold the chosen one; a key of its own on the page.
    """
    for row in each(events[events.event_id == state.selection().claim]):
        _button(f"{label_of(row, 'region')}, {date(row.date, state.selection().language)}: {label_of(row, 'label')}", key)


def _button(told: str, key: str) -> None:
    st.button(plain(told), key=key, icon=":material/close:", on_click=state.pick, args=("",), help=t("filter.unpick"))
