"""The released versions of the dataset that are kept, and how an old one is opened under the contract of today."""

import json
import re
import shutil
import tempfile
import weakref
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lib.domain.errors import DatasetError, Problem
from lib.domain.schema import FieldType, Table
from lib.domain.tables import CONTRACT_VERSION, TABLES
from lib.domain.vocabulary import Grade, Voice
from lib.queries.manifest import FILE_NAME, digest_of
from lib.queries.store import Store

FOLDER = "versions"
RESTORE = "Restore the folder from the repository: git checkout data/versions"

_VERSION = re.compile(r"(\d{1,4})\.(\d{1,4})\.(\d{1,4})")
_TYPES: Mapping[FieldType, pa.DataType] = {"string": pa.string(), "int32": pa.int32(), "float64": pa.float64(), "bool": pa.bool_()}
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
    *Raises* DatasetError when a kept file is missing or is not the one that was released.
    """
    manifest = _manifest(kept)
    problems = list(_foreign_files(kept, manifest["tables"]))
    if problems:
        raise DatasetError(problems)
    folder = Path(tempfile.mkdtemp(prefix="dataset-version-"))
    try:
        _write(folder, kept, data, manifest)
        store = Store.open(folder)
    except (DatasetError, OSError):
        shutil.rmtree(folder, ignore_errors=True)
        raise
    weakref.finalize(store, shutil.rmtree, folder, ignore_errors=True)
    return store


def _manifest(kept: Path) -> dict[str, dict[str, dict[str, object]]]:
    try:
        content = json.loads((kept / FILE_NAME).read_text("utf-8"))
        return {**content, "tables": dict(content["tables"]), "fingerprints": dict(content["fingerprints"])}
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"the file is missing or is no manifest ({type(error).__name__})."
        raise DatasetError([_fault(kept, FILE_NAME, "ManifestHasItsForm", message)]) from error


def _foreign_files(kept: Path, tables: Mapping[str, Mapping[str, object]]) -> Iterator[Problem]:
    for name, built in tables.items():
        if digest_of(kept / f"{name}.parquet") != built.get("sha256"):
            yield _fault(kept, f"{name}.parquet", "FileIsAsReleased", "the file is missing or is not the one that was released.")


def _write(folder: Path, kept: Path, data: Path, manifest: Mapping[str, object]) -> None:
    metadata = {"contract_version": CONTRACT_VERSION, "dataset_version": str(manifest["dataset_version"])}
    built = {}
    for table in TABLES:
        rows = list(_completed(table, kept, data))
        pq.write_table(pa.Table.from_pylist(rows, schema=_schema(table, metadata)), folder / table.file_name)
        built[table.name] = {"rows": len(rows), "sha256": digest_of(folder / table.file_name)}
    shutil.copytree(kept / "fingerprints", folder / "fingerprints")
    content = {**manifest, **metadata, "tables": built, "numbers": {}, "curated": {}}
    (folder / FILE_NAME).write_text(json.dumps(content), "utf-8")


def _completed(table: Table, kept: Path, data: Path) -> Iterator[Row]:
    if not (kept / table.file_name).exists():
        return
    today = {_key(table, row): row for row in _rows(data / table.file_name)}
    for row in _rows(kept / table.file_name):
        later = today.get(_key(table, row), {})
        yield {name: row[name] if name in row else later.get(name, _LEAST.get(name)) for name in table.columns}


def _rows(file: Path) -> list[Row]:
    return pq.read_table(file).to_pylist()


def _key(table: Table, row: Row) -> tuple[object, ...]:
    return tuple(row[name] for name in table.key)


def _schema(table: Table, metadata: Mapping[str, str]) -> pa.Schema:
    return pa.schema([(field.name, _TYPES[field.type]) for field in table.fields], metadata=dict(metadata))


def _fault(kept: Path, name: str, rule: str, message: str) -> Problem:
    return Problem(f"data/{FOLDER}/{kept.name}/{name}", "", "", rule, message, RESTORE)
