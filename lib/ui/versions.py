"""Which version of the dataset a reader sees: the one of today, or the older one that the link names."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import streamlit as st

from lib.queries.links import Known
from lib.queries.store import Store
from lib.queries.versions import FOLDER, kept_versions, open_kept
from lib.queries.watch import Stamp, stamp_of
from lib.ui import cache


def kept() -> Mapping[str, Path]:
    """Return the folder of each older version that can be opened, oldest first."""
    data = cache.data_folder()
    return _kept(data, stamp_of(data / FOLDER))


def shown(current: Store, version: str) -> Store:
    """Return the store of a version; the current one where none is named, or none that is kept.

    Raises: DatasetError when the files of the version are not those that were released.
    """
    older = {} if version in ("", current.version) else kept()
    return _opened(older[version], current, current.identity) if version in older else current


def known(current: Store, version: str) -> Known:
    """Return what a link may ask of the version that it names."""
    return replace(cache.known(shown(current, version)), versions=frozenset({current.version, *kept()}))


@lru_cache(maxsize=4)
def _kept(data: Path, stamp: Stamp) -> Mapping[str, Path]:
    # Every click asks: the folder is listed again when one has come to it or gone.
    return kept_versions(data)


@st.cache_resource(max_entries=4, show_spinner=False)
def _opened(folder: Path, _current: Store, identity: str) -> Store:
    return open_kept(folder, _current.folder)
