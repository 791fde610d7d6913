"""The search: which rows hold every word, where a place counts by any of its names and by what lies inside it.

Rows carry their words folded, with synonyms and pinyin, in `search_text`; here the search is folded too, and looked up.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from lib.domain.folding import fold
from lib.queries.conditions import Condition, all_of, any_of
from lib.queries.region_names import RegionNames
from lib.queries.store import Store

_LONGEST_NAME = 8
# 郑州的产量: what stands between a place and a thing says nothing by itself.
_PARTICLE = "的"


@dataclass(frozen=True)
class Term:
    """One thing that a row must have: a word, or a region by any of its names."""

    spellings: tuple[str, ...]
    regions: tuple[str, ...] = ()


def terms(search: str, names: RegionNames) -> tuple[Term, ...]:
    """Split a search into its terms; the longest run of words, or the longest beginning of a Chinese word, that names a region is one."""
    return tuple(_terms([part for word in fold(search).split() for part in _parts(word, names)], names))


def found(store: Store, search: str, said: Callable[[str], Condition], places: Callable[[Collection[str]], Condition]) -> Condition:
    """Hold where a row has every term of the search.

    Needs the condition that the row says a spelling, and the one that it lies in one of some regions.
    """
    return all_of(
        any_of(
            (
                places([inner for region in term.regions for inner in store.regions.within(region)]),
                *(said(spelling) for spelling in term.spellings),
            )
        )
        for term in terms(search, store.names)
    )


def _parts(word: str, names: RegionNames) -> Iterator[str]:
    while begun := "" if names.regions_called(word) else _region_begun(word, names):
        yield begun
        word = word.removeprefix(begun).lstrip(_PARTICLE)
    if word:
        yield word


def _region_begun(word: str, names: RegionNames) -> str:
    beginnings = (word[:length] for length in range(min(_LONGEST_NAME, len(word) - 1), 1, -1))
    return next((begun for begun in beginnings if not begun.isascii() and names.regions_called(begun)), "")


def _terms(words: list[str], names: RegionNames) -> Iterator[Term]:
    while words:
        length, regions = _leading_region(words, names)
        spellings = {spelling: None for region in regions for spelling in names.spellings(region)}
        yield Term(tuple(spellings) or (words[0],), regions)
        words = words[length:]


def _leading_region(words: list[str], names: RegionNames) -> tuple[int, tuple[str, ...]]:
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
        if regions := names.regions_called(" ".join(words[:length])):
            return length, regions
    return 1, ()


def says(texts: tuple[str, ...], spelling: str) -> Condition:
    """Hold where one of the folded texts, joined by a space, holds the spelling."""
    return Condition(f"position(? in concat_ws(' ', {', '.join(texts)})) > 0", (spelling,))
