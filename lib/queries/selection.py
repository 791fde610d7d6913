"""What the reader asks to see: filters, search, the chosen figure, the opened document and the language."""

import unicodedata
from dataclasses import dataclass, replace
from typing import Any, Literal

Language = Literal["en", "zh"]

SEARCH_LENGTH = 100
# What a reader may add to the charts: the dated events; one chart for each area instead of one for all.
EXTRAS = ("events", "panels")
# The reader's word that no official figures shall stand beside those of the articles.
ALONE = "articles"
# The reader's word that figures which are not like for like shall be drawn on one axis all the same.
UNLIKE = "unlike"
PAIR = 2


@dataclass(frozen=True)
class Selection:
    """One view of the dataset; two that ask the same are equal, and every one has a link."""

    regions: tuple[str, ...] = ()
    inside: bool = True
    themes: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    statuses: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    search: str = ""
    claim: str = ""
    pair: tuple[str, ...] = ()
    source: str = ""
    show: tuple[str, ...] = ()
    version: str = ""
    language: Language = "en"

    def __post_init__(self) -> None:
        """Give each part its one form: no value twice, years in order, the search clean."""
        for name in ("regions", "themes", "statuses", "layers", "voices", "programmes", "pair", "show"):
            object.__setattr__(self, name, tuple(dict.fromkeys(getattr(self, name))))
        object.__setattr__(self, "pair", self.pair[:PAIR])
        if self.years is not None:
            object.__setattr__(self, "years", (min(self.years), max(self.years)))
        object.__setattr__(self, "search", clean_search(self.search))

    @property
    def is_default(self) -> bool:
        """Tell whether nothing is filtered; what `filters` leaves out is no filter."""
        return self.filters() == Selection()

    def replace(self, **parts: Any) -> "Selection":
        """Return the selection with some parts changed."""
        return replace(self, **parts)

    def filters(self) -> "Selection":
        """Return what filters alone: no chosen figure or pair, no document, no extras, no frozen version, no language of the reader."""
        return self.replace(claim="", pair=(), source="", show=(), version="", language="en")

    def to_params(self) -> dict[str, list[str]]:
        """Return the parameters of the link, in a fixed order; what is at its default is left out."""
        params = {
            "region": list(self.regions),
            "inside": [] if self.inside else ["no"],
            "theme": list(self.themes),
            "year": _year_values(self.years),
            "status": list(self.statuses),
            "layer": list(self.layers),
            "voice": list(self.voices),
            "programme": list(self.programmes),
            "q": _given(self.search),
            "claim": _given(self.claim),
            "pair": list(self.pair),
            "source": _given(self.source),
            "show": list(self.show),
            "v": _given(self.version),
            "lang": _given(self.language if self.language != "en" else ""),
        }
        return {name: values for name, values in params.items() if values}


def clean_search(text: str) -> str:
    """Return a search in its one form: clean text of bounded length."""
    return clean_text(text)[:SEARCH_LENGTH].rstrip()


def clean_text(text: str) -> str:
    """Return text composed, without invisible characters and single-spaced."""
    visible = "".join(" " if unicodedata.category(letter).startswith("C") else letter for letter in unicodedata.normalize("NFC", text))
    return " ".join(visible.split())


def _given(value: str) -> list[str]:
    return [value] if value else []


def _year_values(years: tuple[int, int] | None) -> list[str]:
    if years is None:
        return []
    return [str(years[0]) if years[0] == years[1] else f"{years[0]}-{years[1]}"]
