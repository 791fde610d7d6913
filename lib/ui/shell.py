"""What stands around every page: title, language, notices, footer; and the page shown when the dataset is broken."""

import streamlit as st
from streamlit.navigation.page import Page

from lib.domain.errors import DatasetError, Problem
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.ui import cache, state
from lib.ui.navigation import ICON, pages
from lib.ui.words import plain, t

_LANGUAGES = {"en": "English", "zh": "中文"}
_LISTED = 40


def settings() -> None:
    """Set the page's title, picture and width; the picture is ours, so that none is fetched from outside."""
    title = say(state.language_of_link(), "app.title")
    st.set_page_config(page_title=title, page_icon=str(ICON), layout="wide", initial_sidebar_state=272)


def open_store() -> Store:
    """Return the verified store, or show what is wrong with the data and stop the page."""
    _come_through_the_front_door()
    try:
        return cache.store()
    except DatasetError as error:
        broken(error)
        st.stop()


def _come_through_the_front_door() -> None:
    # Until `st.navigation` was called once, a server takes the folder `pages` for Streamlit's old navigation and
    # starts a page without `app.py`. Remove this when Streamlit no longer looks for that folder.
    if not state.is_entered():
        settings()
        st.navigation(pages(state.language_of_link()))
        st.rerun()


def show(page: Page) -> None:
    """Run the page the reader is on, between its link and its foot; a dataset that breaks meanwhile is said, not shown."""
    store = open_store()
    try:
        state.take_link(store, page.url_path)
        page.run()
        page_foot(store)
    except DatasetError as error:
        broken(error)


def broken(error: DatasetError) -> None:
    """Show every problem of the dataset with its remedy, without a traceback."""
    st.title(_said("broken.title"), anchor=False)
    st.text(_said("broken.lead"))
    for problem in error.problems[:_LISTED]:
        _problem(problem)
    if st.button(_said("broken.retry"), icon=":material/refresh:"):
        st.rerun()


def _problem(problem: Problem) -> None:
    where = " · ".join(part for part in (problem.file, problem.subject, problem.place) if part)
    with st.container(border=True):
        st.code(where, language=None, wrap_lines=True)
        st.text(problem.message)
        st.caption(_said("broken.mend"))
        st.text(problem.remedy)


def _said(key: str) -> str:
    # Without a dataset no link is read, but its language can be.
    return say(state.language_of_link(), key)


def page_head(store: Store, title: str, lead: str) -> None:
    """Show the title with the language switch, then what the link could not be given and which checks failed."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="heading"):
        st.title(t(title), anchor=False, width="content")
        _language()
    st.text(t(lead))
    _notices()
    _degraded(store)


def _language() -> None:
    st.session_state["language"] = state.selection().language
    st.segmented_control(
        t("app.language"), list(_LANGUAGES), key="language", format_func=_LANGUAGES.__getitem__, label_visibility="collapsed",
        required=True, on_change=state.callback("language", "language"),
    )  # fmt: skip


def _notices() -> None:
    told, further = state.notices()
    if told:
        lines = [t(f"notice.{notice.problem}", parameter=notice.parameter, given=notice.given) for notice in told]
        lines += [t("notice.further", count=further)] if further else []
        with st.container(border=True, gap="xsmall", key="link_notice"):
            st.warning(t("notice.lead"), icon=":material/link_off:")
            # Plain text: what a link holds is shown as it is, never as markup.
            for line in lines:
                st.text(line)


def _degraded(store: Store) -> None:
    if not store.problems:
        return
    st.error(t("degraded.title", count=len(store.problems)), icon=":material/gpp_maybe:")
    with st.expander(t("degraded.details")):
        for problem in store.problems[:_LISTED]:
            _problem(problem)


def page_foot(store: Store) -> None:
    """Show how many quotes are verified, which version of the dataset this is, and the way to the limits."""
    st.divider()
    verified = store.verification
    with st.container(horizontal=True, vertical_alignment="center", key="footer"):
        st.caption(
            t(
                "footer.verified",
                verified=verified.quotes_verified,
                total=verified.quotes_total,
                version=plain(store.version),
                released=store.manifest.released,
            )
        )
        st.page_link("pages/methods.py", label=t("footer.limits"))
    st.caption(t("footer.origin"))
