"""Rules about regions: one tree, codes that nest as the places do, points that are where China is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lib.curation.book import Book
from lib.curation.entries import Entry
from lib.curation.rule import Finding, Rule
from lib.domain.vocabulary import Level

_WIDTH = {"province": 2, "prefecture": 4, "county": 6, "town": 9, "village": 12}
_CHINA = ((73.0, 136.0), (3.0, 54.0))
_DIVISIONS = tuple(_WIDTH)


@dataclass(frozen=True)
class RegionLiesInParent:
    """Regions form one tree."""

    sentence: str = "A region's parent exists and is of a wider level; no region lies in itself."
    remedy: str = "Correct `parent_id` or `level`."

    def check(self, book: Book) -> Iterator[Finding]:
        """Follow every region upwards."""
        regions, order = book.ids("region"), list(Level)
        for entry in book.of("region"):
            parent = regions.get(entry.text("parent_id"))
            if entry.text("level") not in order:
                yield Finding(entry, f"the level `{entry.text('level')}` is unknown.", f"Use one of: {', '.join(order)}.")
            elif entry.text("parent_id") and parent is None and book.has_all("region"):
                yield Finding(entry, f"the parent `{entry.text('parent_id')}` is unknown.")
            elif parent and parent.text("level") in order and not _is_wider(parent, entry):
                yield Finding(
                    entry, f"its parent `{parent.id}` is a {parent.text('level')}, which is not wider than a {entry.text('level')}."
                )
            elif entry.id in _above(entry, regions):
                yield Finding(entry, f"the region `{entry.id}` lies in itself.")


def _is_wider(parent: Entry, entry: Entry) -> bool:
    # Zones, sites and groups are no rungs of the ladder: they lie in anything, and zones lie in zones.
    levels = list(Level)
    free = (Level.ZONE, Level.SITE, Level.GROUP)
    return entry.text("level") in free or levels.index(Level(parent.text("level"))) < levels.index(Level(entry.text("level")))


def _above(entry: Entry, regions: dict[str, Entry]) -> list[str]:
    way: list[str] = []
    code = entry.text("parent_id")
    while code in regions and code not in way:
        way.append(code)
        code = regions[code].text("parent_id")
    return way


@dataclass(frozen=True)
class RegionCodeNests:
    """Codes nest as places do."""

    sentence: str = (
        "The code of a province, prefecture, county, town or village has the length of its level and starts with the code of its parent."
    )
    remedy: str = "Correct the code or the parent."

    def check(self, book: Book) -> Iterator[Finding]:
        """Compare each code with its parent's."""
        regions = book.ids("region")
        for entry in book.of("region"):
            level, parent = entry.text("level"), regions.get(entry.text("parent_id"))
            if level not in _DIVISIONS:
                continue
            width = max(_WIDTH[level], 6)
            if re.fullmatch(rf"[0-9]{{{width}}}", entry.id) is None:
                yield Finding(entry, f"the code `{entry.id}` of a {level} is not {width} digits.")
            elif parent and parent.text("level") in _DIVISIONS and not entry.id.startswith(parent.id[: _WIDTH[parent.text("level")]]):
                yield Finding(entry, f"the code `{entry.id}` does not start with that of its parent `{parent.id}`.")


@dataclass(frozen=True)
class PointIsInPlace:
    """A point is where the place may be."""

    sentence: str = "A region has both coordinates or none; one in China lies between 73° and 136° east and 3° and 54° north."
    remedy: str = "Correct `lon` and `lat` (degrees east and north, WGS 84)."

    def check(self, book: Book) -> Iterator[Finding]:
        """Read the point of every region."""
        for entry in book.of("region"):
            given = [entry.text(key) for key in ("lon", "lat") if entry.text(key)]
            try:
                point = [float(text) for text in given]
            except ValueError:
                yield Finding(entry, f"the point `{', '.join(given)}` is not two numbers.")
                continue
            inside = all(low <= at <= high for at, (low, high) in zip(point, _CHINA, strict=False))
            if len(point) == 1 or (entry.text("parent_id") and not inside):
                yield Finding(entry, f"the point `{', '.join(given)}` is not a point in China.")


RULES: tuple[Rule, ...] = (RegionLiesInParent(), RegionCodeNests(), PointIsInPlace())
