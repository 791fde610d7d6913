"""The questions of a page: each asked, answered by its figures, and proved by their sentences.

Choosing a figure draws the charts, tables and sentences anew that show it, and nothing else: each is a fragment of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps

import pandas as pd
import streamlit as st

from lib.queries.observations import observations
from lib.queries.questions import QUESTIONS
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.findings import Finding
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.chart_block import tabs
from lib.ui.chip import chip
from lib.ui.figure_table import figure_table
from lib.ui.page_panel import page_panel
from lib.ui.prose import prose
from lib.ui.question_cards import finding_of
from lib.ui.question_evidence import Evidence, evidence_behind
from lib.ui.question_saving import question_saving
from lib.ui.quote_panel import quote_panel
from lib.ui.saving import save_control
from lib.ui.share import share_step
from lib.ui.shown import Show, Shown, figures_in_view
from lib.ui.source_panel import facts_panel
from lib.ui.story_steps import step_of_question
from lib.ui.trouble import drawn_apart
from lib.ui.words import plain, t

_CARDS_AT_FIRST = 2
_LINE = "questions_line"

# The questions stand apart, their findings large; what must be known is quiet. The sentences stay beside a long list while it scrolls by:
# what holds them must be as tall as the list for that. On a phone the sentence of the chosen figure rises from below, as on Explore.
_STYLE = """<style>
.st-key-contents ul { columns: 2 22rem; column-gap: 3rem; list-style: none; margin: 0; padding: 0; }
.st-key-contents li { margin: 0; padding: 0.2rem 0; break-inside: avoid; }
[class*="st-key-block_"] { border-top: 1px solid var(--st-border-color, #8886); margin-top: 1.5rem; padding-top: 1.25rem; }
[class*="st-key-finding_"] { max-width: 50rem; padding-bottom: 0.4rem; }
[class*="st-key-finding_"] .stMarkdown p { font-family: "Source Serif", "Songti SC", SimSun, "Noto Serif CJK SC", serif; font-size: 1.35rem;
  line-height: 1.45; text-wrap: pretty; }
[class*="st-key-notes_"] { border-left: 2px solid var(--st-border-color, #8886); padding-left: 1rem; }
@media (min-width: 641px) {
  :has(> :has(> [class*="st-key-sentences_"])) { height: 100%; }
  :has(> [class*="st-key-sentences_"]) { position: sticky; top: 4rem; }
  [class*="st-key-sentences_"] { max-height: calc(100vh - 5rem); overflow-y: auto; padding-right: 0.25rem; }
}
@media (max-width: 640px) {
  [class*="st-key-sheet_"] { position: fixed; left: 0; right: 0; bottom: 0; z-index: 100; max-height: 55vh; overflow-y: auto;
    padding: 0.75rem 1rem; background: var(--st-background-color, Canvas); border-top: 1px solid GrayText; }
}
</style>"""


@dataclass(frozen=True)
class Asked:
    """One question with what answers it.

    `name` is its anchor in the page, and its words stand under `question` or `asked`; `rows` are the figures in the order to show them,
    as `lib.queries.observations.observations`; `view` what its link to Explore opens; `show` draws the rows
    (`lib.ui.question_chart.charted(builder)`, `lib.ui.number_cards.number_cards`, `lib.ui.promise_list.promise_list`);
    `notes` are the word keys of what may not be compared or must be known, `remarks` more of that in words; `tab` is the word key of
    what `show` draws.
    """

    name: str
    rows: pd.DataFrame
    view: Selection
    show: Show
    notes: tuple[str, ...] = ()
    tab: str = "tab.chart"
    remarks: tuple[str, ...] = ()

    @property
    def is_numbered(self) -> bool:
        """Tell whether this is one of the questions to start with, whose finding is computed."""
        return self.name in QUESTIONS

    @property
    def words(self) -> str:
        """Key of the question's words."""
        return f"question.{self.name}" if self.is_numbered else f"asked.{self.name}"


def questions(store: Store, asked: Sequence[Asked]) -> None:
    """Show the questions of a page one below the other, after a list of them."""
    page_style()
    _contents(asked)
    behind = {one.name: evidence_behind(store, one.name, one.rows) for one in asked}
    elsewhere = frozenset(_all(store).observation_id).difference(*(evidence.ids for evidence in behind.values()))
    followed(_LINE, elsewhere, _line, store, asked, elsewhere)
    for one in asked:
        drawn_apart(_block, f"question_{one.name}", store, one)


def page_style() -> None:
    """Give a page the look of questions and answers: blocks apart, and the sentences beside a long list that scrolls by."""
    st.html(_STYLE)


def followed(part: str, figures: frozenset[str], draw: Callable[..., None], *arguments: object) -> None:
    """Draw a part of the page that is drawn again by itself whenever one of these figures is chosen or let go."""

    @wraps(draw)
    def drawing(*given: object) -> None:
        draw(*given)
        state.was_drawn(part)

    state.follow(part, figures)
    drawn_apart(drawing, part, *arguments)


def _contents(asked: Sequence[Asked]) -> None:
    with st.container(key="contents"):
        st.caption(t("question_block.contents"))
        st.markdown("\n".join(f"- [{plain(t(one.words))}](#{one.name})" for one in asked))


def _line(store: Store, asked: Sequence[Asked], elsewhere: frozenset[str]) -> None:
    """Say what keeps this page from showing every figure in full, with the way out."""
    kept = figures_in_view(store)
    ids = frozenset[str]().union(*(one.rows.loc[one.rows.citation_id == "", "observation_id"] for one in asked))
    if kept is not None and not ids <= kept:
        with st.container(horizontal=True, vertical_alignment="center", key="filtered"):
            st.text(t("question_block.filtered", count=len(ids - kept), total=len(ids)))
            st.button(t("filter.reset"), key="reset", on_click=state.reset, icon=":material/restart_alt:", help=t("filter.reset_help"))
    if state.selection().claim in elsewhere:
        with st.container(horizontal=True, vertical_alignment="center", key="elsewhere"):
            st.text(t("question_block.elsewhere"))
            chip(_all(store), "chip_elsewhere")


def _block(store: Store, one: Asked) -> None:
    evidence = evidence_behind(store, one.name, one.rows)
    with st.container(key=f"block_{one.name}", gap="small"):
        st.header(plain(t(one.words)), anchor=one.name)
        if one.is_numbered:
            _finding(store, one)
        if one.rows.empty:
            st.text(t("question_block.nothing"))
            return
        figures, sentences = st.columns([7, 5], gap="medium")
        with figures:
            _figures(store, one, evidence)
        with sentences, st.container(key=f"sentences_{one.name}", gap="small"):
            followed(f"sentences_of_{one.name}", evidence.ids, _sentences, store, one, evidence)


def _finding(store: Store, one: Asked) -> None:
    found = _found(store, one)
    with st.container(key=f"finding_{one.name}"):
        st.markdown("".join(f":primary[**{plain(part.text)}**]" if part.role == "figure" else plain(part.text) for part in found.parts))
    if found.formula:
        st.caption(plain(found.formula))


def _found(store: Store, one: Asked) -> Finding:
    return answer(store, finding_of, one.name, state.selection().language)


def _figures(store: Store, one: Asked, evidence: Evidence) -> None:
    tabs(
        one.tab,
        lambda: followed(f"chart_of_{one.name}", evidence.ids, _chart, store, one, evidence.rows),
        lambda: followed(f"table_of_{one.name}", evidence.ids, _table, one, evidence.rows),
        lambda: facts_panel(evidence.facts, f"{one.name}_source", evidence.line),
    )
    st.caption(plain(evidence.line))
    _notes(store, one)
    with st.container(horizontal=True, vertical_alignment="center", key=f"ways_{one.name}"):
        link = state.in_session(one.view).to_params()
        st.page_link("pages/explore.py", label=t("question_block.explore"), query_params=link, icon=":material/arrow_forward:")
        step = step_of_question(one.name, one.view, tuple(one.rows.observation_id), one.is_numbered, t(one.words))
        share_step(step, one.name)
        found = _found(store, one) if one.is_numbered else None
        saving = question_saving(store, one.words, one.name, one.rows, one.show, found, _told(store, one))
        save_control(one.name, saving, one.name)


def _chart(store: Store, one: Asked, rows: pd.DataFrame) -> None:
    one.show(Shown.now(store, rows, f"{one.name}_figures"))


def _table(one: Asked, rows: pd.DataFrame) -> None:
    figure_table(rows, f"{one.name}_table", t("table.caption", count=len(rows)), height=0)


def _notes(store: Store, one: Asked) -> None:
    if told := _told(store, one):
        with st.container(key=f"notes_{one.name}", gap="xsmall"):
            st.markdown(f"**{t('question_block.notes')}**")
            prose(told, f"{one.name}_notes", "small")


def _told(store: Store, one: Asked) -> list[str]:
    caveat = _found(store, one).caveat if one.is_numbered else ""
    return [words for words in (caveat, *(t(note) for note in one.notes), *one.remarks) if words]


def _sentences(store: Store, one: Asked, evidence: Evidence) -> None:
    behind, claim = evidence.quotes, state.selection().claim
    st.caption(t("question_block.sentences", count=len(behind)))
    if claim in evidence.ids:
        holds = behind.quote_id.isin(evidence.figures.loc[evidence.figures.observation_id == claim, "quote_id"])
        with st.container(key=f"sheet_{one.name}"):
            chip(evidence.figures, f"chip_{one.name}")
            if holds.any():
                quote_panel(store, behind[holds], evidence.figures, f"{one.name}_chosen")
            page_panel(store, one.rows[one.rows.observation_id == claim], f"{one.name}_chosen_page")
        behind = behind[~holds]
    if len(behind):
        quote_panel(store, behind, evidence.figures, f"{one.name}_quotes", _CARDS_AT_FIRST)
    page_panel(store, one.rows[one.rows.observation_id != claim], f"{one.name}_pages", _CARDS_AT_FIRST)


def _all(store: Store) -> pd.DataFrame:
    return answer(store, observations, state.everything())
