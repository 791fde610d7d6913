"""What stands behind a question: its sentences with all their figures, and where they come from; gathered once for each language."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from lib.queries.observations import figures_named, observations
from lib.queries.quotes import quotes
from lib.queries.store import Store
from lib.text.catalogue import Language
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.chart_block import source_line
from lib.ui.source_panel import Facts, source_facts


@dataclass(frozen=True)
class Evidence:
    """The sentences behind some rows.

    `figures` are all figures of these sentences and the rows themselves, any of which can be chosen; `line` and `facts` say where the
    rows come from.
    """

    rows: pd.DataFrame
    quotes: pd.DataFrame
    figures: pd.DataFrame
    ids: frozenset[str]
    line: str
    facts: Facts


def evidence_behind(store: Store, name: str, rows: pd.DataFrame) -> Evidence:
    """Gather what stands behind the rows of a question, in the reader's language.

    Needs: a name; rows of one name differ by the official figures among them alone.
    """
    return _gathered(store, rows, store.identity, name, len(rows), state.selection().language)


@st.cache_resource(max_entries=128, show_spinner=False)
def _gathered(_store: Store, _rows: pd.DataFrame, identity: str, name: str, count: int, language: Language) -> Evidence:
    articles, sentences = answer(_store, observations, state.everything()), answer(_store, quotes, state.everything())
    named = {*articles.observation_id[articles.quote_id.isin(_rows.quote_id)], *_rows.observation_id}
    behind = figures_named(_store, tuple(sorted(named)))
    is_empty = _rows.empty
    # As plain objects the rows are read in a tenth of the time on every click.
    return Evidence(
        rows=_rows.astype(object),
        quotes=sentences[sentences.quote_id.isin(_rows.quote_id)].astype(object),
        figures=behind.astype(object),
        ids=frozenset(behind.observation_id),
        line="" if is_empty else source_line(_rows, _store.version),
        facts=() if is_empty else source_facts(_rows, language),
    )
