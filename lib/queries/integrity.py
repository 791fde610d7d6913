"""Whether the files on disk are the dataset: readable, in the form of the contract, and the ones that were built."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lib.domain.errors import Problem
from lib.domain.fingerprints import file_of
from lib.domain.schema import FieldType, Table
from lib.domain.stories import FILE_NAME as STORIES
from lib.domain.tables import CONTRACT_VERSION, TABLES
from lib.queries.manifest import FILE_NAME, REBUILD, Manifest, digest_of

_CURATED = ("*.toml", "*.csv")
_TYPES: Mapping[FieldType, tuple[pa.DataType, ...]] = {
    "string": (pa.string(), pa.large_string()),
    "int32": (pa.int32(),),
    "float64": (pa.float64(),),
    "bool": (pa.bool_(),),
}


def unreadable_tables(folder: Path) -> Iterator[Problem]:
    """Find every fault that keeps a table from being read: file, form, columns, types and contract."""
    for table in TABLES:
        yield from _table_faults(folder, table)


def foreign_tables(manifest: Manifest, digests: Mapping[str, str]) -> Iterator[Problem]:
    """Find the tables that are not the ones the manifest was written for."""
    for table in TABLES:
        built = manifest.tables.get(table.name)
        if built is None or digests[table.name] != built.sha256:
            yield _fault(table.file_name, "FileIsAsBuilt", "the file is not the one that the manifest was written for.")


def changed_fingerprints(folder: Path, manifest: Manifest) -> Iterator[Problem]:
    """Find the fingerprint files that are missing or differ from the manifest."""
    remedy = "Restore the file from the repository: git checkout data/fingerprints"
    for name, digest in manifest.fingerprints.items():
        file = folder / "fingerprints" / name
        if found := _difference(file, digest):
            yield _fault(f"fingerprints/{name}", "FingerprintIsAsBuilt", found, remedy)


def changed_numbers(folder: Path, manifest: Manifest) -> Iterator[Problem]:
    """Find the number lists and anchors that are missing or differ from the manifest."""
    remedy = "Restore the file from the repository: git checkout data/numbers data/anchors"
    for name, digest in manifest.numbers.items():
        if found := _difference(folder / name, digest):
            yield _fault(name, "NumbersAreAsBuilt", found, remedy)


def changed_stories(folder: Path, manifest: Manifest) -> Iterator[Problem]:
    """Find the stories missing, or other than those of the manifest; a dataset built without any must have none."""
    if digest_of(folder / STORIES) != manifest.stories:
        yield _fault(STORIES, "StoriesAreAsBuilt", _difference(folder / STORIES, manifest.stories))


def unproven_sources(manifest: Manifest, source_ids: Iterable[str]) -> Iterator[Problem]:
    """Find the documents whose fingerprints the manifest does not have."""
    for source_id in source_ids:
        if file_of(Path(), source_id).name not in manifest.fingerprints:
            yield _fault(FILE_NAME, "SourceHasFingerprints", "the manifest has no fingerprints of this document.", subject=source_id)


def miscounted_tables(folder: Path, manifest: Manifest) -> Iterator[Problem]:
    """Find where rows or version of the tables are not those that the manifest gives."""
    versions: dict[str, list[str]] = {}
    for table in TABLES:
        footer = pq.read_metadata(folder / table.file_name)
        versions.setdefault(_stated(footer.metadata, b"dataset_version"), []).append(f"`{table.name}`")
        built = manifest.tables.get(table.name)
        if built is not None and built.rows != footer.num_rows:
            message = f"the manifest counts {built.rows} rows of `{table.name}`; the table has {footer.num_rows}."
            yield _fault(FILE_NAME, "ManifestCountsRows", message)
    for version, names in versions.items():
        if version != manifest.dataset_version:
            found = f"version {version}" if version else "no version that they name"
            message = f"the manifest is of version {manifest.dataset_version}, but {', '.join(names)} of {found}."
            yield _fault(FILE_NAME, "ManifestIsOfTheTables", message)


def stale_sources(folder: Path, manifest: Manifest) -> Iterator[Problem]:
    """Find the curated files that changed since the tables were built; a folder without `curated/` has none."""
    if not (folder / "curated").is_dir():
        return
    remedy = "Build the tables again: python -m lib.curation.build"
    for name in sorted(_curated_files(folder) | set(manifest.curated)):
        if message := _staleness(folder / name, manifest.curated.get(name)):
            yield _fault(name, "TablesAreCurrent", message, remedy)


def _staleness(file: Path, digest: str | None) -> str:
    if digest is None:
        return "the file is new since the tables were built."
    found = digest_of(file)
    if not found:
        return "the file is gone since the tables were built."
    return "" if found == digest else "the file changed since the tables were built."


def _difference(file: Path, digest: str) -> str:
    found = digest_of(file)
    if not found:
        return "the file is missing or cannot be read."
    return "" if found == digest else "the file differs from the one the dataset was built with."


def _curated_files(folder: Path) -> set[str]:
    # Dot-files are the locks and swap files of editors: no part of the dataset.
    files = (file for pattern in _CURATED for file in (folder / "curated").rglob(pattern) if not file.name.startswith("."))
    return {file.relative_to(folder).as_posix() for file in files}


def _table_faults(folder: Path, table: Table) -> Iterator[Problem]:
    if not (folder / table.file_name).exists():
        yield _fault(table.file_name, "FileIsPresent", "the file is missing.")
        return
    if not (folder / table.file_name).is_file():
        yield _fault(table.file_name, "FileIsReadable", "it is no file.")
        return
    try:
        schema = _read_through(folder / table.file_name)
    except (pa.ArrowException, OSError, ValueError) as error:
        message = f"the file is damaged or is no Parquet: {_first_line(error, folder)}."
        yield _fault(table.file_name, "FileIsReadable", message)
    else:
        yield from _form_faults(table, schema)


def _read_through(file: Path) -> pa.Schema:
    # The footer of a damaged file may be whole: only reading every page proves the file.
    with pq.ParquetFile(file, page_checksum_verification=True) as parquet:
        for batch in parquet.iter_batches():
            batch.validate(full=True)
        return parquet.schema_arrow


def _form_faults(table: Table, schema: pa.Schema) -> Iterator[Problem]:
    version = _stated(schema.metadata, b"contract_version")
    if version != CONTRACT_VERSION:
        found = f"contract {version}" if version else "no contract that it names"
        yield _fault(table.file_name, "ContractIsTheApps", f"the file is of {found}; this app reads contract {CONTRACT_VERSION}.")
    for field in table.fields:
        if schema.get_field_index(field.name) < 0:
            yield _fault(table.file_name, "ColumnIsPresent", "the column is missing.", place=field.name)
        elif (found_type := schema.field(field.name).type) not in _TYPES[field.type]:
            message = f"the column holds {found_type}; the contract says {field.type}."
            yield _fault(table.file_name, "ColumnHoldsItsType", message, place=field.name)


def _stated(metadata: Mapping[bytes, bytes] | None, key: bytes) -> str:
    return (metadata or {}).get(key, b"").decode("utf-8", "replace")


def _first_line(error: Exception, folder: Path) -> str:
    # Where the app is installed is nobody's business on a shared instance.
    return str(error).replace(f"{folder}/", "").partition("\n")[0].rstrip(".") or type(error).__name__


def _fault(name: str, rule: str, message: str, remedy: str = REBUILD, place: str = "", subject: str = "") -> Problem:
    return Problem(f"data/{name}", subject, place and f"column {place}", rule, message, remedy)
