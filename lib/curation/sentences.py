"""The splitter: a document as numbered sentences, the units that quotes and fingerprints are made of.

A sentence never crosses a line. It ends at `.`, `!` or `?` and the quote marks or brackets that close there, when white space and a capital
letter, a digit or an opening mark follow, but not after an abbreviation; and at `。`, `！` or `？` with what closes there.
"""

import itertools
import re
from dataclasses import dataclass

_END = re.compile(
    r"""[.!?]+["'”’)\]]*(?=\s+[A-Z0-9"“‘'(\[【])"""
    r"""|[。！？]+[”’」』）】"]*(?=.)"""
)
_ABBREVIATIONS = ("Mr.", "Mrs.", "Ms.", "Dr.", "Ltd.", "Co.", "Inc.", "No.")


@dataclass(frozen=True)
class Sentence:
    """One sentence and its place in the document."""

    ordinal: int
    text: str
    paragraph: int
    place: int

    @property
    def locator(self) -> str:
        """Say the place to a reader."""
        return f"paragraph {self.paragraph}, sentence {self.place}"


def split(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a document in their order; paragraphs are its lines that are not empty."""
    lines = (line for line in text.split("\n") if line.strip())
    found = [(number, place, part) for number, line in enumerate(lines, 1) for place, part in enumerate(_parts(line), 1)]
    return tuple(Sentence(ordinal, part, number, place) for ordinal, (number, place, part) in enumerate(found, 1))


def _parts(line: str) -> list[str]:
    ends = [match.end() for match in _END.finditer(line) if not _is_abbreviation(line[: match.end()])]
    bounds = [0, *ends, len(line)]
    parts = (line[start:end].strip() for start, end in itertools.pairwise(bounds))
    return [part for part in parts if part]


def _is_abbreviation(head: str) -> bool:
    return any(head.endswith(word) and not head[: -len(word)][-1:].isalpha() for word in _ABBREVIATIONS)
