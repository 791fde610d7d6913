"""The files that make a dataset: what else lies in its folder, or is no regular file, is none of it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from lib.domain.stories import FILE_NAME as STORIES
from lib.domain.tables import TABLES
from lib.queries.manifest import FILE_NAME

_NAMED = frozenset({FILE_NAME, STORIES, "README.md", *(table.file_name for table in TABLES)})
_FOLDERS = ("anchors", "curated", "fingerprints", "numbers", "versions")
_SUFFIXES = frozenset({".csv", ".json", ".md", ".parquet", ".toml", ".txt"})


def dataset_files(folder: Path) -> Iterator[Path]:
    """Give the paths of a dataset's files, relative to its folder; links are followed, and what cannot be listed has none."""
    for entry in _entries(folder):
        if entry.name in _NAMED and entry.is_file():
            yield Path(entry.name)
        elif entry.name in _FOLDERS:
            yield from _below(folder, Path(entry.name), frozenset())


def copy_dataset(folder: Path, to: Path) -> None:
    """Copy a dataset's files; one that goes meanwhile is left out, for the checks of the copy to tell. *Raises* OSError without room."""
    for name in dataset_files(folder):
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(folder / name, to / name)
        except FileNotFoundError:
            continue


def _below(folder: Path, place: Path, above: frozenset[str]) -> Iterator[Path]:
    real = os.path.realpath(folder / place)
    # A link may lead back to where it lies.
    if real in above:
        return
    for entry in _entries(folder / place):
        # Dot-files are the locks and swap files of editors.
        if entry.name.startswith("."):
            continue
        if not entry.is_file():
            yield from _below(folder, place / entry.name, above | {real})
        elif Path(entry.name).suffix in _SUFFIXES:
            yield place / entry.name


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []
