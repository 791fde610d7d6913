"""Rules about numbers that are no figures: all accounted for, every dismissal of something that is there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lib.curation.book import Book
from lib.curation.claims import Fate, accounts, spans_of
from lib.curation.entries import Entry
from lib.curation.quote_rules import is_misquoted, prints_of
from lib.curation.residue import Residue
from lib.curation.rule import Finding, Rule
from lib.curation.tokens import Number, numbers_in
from lib.domain.fingerprints import PROVE


@dataclass(frozen=True)
class NumbersAreAccountedFor:
    """No number of a document is passed over in silence."""

    sentence: str = (
        "Every number of every document is claimed by a figure, is the year of its quote, is dismissed with a reason, "
        "or stands in an excluded part."
    )
    remedy: str = "Add an [[quote.observation]], a [[quote.dismissed]] or a [[dismissed]] for it."

    def check(self, book: Book) -> Iterator[Finding]:
        """Report every open number of the documents whose entries, quotes and proofs are sound."""
        for source in filter(lambda source: _is_proven(book, source), book.of("source")):
            for account in accounts(book, source):
                if account.fate is Fate.OPEN:
                    where = f"quote `{account.quote.id}`" if account.quote else f"sentence {account.sentence}"
                    place = f"characters {account.number.start} to {account.number.end}"
                    yield Finding(account.quote or source, f"the number `{account.number.printed}` in {where}, {place}, is open.")


@dataclass(frozen=True)
class DismissalMeetsSomething:
    """A dismissal is of words that are there."""

    sentence: str = (
        "What is dismissed stands in its quote or sentence; what is excluded stands in the document; neither is quoted elsewhere."
    )
    remedy: str = f"Correct the words, or, if the documents or these entries changed, run: {PROVE}"

    def check(self, book: Book) -> Iterator[Finding]:
        """Look for dismissals without a place, and for quotes from excluded parts."""
        for entry in book.of("quote.dismissed"):
            if entry.parent and not is_misquoted(book, entry.parent) and not spans_of(entry.parent.text("text"), entry):
                yield Finding(
                    entry, f"the dismissed `{entry.text('printed')}` does not stand in the quote `{entry.parent.id}`.", "Correct `printed`."
                )
        for source in book.of("source"):
            residue = book.residues.get(source.id)
            if residue is None:
                continue
            for entry in (*book.under(source, "excluded"), *book.under(source, "dismissed")):
                if not residue.sentences_of(entry):
                    words = entry.text("starts") or entry.text("sentence")
                    yield Finding(entry, f"no sentence that starts with `{words[:48]}` is known in this document.")
        yield from self._quoted(book)

    def _quoted(self, book: Book) -> Iterator[Finding]:
        for source in book.of("source"):
            residue, prints = book.residues.get(source.id, Residue()), book.fingerprints.get(source.id)
            out = {ordinal for entry in book.under(source, "excluded") for ordinal in residue.sentences_of(entry)}
            for quote in book.under(source, "quote"):
                if prints and prints.ordinal_of(quote.text("text")) in out:
                    yield Finding(
                        quote, "the quote stands in an excluded part of its document.", "Quote another sentence, or narrow the exclusion."
                    )


@dataclass(frozen=True)
class NumberListFitsQuotes:
    """The list of numbers is that of the document."""

    sentence: str = "The list of a document's numbers has, for each quoted sentence, every number of the quote and no other."
    remedy: str = f"Restore data/numbers from the repository (git checkout data/numbers), or, with the documents at hand, run: {PROVE}"

    def check(self, book: Book) -> Iterator[Finding]:
        """Read the numbers of every verbatim quote again."""
        for source in book.of("source"):
            residue = book.residues.get(source.id)
            for quote in book.under(source, "quote") if residue else ():
                ordinal = prints_of(book, quote).ordinal_of(quote.text("text"))
                listed, found = residue.numbers.get(ordinal, ()) if residue and ordinal else (), numbers_in(quote.text("text"))
                if ordinal is not None and listed != found:
                    yield Finding(quote, f"the list of numbers has {_shown(listed)} for this sentence, but the quote has {_shown(found)}.")


def _shown(numbers: Sequence[Number]) -> str:
    return ", ".join(f"`{number.printed}` at {number.start}" for number in numbers) or "none"


def _is_proven(book: Book, source: Entry) -> bool:
    if source.id not in book.residues or source.file in book.damaged:
        return False
    return not any(is_misquoted(book, quote) for quote in book.under(source, "quote"))


RULES: tuple[Rule, ...] = (NumbersAreAccountedFor(), NumberListFitsQuotes(), DismissalMeetsSomething())
