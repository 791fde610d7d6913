"""The coverage matrix: areas by theme by year, where every cell leads to its figures or to the news that there are none."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from lib.domain.case_areas import CASE_AREAS
from lib.queries.coverage import cell_view, coverage_by_area
from lib.queries.store import Store
from lib.text.dates import period
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.component import component
from lib.ui.opening import query_of
from lib.ui.rows import each
from lib.ui.words import label_of, t

_COMPONENT = component("coverage_grid", '<div class="coverage"></div>', "going", "opening")
_TINTS = ((10, 3), (3, 2), (1, 1))


def coverage_grid(store: Store) -> None:
    """Show how many figures each area has for each theme and year; a click on a cell opens it on Explore."""
    cells = answer(store, coverage_by_area, CASE_AREAS)
    words = {name: t(f"coverage_grid.{name}") for name in ("caption", "corner", "hint", "key", "empty")}
    data = {"years": sorted({int(year) for year in cells.year}), "areas": list(_areas(cells)), "words": words}
    _COMPONENT(key="coverage_grid", data=data)


def _areas(cells: pd.DataFrame) -> Iterator[dict[str, object]]:
    for _, area in cells.groupby("region_id", sort=False):
        first = next(each(area))
        themes = [
            {"name": t(f"theme.{theme}"), "cells": [_cell(cell) for cell in each(rows)]}
            for theme, rows in area.groupby("theme", sort=False)
        ]
        name = t("coverage_grid.area", area=label_of(first, "region"))
        yield {"name": name, "depth": int(first.depth), "themes": themes}


def _cell(cell: Any) -> dict[str, object]:
    figures = int(cell.figures)
    return {
        "id": _id(cell),
        "figures": figures,
        "tint": next((tint for least, tint in _TINTS if figures >= least), 0),
        "spoken": _spoken(cell, figures),
        "query_string": query_of(cell_view(cell.region_id, cell.theme, int(cell.year))),
    }


def _id(cell: Any) -> str:
    return f"{cell.region_id}/{cell.theme}/{cell.year}"


def _spoken(cell: Any, figures: int) -> str:
    year = period(int(cell.year), int(cell.year), state.selection().language)
    told = t("drawing.figures", count=figures) if figures else t("coverage_grid.empty")
    return t("coverage_grid.cell", area=label_of(cell, "region"), theme=t(f"theme.{cell.theme}"), year=year, told=told)
