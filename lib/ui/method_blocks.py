"""Blocks of the Methods page: sections of words, the key to status and bounds, the citation."""

import streamlit as st

from lib.domain.vocabulary import Qualifier, Status
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import entries
from lib.text.glossary import TERMS, meaning, spellings
from lib.text.numbers import sign
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.figure_table import text_table
from lib.ui.words import plain, t

_SHAPES = {Status.ACTUAL: "●", Status.ONGOING: "◍", Status.PLAN: "□", Status.TARGET: "◇"}


def section(name: str) -> None:
    """Show a heading and the paragraphs that follow it."""
    st.header(t(f"methods.{name}"), anchor=False)
    paragraph = 1
    while f"methods.{name}_{paragraph}" in entries():
        st.markdown(plain(t(f"methods.{name}_{paragraph}")))
        paragraph += 1


def legend() -> None:
    """Show what each shape and sign means."""
    st.header(t("methods.status"), anchor=False)
    shapes = [(_SHAPES[status], t(f"status.{status}"), t(f"status.{status}.meaning")) for status in Status]
    signs = [(sign(code) or "●", t(f"qualifier.{code}"), t(f"qualifier.{code}.meaning")) for code in Qualifier]
    text_table(["column.sign", "column.name", "column.meaning"], shapes + signs, "legend", t("methods.status"))


def glossary() -> None:
    """Show every technical term with its meaning."""
    st.header(t("methods.terms"), anchor=False)
    st.text(t("methods.terms_note"))
    language = state.selection().language
    rows = [(spellings(term, language)[0], meaning(term, language)) for term in TERMS]
    text_table(["column.term", "column.meaning"], rows, "glossary", t("methods.terms"))


def citation(store: Store) -> None:
    """Show how to cite the dataset."""
    st.header(t("methods.cite"), anchor=False)
    example = answer(store, observations, Selection()).observation_id.min()
    st.code(t("methods.cite_text", version=store.version, released=store.manifest.released, claim=example), language=None, wrap_lines=True)
