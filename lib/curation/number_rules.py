"""Rules about numbers that are no figures: all accounted for, every dismissal of something that is there."""

from collections.abc import Iterator
from dataclasses import dataclass

from lib.curation.book import Book
from lib.curation.claims import Fate, accounts, spans_of
from lib.curation.residue import Residue
from lib.curation.rule import Finding, Rule
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
        """Report every open number."""
        for source in book.of("source"):
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
            if entry.parent and not spans_of(entry.parent.text("text"), entry):
                yield Finding(
                    entry, f"the dismissed `{entry.text('printed')}` does not stand in the quote `{entry.parent.id}`.", "Correct `printed`."
                )
        for source in book.of("source"):
            residue = book.residues.get(source.id, Residue())
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


RULES: tuple[Rule, ...] = (NumbersAreAccountedFor(), DismissalMeetsSomething())
