"""Everything curated, and everything known of the documents, in one place: what the rules are held against."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lib.curation.entries import Entry
from lib.curation.layout import Layout
from lib.curation.reading import entries_of, read_csv, read_regions
from lib.curation.residue import Residue, read_residue
from lib.domain import fingerprints
from lib.domain.errors import Problem
from lib.domain.fingerprints import Fingerprints

_SOURCE_SECTIONS = ("source", "excluded", "event", "quote", "dismissed")
_CODE_FILES = (("dataset.toml", "dataset"), ("units.toml", "unit"), ("programmes.toml", "programme"), ("indicators.toml", "indicator"))


@dataclass(frozen=True)
class Book:
    """The curated entries, the proofs of their documents, and the ledger of ids; texts only where they are at hand."""

    entries: tuple[Entry, ...]
    fingerprints: Mapping[str, Fingerprints] = field(default_factory=dict)
    residues: Mapping[str, Residue] = field(default_factory=dict)
    ledger: tuple[Entry, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _by_kind(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.kind, []).append(entry)
        return found

    def of(self, *kinds: str) -> list[Entry]:
        """Return the entries of some kinds, in the order they are written."""
        return [entry for kind in kinds for entry in self._by_kind.get(kind, [])]

    @cached_property
    def _children(self) -> dict[int, list[Entry]]:
        found: dict[int, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(id(entry.parent), []).append(entry)
        return found

    def under(self, parent: Entry, kind: str) -> list[Entry]:
        """Return the entries of a kind written under another."""
        return [entry for entry in self._children.get(id(parent), []) if entry.kind == kind]

    def ids(self, kind: str) -> dict[str, Entry]:
        """Return the entries of a kind by their id."""
        return {entry.id: entry for entry in self.of(kind)}

    @property
    def dataset(self) -> Entry:
        """Return the head of the dataset: version, date, titles, licences."""
        return next(iter(self.of("dataset")), Entry("dataset", "data/curated/dataset.toml", 0, {}))


def load_book(layout: Layout, texts: Path | None = None) -> tuple[Book, list[Problem]]:
    """Read all curated files and proofs; the problems are those of form, and of proofs that are missing or damaged."""
    problems: list[Problem] = []
    entries: list[Entry] = []
    for name, section in _CODE_FILES:
        entries += entries_of(layout.curated / name, f"data/curated/{name}", (section,), problems)
    entries += read_regions(layout.curated / "regions.csv", "data/curated/regions.csv", problems)
    for path in sorted((layout.curated / "sources").glob("*.toml")):
        entries += entries_of(path, layout.shown(path), _SOURCE_SECTIONS, problems)
    ledger = [Entry("ledger", "data/curated/ids.csv", line, row) for line, row in _ledger_rows(layout, problems)]
    source_ids = [entry.id for entry in entries if entry.kind == "source"]
    prints, residues = _proofs(layout, source_ids, problems)
    return Book(tuple(entries), prints, residues, tuple(ledger), read_texts(texts, source_ids, problems)), problems


def _ledger_rows(layout: Layout, problems: list[Problem]) -> list[tuple[int, dict[str, str]]]:
    return read_csv(layout.ledger, "data/curated/ids.csv", problems) if layout.ledger.exists() else []


def _proofs(layout: Layout, source_ids: Iterable[str], problems: list[Problem]) -> tuple[dict[str, Fingerprints], dict[str, Residue]]:
    prints: dict[str, Fingerprints] = {}
    residues: dict[str, Residue] = {}
    for source_id in source_ids:
        prints[source_id], faults = fingerprints.read(layout.fingerprints, source_id)
        problems.extend(faults)
        residues[source_id] = read_residue(layout, source_id, problems)
    return prints, residues


def texts_folder(given: str | None) -> Path | None:
    """Return the folder of the documents: as given, else from the environment variable DATASET_TEXTS, else none."""
    folder = given or os.environ.get("DATASET_TEXTS")
    return Path(folder) if folder else None


def read_texts(folder: Path | None, source_ids: Iterable[str], problems: list[Problem]) -> dict[str, str]:
    """Return the documents by id; with a problem for each that is missing from the folder or is not UTF-8."""
    found: dict[str, str] = {}
    for source_id in source_ids if folder is not None else ():
        try:
            found[source_id] = (folder / f"{source_id}.txt").read_bytes().decode("utf-8") if folder else ""
        except (OSError, UnicodeDecodeError) as error:
            remedy = "Give the folder that holds this document as UTF-8 text, named after its id."
            problems.append(Problem(f"{source_id}.txt", source_id, "", "TextIsReadable", f"the document cannot be read: {error}.", remedy))
    return found
