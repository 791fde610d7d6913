"""Blocks of the Overview page: questions with findings, what the documents are, what is covered, how much there is."""

import streamlit as st

from lib.domain.case_areas import CASE_AREAS
from lib.domain.vocabulary import Status, Theme
from lib.queries.coverage import coverage_by_area
from lib.queries.dataset import totals
from lib.queries.facets import facet_counts
from lib.queries.questions import QUESTIONS
from lib.queries.store import Store
from lib.text.catalogue import Language
from lib.text.findings import Finding, absence
from lib.ui import page_savings, state
from lib.ui.cache import answer
from lib.ui.coverage_grid import coverage_grid
from lib.ui.coverage_saving import coverage_saving
from lib.ui.finding_line import finding_line
from lib.ui.finding_saving import finding_saving
from lib.ui.question_cards import finding_of, question_cards
from lib.ui.saving import save_control
from lib.ui.words import plain, t


def questions(store: Store) -> None:
    """Show the questions with their findings, then the pages that treat them theme by theme."""
    st.header(t("overview.questions"), anchor=False)
    question_cards(store)
    for name in QUESTIONS:
        page_savings.note(name, finding_saving(store, name, answer(store, finding_of, name, state.selection().language)))
    with st.container(horizontal=True, vertical_alignment="center", key="theme_pages"):
        for theme in Theme:
            label = t("overview.theme_page", theme=t(f"theme.{theme}"))
            st.page_link(f"pages/{theme}.py", label=label, icon=":material/arrow_forward:")
        st.page_link("pages/targets.py", label=t("promise.tracker"), icon=":material/flag:")


def limits() -> None:
    """Say what these documents are before any figure is believed."""
    with st.container(border=True, key="limits"):
        title, text = st.columns([1, 2], gap="large")
        with title:
            st.header(t("overview.read_first"), anchor=False)
            st.page_link("pages/methods.py", label=t("footer.limits"), icon=":material/rule:")
        with text:
            st.markdown(plain(t("overview.limits")))


def covered(store: Store) -> None:
    """Ask where there is no evidence, and show it: area by theme by year."""
    st.header(t("question.q13"), anchor=False)
    finding_line(store, answer(store, absence_of, state.selection().language), "absence")
    coverage_grid(store)
    st.caption(plain(t("overview.coverage_note")))
    save_control("coverage", coverage_saving(store))


def absence_of(store: Store, language: Language) -> Finding:
    """Find where the articles are silent; for `answer`."""
    return absence(answer(store, coverage_by_area, CASE_AREAS), language)


def amounts(store: Store) -> None:
    """Say in two lines how much there is, and how the figures divide by status."""
    counts = answer(store, totals)
    by_status = answer(store, facet_counts, state.everything()).statuses
    numbers = {"figures": counts.figures, "quotes": counts.quotes, "documents": counts.sources, "places": counts.regions}
    with st.container(key="amounts", gap="xsmall"):
        st.text(t("overview.amounts", **numbers))
        st.text(t("overview.status_line", **{str(status): by_status[status] for status in Status}))
