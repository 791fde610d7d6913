"""The map of the Overview: a panel for each province, and beside them the list of the same places."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from lib.charts.colours import Mode
from lib.charts.drawing import Drawing
from lib.charts.map_panels import PANELS
from lib.charts.region_map import PICK, region_map
from lib.queries.observations import observations
from lib.queries.places import places
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import Language, join_names
from lib.text.dates import period
from lib.ui import state
from lib.ui.appearance import mode
from lib.ui.cache import answer
from lib.ui.chart_block import clicked
from lib.ui.map_outlines import outlines_address, review_number
from lib.ui.map_saving import map_saving
from lib.ui.place_list import place_list
from lib.ui.saving import save_control
from lib.ui.words import plain, t

_HEIGHT = 420
# The line of the chosen place is as high without one, so that a choice moves nothing. On a phone a panel is less wide than high:
# what stays empty below its map is taken back.
_STYLE = """<style>
.st-key-map_chosen { min-height: 2.75rem; }
@media (max-width: 640px) { [class*="st-key-map_panel_"] { margin-bottom: -3.25rem; } }
</style>"""


def block(store: Store) -> None:
    """Show where the figures speak of; a place chosen on the map or in the list is chosen everywhere."""
    st.html(_STYLE)
    st.header(t("map.title"), anchor="map")
    st.caption(plain(t("map.lead")))
    counted = answer(store, places, state.view())
    shown = with_figures(counted, state.view())
    _chosen(store, shown)
    *panels, beside = st.columns([3] * len(PANELS) + [2], gap="medium")
    for column, province in zip(panels, PANELS, strict=True):
        with column, st.container(key=f"map_panel_{province}"):
            _panel(store, province)
    with beside:
        place_list(store, shown, "map_places", _HEIGHT, _listed(store))
    st.caption(plain(t("map.approximate")))
    save_control("map", map_saving(store))


def _panel(store: Store, province: str) -> None:
    chosen, key = state.selection(), f"map_{province}"
    # Which circles and names have room is long reckoned: once for all who see the same.
    drawing = answer(store, drawn_map, state.view(), province, chosen.language, mode(), outlines_address(province), review_number())
    st.vega_lite_chart(
        drawing.table, drawing.spec, width="stretch", height=drawing.height, theme=None, key=key,
        on_select=_clicked(store, key), alt=drawing.alt,
    )  # fmt: skip


def drawn_map(
    store: Store, view: Selection, province: str, language: Language, colours: Mode, outlines: str = "", review: str = ""
) -> Drawing:
    """Draw the map of a province as a view counts it; for `answer`."""
    shown = with_figures(answer(store, places, view), view)
    return region_map(shown, store.regions, province, language, colours, view.regions, outlines, review)


def with_figures(counted: pd.DataFrame, view: Selection) -> pd.DataFrame:
    """Return the places that the map of a view shows: those with figures, and those chosen."""
    return counted[(counted["within"] > 0) | counted["region_id"].isin(view.regions)]


def _clicked(store: Store, key: str) -> Callable[[], None]:
    def changed() -> None:
        choose(store, clicked(key, PICK).get("region_id", ""))

    return changed


def _listed(store: Store) -> Callable[[], None]:
    def changed() -> None:
        choose(store, st.session_state["map_places"].picked)

    return changed


def choose(store: Store, region: str) -> None:
    """Show the figures of a place and of all inside it; let it go when it is the one chosen already."""
    if region in store.regions:
        state.change(regions=() if state.selection().regions == (region,) else (region,), inside=True, claim="")


def _chosen(store: Store, shown: pd.DataFrame) -> None:
    """Say what is chosen, with the way out and the way on; the line keeps its place when nothing is."""
    chosen = state.selection()
    names = shown.loc[shown["region_id"].isin(chosen.regions), f"name_{chosen.language}"].tolist()
    with st.container(horizontal=True, vertical_alignment="center", key="map_chosen"):
        if not names:
            st.text(t("map.nothing_chosen"))
            return
        rows = answer(store, observations, state.view())
        st.button(
            plain(_told(rows, join_names(chosen.language, names))), key="chip_map", icon=":material/close:", help=t("map.let_go"),
            on_click=state.change, kwargs={"regions": (), "claim": ""},
        )  # fmt: skip
        if len(rows):
            link = chosen.to_params()
            st.page_link("pages/explore.py", label=t("map.open", count=len(rows)), query_params=link, icon=":material/arrow_forward:")
        if chosen.filters().replace(regions=(), inside=True) != Selection():
            st.caption(t("map.filtered"))


def _told(rows: pd.DataFrame, region: str) -> str:
    if rows.empty:
        return t("map.none", region=region)
    years = period(int(rows["year_start"].min()), int(rows["year_end"].max()), state.selection().language)
    return t(
        "map.summary", region=region, figures=t("drawing.figures", count=len(rows)),
        themes=t("map.themes", count=rows["theme"].nunique()), years=years,
    )  # fmt: skip
