"""The places of rows in the lists that go to the browser, by their ids."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Places = Mapping[str, int]


@dataclass(frozen=True)
class Numbers:
    """The place of each quote, region, indicator and source."""

    quotes: Places
    regions: Places
    indicators: Places
    sources: Places


def numbered(ids: Iterable[str]) -> Places:
    """Number ids in their order, each once."""
    return {name: place for place, name in enumerate(dict.fromkeys(ids))}
