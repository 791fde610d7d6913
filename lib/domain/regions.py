"""The tree of places: what lies in what."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lib.domain.errors import DatasetError, Problem

_FILE = "data/curated/regions.csv"
_REMEDY = "Correct `parent_id` in data/curated/regions.csv, then run `python -m lib.curation.build`."


@dataclass(frozen=True)
class RegionTree:
    """Regions with their parents; every walk keeps the order in which the rows were given."""

    _parents: Mapping[str, str | None]
    _children: Mapping[str | None, tuple[str, ...]]

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, object]]) -> "RegionTree":
        """Build the tree.

        Needs `region_id` and `parent_id` (empty at the top) in each row.
        Raises DatasetError naming every region that is listed twice, has an unknown parent or lies inside itself.
        """
        pairs = [(str(row["region_id"]), str(row["parent_id"] or "") or None) for row in rows]
        parents = dict(pairs)
        problems = [*_listed_twice(pairs), *_unknown_parents(parents), *_cycles(parents)]
        if problems:
            raise DatasetError(problems)
        children: dict[str | None, list[str]] = {}
        for region, parent in pairs:
            children.setdefault(parent, []).append(region)
        return cls(parents, {parent: tuple(regions) for parent, regions in children.items()})

    def __contains__(self, region: object) -> bool:
        """Tell whether the region is in the tree."""
        return region in self._parents

    @property
    def roots(self) -> tuple[str, ...]:
        """Regions that lie in no other."""
        return self.children(None)

    @property
    def ids(self) -> tuple[str, ...]:
        """All regions, each before what lies inside it."""
        return tuple(region for root in self.roots for region in self.within(root))

    def parent(self, region: str) -> str | None:
        """Return the region it lies in, or None at the top; raises KeyError for an unknown region."""
        return self._parents[region]

    def children(self, region: str | None) -> tuple[str, ...]:
        """Return the regions directly inside it."""
        return self._children.get(region, ())

    def within(self, region: str) -> tuple[str, ...]:
        """Return the region and all that lies inside it, each before its own parts; raises KeyError for an unknown region."""
        self.parent(region)
        return tuple(self._walk(region))

    def path(self, region: str) -> tuple[str, ...]:
        """Return the way from the top down to the region, both included; raises KeyError for an unknown region."""
        parent = self.parent(region)
        return (*(() if parent is None else self.path(parent)), region)

    def nearest(self, region: str, candidates: Collection[str]) -> str | None:
        """Return the candidate that the region is or most closely lies in, or None."""
        return next((place for place in reversed(self.path(region)) if place in candidates), None)

    def _walk(self, region: str) -> Iterator[str]:
        yield region
        for child in self.children(region):
            yield from self._walk(child)


def _problem(region: str, rule: str, message: str) -> Problem:
    return Problem(_FILE, region, "", rule, message, _REMEDY)


def _listed_twice(pairs: Iterable[tuple[str, str | None]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for region, _ in pairs:
        if region in seen:
            yield _problem(region, "RegionIsListedOnce", "the region is listed twice.")
        seen.add(region)


def _unknown_parents(parents: Mapping[str, str | None]) -> Iterator[Problem]:
    for region, parent in parents.items():
        if parent is not None and parent not in parents:
            yield _problem(region, "RegionParentIsKnown", f"the region lies in `{parent}`, which is not a region of the list.")


def _cycles(parents: Mapping[str, str | None]) -> Iterator[Problem]:
    for region in parents:
        way = [region]
        while (above := parents.get(way[-1])) is not None and above not in way:
            way.append(above)
        if above == region:
            yield _problem(region, "RegionIsNotInsideItself", f"the region lies inside itself: {' in '.join([*way, region])}.")
