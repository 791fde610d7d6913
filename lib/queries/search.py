"""The search: which rows hold every word, where a place counts by any of its names and by what lies inside it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from lib.queries.conditions import Condition, all_of, any_of, within
from lib.queries.region_names import RegionNames
from lib.queries.store import Store

_LONGEST_NAME = 8
_FOLDS = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " "), ("\u202f", " "), ("\u2011", "-"), ("–", "-"))
_FOLD = str.maketrans(dict(_FOLDS))
_PROGRAMMES = "select qp.quote_id from quote_programmes qp join programmes p on p.programme_id = qp.programme_id"
_PROGRAMME_NAMES = ("p.label_en", "p.label_zh", "p.aliases")


@dataclass(frozen=True)
class Term:
    """One thing that a row must have: a word, or a region by any of its names."""

    spellings: tuple[str, ...]
    regions: tuple[str, ...] = ()


def terms(search: str, names: RegionNames) -> tuple[Term, ...]:
    """Split a search into its terms; the longest run of words that names a region is one term."""
    return tuple(_terms(search.split(), names))


def found(store: Store, search: str, texts: tuple[str, ...], places: Callable[[Collection[str]], Condition], quote: str) -> Condition:
    """Hold where a row has every term of the search.

    Needs the SQL of the row: its searchable texts, the condition that it lies in one of some regions, and its quote id.
    """
    return all_of(
        any_of(
            (
                places([inner for region in term.regions for inner in store.regions.within(region)]),
                *(_says(texts, spelling) for spelling in term.spellings),
                *(within(quote, _PROGRAMMES, _says(_PROGRAMME_NAMES, spelling)) for spelling in term.spellings),
            )
        )
        for term in terms(search, store.names)
    )


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


def _says(texts: tuple[str, ...], spelling: str) -> Condition:
    folded = f"lower(concat_ws(' ', {', '.join(texts)}))"
    for printed, plain in _FOLDS:
        folded = f"replace({folded}, {_literal(printed)}, {_literal(plain)})"
    return Condition(f"position(lower(?) in {folded}) > 0", (spelling.translate(_FOLD),))


def _literal(sign: str) -> str:
    return "'" + sign.replace("'", "''") + "'"
