"""The figures over time drawn by the server: what a reader may add to the chart, and one chart for each area on demand."""

import pandas as pd
import streamlit as st

from lib.charts.figures_over_time import areas_over_time, figures_over_time
from lib.queries.events import events
from lib.queries.selection import EXTRAS
from lib.queries.store import Store
from lib.ui import state
from lib.ui.appearance import mode
from lib.ui.cache import answer
from lib.ui.chart_block import draw, picked_figure
from lib.ui.words import plain, t

_EVENTS, _PANELS = EXTRAS
_KEY = "over_time"


def over_time(store: Store, rows: pd.DataFrame) -> None:
    """Draw the figures over time, with the events and in the panels that the reader asks for.

    Needs: rows as `lib.queries.observations.observations`, not empty.
    """
    _extras()
    chosen = state.selection()
    if _EVENTS in chosen.show:
        st.caption(plain(t("extra.events_note")))
    dated = answer(store, events, state.view()) if _EVENTS in chosen.show else None
    given = (rows, store.regions, chosen.language, mode(), chosen.claim, dated)
    if _PANELS not in chosen.show:
        draw(figures_over_time(*given), _KEY, picked_figure(_KEY))
        return
    for area, drawing in areas_over_time(*given).items():
        key = f"{_KEY}_{area}"
        st.markdown(f"**{plain(t(f'legend.{area}'))}**")
        draw(drawing, key, picked_figure(key))


def _extras() -> None:
    st.session_state["extras"] = [name for name in EXTRAS if name in state.selection().show]
    st.pills(
        t("extra.title"), EXTRAS, key="extras", selection_mode="multi", format_func=lambda name: t(f"extra.{name}"),
        label_visibility="collapsed", on_change=state.callback("show", "extras", tuple),
    )  # fmt: skip
