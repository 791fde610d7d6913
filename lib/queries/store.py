"""The verified dataset: opened once, asked from many threads."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from lib.domain.errors import DatasetError, Problem
from lib.domain.regions import RegionTree
from lib.domain.stories import FILE_NAME as STORIES
from lib.domain.tables import OBSERVATIONS, QUOTES, REGIONS, TABLES
from lib.domain.verification import Verification, verify
from lib.queries.aside import is_held
from lib.queries.claimed_rows import all_rows, claimed_rows
from lib.queries.engine import Engine, EngineError
from lib.queries.engines import BUSY, DOWN, engine_over
from lib.queries.integrity import (
    changed_fingerprints,
    changed_numbers,
    changed_stories,
    foreign_tables,
    miscounted_tables,
    stale_sources,
    unproven_sources,
    unreadable_tables,
)
from lib.queries.manifest import FILE_NAME, REBUILD, Manifest, digest_of
from lib.queries.region_names import RegionNames
from lib.queries.row_integrity import broken_rows
from lib.queries.watch import FileWatch

_RESTART = "Restart the app to read the new file, or restore the old one: git checkout data"
_COPY = "Open the page again in a moment: the app copies the dataset anew. Let nothing tidy its folders dataset-* in the temporary folder"
# What a figure of one layer has and one of the other must not have.
_PROVEN_BY = ("quote_id", "source_id", "citation_id", "vintage")
_ASKED_WRONGLY = (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException)


@dataclass(frozen=True, eq=False)
class Store:
    """The dataset with what is known of its soundness."""

    folder: Path
    manifest: Manifest
    identity: str
    verification: Verification
    problems: tuple[Problem, ...]
    regions: RegionTree
    names: RegionNames
    _engine: Engine
    _watch: FileWatch

    @classmethod
    def open(cls, data: Path) -> "Store":
        """Open and verify the dataset in a folder.

        *Returns* a store whose `problems` name what is doubtful: foreign tables, stale tables, a manifest that is not of these files,
        fingerprints, stories and quotes that fail.
        *Raises* DatasetError with every problem that keeps the dataset from being read.
        """
        _refuse_address(data)
        folder = data.resolve()
        manifest = _readable_manifest(folder)
        watch = FileWatch(folder / table.file_name for table in TABLES)
        digests = {file.stem: digest for file, digest in watch.digests.items()}
        foreign = tuple(foreign_tables(manifest, digests))
        verification = _verified(folder, foreign)
        engine = _engine(folder, foreign)
        places = _rows_asked(engine, watch, "select * from regions order by ordinal, region_id")
        sources = _rows_asked(engine, watch, "select source_id from sources order by source_id")
        doubts = _doubts(folder, manifest, verification, (str(row["source_id"]) for row in sources))
        return cls(
            folder=folder,
            manifest=manifest,
            identity=_identity(folder, manifest, digests),
            verification=verification,
            problems=(*foreign, *doubts),
            regions=_tree(places, foreign),
            names=RegionNames.from_rows(places),
            _engine=engine,
            _watch=watch,
        )

    @property
    def version(self) -> str:
        """Version of the dataset."""
        return self.manifest.dataset_version

    @property
    def contract(self) -> str:
        """Version of the contract that the tables keep."""
        return self.manifest.contract_version

    def run(self, sql: str, parameters: Sequence[object] = ()) -> pd.DataFrame:
        """Return the rows of one statement over the tables; an empty text is "", never null.

        *Raises* DatasetError when a file of the dataset was changed, replaced or deleted since the start.
        """
        return _ask(self._engine, self._watch, sql, parameters)


def _refuse_address(data: Path) -> None:
    # A path holds one slash where the address had two; letters of Windows' drives stand alone.
    if found := re.fullmatch(r"([a-z][a-z0-9+.-]+):/+(.*)", data.as_posix()):
        message = f"`{found[1]}://{found[2]}` is an address; the app opens and verifies a folder of its own machine."
        remedy = "Copy the dataset into a folder and name that in DATASET_DIR; an engine may read the address: docs/scale.md."
        raise DatasetError([Problem("data", "", "", "DatasetIsAFolder", message, remedy)])


def _readable_manifest(folder: Path) -> Manifest:
    problems = list(unreadable_tables(folder))
    try:
        manifest = Manifest.read(folder)
    except DatasetError as error:
        raise DatasetError([*error.problems, *problems]) from error
    if problems:
        raise DatasetError(problems)
    return manifest


def _verified(folder: Path, foreign: Sequence[Problem]) -> Verification:
    with _files_at_rest():
        broken = list(broken_rows(folder))
        if broken:
            raise DatasetError([*foreign, *broken])
        return verify(all_rows(folder / QUOTES.file_name), claimed_rows(folder / OBSERVATIONS.file_name), folder / "fingerprints")


@contextmanager
def _files_at_rest() -> Iterator[None]:
    try:
        yield
    except (pa.ArrowException, duckdb.Error, OSError) as error:
        # The files were whole a moment ago: a build is writing them now.
        message, remedy = "the tables changed while they were being verified.", "Wait for the build to end, then open the page again."
        raise DatasetError([Problem("data", "", "", "FileIsUnchanged", message, remedy)]) from error


def _engine(folder: Path, foreign: Sequence[Problem]) -> Engine:
    try:
        return engine_over(folder)
    except duckdb.Error as error:
        raise DatasetError([*foreign, _unanswered(error)]) from error


def _doubts(folder: Path, manifest: Manifest, verification: Verification, sources: Iterable[str]) -> list[Problem]:
    # Verification names a damaged fingerprint file by its line; once is enough.
    named = {problem.file for problem in verification.problems}
    with _files_at_rest():
        return [
            *miscounted_tables(folder, manifest),
            *stale_sources(folder, manifest),
            *unproven_sources(manifest, sources),
            *(problem for problem in changed_fingerprints(folder, manifest) if problem.file not in named),
            *changed_numbers(folder, manifest),
            *changed_stories(folder, manifest),
            *verification.problems,
        ]


def _tree(places: Iterable[Mapping[str, object]], foreign: Sequence[Problem]) -> RegionTree:
    try:
        return RegionTree.from_rows(places)
    except DatasetError as error:
        # The build accepts no curated regions that are no tree: it is the table that is damaged.
        found = [replace(problem, file=f"data/{REGIONS.file_name}", remedy=REBUILD) for problem in error.problems]
        raise DatasetError([*foreign, *found]) from error


def _rows_asked(engine: Engine, watch: FileWatch, sql: str) -> list[dict[str, object]]:
    frame = _ask(engine, watch, sql, ())
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _identity(folder: Path, manifest: Manifest, digests: Mapping[str, str]) -> str:
    fingerprints = (digest_of(folder / "fingerprints" / name) for name in sorted(manifest.fingerprints))
    parts = (digest_of(folder / FILE_NAME), digest_of(folder / STORIES), *digests.values(), *fingerprints)
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()


def _ask(engine: Engine, watch: FileWatch, sql: str, parameters: Sequence[object]) -> pd.DataFrame:
    try:
        frame = engine.run(sql, parameters)
    except duckdb.OutOfMemoryException as error:
        raise DatasetError([BUSY]) from error
    except EngineError as error:
        raise DatasetError([DOWN]) from error
    except duckdb.Error as error:
        _refuse_changed(watch.changed())
        if isinstance(error, _ASKED_WRONGLY):
            raise
        raise DatasetError([_unanswered(error)]) from error
    # A file replaced between two reads of one question gives rows of two datasets.
    _refuse_changed(watch.changed())
    return _without_null_texts(frame)


def _refuse_changed(files: Iterable[Path]) -> None:
    problems = [_changed(file) for file in files]
    if problems:
        raise DatasetError(problems)


def _changed(file: Path) -> Problem:
    name = f"data/{file.name}"
    if not file.exists() and is_held(file.parent):
        return Problem(name, "", "", "CopyIsWhole", "the app's own copy of the file was deleted.", _COPY)
    if not file.exists():
        return Problem(name, "", "", "FileIsPresent", "the file was deleted while the app was running.", REBUILD)
    return Problem(name, "", "", "FileIsUnchanged", "the file was changed or replaced while the app was running.", _RESTART)


def _unanswered(error: duckdb.Error) -> Problem:
    # The engine's own words hold paths of the machine: they stay in the chained error.
    return Problem("data", "", "", "QuestionIsAnswered", f"the tables could not be read ({type(error).__name__}).", REBUILD)


def _without_null_texts(frame: pd.DataFrame) -> pd.DataFrame:
    # A column of nulls alone, or of nothing, comes as objects.
    for name in [name for name, column in frame.items() if column.dtype == "object" or (column.dtype == "str" and column.hasnans)]:
        frame[name] = frame[name].fillna("").astype("str")
    return frame
