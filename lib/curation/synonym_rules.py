"""Rules about synonyms: each group joins several words, no word is in two groups, and each group is of use."""

from collections.abc import Iterator
from dataclasses import dataclass

from lib.curation.book import Book
from lib.curation.entries import Entry
from lib.curation.rule import Finding, Rule
from lib.curation.synonyms import Synonyms
from lib.domain.folding import fold


@dataclass(frozen=True)
class SynonymsAreSeveral:
    """A group joins at least two words that a search can tell apart."""

    sentence: str = "A group of synonyms has at least two words, and no word is empty or stands in it twice."
    remedy: str = "Add another word, or remove the group."

    def check(self, book: Book) -> Iterator[Finding]:
        """Fold the words of every group and count them."""
        for group in book.of("synonym"):
            folded = [fold(term) for term in group.many("terms")]
            if len(set(folded)) < max(2, len(folded)) or "" in folded:
                yield Finding(group, f"the group `{_shown(group)}` has an empty word, the same word twice, or only one.")


@dataclass(frozen=True)
class SynonymIsOfOneGroup:
    """A word means one thing."""

    sentence: str = "A synonym stands in one group."
    remedy: str = "Join the two groups, or remove the word from one."

    def check(self, book: Book) -> Iterator[Finding]:
        """Find every word that an earlier group has."""
        first: dict[str, Entry] = {}
        for group in book.of("synonym"):
            for term in group.many("terms"):
                other = first.setdefault(fold(term), group)
                if other is not group:
                    yield Finding(group, f"`{term}` stands in another group too: line {other.line}.")


@dataclass(frozen=True)
class SynonymsAreUsed:
    """A group leads to something."""

    sentence: str = "At least one word of a group of synonyms stands in a quote, or in the words of an indicator."
    remedy: str = "Remove the group, or add the word that the documents print."

    def check(self, book: Book) -> Iterator[Finding]:
        """Look for every group in all texts; what was not read whole may hold it."""
        if not (book.has_all("quote") and book.has_all("indicator")):
            return
        keys = ("text", "label_en", "label_zh", "definition_en", "definition_zh")
        texts = [fold(entry.text(key)) for entry in book.of("quote", "indicator") for key in keys]
        for group in book.of("synonym"):
            if not any(Synonyms(group.many("terms")).stand_in(text) for text in texts):
                yield Finding(group, f"no quote and no indicator holds a word of `{_shown(group)}`.")


def _shown(group: Entry) -> str:
    return ", ".join(group.many("terms"))


RULES: tuple[Rule, ...] = (SynonymsAreSeveral(), SynonymIsOfOneGroup(), SynonymsAreUsed())
