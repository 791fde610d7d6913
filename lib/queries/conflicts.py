"""Where two reports of one thing disagree: an article and an official figure, two releases of a statistic, two pages."""

from collections.abc import Hashable, Iterator, Mapping
from enum import StrEnum
from itertools import combinations
from typing import Any

import pandas as pd

from lib.domain.disagreement import disagree
from lib.domain.vocabulary import Layer
from lib.queries.conditions import Condition
from lib.queries.observations import figures_named, figures_where
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.told_twice import told_twice

BOTH_LAYERS = Selection(layers=tuple(Layer))
_THING = ["indicator_id", "region_id", "year_start", "year_end"]
_PAIRS = ("first_id", "second_id", "between", "is_conflict")


class Between(StrEnum):
    """Between what two figures disagree."""

    ARTICLE_AND_OFFICIAL = "article_and_official"
    ARTICLES = "articles"
    VINTAGES = "vintages"
    PAGES = "pages"
    ONE_PAGE = "one_page"


def conflicts(store: Store) -> pd.DataFrame:
    """Return every pair of reached figures of one indicator, place and period that print different values.

    Of more figures than `told_twice` tells, only the first are paired. Not paired are figures from two sides of a break in the series, and
    those of one document of the articles, where several villages or shops may share an indicator.

    *Returns* `first_id, second_id` (the smaller figure first), `between` (`Between`) and `is_conflict` (they cannot both be right: their
    prints differ by more than rounding and bounds allow, `lib.domain.disagreement`), conflicts first, then in the order of the figures.
    """
    found = pd.DataFrame([_pair(*pair) for pair in _pairs(_reached(store)) if not _is_same(*pair)], columns=list(_PAIRS))
    return found.sort_values("is_conflict", ascending=False, kind="stable").reset_index(drop=True)


def repetitions(store: Store) -> pd.DataFrame:
    """Return every pair of figures from two places that print the same value, as `first_id, second_id`, in the order of the figures."""
    same = ((one["observation_id"], other["observation_id"]) for one, other in _pairs(_reached(store)) if _is_same(one, other))
    return pd.DataFrame(same, columns=list(_PAIRS[:2]))


def broken_series(store: Store) -> pd.DataFrame:
    """Return the official figures that stand behind a break in their series, at most `lib.queries.observations.MOST_ROWS`.

    *Returns* the columns of `lib.queries.observations.observations`, in that order.
    """
    return figures_where(store, Condition("coalesce(o.series_break, '') <> ''"))


def _reached(store: Store) -> pd.DataFrame:
    return figures_named(store, told_twice(store))


def _pairs(rows: pd.DataFrame) -> Iterator[tuple[Mapping[Hashable, Any], Mapping[Hashable, Any]]]:
    for _, group in rows.groupby(_THING, sort=False):
        yield from ((one, other) for one, other in combinations(group.to_dict("records"), 2) if _may_disagree(one, other))


def _may_disagree(one: Mapping[Hashable, Any], other: Mapping[Hashable, Any]) -> bool:
    is_one_document = one["layer"] == other["layer"] == Layer.ARTICLE and one["source_id"] == other["source_id"]
    return one["series_break"] == other["series_break"] and not is_one_document


def _is_same(one: Mapping[Hashable, Any], other: Mapping[Hashable, Any]) -> bool:
    return bool(one["value"] == other["value"] and one["qualifier"] == other["qualifier"])


def _pair(one: Mapping[Hashable, Any], other: Mapping[Hashable, Any]) -> tuple[str, str, str, bool]:
    first, second = sorted((one, other), key=lambda row: row["value"])
    return first["observation_id"], second["observation_id"], str(_between(first, second)), disagree(first, second)


def _between(first: Mapping[Hashable, Any], second: Mapping[Hashable, Any]) -> Between:
    layers = {first["layer"], second["layer"]}
    if len(layers) == len(Layer):
        return Between.ARTICLE_AND_OFFICIAL
    if layers == {Layer.ARTICLE}:
        return Between.ARTICLES
    if first["citation_id"] == second["citation_id"]:
        return Between.ONE_PAGE
    return Between.VINTAGES if first["vintage"] != second["vintage"] else Between.PAGES
