"""A small invented dataset, written as the build writes the real one."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lib.domain import fingerprints
from lib.domain.schema import Table
from lib.domain.stories import FILE_NAME as STORIES
from lib.domain.tables import CONTRACT_VERSION, TABLES
from lib.queries.manifest import digest_of
from tests.queries.sample_rows import SENTENCES, SOURCES, Row, rows_of_sample

_TYPES = {"string": pa.string(), "int32": pa.int32(), "float64": pa.float64(), "bool": pa.bool_()}


def write_sample(folder: Path) -> Path:
    """Write the sample dataset into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    write_tables(folder, rows_of_sample())
    _write_fingerprints(folder / "fingerprints")
    curated = folder / "curated" / "indicators.toml"
    curated.parent.mkdir(exist_ok=True)
    curated.write_text("# invented\n")
    write_manifest(folder)
    return folder


def write_tables(folder: Path, rows: Mapping[str, Sequence[Row]], contract: str = CONTRACT_VERSION) -> None:
    """Write the tables that `rows` names."""
    for table in TABLES:
        if table.name in rows:
            pq.write_table(arrow_table(table, rows[table.name], contract), folder / table.file_name, compression="zstd")


def arrow_table(table: Table, rows: Sequence[Row], contract: str = CONTRACT_VERSION) -> pa.Table:
    """Return rows in the form of the contract."""
    schema = pa.schema(
        [pa.field(field.name, _TYPES[field.type], metadata={"description": field.description}) for field in table.fields],
        metadata={"description": table.description, "contract_version": contract, "dataset_version": "1.2.3"},
    )
    filled = [{field.name: row.get(field.name, "" if field.type == "string" else None) for field in table.fields} for row in rows]
    return pa.Table.from_pylist(filled, schema=schema)


def write_manifest(folder: Path, **changes: object) -> None:
    """Write the manifest of the files as they are."""
    tables = {
        table.name: {"rows": pq.read_metadata(folder / table.file_name).num_rows, "sha256": _sha256(folder / table.file_name)}
        for table in TABLES
    }
    prints = {file.name: _sha256(file) for file in sorted((folder / "fingerprints").glob("*.txt"))}
    curated, numbers = _hashes(folder, "curated/*.toml"), _hashes(folder, "numbers/*.csv")
    content = {"contract_version": CONTRACT_VERSION, "dataset_version": "1.2.3", "released": "2026-01-02", "tables": tables}
    (folder / "manifest.json").write_text(
        json.dumps(
            {**content, "fingerprints": prints, "stories": digest_of(folder / STORIES), "numbers": numbers, "curated": curated, **changes}
        )
    )


def _write_fingerprints(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for source, (prefix, *_) in SOURCES.items():
        sentences = [row[0] for quote, row in SENTENCES.items() if quote.startswith(prefix)]
        prints = fingerprints.fingerprint(source, "\n".join(sentences), sentences)
        fingerprints.file_of(folder, source).write_text(fingerprints.render(prints))


def _hashes(folder: Path, pattern: str) -> dict[str, str]:
    return {f"data/{file.relative_to(folder).as_posix()}": _sha256(file) for file in sorted(folder.glob(pattern))}


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
