"""A story to read: its steps one below the other, each with its finding, its figures, their sentences, and what must be known."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial

import streamlit as st

from lib.charts.colours import Mode
from lib.charts.drawing import Drawing
from lib.charts.story_drawing import story_drawing
from lib.domain.regions import RegionTree
from lib.domain.stories import StoryFault, StoryProblem, WrittenStory
from lib.queries.store import Store
from lib.text.catalogue import Language
from lib.text.story_words import titled
from lib.ui import presenting, shell, state, story_state
from lib.ui.chart_block import tabs
from lib.ui.figure_table import figure_table
from lib.ui.finding_line import finding_line
from lib.ui.number_cards import number_cards
from lib.ui.prose import prose
from lib.ui.question_block import page_style
from lib.ui.question_chart import charted
from lib.ui.question_evidence import evidence_behind
from lib.ui.quote_panel import quote_panel
from lib.ui.share import share_step
from lib.ui.share_embed import is_embedded
from lib.ui.shown import Show, Shown
from lib.ui.slide_parts import cut
from lib.ui.source_panel import facts_panel
from lib.ui.story_faults import story_faults
from lib.ui.story_saving import story_files
from lib.ui.story_steps import Told, told_story
from lib.ui.trouble import drawn_apart
from lib.ui.view_link import view_link
from lib.ui.words import plain, t

_SENTENCES_AT_FIRST = 2


def show_story(store: Store, asked: story_state.Asked, story: WrittenStory) -> None:
    """Show a story, with the way to present it and, for one that came by a link, to take it over."""
    found, told = told_story(store, story)
    title = titled(story.title, state.selection().language)
    presenting.deck(store, asked.name, title, told)
    page_style()
    with st.container(key="read"):
        shell.page_head(store, "stories.title", "stories.lead")
        if story.title or not is_embedded():
            st.header(plain(title), anchor=False)
        if lead := story.lead.within(state.selection().language):
            st.text(lead)
        _actions(store, asked, story, told)
        story_faults((*asked.faults, *_to_tell(found.faults, is_own=asked.is_own)), "story_faults")
        name = hashlib.sha256(repr(asdict(story)).encode()).hexdigest()[:10]
        for one in told:
            _followed(store, name, one)


def _to_tell(faults: Sequence[StoryFault], *, is_own: bool) -> list[StoryFault]:
    # A reader may show any figure beside any view; only a story of the dataset keeps both together.
    return [fault for fault in faults if not (is_own and fault.problem is StoryProblem.FIGURE_OUTSIDE)]


def _actions(store: Store, asked: story_state.Asked, story: WrittenStory, told: Sequence[Told]) -> None:
    presented = story_state.link_of(story, presents=True) if asked.is_own else story_state.link_of_shipped(story, presents=True)
    with st.container(horizontal=True, vertical_alignment="center", key="story_actions"):
        view_link("all_stories", t("story.all"), state.selection().to_params(), "arrow_back")
        if presented:
            view_link("present_story", t("story.present"), presented, "slideshow", t("story.present_help"))
        story_files(store, story, told, "story", is_own=asked.is_own)
        if story != story_state.own():
            st.button(
                t("story.take_over"),
                key="take_over",
                on_click=story_state.keep,
                args=(story,),
                help=t("story.take_over_help"),
                type="tertiary",
            )


def _followed(store: Store, name: str, told: Told) -> None:
    evidence = evidence_behind(store, f"story_{name}_{told.place}", told.step.rows)
    part = f"step_{told.place}"
    state.follow(part, evidence.ids)
    drawn_apart(_step, part, store, name, told)


def _step(store: Store, name: str, told: Told) -> None:
    evidence = evidence_behind(store, f"story_{name}_{told.place}", told.step.rows)
    key = f"story_{name}_{told.place}"
    with st.container(key=f"block_{key}", gap="small"):
        finding_line(store, told.finding, f"{key}_finding", t("story.step", place=told.place))
        if told.step.rows.empty:
            st.text(t("story.nothing"))
            return
        figures, sentences = st.columns([7, 5], gap="medium")
        with figures:
            tabs(
                "tab.chart",
                lambda: _shown(store, told)(Shown(store, evidence.rows, f"{key}_figures", state.selection().claim, None)),
                lambda: figure_table(evidence.rows, f"{key}_table", t("table.caption", count=len(evidence.rows)), height=0),
                lambda: facts_panel(evidence.facts, f"{key}_source", evidence.line),
            )
            if part := cut(len(told.step.rows), told.count, state.selection().language):
                st.caption(part)
            st.caption(plain(evidence.line))
            if told.notes[1:] or (told.notes and not told.finding.caveat):
                prose([told.notes[-1]], f"{key}_note", "small")
            share_step(told.step.written, key)
        with sentences:
            st.caption(t("question_block.sentences", count=len(told.step.quotes)))
            quote_panel(store, told.step.quotes, evidence.figures, f"{key}_quotes", _SENTENCES_AT_FIRST)


def _shown(store: Store, told: Told) -> Show:
    language, rows = state.selection().language, told.step.rows
    fits = story_drawing(told.step.written.drawing, rows, store.regions, language, "light") is not None
    return charted(partial(_draw, told.step.written.drawing)) if fits else number_cards


def _draw(name: str, rows: object, tree: RegionTree, language: Language, mode: Mode, selected: str, in_view: object) -> Drawing:
    drawing = story_drawing(name, rows, tree, language, mode, selected)  # type: ignore[arg-type]
    assert drawing is not None
    return drawing
