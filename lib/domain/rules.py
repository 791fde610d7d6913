"""The rules of evidence: a quote is in its document, a figure is in its quote, a value is what the figure says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from lib.domain.bounds import meanings, own_bound, undeclared_bound
from lib.domain.figures import FigureError, parse_figure
from lib.domain.fingerprints import Fingerprints, sha256_of
from lib.domain.spans import is_whole


@dataclass(frozen=True)
class Quote:
    """A sentence as the dataset holds it."""

    quote_id: str
    source_id: str
    text: str
    sha256: str

    @classmethod
    def from_row(cls, row: Mapping[str, object]) -> "Quote":
        """Take a row of `quotes`; what is missing becomes empty."""
        return cls(words(row, "quote_id"), words(row, "source_id"), words(row, "text"), words(row, "sha256"))


@dataclass(frozen=True)
class Figure:
    """One printed figure with the sentence it stands in."""

    sentence: str
    printed: str
    start: int
    end: int
    bound_printed: str
    qualifier: str
    value: float | None
    usd_printed: str
    unit: str = ""

    @classmethod
    def from_row(cls, row: Mapping[str, object], sentence: str) -> "Figure":
        """Take a row of `observations` and the text of its quote; a missing place becomes -1."""
        value = row.get("value")
        return cls(
            sentence,
            words(row, "printed"),
            _place(row, "printed_start"),
            _place(row, "printed_end"),
            words(row, "bound_printed"),
            words(row, "qualifier"),
            float(value) if isinstance(value, int | float) else None,
            words(row, "usd_printed"),
            words(row, "unit"),
        )


def words(row: Mapping[str, object], column: str) -> str:
    """Return the text of a column; empty where the row holds none, also where a frame turned it into a not-a-number."""
    value = row.get(column)
    return value if isinstance(value, str) else ""


def _place(row: Mapping[str, object], column: str) -> int:
    value = row.get(column)
    return int(value) if isinstance(value, int | float) and value == value else -1


class FigureRule(Protocol):
    """A rule about one figure in its sentence."""

    @property
    def sentence(self) -> str:
        """Say the rule to a reader."""

    @property
    def remedy(self) -> str:
        """Say to a curator what to do."""

    def complaints(self, figure: Figure) -> Iterator[str]:
        """Say what breaks the rule; nothing when it is kept."""


@dataclass(frozen=True)
class QuoteIsVerbatim:
    """A quote is a whole sentence of its document."""

    sentence: str = "A quote is a whole sentence of its document, byte for byte: the document's fingerprints hold its SHA-256."
    remedy: str = "Copy the whole sentence from the document again, with its curly quotes and no-break spaces."

    def complaints(self, quote: Quote, fingerprints: Fingerprints) -> Iterator[str]:
        """Say when the text has no fingerprint, or is not the text that was hashed."""
        if fingerprints.ordinal_of(quote.text) is None:
            yield "no sentence of this document has the fingerprint of this quote."
        elif quote.sha256 != sha256_of(quote.text):
            kept, true = quote.sha256[:12] or "none", sha256_of(quote.text)[:12]
            yield f"the hash kept beside the quote, {kept}…, is not the hash of its text, {true}…."


@dataclass(frozen=True)
class FigureStandsInQuote:
    """A printed figure is a part of its quote."""

    sentence: str = "A printed figure stands in its quote, as a whole, at the place that `printed_start` and `printed_end` give."
    remedy: str = "Copy the figure from the quote, character by character, without the words that bound it."

    def complaints(self, figure: Figure) -> Iterator[str]:
        """Say when the sentence holds another text at the place, or only a part of a longer number."""
        found = figure.sentence[max(figure.start, 0) : max(figure.end, 0)]
        if not figure.printed or figure.printed not in figure.sentence:
            yield f"the printed figure `{figure.printed}` is not in its quote."
        elif figure.start < 0:
            yield f"the printed figure `{figure.printed}` has no place in its quote, or not as many as its occurrence says."
        elif found != figure.printed:
            yield f"the quote holds `{found}` at characters {figure.start} to {figure.end}, not the printed figure `{figure.printed}`."
        elif not is_whole(figure.sentence, figure.start, figure.end):
            yield f"the printed figure `{figure.printed}` is only a part of a longer number or word in its quote."


@dataclass(frozen=True)
class ValueIsParse:
    """A value is the printed figure as a number."""

    sentence: str = "A value is the parse of its printed figure in base units: 1.36 trillion yuan is 1.36e12, 7.4 percent is 7.4."
    remedy: str = "Correct the value, or the printed figure; units are not converted."

    def complaints(self, figure: Figure) -> Iterator[str]:
        """Say when the figure cannot be read, or reads as another number."""
        try:
            parsed = parse_figure(figure.printed, figure.unit)
        except FigureError as error:
            yield f"the printed figure `{figure.printed}` cannot be read: {error}."
            return
        if figure.value != parsed:
            yield f"the value {_plain(figure.value)} is not the parse of the printed figure `{figure.printed}`, which is {_plain(parsed)}."


@dataclass(frozen=True)
class BoundIsPrinted:
    """A bound is there because its words are printed."""

    sentence: str = (
        "A qualifier other than `exact` is printed in the quote: as bound words that mean it, or by the figure itself "
        "(`millions` and `tens of thousands` are floors, `top ten` is a ceiling). Bound words that touch a figure are never dropped."
    )
    remedy: str = "Give `bound_printed` as the quote prints it and the qualifier it means, or remove both."

    def complaints(self, figure: Figure) -> Iterator[str]:
        """Say when words and qualifier disagree, or words that stand before the figure were left out."""
        if figure.bound_printed:
            yield from self._of_declared(figure)
            return
        own = own_bound(figure.printed)
        if figure.qualifier != own:
            yield f"the qualifier is `{figure.qualifier}`, but no bound words are given and `{figure.printed}` alone is `{own}`."
        left_out = undeclared_bound(figure.sentence, figure.start, figure.end)
        if left_out:
            yield f"the words `{left_out}` stand at the figure `{figure.printed}`, but `bound_printed` leaves them out."

    def _of_declared(self, figure: Figure) -> Iterator[str]:
        allowed = meanings(figure.bound_printed)
        if figure.bound_printed not in figure.sentence:
            yield f"the bound words `{figure.bound_printed}` are not in the quote."
        if not allowed:
            yield f"`{figure.bound_printed}` is not a bound word that this dataset knows."
        elif figure.qualifier not in allowed:
            meant = " or ".join(f"`{qualifier}`" for qualifier in allowed)
            yield f"the bound words `{figure.bound_printed}` mean {meant}, but the qualifier is `{figure.qualifier}`."


@dataclass(frozen=True)
class DollarsStandInQuote:
    """Dollars are printed too."""

    sentence: str = "US dollars, where given, stand in the quote as printed and can be read as a figure."
    remedy: str = "Copy the dollars from the quote, with their sign and magnitude."

    def complaints(self, figure: Figure) -> Iterator[str]:
        """Say when the dollars are not in the sentence or are no figure."""
        if figure.usd_printed and figure.usd_printed not in figure.sentence:
            yield f"the dollars `{figure.usd_printed}` are not in the quote."
            return
        try:
            parse_figure(figure.usd_printed or "0")
        except FigureError as error:
            yield f"the dollars `{figure.usd_printed}` cannot be read: {error}."


QUOTE_RULE = QuoteIsVerbatim()
FIGURE_RULES: tuple[FigureRule, ...] = (FigureStandsInQuote(), ValueIsParse(), BoundIsPrinted(), DollarsStandInQuote())


def _plain(value: float | None) -> str:
    return "(none)" if value is None else f"{value:,.15g}".replace(",", "")
