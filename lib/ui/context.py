"""Official figures beside those of the articles: on where they answer the question, off at the reader's word, which the link keeps."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from lib.domain.vocabulary import Layer
from lib.queries.codes import regions
from lib.queries.comparison_context import context_of
from lib.queries.official import around
from lib.queries.selection import ALONE
from lib.queries.store import Store
from lib.text.catalogue import join_names
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.words import t


def is_shown() -> bool:
    """Tell whether official figures stand beside those of the articles."""
    return ALONE not in state.selection().show


def toggle() -> None:
    """Let the reader take the official figures away and bring them back."""
    st.session_state["context"] = is_shown()
    st.toggle(t("context.toggle"), key="context", help=t("context.toggle_help"), on_change=_changed)


def _changed() -> None:
    others = tuple(extra for extra in state.selection().show if extra != ALONE)
    state.change(show=others if st.session_state["context"] else (*others, ALONE))


def with_context(store: Store, rows: pd.DataFrame, areas: Iterable[str], years: Iterable[int] = ()) -> pd.DataFrame:
    """Return the rows and, while they are shown, below them the official figures that may share their axis.

    These are about the areas and all they lie in, of the years of the rows where none are given.
    Needs: figures of the articles of one indicator, as `lib.queries.observations.observations`.
    """
    official = _official(store, rows, areas, years)
    return pd.concat([rows, official[rows.columns]], ignore_index=True) if len(official) else rows


def told_of_context(rows: pd.DataFrame, words: str) -> tuple[str, ...]:
    """Say the words of a key where official figures are among the rows, else nothing."""
    return (t(words),) if (rows["layer"] == Layer.OFFICIAL).any() else ()


def remarks(store: Store, rows: pd.DataFrame, areas: Iterable[str]) -> tuple[str, ...]:
    """Say of which places there is no official figure, and how many are given by several pages; nothing while none are shown.

    Needs: as `with_context`.
    """
    official = _official(store, rows, areas, ())
    if official.empty:
        return ()
    names = answer(store, regions).set_index("region_id")[f"name_{state.selection().language}"]
    silent = [str(names[place]) for place in around(store, areas) if place not in {*rows["region_id"], *official["region_id"]}]
    places, several = join_names(state.selection().language, silent), int((official["pages"] > 1).sum())
    missing = [t("context.missing", year=int(official["year_end"].max()), places=places)] if silent else []
    return (*missing, *([t("context.several", count=several)] if several else []))


def _official(store: Store, rows: pd.DataFrame, areas: Iterable[str], years: Iterable[int]) -> pd.DataFrame:
    if rows.empty or not is_shown():
        return rows.head(0)
    wanted = tuple(years) or tuple(sorted({int(year) for year in rows["year_end"]}))
    return answer(store, context_of, tuple(rows["observation_id"]), around(store, areas), wanted)
