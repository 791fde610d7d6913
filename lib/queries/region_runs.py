"""Regions as runs of neighbouring codes: what lies in a province is one or two ranges, however many places that is."""

from collections.abc import Collection
from itertools import groupby

from lib.domain.regions import RegionTree
from lib.queries.conditions import Condition, any_of


def in_regions(tree: RegionTree, column: str, regions: Collection[str]) -> Condition:
    """Hold where the column is one of the regions; it must hold regions of the tree alone.

    Files sorted by region are skipped by ranges, and a nation is a short statement instead of thousands of parameters.
    """
    wanted = frozenset(regions)
    runs = (list(run) for chosen, run in groupby(sorted(tree.ids), wanted.__contains__) if chosen)
    return any_of(Condition(f"{column} between ? and ?", (run[0], run[-1])) for run in runs)
