"""Groups of words that mean the same: a text that holds one of them is found by all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from lib.curation.entries import Entry
from lib.curation.pinyin import joined
from lib.domain.folding import fold


@dataclass(frozen=True)
class Synonyms:
    """One group of words."""

    terms: tuple[str, ...]

    def stand_in(self, folded: str) -> bool:
        """Tell whether one of the words stands in a folded text: English ones as whole words, also in the plural."""
        return self._pattern.search(folded) is not None

    @property
    def words(self) -> str:
        """Give all words of the group: the English ones in the plural, which holds the singular, the Chinese ones in pinyin too."""
        return " ".join(dict.fromkeys((*map(_plural, self.terms), *(spelling for term in self.terms for spelling in joined(term)))))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(_form(fold(term)) for term in self.terms))


def synonyms_of(entries: Iterable[Entry]) -> tuple[Synonyms, ...]:
    """Take the groups from their entries."""
    return tuple(Synonyms(entry.many("terms")) for entry in entries)


def _plural(term: str) -> str:
    return f"{term}s" if term.isascii() and not term.endswith("s") else term


def _form(term: str) -> str:
    # A hyphen and a space are printed for each other: `co-prosperity`, `co prosperity`.
    form = "[ -]".join(re.escape(word) for word in re.split("[ -]", term))
    return rf"\b{form}s?\b" if term.isascii() else form
