"""A story of the reader's own: its steps ordered, named and noted, taken away as a file or a link, and opened again."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from lib.domain.stories import LONGEST, WrittenStory
from lib.queries.store import Store
from lib.queries.story_files import LARGEST_FILE, from_file, to_file
from lib.ui import story_state
from lib.ui.story_faults import story_faults
from lib.ui.story_saving import story_files, story_name
from lib.ui.story_steps import Told, told_story
from lib.ui.view_link import view_link
from lib.ui.words import plain, t

_FILE_FAULTS = "story_file_faults"


def builder(store: Store) -> None:
    """Show the reader's own story to work on, and the way to open one from a file."""
    st.header(t("builder.title"), anchor="my-story")
    story = story_state.own()
    if story.steps:
        st.text(t("builder.lead"))
        _heading(story)
        _, told = told_story(store, story)
        for one in told:
            _step(one, len(told))
        _take_away(store, story, told)
    else:
        st.text(t("builder.empty"))
    _open()


def _heading(story: WrittenStory) -> None:
    _field("title", "builder.name", story.title.en, story_state.entitle, hint=t("builder.name_hint"))
    _field("lead", "builder.lead_field", story.lead.en, story_state.introduce)


def _step(told: Told, count: int) -> None:
    place, written = told.place - 1, told.step.written
    with st.container(border=True, key=f"own_step_{place}", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(f"**{plain(t('story.step', place=told.place))}**")
            _orders(place, count)
        st.text(told.finding.text)
        st.caption(plain(t("builder.shows", count=len(told.step.rows))))
        says = "" if written.finding else story_state.own().steps[place].says.en
        _field(f"says_{place}", "builder.says", says, partial(story_state.rename, place), "says")
        _field(f"note_{place}", "builder.note", written.note.en, partial(story_state.annotate, place), "note")


def _orders(place: int, count: int) -> None:
    with st.container(horizontal=True, width="content", gap="xsmall"):
        orders: tuple[tuple[str, str, bool, Callable[[], None]], ...] = (
            ("up", ":material/arrow_upward:", place == 0, partial(story_state.move, place, -1)),
            ("down", ":material/arrow_downward:", place == count - 1, partial(story_state.move, place, 1)),
            ("remove", ":material/delete:", False, partial(story_state.remove, place)),
        )
        for name, icon, is_off, act in orders:
            said = t(f"builder.{name}", place=place + 1)
            st.button(said, key=f"{name}_{place}", icon=icon, disabled=is_off, on_click=act, type="tertiary")


def _field(name: str, label: str, value: str, write: Callable[[str], None], kind: str = "", hint: str = "") -> None:
    key = f"own_{name}"
    st.session_state[key] = value
    st.text_input(
        t(label), key=key, max_chars=LONGEST[kind or name], placeholder=hint or None, on_change=lambda: write(str(st.session_state[key])),
    )  # fmt: skip


def _take_away(store: Store, story: WrittenStory, told: Sequence[Told]) -> None:
    link = story_state.link_of(story)
    with st.container(horizontal=True, vertical_alignment="center", key="own_away"):
        if link:
            _ways(link)
        st.download_button(t("builder.save"), to_file(story), f"{story_name(story)}.json", "application/json", icon=":material/download:")
        story_files(store, story, told, "own", is_own=True)
        st.button(t("builder.clear"), key="own_clear", on_click=story_state.keep, args=(WrittenStory(),), type="tertiary")
    if not link:
        st.info(plain(t("builder.too_long")), icon=":material/link_off:")


def _ways(link: story_state.Link) -> None:
    view_link("present_own", t("story.present"), link | {"present": ["yes"]}, "slideshow")
    view_link("read_own", t("builder.read"), link, "link", t("builder.read_help"))


def _open() -> None:
    st.file_uploader(
        t("builder.open"), type=["json", "toml"], key="own_file", on_change=_opened, help=t("builder.open_help", size=LARGEST_FILE // 1000),
        max_upload_size=1,
    )  # fmt: skip
    story_faults(st.session_state.get(_FILE_FAULTS, ()), "file_faults")


def _opened() -> None:
    given = st.session_state["own_file"]
    if given is None:
        st.session_state[_FILE_FAULTS] = ()
        return
    story, found = from_file(given.read(LARGEST_FILE + 1))
    st.session_state[_FILE_FAULTS] = tuple(found)
    if story.steps:
        story_state.keep(replace(story, id=""))
