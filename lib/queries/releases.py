"""The releases of the dataset as a reader is told of them: the changelog in words, the differences row by row."""

from pathlib import Path

from lib.domain.changelog import Changelog, read_changelog
from lib.domain.errors import DatasetError
from lib.domain.tables import TABLES
from lib.queries.changes import Changes, changes
from lib.queries.store import Store
from lib.queries.versions import faults_of

_FILE = Path("curated") / "changelog.toml"


def changelog(store: Store) -> Changelog:
    """Return the changelog of the dataset; an empty one where none came with it.

    *Raises* DatasetError when the file is no changelog.
    """
    file = store.folder / _FILE
    return read_changelog(file.read_text("utf-8")) if file.exists() else Changelog()


def differences(store: Store, table: str, older: Path, newer: Path | None = None) -> Changes:
    """Compare a table of two versions, each given by its folder; without a second one, with the dataset of the store.

    *Raises* DatasetError when a kept version is not the one that was released.
    """
    if problems := [problem for kept in (older, newer) if kept not in (None, store.folder) for problem in faults_of(kept)]:
        raise DatasetError(problems)
    declared = {one.name: one for one in TABLES}[table]
    return changes(older, newer or store.folder, declared)
