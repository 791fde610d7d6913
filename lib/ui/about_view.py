"""What a file made from a page says of itself: taken from the page's view and its address."""

from datetime import UTC, datetime
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from lib.export.about import About
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import Language, say
from lib.ui import state
from lib.ui.chart_block import sources_named
from lib.ui.view_line import view_sentence


def about(
    store: Store,
    selection: Selection,
    title: str,
    rows: pd.DataFrame,
    *,
    subtitle: str = "",
    filters: str = "",
    address: str | None = None,
    anchor: str = "",
) -> About:
    """Describe a view for a file to take away.

    Needs: the figures it shows, as `lib.queries.observations.observations`; `filters` where the sentence of the view does not say what is
    shown; the page's `address`, else this one's (outside of a script run it must be given); a place on that page.
    """
    return About(
        title=title,
        subtitle=subtitle,
        filters=filters or view_sentence(store, selection, len(rows)),
        sources=_sources(rows, selection.language),
        version=store.version,
        released=store.manifest.released,
        made=datetime.now(UTC).date().isoformat(),
        link=link_to(selection, address_of() if address is None else address, anchor),
        language=selection.language,
    )


def link_to(selection: Selection, address: str, anchor: str = "") -> str:
    """Return the link that opens a view on the page of that address, at a place on it; nothing without an address."""
    if not address:
        return ""
    params = urlencode(selection.to_params(), doseq=True)
    return address + (f"?{params}" if params else "") + (f"#{anchor}" if anchor else "")


def address_of(page: str = "") -> str:
    """Return the whole address of a page of this app, or of this one; nothing while the browser has not told where the app is."""
    here = (st.context.url or "").rstrip("/")
    home = here.removesuffix(state.page()).rstrip("/")
    return f"{home}/{page or state.page()}" if here else ""


def _sources(rows: pd.DataFrame, language: Language) -> str:
    if rows.empty:
        return ""
    quoted = rows[rows["quote_id"] != ""]
    verified, quotes = (frame["quote_id"].nunique() for frame in (quoted[quoted["is_verified"]], quoted))
    if not quotes:
        return say(language, "about.pages", sources=sources_named(rows, language))
    return say(language, "about.sources", sources=sources_named(rows, language), verified=verified, quotes=quotes)
