"""The account of numbers: every number of every document is claimed, dismissed with a reason, or open."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lib.curation.book import Book
from lib.curation.entries import Entry
from lib.curation.period_rules import period_of
from lib.curation.places import place_of
from lib.curation.residue import Residue
from lib.curation.tokens import Number, numbers_in
from lib.domain.spans import raw_places, whole_places


class Fate(StrEnum):
    """What became of a number."""

    CLAIMED = "claimed"
    PERIOD = "period"
    DISMISSED = "dismissed"
    EXCLUDED = "excluded"
    OPEN = "open"


@dataclass(frozen=True)
class Account:
    """One number of one document and what became of it."""

    source_id: str
    sentence: int
    number: Number
    fate: Fate
    quote: Entry | None = None
    by: Entry | None = None


def accounts(book: Book, source: Entry) -> Iterator[Account]:
    """Account for every number of a document, in its order; the text itself is not needed."""
    residue, prints = book.residues.get(source.id, Residue()), book.fingerprints.get(source.id)
    quotes = {prints.ordinal_of(quote.text("text")): quote for quote in book.under(source, "quote")} if prints else {}
    excluded = _by_sentence(residue, book.under(source, "excluded"))
    dismissed = _by_sentence(residue, book.under(source, "dismissed"))
    for ordinal, numbers in sorted(residue.numbers.items()):
        for number in numbers:
            if ordinal in quotes:
                fate, by = _in_quote(book, quotes[ordinal], number)
            else:
                fate, by = _outside(number, excluded.get(ordinal, []), dismissed.get(ordinal, []))
            yield Account(source.id, ordinal, number, fate, quotes.get(ordinal), by)


def _by_sentence(residue: Residue, entries: list[Entry]) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        for ordinal in residue.sentences_of(entry):
            found.setdefault(ordinal, []).append(entry)
    return found


def _in_quote(book: Book, quote: Entry, number: Number) -> tuple[Fate, Entry | None]:
    for observation in book.under(quote, "observation"):
        if any(start <= number.start and number.end <= end for start, end in _claimed(quote, observation)):
            return Fate.CLAIMED, observation
    for entry in book.under(quote, "quote.dismissed"):
        if any(start <= number.start and number.end <= end for start, end in spans_of(quote.text("text"), entry)):
            return Fate.DISMISSED, entry
    years = {
        year for entry in (quote, *book.under(quote, "observation")) if (period := period_of(entry)) for year in (period.start, period.end)
    }
    return (Fate.PERIOD, quote) if number.is_year and int(number.printed) in years else (Fate.OPEN, None)


def _claimed(quote: Entry, observation: Entry) -> Iterator[tuple[int, int]]:
    yield place_of(observation)
    dollars = observation.text("usd_printed")
    yield from ((at, at + len(dollars)) for at in raw_places(quote.text("text"), dollars))


def spans_of(sentence: str, dismissal: Entry) -> list[tuple[int, int]]:
    """Return every place of a dismissed text in a sentence where it stands as a whole."""
    printed = dismissal.text("printed")
    return [(at, at + len(printed)) for at in whole_places(sentence, printed)]


def _outside(number: Number, excluded: list[Entry], dismissed: list[Entry]) -> tuple[Fate, Entry | None]:
    if excluded:
        return Fate.EXCLUDED, excluded[0]
    for entry in dismissed:
        if any(number.printed == token.printed for token in numbers_in(entry.text("printed"))):
            return Fate.DISMISSED, entry
    return Fate.OPEN, None
