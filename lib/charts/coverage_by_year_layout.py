"""Where everything stands in the picture of the coverage: years above, areas with their themes below each other, the key at the foot."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pandas as pd

from lib.charts.config import SMALL_TEXT_SIZE
from lib.charts.records import records
from lib.domain.vocabulary import Theme
from lib.text.catalogue import Language, label, say
from lib.text.measure import text_width

# Each tint stands for so many figures or more.
THRESHOLDS = (1, 3, 10)
SWATCH, _BESIDE, _BETWEEN = 28, 6, 20
_COLUMNS = ("part", "slot", "column", "columns", "depth", "figures", "words", "key_x", "spoken")

Part = dict[str, Any]


def lay_out(cells: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Lay out years, areas, themes, cells and the key, each with the part that it plays and its line from the top.

    Needs: cells as `lib.queries.coverage.coverage_by_area`.
    """
    years = sorted(cells["year"].unique())
    places = {year: column for column, year in enumerate(years)}
    placed = [_part("year", 0, column=column, words=str(year)) for year, column in places.items()]
    slot = 0
    for _, area in cells.groupby("region_id", sort=False):
        slot += 1
        depth, name = int(area["depth"].iloc[0]), str(area[f"region_{language}"].iloc[0])
        placed.append(_part("area", slot, depth=depth, words=say(language, "coverage_grid.area", area=name)))
        for theme, row in area.groupby("theme", sort=False):
            slot += 1
            placed.append(_part("theme", slot, depth=depth, words=label(language, Theme(str(theme)))))
            placed += [_cell(cell, slot, places[cell["year"]], language) for cell in records(row)]
    placed += [_part("gap", slot + 1), *(_part("key", slot + 2, **entry) for entry in _key(language))] if len(cells) else []
    return pd.DataFrame([part | {"columns": len(years)} for part in placed], columns=list(_COLUMNS))


def _part(part: str, slot: int, **told: object) -> Part:
    return {"part": part, "slot": slot, "column": 0, "depth": 0, "figures": 0, "words": "", "key_x": 0.0, "spoken": ""} | told


def _cell(cell: dict[Any, Any], slot: int, column: int, language: Language) -> Part:
    figures, area = int(cell["figures"]), cell[f"region_{language}"]
    told = say(language, "drawing.figures", count=figures) if figures else say(language, "coverage_grid.empty")
    spoken = say(language, "coverage_grid.cell", area=area, theme=label(language, Theme(cell["theme"])), year=cell["year"], told=told)
    return _part("cell", slot, column=column, figures=figures, spoken=spoken)


def _key(language: Language) -> Iterator[Part]:
    ends = pairwise(THRESHOLDS)
    words = [(low, say(language, "coverage_picture.some", low=low, high=high - 1)) for low, high in ends]
    words += [(THRESHOLDS[-1], say(language, "coverage_picture.most", low=THRESHOLDS[-1])), (0, say(language, "coverage_picture.empty"))]
    x = 0.0
    for figures, told in words:
        yield {"figures": figures, "words": told, "key_x": x}
        x += SWATCH + _BESIDE + text_width(told, SMALL_TEXT_SIZE) + _BETWEEN
