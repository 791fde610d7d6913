"""Everything curated, and everything known of the documents, in one place: what the rules are held against."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from lib.curation.entries import Entry
from lib.curation.layout import Layout
from lib.curation.reading import entries_of, read_regions
from lib.curation.residue import Residue, read_residue
from lib.curation.tabular import read_csv
from lib.domain import fingerprints
from lib.domain.errors import Problem
from lib.domain.fingerprints import Fingerprints

LEDGER = "data/curated/ids.csv"
LEDGER_COLUMNS = ("id", "kind", "identity", "retired")
_SOURCES = "data/curated/sources"
_SOURCE_SECTIONS = ("source", "excluded", "event", "quote", "dismissed")
_CODE_FILES = (
    ("dataset.toml", "dataset"),
    ("units.toml", "unit"),
    ("programmes.toml", "programme"),
    ("indicators.toml", "indicator"),
    ("synonyms.toml", "synonym"),
)
_OFFICIAL = "data/curated/official"
_FILES = {section: f"data/curated/{name}" for name, section in _CODE_FILES} | {
    "region": "data/curated/regions.csv", "ledger": LEDGER, "citation": _OFFICIAL, "figure": _OFFICIAL,
}  # fmt: skip


@dataclass(frozen=True)
class Book:
    """The curated entries, the proofs of their documents, and the ledger of ids; texts only where they are at hand."""

    entries: tuple[Entry, ...]
    fingerprints: Mapping[str, Fingerprints] = field(default_factory=dict)
    residues: Mapping[str, Residue] = field(default_factory=dict)
    ledger: tuple[Entry, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    damaged: frozenset[str] = frozenset()

    def has_all(self, kind: str) -> bool:
        """Tell whether every file that may hold entries of a kind was read whole; if not, what seems to be missing may be there."""
        return not any(file.startswith(_FILES.get(kind, _SOURCES)) for file in self.damaged)

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
    curated, problems = load_curated(layout)
    source_ids = [source.id for source in curated.of("source")]
    prints, residues = _proofs(layout, source_ids, problems)
    documents = read_texts(texts, source_ids, problems)
    return replace(curated, fingerprints=prints, residues=residues, texts=documents), problems


def load_curated(layout: Layout) -> tuple[Book, list[Problem]]:
    """Read all curated files, without the proofs; the problems are those of form."""
    problems: list[Problem] = []
    entries: list[Entry] = []
    for name, section in _CODE_FILES:
        entries += entries_of(layout.curated / name, f"data/curated/{name}", (section,), problems)
    entries += read_regions(layout.curated / "regions.csv", "data/curated/regions.csv", problems)
    paths = sorted((layout.curated / "sources").glob("*.toml"))
    if not paths:
        remedy = f"Restore them: git checkout {_SOURCES}, or add a file for a document."
        problems.append(Problem(_SOURCES, "", "", "FileIsReadable", "no document is curated.", remedy))
    for path in paths:
        entries += entries_of(path, layout.shown(path), _SOURCE_SECTIONS, problems)
    for path in sorted((layout.curated / "official").glob("*.toml")):
        entries += entries_of(path, layout.shown(path), ("citation",), problems)
    ledger = [Entry("ledger", LEDGER, line, row) for line, row in read_csv(layout.ledger, LEDGER, LEDGER_COLUMNS, problems)]
    return Book(tuple(entries), ledger=tuple(ledger), damaged=frozenset(problem.file for problem in problems)), problems


def _proofs(layout: Layout, source_ids: Iterable[str], problems: list[Problem]) -> tuple[dict[str, Fingerprints], dict[str, Residue]]:
    # A proof with a fault is left out: what would follow from it is no news beside the fault itself.
    prints: dict[str, Fingerprints] = {}
    residues: dict[str, Residue] = {}
    for source_id in source_ids:
        found, faults = fingerprints.read(layout.fingerprints, source_id)
        problems.extend(faults)
        if faults:
            continue
        prints[source_id] = found
        residue = read_residue(layout, found, problems)
        if residue is not None:
            residues[source_id] = residue
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
