"""What the sessions of one process share, all of it read-only: the store and the answers to questions."""

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TypeVar, cast

import streamlit as st

from lib.queries.links import Known
from lib.queries.served import Stamps, is_whole, served, stamps_of
from lib.queries.served import data_folder as data_folder
from lib.queries.store import Store
from lib.ui import person
from lib.ui.answers import Answers, quick

_ANSWERS = Answers(most=512)
_PINNED = "store"
_Answer = TypeVar("_Answer")


def store() -> Store:
    """Return the verified store: of a server the one that this session began with, else one opened again when the files have changed.

    Raises DatasetError when the dataset cannot be read.
    """
    if person.role() is None:
        # The door is shown before any page; a way past it leads nowhere.
        st.stop()
    hosted = served()
    if hosted is None:
        folder = data_folder()
        return _open(folder, stamps_of(folder))
    # A view never mixes two states of the dataset: a newer one is for sessions that begin after it came.
    pinned: Store | None = st.session_state.get(_PINNED)
    if pinned is None or not is_whole(pinned):
        pinned = st.session_state[_PINNED] = hosted.edition().store
    return pinned


@st.cache_resource(max_entries=2, show_spinner=False)
def _open(folder: Path, stamps: Stamps) -> Store:
    return Store.open(folder)


def known(opened: Store) -> Known:
    """Return what a link may ask of this dataset."""
    # It asks the store itself, now and later: a copy that was made anew has another.
    return cast(Known, _ANSWERS.of((opened.identity, opened.folder, "known"), lambda: quick(Known.of(opened))))


def answer(opened: Store, question: Callable[..., _Answer], *arguments: Hashable) -> _Answer:
    """Ask a question of `lib.queries` once per dataset and arguments; the answer is shared, so do not change it."""
    # Two modules may name a question alike: only with its module a name is one question's.
    asked = (opened.identity, question.__module__, question.__qualname__, arguments)
    return cast(_Answer, _ANSWERS.of(asked, lambda: quick(question(opened, *arguments))))
