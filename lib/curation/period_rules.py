"""Rules about time: periods within reason, and in accord with document, quote, status and basis."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lib.curation.book import Book
from lib.curation.entries import Entry
from lib.curation.rule import Finding, Rule
from lib.domain.periods import Period, PeriodError
from lib.domain.tables import EARLIEST_YEAR, LATEST_YEAR
from lib.domain.vocabulary import PeriodBasis, Status


def period_of(entry: Entry | None) -> Period | None:
    """Return the period of an entry; None where it has none that can be read."""
    try:
        return Period.parse(entry.text("period")) if entry else None
    except PeriodError:
        return None


@dataclass(frozen=True)
class PeriodIsReadable:
    """A period is a year or a span of years within reason."""

    sentence: str = f"A period is a year or a span of years, from {EARLIEST_YEAR} to {LATEST_YEAR}, that does not end before it starts."
    remedy: str = "Correct the period."

    def check(self, book: Book) -> Iterator[Finding]:
        """Read the period of every quote and observation."""
        for entry in book.of("quote", "observation"):
            try:
                period = Period.parse(entry.text("period"))
            except PeriodError as error:
                yield Finding(entry, f"{error}.")
                continue
            if not EARLIEST_YEAR <= period.start <= period.end <= LATEST_YEAR:
                yield Finding(entry, f"the period {period} is outside {EARLIEST_YEAR} to {LATEST_YEAR}.")


@dataclass(frozen=True)
class PeriodFitsStatus:
    """What is reported has happened; what is planned has not ended."""

    sentence: str = (
        "An actual figure does not lie after the year its document was published, one under way does not start after it, "
        "and a plan or target does not end before it."
    )
    remedy: str = "Correct the period or the status."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare each observation with its document's date."""
        years = {source.id: source.text("published")[:4] for source in book.of("source")}
        for entry in book.of("observation"):
            period, year = period_of(entry), years.get(entry.source_id, "")
            if period is None or re.fullmatch(r"[0-9]{4}", year) is None:
                continue
            status, published = entry.text("status"), int(year)
            if (
                (status == Status.ACTUAL and period.end > published)
                or (status == Status.ONGOING and period.start > published)
                or (status in (Status.PLAN, Status.TARGET) and period.end < published)
            ):
                side = "after" if status in (Status.ACTUAL, Status.ONGOING) else "before"
                yield Finding(
                    entry, f"the period {period} of this `{status}` figure lies {side} {published}, when the document was published."
                )


@dataclass(frozen=True)
class PeriodLiesInQuote:
    """A quote's period covers those of its figures."""

    sentence: str = "The period of an observation lies in the period of its quote."
    remedy: str = "Widen the quote's period, or correct the observation's."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare each observation with its quote."""
        for entry in book.of("observation"):
            inner, outer = period_of(entry), period_of(entry.parent)
            if inner and outer and not (outer.start <= inner.start and inner.end <= outer.end):
                yield Finding(entry, f"the period {inner} does not lie in its quote's period {outer}.")


@dataclass(frozen=True)
class StatedPeriodIsPrinted:
    """A stated period can be read in the sentence."""

    sentence: str = "Where a period is `stated`, its first or last year is printed in the quote."
    remedy: str = "Write `resolved` or `inferred`, or correct the period."

    def check(self, book: Book) -> Iterator[Finding]:
        """Look for the years of every stated period."""
        for entry in book.of("observation"):
            period = period_of(entry)
            if entry.text("period_basis") != PeriodBasis.STATED or period is None or entry.parent is None:
                continue
            if not any(str(year) in entry.parent.text("text") for year in (period.start, period.end)):
                yield Finding(entry, f"the period {period} is `stated`, but the quote prints no such year.")


RULES: tuple[Rule, ...] = (PeriodIsReadable(), PeriodFitsStatus(), PeriodLiesInQuote(), StatedPeriodIsPrinted())
