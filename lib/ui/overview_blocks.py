"""Blocks of the Overview page: how much there is, where to start, what is covered."""

import streamlit as st

from lib.charts.coverage import coverage_by_year as draw_by_year
from lib.domain.vocabulary import Status
from lib.queries.coverage import coverage_by_year
from lib.queries.dataset import totals
from lib.queries.facets import facet_counts
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.ui import state
from lib.ui.appearance import mode
from lib.ui.cache import answer
from lib.ui.starting_points import STARTING_POINTS
from lib.ui.words import plain, t

_CARDS_A_ROW = 3


def amounts(store: Store) -> None:
    """Show how many figures, sentences, documents and places there are, and how the figures divide by status."""
    counts = answer(store, totals)
    numbers = {"figures": counts.figures, "quotes": counts.quotes, "documents": counts.sources, "places": counts.regions}
    with st.container(horizontal=True, key="amounts"):
        for name, number in numbers.items():
            st.metric(t(f"overview.{name}"), f"{number:,}", width="content")
    by_status = answer(store, facet_counts, state.everything()).statuses
    st.text(t("overview.status_line", **{str(status): by_status[status] for status in Status}))


def questions(store: Store) -> None:
    """Show the questions as links to the views that answer them."""
    st.header(t("overview.questions"), anchor=False)
    st.caption(plain(t("overview.questions_note")))
    names = tuple(STARTING_POINTS)
    for first in range(0, len(names), _CARDS_A_ROW):
        # A row at a time, so that a phone shows the questions in their order.
        for column, name in zip(st.columns(_CARDS_A_ROW, gap="medium"), names[first : first + _CARDS_A_ROW], strict=False):
            with column:
                _question(store, name, STARTING_POINTS[name])


def _question(store: Store, name: str, selection: Selection) -> None:
    count = answer(store, facet_counts, selection).total
    link = selection.replace(language=state.selection().language).to_params()
    with st.container(border=True, height="stretch", key=f"question_{name}"):
        st.markdown(f"**{plain(t(f'question.{name}'))}**")
        st.page_link("pages/explore.py", label=t("overview.open", count=count), query_params=link, icon=":material/arrow_forward:")


def covered(store: Store) -> None:
    """Show which themes and years have figures, and which have none."""
    st.header(t("overview.coverage"), anchor=False)
    st.caption(plain(t("overview.coverage_note")))
    counts = answer(store, coverage_by_year, state.everything())
    drawing = draw_by_year(counts, state.selection().language, mode())
    st.vega_lite_chart(
        drawing.rows, drawing.spec, width="stretch", height=drawing.height, theme=None, key="coverage_years", alt=drawing.alt
    )


def limits() -> None:
    """Say what these documents are before any figure is believed."""
    with st.container(border=True, key="limits"):
        st.subheader(t("overview.read_first"), anchor=False)
        st.markdown(plain(t("overview.limits")))
        st.page_link("pages/methods.py", label=t("footer.limits"), icon=":material/rule:")
