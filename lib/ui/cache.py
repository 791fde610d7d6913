"""What the sessions of one process share, all of it read-only: the store and the answers to questions."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import streamlit as st

from lib.queries.links import Known
from lib.queries.store import Store
from lib.queries.watch import Stamp, stamp_of

_HOME = Path(__file__).resolve().parents[2]
_PARTS = ("*.parquet", "*.json", "fingerprints/*.txt", "numbers/*.csv", "anchors/*.csv", "curated/**/*.*")
_Answer = TypeVar("_Answer")


def data_folder() -> Path:
    """Return the folder of the dataset: `DATASET_DIR` in the environment, else `data/` of the project."""
    return Path(os.environ.get("DATASET_DIR") or _HOME / "data")


def store() -> Store:
    """Return the verified store, opened again when the files on disk have changed.

    Raises DatasetError when the dataset cannot be read.
    """
    folder = data_folder()
    return _open(folder, _stamp(folder))


@st.cache_resource(max_entries=2, show_spinner=False)
def _open(folder: Path, stamp: tuple[tuple[str, Stamp], ...]) -> Store:
    return Store.open(folder)


def _stamp(folder: Path) -> tuple[tuple[str, Stamp], ...]:
    # Dot-files are the locks and swap files of editors: no part of the dataset.
    files = sorted(file for part in _PARTS for file in folder.glob(part) if not file.name.startswith("."))
    return tuple((file.relative_to(folder).as_posix(), stamp_of(file)) for file in files)


def known(opened: Store) -> Known:
    """Return what a link may ask of this dataset."""
    return answer(opened, Known.of)


def answer(opened: Store, question: Callable[..., _Answer], *arguments: object) -> _Answer:
    """Ask a question of `lib.queries` once per dataset and arguments; the answer is shared, so do not change it."""
    return _ask(opened, opened.identity, question, question.__qualname__, arguments)


@st.cache_resource(max_entries=512, show_spinner=False)
def _ask(_opened: Store, identity: str, _question: Callable[..., _Answer], name: str, arguments: tuple[object, ...]) -> _Answer:
    return _question(_opened, *arguments)
