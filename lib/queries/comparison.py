"""Regions side by side: what they have in common, what only looks alike, and what one of them alone reports."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, permutations, product
from typing import Any

import pandas as pd

from lib.domain.case_areas import KEQIAO, ZHEJIANG
from lib.domain.comparability import Axis, Setting, Verdict, judge
from lib.domain.comparand import Comparand
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Kind, Layer
from lib.queries.observations import MOST_ROWS, figures_named, observations
from lib.queries.selection import Selection
from lib.queries.store import Store

FEWEST, MOST = 2, 4
# These two report the same indicators for the same year: the most that any two of the documents have in common.
_FRUITFUL = (KEQIAO, ZHEJIANG)

# Of these the same digits mislead; that two things are both three is no likeness.
_RATES = frozenset({Kind.GROWTH, Kind.SHARE})

Row = dict[Hashable, Any]
_Judged = dict[str, Comparand]


@dataclass(frozen=True)
class Aligned:
    """One indicator across the regions.

    `cells` are the ids of each region's figures, in the order of the regions and of the years; an empty cell is one that is not reported.
    `drawn` are those that may stand on one axis; `verdicts` are of every two of different regions among these, else of the last ones.
    """

    indicator_id: str
    cells: tuple[tuple[str, ...], ...]
    drawn: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """The figures of some regions: what can be compared, what only looks alike, what stands alone, and single places over time."""

    regions: tuple[str, ...]
    rows: pd.DataFrame
    comparable: tuple[Aligned, ...]
    unlike: tuple[Aligned, ...]
    alone: tuple[Aligned, ...]
    lookalikes: tuple[Verdict, ...]
    over_time: tuple[Verdict, ...]


def regions_compared(selection: Selection) -> tuple[str, ...]:
    """Return the two to four regions to compare: those chosen, else, or beside a single one, a pair that has much in common."""
    chosen = selection.regions[:MOST]
    if not chosen:
        return _FRUITFUL
    others = [region for region in reversed(_FRUITFUL) if region not in chosen]
    return (*chosen, *others[: max(0, FEWEST - len(chosen))])


def nested(tree: RegionTree, regions: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return every two of the regions of which the first lies inside the second: they are neither added up nor ranked."""
    return tuple((inner, outer) for inner, outer in permutations(regions, 2) if outer in tree.path(inner))


def comparison(store: Store, selection: Selection) -> Comparison:
    """Put the regions of the selection side by side, each for itself and without what lies inside it."""
    regions = regions_compared(selection)
    # Each place as many as a view of it alone would load.
    rows = observations(store, selection.filters().replace(regions=regions, inside=False), most=len(regions) * MOST_ROWS)
    listed = rows.astype(object).to_dict("records")
    judged = {row["observation_id"]: Comparand.of(row, store.regions) for row in listed}
    by_indicator = groupby(sorted(listed, key=_place_of_indicator), key=lambda row: row["indicator_id"])
    aligned = [_align(indicator, list(figures), regions, judged) for indicator, figures in by_indicator]
    return Comparison(
        regions=regions,
        rows=rows,
        comparable=tuple(one for one in aligned if one.drawn),
        unlike=tuple(one for one in aligned if not one.drawn and one.verdicts),
        alone=tuple(one for one in aligned if not one.verdicts),
        lookalikes=tuple(_lookalikes(listed, judged)),
        over_time=tuple(_over_time(aligned, listed, judged)),
    )


def verdict_of(store: Store, first: str, second: str) -> Verdict:
    """Judge any two figures of the dataset; raises KeyError for an unknown id."""
    rows = {row["observation_id"]: row for row in figures(store, (first, second)).astype(object).to_dict("records")}
    return judge(Comparand.of(rows[first], store.regions), Comparand.of(rows[second], store.regions))


def figures(store: Store, ids: tuple[str, ...]) -> pd.DataFrame:
    """Return the rows of these figures, of whatever layer, in the order of their ids; raises KeyError for an id that has none."""
    rows = figures_named(store, ids).set_index("observation_id", drop=False)
    return rows.loc[list(ids)].reset_index(drop=True)


def _place_of_indicator(row: Row) -> tuple[str, str, int]:
    return row["theme"], row["topic"], int(row["indicator_ordinal"])


def _align(indicator: str, figures: Sequence[Row], regions: Sequence[str], judged: _Judged) -> Aligned:
    by_year = sorted(figures, key=lambda row: (regions.index(row["region_id"]), row["layer"] != Layer.ARTICLE, *_years(row)))
    cells = tuple(tuple(str(row["observation_id"]) for row in by_year if row["region_id"] == region) for region in regions)
    drawn = _drawn([judged[str(row["observation_id"])] for row in by_year])
    last = [judged[cell[-1]] for cell in cells if cell]
    return Aligned(indicator, cells, tuple(one.observation_id for one in drawn), tuple(_across_regions(drawn or last)))


def _years(row: Row) -> tuple[int, int, str]:
    return int(row["year_end"]), int(row["year_start"]), str(row["observation_id"])


def _drawn(figures: Iterable[Comparand]) -> list[Comparand]:
    """Return the figures of the last moment that several regions report, when the guard lets them stand on one axis."""
    ordered = sorted(figures, key=lambda one: (one.period.end, one.period.start, one.is_reached), reverse=True)
    for _, moment in groupby(ordered, key=lambda one: (one.period, one.is_reached)):
        together = list(moment)
        verdicts = list(_across_regions(together))
        if verdicts and all(verdict.axis is not Axis.APART for verdict in verdicts):
            return together
    return []


def _across_regions(figures: Iterable[Comparand]) -> Iterator[Verdict]:
    for first, second in combinations(figures, 2):
        if first.region_id != second.region_id:
            yield judge(first, second)


def _lookalikes(rows: Sequence[Row], judged: _Judged) -> Iterator[Verdict]:
    last = {(row["indicator_id"], row["region_id"]): row for row in rows if row["layer"] == Layer.ARTICLE}
    for first, second in combinations(last.values(), 2):
        if first["region_id"] != second["region_id"] and _look_alike(first, second):
            yield judge(judged[first["observation_id"]], judged[second["observation_id"]])


def _look_alike(first: Row, second: Row) -> bool:
    if first["indicator_id"] == second["indicator_id"] or (first["unit"], first["kind"]) != (second["unit"], second["kind"]):
        return False
    has_same_digits = first["kind"] in _RATES and first["value"] == second["value"]
    return bool(first["topic"] == second["topic"] or has_same_digits)


def _over_time(aligned: Iterable[Aligned], rows: Sequence[Row], judged: _Judged) -> Iterator[Verdict]:
    articles = {row["observation_id"] for row in rows if row["layer"] == Layer.ARTICLE}
    for one, place in product(aligned, range(MOST)):
        series = [figure for cell in one.cells[place : place + 1] for figure in cell if figure in articles]
        if len(series) >= FEWEST:
            verdict = judge(judged[series[0]], judged[series[-1]])
            is_change = verdict.setting is Setting.ONE_SERIES and verdict.first.period != verdict.second.period
            yield from [verdict] if is_change and verdict.axis is not Axis.APART else []
