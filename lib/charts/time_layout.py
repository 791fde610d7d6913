"""Where each figure stands in time: its lane, its year's band, and its place in the stack."""

from collections.abc import Sequence

import pandas as pd

from lib.charts.colours import AREAS
from lib.domain.vocabulary import Status, Theme
from lib.text.catalogue import Language, label

COLUMNS = 4
_BREAK = 0.5


def lay_out(marks: pd.DataFrame, rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Stack the marks in the band of their last year, within the lane of their theme.

    Needs: the marks of `evidence` and their rows, side by side.
    Returns: the marks, lane by lane, with band_centre, bands, column, columns, slot, and on the first mark of each lane, year
    and gap its words: lane and lane_slot, base_slot, year and year_slot, gap_centre.
    """
    placed = marks.assign(theme=rows["theme"].to_numpy(), year_end=rows["year_end"].to_numpy())
    placed = placed.iloc[_order(placed)].reset_index(drop=True)
    stack = placed.groupby(["theme", "year_end"])
    rank = stack.cumcount()
    placed = placed.assign(column=rank % COLUMNS, level=rank // COLUMNS, columns=stack["area"].transform("size").clip(upper=COLUMNS))
    return _bands(_lanes(placed, language)).drop(columns=["theme", "year_end", "level"])


def _order(placed: pd.DataFrame) -> list[int]:
    themes, statuses = list(Theme), list(Status)
    keys = [
        (themes.index(theme), year, AREAS.index(area), statuses.index(status), place)
        for place, (theme, year, area, status) in enumerate(
            zip(placed["theme"], placed["year_end"], placed["area"], placed["status"], strict=True)
        )
    ]
    return [key[-1] for key in sorted(keys)]


def _lanes(placed: pd.DataFrame, language: Language) -> pd.DataFrame:
    # A line for the title, then one for each level: no slot may stay empty, or the ordinal scale would close it up.
    heights = placed.groupby("theme", sort=False)["level"].max() + 2
    bottoms = heights.cumsum()
    bottom = placed["theme"].map(bottoms)
    is_first = ~placed["theme"].duplicated()
    return placed.assign(
        slot=bottom - 1 - placed["level"],
        lane=[label(language, Theme(theme)) if first else "" for theme, first in zip(placed["theme"], is_first, strict=True)],
        lane_slot=bottom - placed["theme"].map(heights),
        base_slot=bottom - 1,
        year_slot=int(bottoms.max()),
    )


def _bands(placed: pd.DataFrame) -> pd.DataFrame:
    years = sorted(placed["year_end"].unique())
    starts = _starts(years)
    total = starts[years[-1]] + 1
    is_first = ~placed["year_end"].duplicated()
    follows_gap = placed["year_end"].map({year: year - 1 not in starts and year != years[0] for year in years})
    start = placed["year_end"].map(starts)
    return placed.assign(
        bands=total,
        band_centre=(start + 0.5) / total,
        year=placed["year_end"].astype(str).where(is_first, ""),
        gap_centre=((start - _BREAK / 2) / total).where(is_first & follows_gap),
    )


def _starts(years: Sequence[int]) -> dict[int, float]:
    starts: dict[int, float] = {}
    place = 0.0
    for year in years:
        if starts and year - 1 not in starts:
            place += _BREAK
        starts[year] = place
        place += 1
    return starts
