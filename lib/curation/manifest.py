"""The manifest: what the dataset is made of, with the hash of every file, so that a foreign or stale one is told."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from lib.curation.entries import Entry
from lib.curation.layout import Layout
from lib.domain.tables import CONTRACT_VERSION


def manifest_json(layout: Layout, dataset: Entry, tables: Mapping[str, bytes], rows: Mapping[str, int], stories: bytes) -> str:
    """Write the manifest of tables and stories given as bytes, of the proofs, and of the curated text as it lies on disk."""
    content = {
        "contract_version": CONTRACT_VERSION,
        "dataset_version": dataset.text("version"),
        "released": dataset.text("released"),
        "tables": {name: {"rows": rows[name], "sha256": hashlib.sha256(data).hexdigest()} for name, data in sorted(tables.items())},
        "stories": hashlib.sha256(stories).hexdigest(),
        "fingerprints": {path.name: _hash(path) for path in sorted(layout.fingerprints.glob("*.txt"))},
        "numbers": _hashes(layout, sorted([*layout.numbers.glob("*.csv"), *layout.anchors.glob("*.csv")])),
        "curated": _hashes(layout, layout.curated_files()),
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _hashes(layout: Layout, paths: Iterable[Path]) -> dict[str, str]:
    return {layout.shown(path): _hash(path) for path in paths}
