"""A chart with its title, its table over the same rows, its alt text and its source line."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from lib.charts.drawing import Drawing
from lib.text.catalogue import Language, say
from lib.text.dates import date
from lib.ui import state
from lib.ui.rows import each, text_in
from lib.ui.words import plain, t

Show = Callable[[], None]


def chart_block(key: str, title: str, subtitle: str, show: Show, table: Show, about: Show, source: str, save: Show) -> None:
    """Show one chart; Chart and Table hold the same rows.

    Needs: a key of its own on the page, plain texts, functions that show the drawing, the table, the source panel and what saves it.
    """
    with st.container(border=True, key=f"block_{key}"):
        st.subheader(plain(title), anchor=False)
        st.caption(plain(subtitle))
        tabs("tab.chart", show, table, about)
        st.caption(plain(source))
        save()


def tabs(first: str, show: Show, table: Show, about: Show) -> None:
    """Show the same rows three ways: drawn, as a table, and by where they come from; `first` is the word key of the first."""
    drawn, rows, sources = st.tabs([t(first), t("tab.table"), t("tab.source")])
    with drawn:
        show()
    with rows:
        table()
    with sources:
        about()


def draw(drawing: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw a chart in a frame that scrolls when it is tall."""
    with st.container(height=min(drawing.height + 24, 620), border=False, key=f"frame_{key}"):
        st.vega_lite_chart(
            drawing.table, drawing.spec, width="stretch", height=drawing.height, theme=None, key=key, on_select=on_pick, alt=drawing.alt
        )


def picked_figure(key: str) -> Callable[[], None]:
    """Make a chart callback that chooses the mark just clicked, or lets it go when it was chosen."""

    def changed() -> None:
        chosen = clicked(key, "pick").get("observation_id")
        if chosen:
            state.pick("" if chosen == state.selection().claim else chosen)

    return changed


def clicked(key: str, param: str) -> dict[str, str]:
    """Return the fields of the mark just clicked in the chart of that key; empty when none was.

    Each click puts a mark into the chart's own selection or takes it out again, so the one that changed was clicked: of several
    quick clicks that arrive as one, the last mark put in.
    """
    marks = [tuple(sorted(mark.items())) for mark in st.session_state[key]["selection"].get(param, [])]
    seen = st.session_state.get(f"{key}_seen", frozenset())
    st.session_state[f"{key}_seen"] = frozenset(marks)
    changed = [mark for mark in marks if mark not in seen] or list(seen.difference(marks))
    return {name: str(value) for name, value in changed[-1]} if changed else {}


def source_line(rows: pd.DataFrame, version: str) -> str:
    """Say under a chart who reports its figures, when, and how many quotes stand behind them."""
    told = [row for row in each(rows[["quote_id", "is_verified"]]) if row.quote_id]
    verified, quotes = {row.quote_id for row in told if row.is_verified}, {row.quote_id for row in told}
    sources = sources_named(rows, state.selection().language)
    if not quotes:
        return t("official.source", sources=sources, version=version)
    return t("chart.source", sources=sources, verified=len(verified), quotes=len(quotes), version=version)


def sources_named(rows: pd.DataFrame, language: Language) -> str:
    """Name who published the figures, and when, the oldest document first; the pages of official ones are counted."""
    publishers = rows[rows.source_id != ""].drop_duplicates("source_id").sort_values("published")
    named = [f"{text_in(language, row, 'publisher')} ({date(row.published, language)})" for row in each(publishers)]
    pages = rows.loc[rows.citation_id != "", "citation_id"].nunique()
    return "; ".join([*named, *([say(language, "official.pages", count=pages)] if pages else [])])
