"""The controls of the Compare page: which places, with or without official context, and what must be known of the choice."""

import streamlit as st

from lib.domain.vocabulary import Layer
from lib.queries.comparison import MOST, nested, regions_compared
from lib.queries.facets import facet_counts
from lib.queries.store import Store
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.compare_table import names_of
from lib.ui.words import t

_BOTH = (Layer.ARTICLE.value, Layer.OFFICIAL.value)


def controls(store: Store) -> None:
    """Show the choice of places and the switch for official context, then what was added, left out or lies inside another."""
    compared = regions_compared(state.selection())
    places, context = st.columns([3, 1], vertical_alignment="bottom")
    with places:
        _places(store, compared)
    with context:
        _official()
    _told_of_choice(store, compared)
    for inner, outer in nested(store.regions, compared):
        names = names_of(store)
        st.caption(t("compare.nested", inner=names[inner], outer=names[outer]))
    st.caption(t("compare.no_ranks"))


def is_official() -> bool:
    """Tell whether the reader wants official figures around the articles."""
    return Layer.OFFICIAL in state.selection().layers


def _places(store: Store, compared: tuple[str, ...]) -> None:
    names, counts = names_of(store), answer(store, facet_counts, state.view().replace(regions=(), inside=False)).regions
    labels = {region: t("compare.place_option", name=name, count=counts[region].own) for region, name in names.items()}
    options = [region for region in store.regions.ids if counts[region].own or region in compared]
    st.session_state["compare_places"] = list(compared)
    st.multiselect(
        t("compare.places"), options, key="compare_places", max_selections=MOST, select_all=False, help=t("compare.places_help"),
        format_func=labels.__getitem__, filter_mode="contains",
        on_change=state.callback("regions", "compare_places", tuple),
    )  # fmt: skip


def _official() -> None:
    st.session_state["compare_official"] = is_official()
    st.toggle(
        t("compare.official"), key="compare_official", help=t("compare.official_help"),
        on_change=state.callback("layers", "compare_official", lambda is_on: _BOTH if is_on else ()),
    )  # fmt: skip


def _told_of_choice(store: Store, compared: tuple[str, ...]) -> None:
    chosen = state.selection().regions
    if len(chosen) > MOST:
        st.caption(t("compare.too_many", count=MOST))
    if chosen and len(compared) > len(chosen):
        st.caption(t("compare.completed", place=names_of(store)[compared[-1]]))
