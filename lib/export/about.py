"""What every file to take away says of itself: what it shows, by which filters, from where, of which dataset, and the way back."""

from dataclasses import dataclass

from lib.text.catalogue import Language, say
from lib.text.dates import date


@dataclass(frozen=True)
class About:
    """One view of the dataset in words, ready to be printed.

    `title` is its finding or its question; `filters` says in a sentence what is shown; `sources` is the source line under it; `version`
    and `released` are of the dataset; `made` is the ISO date of the file; `link` is the whole address that opens the view again.
    """

    title: str
    subtitle: str
    filters: str
    sources: str
    version: str
    released: str
    made: str
    link: str
    language: Language

    @property
    def made_line(self) -> str:
        """Say which dataset this is and when the file was made."""
        return say(self.language, "about.made", version=self.version, released=self.released, made=date(self.made, self.language))

    @property
    def link_line(self) -> str:
        """Say where the view opens again; nothing without an address."""
        return say(self.language, "about.link", link=self.link) if self.link else ""

    def lines(self) -> tuple[str, ...]:
        """Return the foot of a picture, a slide or a page: sources, filters, dataset and date, link; empty ones are left out."""
        return tuple(line for line in (self.sources, self.filters, self.made_line, self.link_line) if line)

    def fields(self) -> dict[str, str]:
        """Return the same by name, for a sheet or a header beside figures."""
        named = {
            "title": self.title,
            "subtitle": self.subtitle,
            "filters": self.filters,
            "sources": self.sources,
            "dataset_version": self.version,
            "released": self.released,
            "made": self.made,
            "link": self.link,
        }
        return {name: words for name, words in named.items() if words}
