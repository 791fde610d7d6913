"""The rules of the layers: an article's figure has a sentence, an official one a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from lib.domain.rules import words
from lib.domain.vocabulary import Layer


class LayerRule(Protocol):
    """A rule about what a figure of a layer is proven by."""

    @property
    def sentence(self) -> str:
        """Say the rule to a reader."""

    def complaints(self, row: Mapping[str, object]) -> Iterator[str]:
        """Say what breaks the rule in a row of `observations`; nothing when it is kept."""


@dataclass(frozen=True)
class OfficialHasNoQuote:
    """No sentence of a document vouches for an official figure."""

    sentence: str = "A figure of the official layer has no quote and no document."

    def complaints(self, row: Mapping[str, object]) -> Iterator[str]:
        """Say when an official figure has a quote or a document."""
        for column, what in (("quote_id", "quote"), ("source_id", "document")):
            if is_official(row) and words(row, column):
                yield f"it is of the official layer, which is not proven, but it has the {what} `{words(row, column)}`."


@dataclass(frozen=True)
class OfficialHasCitation:
    """An official figure says where it was read."""

    sentence: str = "A figure of the official layer has a citation and a vintage."

    def complaints(self, row: Mapping[str, object]) -> Iterator[str]:
        """Say when an official figure lacks its page or its vintage."""
        for column, what in (("citation_id", "citation"), ("vintage", "vintage")):
            if is_official(row) and not words(row, column):
                yield f"it is of the official layer, but it has no {what}."


@dataclass(frozen=True)
class ArticleHasNoCitation:
    """A figure of an article is proven by its sentence alone."""

    sentence: str = "A figure of the articles has a document, and no citation."

    def complaints(self, row: Mapping[str, object]) -> Iterator[str]:
        """Say when a figure of an article has a citation, or no document."""
        if is_official(row):
            return
        if words(row, "citation_id"):
            yield f"it is of the articles, but it has the citation `{words(row, 'citation_id')}`."
        if not words(row, "source_id"):
            yield "it is of the articles, but it has no document."


LAYER_RULES: tuple[LayerRule, ...] = (OfficialHasNoQuote(), OfficialHasCitation(), ArticleHasNoCitation())


def is_official(row: Mapping[str, object]) -> bool:
    """Tell whether a row of `observations` is of the official layer."""
    return words(row, "layer") == Layer.OFFICIAL


def breaks_its_layer(row: Mapping[str, object]) -> bool:
    """Tell whether any rule of the layers is broken."""
    return any(True for rule in LAYER_RULES for _ in rule.complaints(row))
