"""Rules of accord: between figures and their indicator, between figures and their quote, and that nothing stands alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from lib.curation.book import Book
from lib.curation.entries import Entry
from lib.curation.rule import Finding, Rule


@dataclass(frozen=True)
class IndicatorHasOneUnit:
    """One indicator, one unit."""

    sentence: str = "All figures of an indicator have the indicator's one unit and theme; its kind, scope and basis are declared once."
    remedy: str = "Correct it, or make another indicator: a different thing is a different indicator."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare each observation with its indicator."""
        indicators = book.ids("indicator")
        for entry in book.of("observation", "figure"):
            indicator = indicators.get(entry.text("indicator"))
            # The theme of an official figure is not written: it is the indicator's.
            for key in (("unit", "theme") if entry.kind == "observation" else ("unit",)) if indicator else ():
                wanted = indicator.text(key) if indicator else ""
                if entry.text(key) != wanted:
                    yield Finding(
                        entry,
                        f"the indicator `{entry.text('indicator')}` has the {key} `{wanted}`, but this figure has `{entry.text(key)}`.",
                    )


@dataclass(frozen=True)
class UnitFitsPrint:
    """Money and percentages are what the print says."""

    sentence: str = "A figure printed with yuan or 元 has a unit of yuan; one printed with percent or % has a unit of percent."
    remedy: str = "Correct the unit or the printed figure."

    def check(self, book: Book) -> Iterator[Finding]:
        """Look for the words in every printed figure."""
        for entry in book.of("observation", "figure"):
            printed, unit = entry.text("printed").lower(), entry.text("unit")
            if ("yuan" in printed or "元" in printed) and not unit.startswith("CNY"):
                yield Finding(entry, f"`{entry.text('printed')}` is printed in yuan, but its unit is `{unit}`.")
            if ("percent" in printed or "%" in printed) and not unit.startswith("percent"):
                yield Finding(entry, f"`{entry.text('printed')}` is printed in percent, but its unit is `{unit}`.")


@dataclass(frozen=True)
class QuoteCoversFigure:
    """A quote carries the themes and regions of its figures."""

    sentence: str = "The theme and the region of an observation are among those of its quote."
    remedy: str = "Add it to the quote, or correct the observation."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare each observation with its quote."""
        for entry in book.of("observation"):
            for key, of_quote in (("theme", "themes"), ("region", "region")):
                if entry.parent and entry.text(key) and entry.text(key) not in entry.parent.many(of_quote):
                    yield Finding(entry, f"the {key} `{entry.text(key)}` is not among the {key}s of its quote.")


@dataclass(frozen=True)
class NothingIsOrphan:
    """Whatever is declared is used."""

    sentence: str = (
        "Every indicator and unit is used by a figure, every programme by a quote, every document has quotes, every page figures; "
        "a quote has a figure, a dated event or a note that says why it is kept, or names a programme."
    )
    remedy: str = "Remove it, or use it."

    def check(self, book: Book) -> Iterator[Finding]:
        """Look for things that nothing refers to; a file that was not read whole may refer to them."""
        if book.has_all("quote") and book.has_all("figure"):
            yield from self._declared(book)
        for entry in book.of("source"):
            if not book.under(entry, "quote") and entry.file not in book.damaged:
                yield Finding(entry, "the document has no quotes.")
        for entry in book.of("citation"):
            if not book.under(entry, "figure") and entry.file not in book.damaged:
                yield Finding(entry, "no figure was read in the page.")
        yield from self._quotes(book)

    def _declared(self, book: Book) -> Iterator[Finding]:
        used = {key: {entry.text(key) for entry in book.of("observation", "figure")} for key in ("indicator", "unit")}
        programmes = {name for quote in book.of("quote") for name in quote.many("programmes")}
        for kind, users in (("indicator", used["indicator"]), ("unit", used["unit"]), ("programme", programmes)):
            user = "quote" if kind == "programme" else "figure"
            yield from (
                Finding(entry, f"the {kind} `{entry.id}` is an orphan: no {user} uses it.")
                for entry in book.of(kind)
                if entry.id not in users
            )

    def _quotes(self, book: Book) -> Iterator[Finding]:
        dated = {event.text("quote") for event in book.of("event")}
        for quote in book.of("quote"):
            says_why = quote.text("note") or quote.many("programmes") or quote.id in dated
            if not says_why and not book.under(quote, "observation") and quote.file not in book.damaged:
                yield Finding(
                    quote, "the quote is an orphan: it has no figure, no event, no programme and no note.", "Add a note, or remove it."
                )


@dataclass(frozen=True)
class EventFitsItsQuote:
    """An event says how exactly its date is known, and where."""

    sentence: str = "The precision of an event fits its date, and its document is that of its quote."
    remedy: str = "Correct the date, the precision or the quote."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare date and precision, event and quote."""
        fitting = {4: ("year", "half_year"), 7: ("month",), 10: ("day",)}
        quotes = book.ids("quote")
        for entry in book.of("event"):
            date, precision = entry.text("date"), entry.text("precision")
            if precision not in fitting.get(len(date), ()):
                yield Finding(entry, f"the date `{date}` does not have the precision `{precision}`.")
            quote: Entry | None = quotes.get(entry.text("quote"))
            if quote and quote.source_id != entry.source_id:
                yield Finding(entry, f"its quote `{quote.id}` is of another document.")


RULES: tuple[Rule, ...] = (IndicatorHasOneUnit(), UnitFitsPrint(), QuoteCoversFigure(), NothingIsOrphan(), EventFitsItsQuote())
