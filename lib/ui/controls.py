"""The filters: each option with its count, none that leads nowhere."""

from collections.abc import Mapping, Sequence

import streamlit as st

from lib.domain.vocabulary import Layer, Status, Theme, Voice
from lib.queries.codes import programmes, regions
from lib.queries.facets import Facets, facet_counts
from lib.queries.store import Store
from lib.queries.views import DEFAULT_LAYERS
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.rows import each
from lib.ui.words import label_of, t


def filters(store: Store) -> None:
    """Show every filter of the selection in the sidebar."""
    counts = answer(store, facet_counts, state.selection())
    with st.sidebar:
        st.subheader(t("filter.title"), anchor=False)
        _search()
        _regions(store, counts)
        _themes(counts)
        _years(counts)
        _ticks("statuses", Status, counts.statuses)
        _programmes(store, counts)
        _ticks("voices", Voice, counts.voices)
        _ticks("layers", Layer, counts.layers, DEFAULT_LAYERS)


def places_and_themes(store: Store, counts: Facets) -> None:
    """Show the filters by place and theme alone, with these counts."""
    with st.sidebar:
        st.subheader(t("filter.title"), anchor=False)
        _regions(store, counts)
        _themes(counts)


def _search() -> None:
    st.session_state["filter_search"] = state.selection().search
    st.text_input(
        t("filter.search"), key="filter_search", type="search", max_chars=100, placeholder=t("filter.search_hint"),
        on_change=state.callback("search", "filter_search", lambda value: str(value or "").strip()),
    )  # fmt: skip


def _regions(store: Store, counts: Facets) -> None:
    chosen = state.selection()
    places = {row.region_id: row for row in each(answer(store, regions))}
    reach = {code: count.within if chosen.inside else count.own for code, count in counts.regions.items()}
    options = [code for code in places if reach.get(code) or code in chosen.regions]
    names = {code: _place(row, reach.get(code, 0)) for code, row in places.items()}
    st.session_state["filter_regions"] = list(chosen.regions)
    # One line high, always: a box that grew while in use would move the filters below away from under the pointer.
    st.multiselect(
        t("filter.regions"), options, key="filter_regions", placeholder=t("filter.regions_all"), wrap=False,
        format_func=names.__getitem__, help=t("filter.regions_help"),
        filter_mode="contains", select_all=False, on_change=state.callback("regions", "filter_regions", tuple),
    )  # fmt: skip
    st.session_state["filter_inside"] = chosen.inside
    st.toggle(t("filter.inside"), key="filter_inside", help=t("filter.inside_help"), on_change=state.callback("inside", "filter_inside"))


def _place(row, count: int) -> str:  # type: ignore[no-untyped-def]  # a namedtuple made by pandas
    other = row.name_en if state.selection().language == "zh" else row.name_zh
    return f"{'› ' * row.depth}{label_of(row, 'name')} {other} ({count:,})"


def _themes(counts: Facets) -> None:
    reachable = [theme for theme in Theme if counts.themes.get(theme)]
    options = [theme for theme in Theme if theme in reachable or theme in state.selection().themes]
    names = {theme: f"{t(f'theme.{theme}')} ({counts.themes.get(theme, 0):,})" for theme in Theme}
    st.session_state["filter_themes"] = list(state.selection().themes)
    st.pills(
        t("filter.themes"), options, key="filter_themes", selection_mode="multi", format_func=names.__getitem__,
        on_change=state.callback("themes", "filter_themes", lambda chosen: tuple(theme for theme in Theme if theme in chosen)),
    )  # fmt: skip
    missing = [t(f"theme.{theme}") for theme in Theme if theme not in options]
    if missing:
        st.caption(t("filter.none_reported", names=", ".join(missing)))


def _years(counts: Facets) -> None:
    years = list(counts.years)
    first, last = state.selection().years or (years[0], years[-1])
    st.session_state["filter_years"] = (_nearest(years, first), _nearest(years, last))

    def form(value: tuple[int, int]) -> tuple[int, int] | None:
        return None if value == (years[0], years[-1]) else value

    st.select_slider(
        t("filter.years"), years, value=(years[0], years[-1]), key="filter_years", help=t("filter.years_help"),
        format_func=lambda year: f"{year} ({counts.years.get(year, 0):,})", on_change=state.callback("years", "filter_years", form),
    )  # fmt: skip


def _nearest(years: list[int], year: int) -> int:
    return min(years, key=lambda known: abs(known - year))


def _ticks(part: str, codes: type[Status] | type[Voice] | type[Layer], counts: Mapping[str, int], start: Sequence[str] = ()) -> None:
    """Show ticks for one part of the selection: all, or those of `start`, are ticked while nothing is chosen."""
    st.markdown(f"**{t(f'filter.{part}')}**", help=t(f"filter.{part}_help"))
    starting = tuple(start or codes)
    chosen = getattr(state.selection(), part) or starting
    group = codes.__name__.lower()

    def changed() -> None:
        ticked = tuple(code for code in codes if st.session_state[f"tick_{group}_{code}"])
        state.change(**{part: () if ticked == starting else ticked})

    for code in codes:
        st.session_state[f"tick_{group}_{code}"] = code in chosen
        count = counts.get(code, 0)
        reason = t(f"{group}.{code}.meaning") if count else t("filter.no_figures")
        st.checkbox(f"{t(f'{group}.{code}')} ({count:,})", key=f"tick_{group}_{code}", disabled=not count, help=reason, on_change=changed)


def _programmes(store: Store, counts: Facets) -> None:
    listed = each(answer(store, programmes))
    names = {row.programme_id: f"{label_of(row, 'label')} ({counts.programmes.get(row.programme_id, 0):,})" for row in listed}
    options = [code for code in names if counts.programmes.get(code) or code in state.selection().programmes]
    st.session_state["filter_programmes"] = list(state.selection().programmes)
    st.multiselect(
        t("filter.programmes"), options, key="filter_programmes", placeholder=t("filter.programmes_all"), help=t("filter.programmes_help"),
        format_func=names.__getitem__, wrap=False, on_change=state.callback("programmes", "filter_programmes", tuple),
    )  # fmt: skip
