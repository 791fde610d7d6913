"""The Explore page drawn by the server: filters, three charts and the quote panel over the same rows."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from lib.charts.coverage import coverage_matrix
from lib.charts.drawing import Drawing
from lib.charts.figures_by_indicator import figures_by_indicator
from lib.queries.coverage import coverage
from lib.queries.events import events
from lib.queries.observations import figures_named, observations
from lib.queries.quotes import quote_of, quotes
from lib.queries.store import Store
from lib.ui import state
from lib.ui.about_view import address_of
from lib.ui.appearance import mode
from lib.ui.cache import answer
from lib.ui.chart_block import Show, chart_block, clicked, draw, picked_figure, source_line
from lib.ui.chip import chip, event_chip
from lib.ui.controls import filters
from lib.ui.coverage_table import coverage_table
from lib.ui.drawn import cut_figures, cut_places, drawn_figures, drawn_places
from lib.ui.explore_saving import explore_saving
from lib.ui.figure_table import figure_table
from lib.ui.legend import legend
from lib.ui.over_time import over_time
from lib.ui.page_panel import page_panel
from lib.ui.quote_panel import quote_panel
from lib.ui.saving import save_control
from lib.ui.source_panel import source_panel
from lib.ui.spot import spot
from lib.ui.view_line import nothing_found, view_line
from lib.ui.words import plain, t

# The quotes stay beside the charts while these scroll by: what holds the panel must be as tall as the charts for that.
# On a phone the chosen sentence rises from below.
_STYLE = """<style>
@media (min-width: 641px) {
  :has(> :has(> .st-key-evidence)) { height: 100%; }
  :has(> .st-key-evidence) { position: sticky; top: 4rem; }
  .st-key-evidence { max-height: calc(100vh - 5rem); overflow-y: auto; padding-right: 0.25rem; }
}
@media (max-width: 640px) {
  .st-key-chosen { position: fixed; left: 0; right: 0; bottom: 0; z-index: 100; max-height: 55vh; overflow-y: auto; padding: 0.75rem 1rem;
    background: var(--st-background-color, Canvas); border-top: 1px solid GrayText; }
}
</style>"""


def explore(store: Store) -> None:
    """Show the filters, what they leave in one sentence, and its linked views."""
    filters(store)
    rows = answer(store, observations, state.view())
    view_line(store, len(rows))
    if rows.empty:
        nothing_found(store)
    else:
        _linked_views(store, rows)


def _linked_views(store: Store, rows: pd.DataFrame) -> None:
    st.html(_STYLE)
    legend(context=bool((rows.citation_id != "").any()))
    charts, evidence = st.columns([4, 3], gap="medium")
    with charts:
        _charts(store, rows)
    with evidence, st.container(key="evidence"):
        _evidence(store, rows)


def _charts(store: Store, rows: pd.DataFrame) -> None:
    chosen = state.selection()
    by_indicator = figures_by_indicator(drawn_figures(rows, chosen.claim), store.regions, chosen.language, mode(), chosen.claim)
    cut = cut_figures(rows, chosen.language)
    _figures_block(store, rows, "by_indicator", partial(_draw, cut, by_indicator, "by_indicator", picked_figure("by_indicator")))
    spot(by_indicator, "frame_by_indicator", "evidence")
    _figures_block(store, rows, "over_time", lambda: over_time(store, rows))
    counts = answer(store, coverage, state.view())
    drawing = coverage_matrix(drawn_places(counts), chosen.language, mode())
    show = partial(_draw, cut_places(counts, chosen.language), drawing, "coverage", _picked_cell(counts))
    _block(store, rows, "coverage", show, lambda: coverage_table(counts, "coverage_table"))


def _draw(cut: str, drawing: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    if cut:
        st.caption(plain(cut))
    draw(drawing, key, on_pick)


def _figures_block(store: Store, rows: pd.DataFrame, key: str, show: Show) -> None:
    _block(store, rows, key, show, lambda: figure_table(rows, f"{key}_table", t("table.caption", count=len(rows))))


def _block(store: Store, rows: pd.DataFrame, key: str, show: Show, table: Show) -> None:
    line = source_line(rows, store.version)
    about = partial(source_panel, rows, f"{key}_source", line)
    chosen = state.selection()
    save = partial(save_control, key, explore_saving(store, key, lambda: chosen, address_of()))
    chart_block(key, t(f"explore.{key}"), t(f"explore.{key}_note"), show, table, about, line, save)


def _picked_cell(counts: pd.DataFrame) -> Callable[[], None]:
    def changed() -> None:
        cell = clicked("coverage", "cell")
        # An empty cell leads nowhere: it only says that nothing is reported.
        if cell and ((counts.region_id == cell["region_id"]) & (counts.theme == cell["theme"])).any():
            state.change(regions=(cell["region_id"],), inside=False, themes=(cell["theme"],), claim="")

    return changed


def _evidence(store: Store, rows: pd.DataFrame) -> None:
    in_view = answer(store, quotes, state.view()).sort_values("figures", key=lambda counts: counts == 0, kind="stable")
    st.subheader(t("explore.quotes"), anchor=False)
    st.caption(plain(t("explore.quotes_note", count=len(in_view), carrying=int((in_view.figures > 0).sum()))))
    if chosen := state.selection().claim:
        behind = answer(store, quote_of, chosen)
        _chosen(store, behind, is_in_view=chosen in {*rows.observation_id, *answer(store, events, state.view()).event_id})
        in_view = in_view[~in_view.quote_id.isin(behind.quote_id)]
    quote_panel(store, in_view, rows, "quotes")
    page_panel(store, rows[rows.observation_id != state.selection().claim], "pages")


def _chosen(store: Store, quote: pd.DataFrame, *, is_in_view: bool) -> None:
    figures = answer(store, figures_named, (state.selection().claim,))
    with st.container(key="chosen"):
        chip(figures, "chip_chosen")
        event_chip(answer(store, events, state.everything()), "chip_event")
        if not is_in_view:
            st.info(plain(t("notice.not_in_view")))
        if len(quote):
            quote_panel(store, quote, answer(store, observations, state.everything()), "chosen_quote")
        page_panel(store, figures, "chosen_page")
