"""Rules about official figures: read in a cited page, no value that its print does not say, old bases marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lib.curation.book import Book
from lib.curation.entries import Entry
from lib.curation.period_rules import period_of
from lib.curation.rule import Finding, Rule
from lib.domain.bounds import meanings
from lib.domain.figures import FigureError, parse_figure
from lib.domain.official_codes import Break
from lib.domain.vocabulary import Qualifier

# Until 2012 town and country were surveyed apart, and of rural income only the net income was published.
_FIRST_YEAR_OF_JOINED_SURVEY = 2013
_SURVEYED_APART = frozenset({"rural", "urban"})
_NUMBER = re.compile(r"[0-9.]+")


@dataclass(frozen=True)
class OfficialValueIsParse:
    """A value is the curated figure as a number."""

    sentence: str = "The value of an official figure is the parse of its `printed`, number and unit, in base units."
    remedy: str = "Correct the value or `printed`."

    def check(self, book: Book) -> Iterator[Finding]:
        """Parse every official figure."""
        for entry in book.of("figure"):
            printed, value = entry.text("printed"), entry.number("value")
            try:
                parsed = parse_figure(printed, entry.text("unit"))
            except FigureError as error:
                yield Finding(entry, f"the figure `{printed}` cannot be read: {error}.")
                continue
            if value is None or round(parsed, 6) != float(value):
                yield Finding(entry, f"the value {value:.15g} is not the parse of `{printed}`, which is {parsed:.15g}.")


@dataclass(frozen=True)
class OfficialBoundIsSaid:
    """A bound has its words, and words their bound."""

    sentence: str = "An official figure has a qualifier other than `exact` where `bound_printed` says so, and only there."
    remedy: str = "Give `bound_printed` and the qualifier it means, or neither."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare words and qualifier."""
        for entry in book.of("figure"):
            bound, qualifier = entry.text("bound_printed"), entry.text("qualifier")
            allowed = meanings(bound) if bound else (Qualifier.EXACT,)
            if qualifier not in allowed:
                yield Finding(entry, f"the bound words `{bound}` do not go with the qualifier `{qualifier}`.")


@dataclass(frozen=True)
class OfficialFigureIsDerivedRight:
    """A derived figure is what its formula gives."""

    sentence: str = "The `derivation` of an official figure gives the number that its `printed` begins with, and its note says so."
    remedy: str = "Correct the formula or the figure, and say in the note what the page prints."

    def check(self, book: Book) -> Iterator[Finding]:
        """Work out every formula."""
        for entry in book.of("figure"):
            formula = entry.text("derivation")
            printed = _NUMBER.match(entry.text("printed"))
            result = _result(formula)
            if result is not None and (printed is None or Decimal(printed[0]) != result):
                yield Finding(entry, f"`{formula}` is {result}, not what `{entry.text('printed')}` begins with.")
            if formula and not entry.text("note"):
                yield Finding(entry, "it is worked out, but no note says from what.")


def _result(formula: str) -> Decimal | None:
    parts = formula.split(" ")
    if len(parts) != 3 or not all(_NUMBER.fullmatch(part) for part in parts[::2]):
        return None
    first, second = Decimal(parts[0]), Decimal(parts[2])
    return first - second if parts[1] == "-" else first + second


@dataclass(frozen=True)
class OfficialFigureIsOfItsTime:
    """A page speaks of what has been."""

    sentence: str = "The period of an official figure can be read, and does not lie after the year its page was published."
    remedy: str = "Correct the period or the date of the page."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare each figure with its page."""
        for entry in book.of("figure"):
            period = period_of(entry)
            published = entry.parent.text("published")[:4] if entry.parent else ""
            if period is None:
                yield Finding(entry, f"the period `{entry.text('period')}` cannot be read.")
            elif published.isdigit() and period.end > int(published):
                yield Finding(entry, f"the period {period} lies after {published}, when the page was published.")


@dataclass(frozen=True)
class OfficialFigureIsOnce:
    """A page gives a figure once."""

    sentence: str = (
        "No page is cited twice, and none gives the same figure of an indicator, region and period twice; "
        "two pages that give the same figure are both kept."
    )
    remedy: str = "Remove the later one."

    def check(self, book: Book) -> Iterator[Finding]:
        """Find second pages of one address, and second figures of one page."""
        yield from _repeated(book.of("citation"), ("url",), "the page")
        for page in book.of("citation"):
            yield from _repeated(book.under(page, "figure"), ("indicator", "region", "period", "printed"), "the figure")


def _repeated(entries: list[Entry], keys: tuple[str, ...], what: str) -> Iterator[Finding]:
    first: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        given = tuple(entry.text(key) for key in keys)
        if given in first:
            yield Finding(entry, f"{what} is also given as `{first[given].id}`.")
        first.setdefault(given, entry)


@dataclass(frozen=True)
class OldSurveyIsMarked:
    """An income from the old household survey says so."""

    sentence: str = (
        f"A figure of rural or urban income before {_FIRST_YEAR_OF_JOINED_SURVEY} has the `series_break` "
        f"`{Break.OLD_HOUSEHOLD_SURVEY}`: it stands on another survey."
    )
    remedy: str = f'Write: series_break = "{Break.OLD_HOUSEHOLD_SURVEY}"'

    def check(self, book: Book) -> Iterator[Finding]:
        """Look at every level of income of town or country."""
        for entry in book.of("figure"):
            period = period_of(entry)
            if period is None or entry.text("series_break") or period.end >= _FIRST_YEAR_OF_JOINED_SURVEY:
                continue
            words = set(entry.text("indicator").split("_"))
            if "income" in words and words & _SURVEYED_APART:
                yield Finding(entry, f"its period {period} lies before {_FIRST_YEAR_OF_JOINED_SURVEY}, but no break is marked.")


RULES: tuple[Rule, ...] = (
    OfficialValueIsParse(),
    OfficialBoundIsSaid(),
    OfficialFigureIsDerivedRight(),
    OfficialFigureIsOfItsTime(),
    OfficialFigureIsOnce(),
    OldSurveyIsMarked(),
)
