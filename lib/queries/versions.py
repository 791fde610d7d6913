"""The released versions of the dataset that are kept, and how an old one is opened under the contract of today."""

import json
import re
import shutil
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lib.domain.errors import DatasetError, Problem
from lib.domain.schema import FieldType, Table
from lib.domain.tables import CITATIONS, CONTRACT_VERSION, TABLES
from lib.domain.vocabulary import Grade, Voice
from lib.queries.aside import give_up, make_room
from lib.queries.integrity import changed_fingerprints
from lib.queries.manifest import FILE_NAME, REBUILD, BuiltTable, Manifest, digest_of
from lib.queries.store import Store

FOLDER = "versions"
RESTORE = "Restore the folder from the repository: git checkout data/versions"

_VERSION = re.compile(r"(\d{1,4})\.(\d{1,4})\.(\d{1,4})")
_TYPES: Mapping[FieldType, pa.DataType] = {"string": pa.string(), "int32": pa.int32(), "float64": pa.float64(), "bool": pa.bool_()}
# The first release that had a table which the contract got later.
_SINCE: Mapping[str, tuple[int, ...]] = {CITATIONS.name: (1, 2, 0)}
# What must be given but was not recorded yet, of rows that today's dataset no longer has: what claims the least.
_LEAST: Mapping[str, str] = {"voice": Voice.ARTICLE.value, "grade": Grade.UNATTRIBUTED.value}

Row = dict[str, object]


def kept_versions(data: Path) -> dict[str, Path]:
    """Return the folder of each version that is kept in a data folder, oldest first."""
    folders = {found[0]: file.parent for file in data.glob(f"{FOLDER}/*/{FILE_NAME}") if (found := _VERSION.fullmatch(file.parent.name))}
    return dict(sorted(folders.items(), key=lambda kept: order_of(kept[0])))


def order_of(version: str) -> tuple[int, ...]:
    """Return what sorts versions by age: 1.10.0 is newer than 1.9.0."""
    return tuple(int(part) for part in version.split("."))


def open_kept(kept: Path, data: Path) -> Store:
    """Open a kept version: its rows, values and words as they were released.

    Columns that it did not have yet are filled from the rows of the same key in `data`, else left empty.
    *Raises* DatasetError when a kept file is missing or is not the one that was released, or when any check of the version fails.
    """
    manifest = _manifest(kept)
    if problems := _faults(kept, manifest):
        raise DatasetError(problems)
    with _room(kept) as folder:
        _write(folder, kept, data, manifest)
        store = _sound(kept, folder)
    weakref.finalize(store, give_up, folder)
    return store


def faults_of(kept: Path) -> tuple[Problem, ...]:
    """Find what keeps a kept version from being the one that was released: manifest, name of the folder, tables, fingerprints."""
    try:
        return _faults(kept, _manifest(kept))
    except DatasetError as error:
        return error.problems


def sound_versions(data: Path) -> dict[str, Manifest]:
    """Return what each kept version was released as, oldest first; one that `faults_of` finds fault with is left out."""
    return {version: _manifest(kept) for version, kept in kept_versions(data).items() if not faults_of(kept)}


def _sound(kept: Path, folder: Path) -> Store:
    with _named(kept):
        store = Store.open(folder)
        # What a release claimed was proven then: a doubt about it now is damage.
        if store.problems:
            raise DatasetError(store.problems)
        return store


@contextmanager
def _room(kept: Path) -> Iterator[Path]:
    try:
        folder = make_room()
    except OSError as error:
        raise DatasetError([_no_room(kept, error)]) from error
    try:
        yield folder
    except BaseException as error:
        give_up(folder)
        if isinstance(error, OSError):
            raise DatasetError([_no_room(kept, error)]) from error
        raise


@contextmanager
def _named(kept: Path) -> Iterator[None]:
    # The copy is checked under the names of today's files: what is wrong is wrong with the kept ones.
    try:
        yield
    except DatasetError as error:
        raise DatasetError([_of_kept(kept, problem) for problem in error.problems]) from error


def _of_kept(kept: Path, problem: Problem) -> Problem:
    within = problem.file.removeprefix("data/") if problem.file != "data" else ""
    return replace(problem, file=f"{_place(kept)}/{within}".rstrip("/"), remedy=RESTORE)


def _manifest(kept: Path) -> Manifest:
    with _named(kept):
        return Manifest.of_release(kept)


def _faults(kept: Path, manifest: Manifest) -> tuple[Problem, ...]:
    prints = (_of_kept(kept, problem) for problem in changed_fingerprints(kept, manifest))
    return (*_misnamed(kept, manifest), *_unlisted(kept, manifest), *_foreign_files(kept, manifest.tables), *prints)


def _misnamed(kept: Path, manifest: Manifest) -> Iterator[Problem]:
    if manifest.dataset_version != kept.name:
        message = f"the manifest is of version {manifest.dataset_version[:40]}, but the folder is named {kept.name}."
        yield _fault(kept, FILE_NAME, "FolderIsNamedAfterItsVersion", message)


def _unlisted(kept: Path, manifest: Manifest) -> Iterator[Problem]:
    known = {table.name for table in TABLES}
    for name in sorted(set(manifest.tables) - known):
        yield _fault(kept, FILE_NAME, "TableIsOfTheContract", f"`{name[:40]}` under `tables` is no table of the dataset.")
    due = {name for name in known if order_of(kept.name) >= _SINCE.get(name, ()) or (kept / f"{name}.parquet").exists()}
    for name in sorted(due - set(manifest.tables)):
        yield _fault(kept, FILE_NAME, "ManifestNamesEveryTable", f"the table `{name}` is not named under `tables`.")


def _foreign_files(kept: Path, tables: Mapping[str, BuiltTable]) -> Iterator[Problem]:
    for table in TABLES:
        built = tables.get(table.name)
        if built is not None and digest_of(kept / table.file_name) != built.sha256:
            yield _fault(kept, table.file_name, "FileIsAsReleased", "the file is missing or is not the one that was released.")


def _write(folder: Path, kept: Path, data: Path, manifest: Manifest) -> None:
    metadata = {"contract_version": CONTRACT_VERSION, "dataset_version": manifest.dataset_version}
    built = {}
    for table in TABLES:
        rows = _in_form(table, kept, data, metadata)
        pq.write_table(rows, folder / table.file_name)
        built[table.name] = {"rows": len(rows), "sha256": digest_of(folder / table.file_name)}
    (folder / "fingerprints").mkdir()
    for name in manifest.fingerprints:
        shutil.copy(kept / "fingerprints" / name, folder / "fingerprints")
    content = {**asdict(manifest), **metadata, "tables": built, "stories": "", "numbers": {}, "curated": {}}
    (folder / FILE_NAME).write_text(json.dumps(content), "utf-8")


def _in_form(table: Table, kept: Path, data: Path, metadata: Mapping[str, str]) -> pa.Table:
    try:
        return pa.Table.from_pylist(list(_completed(table, kept, data)), schema=_schema(table, metadata))
    except (pa.ArrowException, KeyError, TypeError, ValueError) as error:
        message = f"the rows are not those of the table `{table.name}` ({type(error).__name__})."
        raise DatasetError([_fault(kept, table.file_name, "RowsHaveTheirForm", message)]) from error


def _completed(table: Table, kept: Path, data: Path) -> Iterator[Row]:
    if not (kept / table.file_name).exists():
        return
    today = {_key(table, row): row for row in _rows(data / table.file_name, f"data/{table.file_name}", REBUILD)}
    for row in _rows(kept / table.file_name, f"{_place(kept)}/{table.file_name}", RESTORE):
        later = today.get(_key(table, row), {})
        yield {name: row[name] if name in row else later.get(name, _LEAST.get(name)) for name in table.columns}


def _rows(file: Path, shown: str, remedy: str) -> list[Row]:
    try:
        return pq.read_table(file).to_pylist()
    except (pa.ArrowException, OSError, ValueError) as error:
        message = f"the file cannot be read as a table ({type(error).__name__})."
        raise DatasetError([Problem(shown, "", "", "FileIsReadable", message, remedy)]) from error


def _key(table: Table, row: Row) -> tuple[object, ...]:
    return tuple(row[name] for name in table.key)


def _schema(table: Table, metadata: Mapping[str, str]) -> pa.Schema:
    return pa.schema([(field.name, _TYPES[field.type]) for field in table.fields], metadata=dict(metadata))


def _fault(kept: Path, name: str, rule: str, message: str) -> Problem:
    return Problem(f"{_place(kept)}/{name}", "", "", rule, message, RESTORE)


def _no_room(kept: Path, error: OSError) -> Problem:
    message = f"the version could not be copied for reading: {error.strerror or type(error).__name__}."
    return Problem(_place(kept), "", "", "ServerHasRoom", message, "Make room where the server keeps temporary files, then open it again.")


def _place(kept: Path) -> str:
    return f"data/{FOLDER}/{kept.name}"
