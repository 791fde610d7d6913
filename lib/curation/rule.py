"""The form of a build rule: its check and the sentence the data dictionary prints."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from lib.curation.book import Book
from lib.curation.entries import Entry


class Finding(NamedTuple):
    """One break of a rule: where, what, and how to mend it when that is more than the rule's own remedy."""

    entry: Entry
    message: str
    remedy: str = ""


class Rule(Protocol):
    """A rule over everything curated."""

    @property
    def sentence(self) -> str:
        """Say the rule to a reader."""

    @property
    def remedy(self) -> str:
        """Say to a curator what to do."""

    def check(self, book: Book) -> Iterator[Finding]:
        """Find every break."""
