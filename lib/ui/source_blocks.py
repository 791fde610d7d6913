"""Blocks of the Sources page: warnings, metadata, quotes in order, events, and what was left out."""

from typing import Any

import pandas as pd
import streamlit as st

from lib.domain.official_codes import Tier
from lib.domain.vocabulary import Layer
from lib.queries.events import events as dated_events
from lib.queries.observations import observations
from lib.queries.quotes import quotes
from lib.queries.selection import Selection
from lib.queries.sources import citation_list, dismissals
from lib.queries.store import Store
from lib.text.dates import date, period
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.figure_table import text_table
from lib.ui.page_panel import page_panel
from lib.ui.quote_panel import quote_panel
from lib.ui.rows import each
from lib.ui.words import in_language, label_of, plain, t


def chosen(documents: list[Any]) -> Any:
    """Let the reader choose a document, and return it; the choice is kept in the link."""
    language = state.selection().language
    by_id = {document.source_id: document for document in documents}
    names = {code: f"{in_language(document, 'publisher')}, {date(document.published, language)}" for code, document in by_id.items()}
    st.session_state["source"] = state.selection().source or documents[-1].source_id
    return by_id[
        st.selectbox(
            t("sources.choose"), list(by_id), key="source", format_func=names.__getitem__, on_change=state.callback("source", "source"),
        )
    ]  # fmt: skip


def warnings(document: Any) -> None:
    """Say what to know before trusting a figure of the document."""
    told = [f"- **{t(f'source_warning.{code}')}**: {t(f'source_warning.{code}.meaning')}" for code in document.warnings.split(";") if code]
    if told:
        st.warning("\n".join([f"{t('sources.warnings')}:", "", *told]), icon=":material/info:")


def metadata(document: Any) -> None:
    """Show who published the document, when, where, and how its years are to be read."""
    language = state.selection().language
    facts = {
        "publisher": in_language(document, "publisher"),
        "authors": document.authors.replace(";", ", "),
        "published": date(document.published, language),
        "retrieved": date(document.retrieved, language) if document.retrieved else t("detail.not_recorded"),
        "kind": t(f"source_kind.{document.kind}"),
        "years": f"{document.reporting_year}, {document.results_year}",
        "figures": t("sources.counts", figures=document.figures, quotes=document.quotes),
        "fingerprint": document.text_sha256,
        "note": in_language(document, "note"),
    }
    rows = [(t(f"sources.field_{name}"), text) for name, text in facts.items() if text]
    text_table(["column.field", "column.value"], rows, "metadata", t("sources.about"))
    st.link_button(t("sources.open"), document.url, icon=":material/open_in_new:")
    st.caption(t("sources.not_kept"))


def quotes_in_order(store: Store, document: Any) -> None:
    """Show every quoted sentence of the document in its order, with its figures."""
    sentences = _of(document, answer(store, quotes, state.everything()))
    figures = _of(document, answer(store, observations, state.everything()))
    st.header(t("sources.quotes", count=len(sentences)), anchor=False)
    quote_panel(store, sentences, figures, f"quotes_{document.source_id}", step=len(sentences))


def events(store: Store, document: Any) -> None:
    """Show the dated events and deadlines that the document gives."""
    rows = _of(document, answer(store, dated_events, state.everything()))
    if rows.empty:
        return
    st.header(t("sources.events", count=len(rows)), anchor=False)
    body = [(date(row.date, state.selection().language), label_of(row, "label"), label_of(row, "region")) for row in each(rows)]
    text_table(["column.date", "column.event", "column.region"], body, "events", t("sources.events", count=len(rows)))


def dismissed(store: Store, document: Any) -> None:
    """Show every number of the document that is no figure of the dataset, with the reason."""
    rows = answer(store, dismissals, document.source_id)
    st.header(t("sources.dismissed", count=int(rows["count"].sum())), anchor=False)
    st.caption(plain(t("sources.dismissed_note")))
    columns = ["column.number", "column.reason", "column.note", "column.sentence", "column.times"]
    body = [
        (row.printed, t(f"dismissal_reason.{row.reason}"), in_language(row, "note"), str(row.sentence), str(row.count_of))
        for row in each(rows.rename(columns={"count": "count_of"}))
    ]
    text_table(columns, body, "dismissed", t("sources.dismissed", count=int(rows["count"].sum())), height=480)


def pages(store: Store) -> None:
    """List the pages that official figures were read in, then show each with its figures."""
    listed, language = answer(store, citation_list), state.selection().language
    by_tier = listed.groupby("tier")["figures"].sum()
    near, far = (int(by_tier.get(str(tier), 0)) for tier in Tier)
    st.header(t("sources.pages", count=len(listed)), anchor="pages")
    st.text(t("sources.pages_note", figures=near + far, near=near, far=far))
    columns = [f"column.{name}" for name in ("tier", "source", "page", "date", "years", "figures")]
    text_table(columns, [_page(row) for row in each(listed)], "page_list", t("sources.pages", count=len(listed)), height=420)
    page_panel(store, answer(store, observations, Selection(layers=(Layer.OFFICIAL,), language=language)), "pages", step=6)


def _page(row: Any) -> tuple[str, ...]:
    language = state.selection().language
    said = (row.tier, in_language(row, "publisher"), row.title, date(row.published, language))
    return (*said, period(row.first_year, row.last_year, language), str(row.figures))


def _of(document: Any, rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows.source_id == document.source_id]
