"""The dataset that a server serves: a verified copy that nobody writes to, replaced in one step by a newer one that is sound.

A session keeps the store it began with; what is written to the folder afterwards is read aside and reaches new sessions alone.
"""

import logging
import os
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from threading import Lock

from lib.domain.errors import DatasetError, Problem
from lib.domain.stories import FILE_NAME as STORIES
from lib.domain.tables import TABLES
from lib.queries.aside import give_up, give_up_all, make_room
from lib.queries.dataset_files import copy_dataset, dataset_files
from lib.queries.engines import PASSING
from lib.queries.links import Known
from lib.queries.store import Store
from lib.queries.versions import faults_of, kept_versions, open_kept
from lib.queries.watch import Stamp, stamp_of

Stamps = tuple[tuple[str, Stamp], ...]

_HOME = Path(__file__).resolve().parents[2]
_LOG = logging.getLogger(__name__)
_IS_COPIED = "DatasetIsCopied"


@dataclass(frozen=True)
class Edition:
    """One state of the dataset that was opened, with the older versions that are kept beside it."""

    store: Store
    _older: dict[str, Store] = field(default_factory=dict)
    _turn: Lock = field(default_factory=Lock)

    @cached_property
    def known(self) -> Known:
        """What a link may ask of it, older versions that are kept included."""
        return replace(Known.of(self.store), versions=frozenset({self.store.version, *self.kept}))

    @cached_property
    def kept(self) -> Mapping[str, Path]:
        """Folders of the older versions that are kept with it, oldest first."""
        return kept_versions(self.store.folder)

    @cached_property
    def broken(self) -> tuple[Problem, ...]:
        """What is wrong with the older versions that are kept: those it is about cannot be asked for."""
        return tuple(problem for folder in self.kept.values() for problem in faults_of(folder))

    def of_version(self, version: str) -> Store:
        """Return the store of a version that `known` names; without a name the store of this edition.

        *Raises* DatasetError when the version is not, or cannot be shown as, the one that was released.
        """
        if version in ("", self.store.version):
            return self.store
        with self._turn:
            if version not in self._older:
                self._older[version] = open_kept(self.kept[version], self.store.folder)
            return self._older[version]

    @property
    def is_sound(self) -> bool:
        """Tell whether every check of the dataset passed."""
        return not self.store.problems


@dataclass
class Served:
    """The edition that is served from a folder, and what kept a newer one from taking its place."""

    folder: Path
    refused: tuple[Problem, ...] = ()
    _edition: Edition | None = None
    _seen: Stamps | None = None
    _settled: Stamps | None = None
    _turn: Lock = field(default_factory=Lock)

    def edition(self) -> Edition:
        """Return what is served now.

        *Raises* DatasetError with what keeps the dataset from being read, when no state of it could be opened yet.
        """
        if self._edition is None:
            raise DatasetError(self.refused or [_NOT_LOOKED_AT])
        return self._edition

    def look(self) -> bool:
        """Look at the folder once; tell whether another edition is served from now on.

        A folder in which files changed since the last look is left alone until the next one: somebody is writing.
        A copy that lost files, as to whatever tidies a machine's temporary files, is made again.
        """
        with self._turn:
            stamps = stamps_of(self.folder)
            if self._edition and not is_whole(self._edition.store):
                self._settled = None
            is_settled, self._seen = stamps == self._seen, stamps
            return is_settled and stamps != self._settled and self._take(stamps)

    def look_at_once(self) -> bool:
        """Look at the folder without waiting for its files to settle; tell whether another edition is served from now on."""
        with self._turn:
            self._seen = stamps_of(self.folder)
            return self._take(self._seen)

    def _take(self, stamps: Stamps) -> bool:
        self._settled = stamps
        try:
            found = opened_aside(self.folder, may_stay=self._edition is None)
        except DatasetError as error:
            return self._refuse(error.problems)
        # A doubtful dataset is better than none, and better than another doubtful one: its pages say what is doubtful.
        if self._edition and self._edition.is_sound and not found.is_sound:
            return self._refuse(found.store.problems)
        self._edition, self.refused = found, ()
        _LOG.info("Dataset %s is served now (%d of %d quotes verified).", *_told(found.store))
        return True

    def _refuse(self, problems: Sequence[Problem]) -> bool:
        is_news, self.refused = tuple(problems) != self.refused, tuple(problems)
        if any(problem in PASSING or problem.rule == _IS_COPIED for problem in problems):
            # No file need change for this to pass: the next look opens the same files again.
            self._settled = None
        kept = f"version {self._edition.store.version} stays" if self._edition else "nothing can be served"
        if is_news:
            _LOG.error("A dataset was refused, %s: %s", kept, "; ".join(f"{problem.file}: {problem.message}" for problem in problems[:5]))
        return False


_NOT_LOOKED_AT = Problem("data", "", "", "DatasetIsOpened", "the dataset is being opened.", "Open the page again in a moment.")


def data_folder() -> Path:
    """Return the folder of the dataset: `DATASET_DIR` in the environment, else `data/` of the project."""
    return Path(os.environ.get("DATASET_DIR") or _HOME / "data")


def opened_aside(folder: Path, *, may_stay: bool = True) -> Edition:
    """Open and verify a copy of the folder as it is now; the copy goes when nobody holds its store any more.

    Where no copy can be written, and it `may_stay`, the folder itself is opened, which the log says: a change of its files is then told,
    not survived. *Raises* DatasetError.
    """
    try:
        copy = _copied(folder)
    except OSError as error:
        if not may_stay:
            raise DatasetError([_uncopied(error)]) from error
        _LOG.warning("The dataset could not be copied and is read from its own folder: %s", error.strerror)
        return Edition(Store.open(folder))
    try:
        edition = Edition(Store.open(copy))
    except DatasetError:
        give_up(copy)
        raise
    weakref.finalize(edition.store, give_up, copy)
    return edition


def _copied(folder: Path) -> Path:
    copy = make_room()
    try:
        copy_dataset(folder, copy)
    except OSError:
        give_up(copy)
        raise
    return copy


def _uncopied(error: OSError) -> Problem:
    message = f"it could not be copied into the temporary folder of the machine: {error.strerror}."
    return Problem("data", "", "", _IS_COPIED, message, "Make room there, or name another folder in TMPDIR; it is tried again.")


def is_whole(store: Store) -> bool:
    """Tell whether the files of a store are all still there."""
    stories = [STORIES] if store.manifest.stories else []
    return all((store.folder / name).exists() for name in (*(table.file_name for table in TABLES), *stories))


def stamps_of(folder: Path) -> Stamps:
    """Return what changes when a file of the dataset is written, comes or goes."""
    return tuple((file.as_posix(), stamp_of(folder / file)) for file in dataset_files(folder))


def _told(store: Store) -> tuple[str, int, int]:
    return store.version, store.verification.quotes_verified, store.verification.quotes_total


_SERVED: list[Served] = []


def serve(folder: Path) -> Served:
    """Serve the dataset of a folder to every session of this process from now on; look at it to open it."""
    _LOG.info("The dataset is read from %s; files are told by their place below it, as data/.", folder.resolve())
    _SERVED[:] = [Served(folder)]
    return _SERVED[0]


def stop() -> None:
    """Serve no dataset to this process any more, and leave no copy behind: each page opens the folder itself."""
    _SERVED.clear()
    give_up_all()


def served() -> Served | None:
    """Return what this process serves; nothing where each page opens the folder itself."""
    return _SERVED[0] if _SERVED else None
