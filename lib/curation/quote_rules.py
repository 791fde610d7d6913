"""Rules of evidence at build time: quotes verbatim and in order, figures in their quotes, each at one place."""

from collections.abc import Iterator
from dataclasses import dataclass

from lib.curation.book import Book
from lib.curation.diagnosis import diagnose
from lib.curation.entries import Entry
from lib.curation.places import figure_of, is_ambiguous, place_of
from lib.curation.rule import Finding, Rule
from lib.curation.sentences import split
from lib.domain.fingerprints import Fingerprints
from lib.domain.rules import FIGURE_RULES, QUOTE_RULE, FigureRule


def prints_of(book: Book, entry: Entry) -> Fingerprints:
    """Return the fingerprints of the document an entry is written under; none known where there are none."""
    return book.fingerprints.get(entry.source_id, Fingerprints(entry.source_id, "", {}))


def is_misquoted(book: Book, quote: Entry) -> bool:
    """Tell whether a quote is no sentence of its document as far as is known; then nothing that follows from its words is news."""
    return prints_of(book, quote).ordinal_of(quote.text("text")) is None


@dataclass(frozen=True)
class QuoteIsVerbatim:
    """A quote is a whole sentence of its document, byte for byte."""

    sentence: str = QUOTE_RULE.sentence
    remedy: str = QUOTE_RULE.remedy

    def check(self, book: Book) -> Iterator[Finding]:
        """Look up every quote of a document with sound fingerprints, and say where a wrong one diverges."""
        for quote in book.of("quote"):
            prints = book.fingerprints.get(quote.source_id)
            if prints and prints.ordinal_of(quote.text("text")) is None:
                sentences = [sentence.text for sentence in split(book.texts.get(quote.source_id, ""))]
                yield Finding(quote, diagnose(quote.text("text"), prints, sentences))


@dataclass(frozen=True)
class QuotesAreInOrder:
    """Quotes stand in the order of the document, each once."""

    sentence: str = "The quotes of a document stand in its order, each once, and their ids ascend."
    remedy: str = "Move the quote to its place; ids that were published stay as they are."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare the place of each quote with the one before."""
        for source in book.of("source"):
            last, before = 0, ""
            for quote in book.under(source, "quote"):
                ordinal = prints_of(book, quote).ordinal_of(quote.text("text"))
                if ordinal is None:
                    continue
                if ordinal <= last:
                    yield Finding(quote, f"the quote stands before or at `{before}` in the document.")
                last, before = ordinal, quote.id


@dataclass(frozen=True)
class LocatorIsPlace:
    """A locator leads to its sentence."""

    sentence: str = (
        "A locator gives the paragraph (lines that are not empty, from 1) and the sentence in it; checked where the text is at hand."
    )
    remedy: str = "Write the locator as given."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare the locators of the documents that are at hand."""
        for source_id, text in book.texts.items():
            places = {sentence.text: sentence.locator for sentence in reversed(split(text))}
            for quote in book.of("quote"):
                place = places.get(quote.text("text"))
                if quote.source_id == source_id and place not in (None, quote.text("locator")):
                    yield Finding(quote, f"the locator is `{quote.text('locator')}`, but the sentence stands in `{place}`.")


@dataclass(frozen=True)
class FigureKeeps:
    """A rule of evidence about one figure, held against every observation."""

    rule: FigureRule

    @property
    def sentence(self) -> str:
        """Say the rule to a reader."""
        return self.rule.sentence

    @property
    def remedy(self) -> str:
        """Say to a curator what to do."""
        return self.rule.remedy

    def check(self, book: Book) -> Iterator[Finding]:
        """Ask the rule about every figure."""
        for entry in book.of("observation"):
            yield from (Finding(entry, complaint) for complaint in self.rule.complaints(figure_of(entry)))


@dataclass(frozen=True)
class PlaceIsClear:
    """A figure that is printed twice says which one it is."""

    sentence: str = (
        "A figure that stands more than once in its quote says which `occurrence` it is, counting every place where it is printed."
    )
    remedy: str = "Add `occurrence = 1`, or the place it has."

    def check(self, book: Book) -> Iterator[Finding]:
        """Count the places of every figure."""
        for entry in book.of("observation"):
            if is_ambiguous(entry):
                yield Finding(entry, f"the printed figure `{entry.text('printed')}` stands more than once in its quote.")


@dataclass(frozen=True)
class FiguresDoNotOverlap:
    """One printed figure is one observation."""

    sentence: str = "No two observations claim the same printed figure, unless one gives an `overlap_reason`."
    remedy: str = "Correct `printed` or `occurrence`, or give `overlap_reason`."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare the spans of each quote's figures."""
        for quote in book.of("quote"):
            taken: list[tuple[int, int, str]] = []
            for entry in book.under(quote, "observation"):
                start, end = place_of(entry)
                other = next((name for a, b, name in taken if start < b and a < end), "")
                if other and not entry.text("overlap_reason"):
                    yield Finding(entry, f"the printed figure `{entry.text('printed')}` overlaps that of `{other}`.")
                taken.append((start, end, entry.id))


RULES: tuple[Rule, ...] = (
    QuoteIsVerbatim(),
    QuotesAreInOrder(),
    LocatorIsPlace(),
    *(FigureKeeps(rule) for rule in FIGURE_RULES),
    PlaceIsClear(),
    FiguresDoNotOverlap(),
)
