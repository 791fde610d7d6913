"""Takes a whole page away: its charts and findings as slides, or as a folder that opens without a network."""

import streamlit as st

from lib.queries.store import Store
from lib.ui import page_savings, state
from lib.ui.about_view import address_of
from lib.ui.navigation import PAGES
from lib.ui.page_slides import MOST_SLIDES, Taken, taken
from lib.ui.saving import PPTX, figures_csv, slug
from lib.ui.slide_parts import MOST_FIGURES
from lib.ui.words import t

# Those that show a view; the first page has no name in its address.
_PAGES = frozenset({"", "explore", "income_gap", "industry", "public_services", "compare", "targets", "conflicts"})


def take_page(store: Store, title: str) -> None:
    """Offer the files of the page with that title; nothing is made before it is asked for, and then of what the page shows by then."""
    noted = page_savings.begin()
    if state.page() not in _PAGES:
        return
    name = f"{slug(state.page() or PAGES[0].name)}-{slug(store.version)}-{state.selection().language}"
    language, home = state.selection().language, address_of()

    def made() -> Taken:
        return taken(store, tuple(noted.values()), title, language, home)

    with st.popover(t("taking.label"), icon=":material/slideshow:", key="take_page", help=t("taking.help")):
        for suffix, mime, make in (("pptx", PPTX, lambda: _slides(made())), ("zip", "application/zip", lambda: _folder(made(), name))):
            st.download_button(
                t(f"slides.{suffix}"), make, f"{name}.{suffix}", mime, key=f"take_{suffix}", on_click="ignore", width="stretch",
                help=t(f"taking.{suffix}_help"),
            )  # fmt: skip
        st.caption(t("taking.note", most=MOST_SLIDES, figures=MOST_FIGURES))


def _slides(made: Taken) -> bytes:
    # Here and not above: without the packages that make them the pages still open.
    from lib.export.deck import pptx

    return pptx(made.deck)


def _folder(made: Taken, name: str) -> bytes:
    from lib.export.bundle import bundle

    return bundle(made.deck, figures_csv(made.rows, made.deck.about), name)
