"""What stands around every page: title, language, notices, footer; and the page shown when the dataset is broken."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache as once

import streamlit as st
from streamlit.navigation.page import Page

from lib.domain.access import Role
from lib.domain.errors import DatasetError
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.ui import cache, person, sign_in, state, versions
from lib.ui.cite import cite_view
from lib.ui.navigation import ICON, STAFF, pages
from lib.ui.page_bar import page_bar
from lib.ui.printing import printed
from lib.ui.share import share_view
from lib.ui.share_embed import embedded_head, is_embedded
from lib.ui.taking import take_page
from lib.ui.trouble import MOST_LISTED, broken, problem_card
from lib.ui.version_banner import version_banner
from lib.ui.words import plain, t

_LANGUAGES = {"en": "English", "zh": "中文"}


def settings() -> None:
    """Set the page's title, picture and width; the picture is ours, so that none is fetched from outside."""
    title = say(state.language_of_link(), "app.title")
    st.set_page_config(page_title=title, page_icon=_picture(), layout="wide", initial_sidebar_state=272)


@once
def _picture() -> str:
    # As an address that holds it: files are not for those who still stand before the door.
    return f"data:image/png;base64,{b64encode(ICON.read_bytes()).decode()}"


def pages_of_reader() -> Mapping[str, list[Page]]:
    """Return the pages that the reader may open; all of them for somebody who still stands before the door, whose link leads to one."""
    is_staff = person.role() is None or person.may(Role.CURATOR)
    return pages(state.language_of_link(), STAFF if is_staff else ())


def open_store() -> Store:
    """Return the verified store of the version that the reader sees, or show what is wrong with the data and stop the page."""
    _come_through_the_front_door()
    try:
        return versions.shown(cache.store(), state.selection().version)
    except DatasetError as error:
        broken(error)
        st.stop()


def _come_through_the_front_door() -> None:
    # Until `st.navigation` was called once, a server takes the folder `pages` for Streamlit's old navigation and
    # starts a page without `app.py`. Remove this when Streamlit no longer looks for that folder.
    if not state.is_entered():
        settings()
        st.navigation(pages_of_reader())
        st.rerun()


def show(page: Page) -> None:
    """Run the page the reader is on, between its link and its foot; a dataset that breaks meanwhile is said, not shown."""
    _come_through_the_front_door()
    try:
        state.take_link(cache.store(), page.url_path)
        page.run()
        page_foot(open_store(), page.title)
    except DatasetError as error:
        broken(error)


def page_head(store: Store, title: str, lead: str) -> None:
    """Show the title with Share and the language switch, then what the link could not be given and which checks failed."""
    embedded_head()
    page_bar()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="heading"):
        st.title(t(title), anchor=False, width="content")
        with st.container(horizontal=True, width="content", vertical_alignment="center"):
            share_view()
            take_page(store, t(title))
            _language()
    printed(store)
    if not is_embedded():
        st.text(t(lead))
    _notices()
    version_banner(store)
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
        for problem in store.problems[:MOST_LISTED]:
            problem_card(problem)


def page_foot(store: Store, title: str) -> None:
    """Show how to cite the page of that title, how many quotes are verified, which version of the dataset this is, and the limits."""
    st.divider()
    cite_view(store, title)
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
    sign_in.account()
