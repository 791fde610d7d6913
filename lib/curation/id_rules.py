"""Rules about ids: unique, well placed, in the ledger, never reused."""

from collections.abc import Iterator
from dataclasses import dataclass

from lib.curation.book import Book
from lib.curation.entries import Entry
from lib.curation.ledger import LEDGER_KINDS, identity
from lib.curation.quote_rules import is_misquoted
from lib.curation.rule import Finding, Rule

REGISTER = "python -m lib.curation.register"
RETIRE = f"Restore it; if it is meant to go, run: {REGISTER} --retire"


@dataclass(frozen=True)
class IdIsUnique:
    """No id is used twice."""

    sentence: str = "No id is used twice among things of one kind; no two documents share a prefix."
    remedy: str = "Give the later one the next free id."

    def check(self, book: Book) -> Iterator[Finding]:
        """Find every second use."""
        for kind in LEDGER_KINDS:
            first: dict[str, Entry] = {}
            for entry in book.of(kind):
                if entry.id in first:
                    there = first[entry.id]
                    yield Finding(entry, f"the id `{entry.id}` is used twice: first in {there.file}, line {there.line}.")
                first.setdefault(entry.id, entry)
        yield from self._prefixes(book)

    def _prefixes(self, book: Book) -> Iterator[Finding]:
        seen: dict[str, str] = {}
        for entry in book.of("source"):
            prefix = entry.text("prefix")
            if prefix in seen:
                yield Finding(entry, f"the prefix `{prefix}` is also that of `{seen[prefix]}`.", "Choose another prefix.")
            seen.setdefault(prefix, entry.id)


@dataclass(frozen=True)
class IdNamesItsParent:
    """An id says what it belongs to."""

    sentence: str = (
        "The id of a quote or event starts with its document's prefix, the id of an observation with its quote's id, "
        "that of an official figure with its page's."
    )
    remedy: str = "Rename it, or move it to where it belongs."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare each id with that of its parent."""
        for entry in book.of("quote", "event", "observation", "figure"):
            parent = (
                entry.parent.text("prefix") + "-"
                if entry.parent and entry.parent.kind == "source"
                else entry.parent.id
                if entry.parent
                else ""
            )
            if not entry.id.startswith(parent):
                yield Finding(entry, f"the id `{entry.id}` does not start with `{parent}`.")


@dataclass(frozen=True)
class SourceIdIsFileName:
    """A document's file is named after it."""

    sentence: str = "The file of a document is named after its id."
    remedy: str = "Rename the file or correct the id."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare file and id."""
        for entry in book.of("source"):
            if not entry.file.endswith(f"/{entry.id}.toml"):
                yield Finding(entry, f"the id `{entry.id}` is not the name of the file.")


@dataclass(frozen=True)
class IdIsInLedger:
    """Every id is registered."""

    sentence: str = "Every id is in the ledger `data/curated/ids.csv`; one that disappears stays there as retired."
    remedy: str = f"Run: {REGISTER}"

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare both ways; what was not read whole cannot be missed."""
        if not book.has_all("ledger"):
            return
        known = {(entry.text("kind"), entry.text("id")) for entry in book.ledger}
        present = {(entry.kind, entry.id) for entry in book.of(*LEDGER_KINDS)}
        for entry in book.of(*LEDGER_KINDS):
            if (entry.kind, entry.id) not in known:
                yield Finding(entry, f"the {entry.kind} `{entry.id}` is not in the ledger of ids.")
        for row in book.ledger:
            kind = row.text("kind")
            if not row.text("retired") and (kind, row.id) not in present and book.has_all(kind):
                yield Finding(row, f"the {kind} `{row.id}` has disappeared but is not retired.", RETIRE)


@dataclass(frozen=True)
class IdIsNotReused:
    """An id stands for one thing for ever."""

    sentence: str = "An id never comes to stand for another thing, and a retired id never comes back."
    remedy: str = "Give it a new id; if it was never published, correct its row in data/curated/ids.csv."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare what each id stands for with what the ledger says."""
        rows = {(entry.text("kind"), entry.text("id")): entry for entry in book.ledger}
        for entry in book.of(*LEDGER_KINDS):
            row = rows.get((entry.kind, entry.id))
            if row is not None and row.text("retired"):
                yield Finding(entry, f"the id `{entry.id}` is retired.")
            elif entry.kind == "quote" and is_misquoted(book, entry):
                continue  # A slip in a sentence is told as such: it does not make another sentence of it.
            elif row is not None and row.text("identity") != identity(entry):
                yield Finding(
                    entry, f"the id `{entry.id}` stands for `{row.text('identity')}` in the ledger, but for `{identity(entry)}` here."
                )


RULES: tuple[Rule, ...] = (IdIsUnique(), IdNamesItsParent(), SourceIdIsFileName(), IdIsInLedger(), IdIsNotReused())
