"""Where each mark stands in time: its lane, its year's band, and its place in the stack; and the lines and years around the marks."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from lib.charts.colours import AREAS
from lib.domain.vocabulary import Status, Theme
from lib.text.catalogue import Language, label, say

COLUMNS = 4
EVENTS = "events"
LANES = (EVENTS, *(str(theme) for theme in Theme))
_STATUSES = (EVENTS, *(str(status) for status in Status))
_BREAK = 0.5
_MARK, _LINE, _YEAR = "mark", "line", "year"


@dataclass(frozen=True)
class Frame:
    """What charts side by side share: how many levels each lane has, from the top, and which years there are.

    Needs: levels by lane, in the order of `LANES`; the years in order.
    """

    levels: dict[str, int]
    years: tuple[int, ...]

    @property
    def bottoms(self) -> dict[str, int]:
        """Return the slot below each lane: a line for its title, then one for each level."""
        heights = pd.Series({lane: levels + 1 for lane, levels in self.levels.items()}, dtype=int)
        return {str(lane): int(bottom) for lane, bottom in heights.cumsum().items()}

    @property
    def floor(self) -> int:
        """Return the slot of the years, below all lanes."""
        return sum(levels + 1 for levels in self.levels.values())

    @property
    def starts(self) -> dict[int, float]:
        """Return where the band of each year begins, in bands; skipped years leave a gap of half a band."""
        starts: dict[int, float] = {}
        place = 0.0
        for year in self.years:
            place += _BREAK if starts and year - 1 not in starts else 0.0
            starts[year] = place
            place += 1
        return starts


def frame_of(groups: Sequence[pd.DataFrame]) -> Frame:
    """Return the frame in which all the groups fit, each drawn by itself.

    Needs: marks with lane and year.
    """
    levels = {lane: max(_levels(group, lane) for group in groups) for lane in LANES}
    years = sorted({int(year) for group in groups for year in group["year"]})
    return Frame({lane: level for lane, level in levels.items() if level}, tuple(years))


def _levels(group: pd.DataFrame, lane: str) -> int:
    counts = group.loc[group["lane"] == lane, "year"].value_counts()
    return -(-int(counts.max()) // COLUMNS) if len(counts) else 0


def lay_out(marks: pd.DataFrame, frame: Frame, language: Language) -> pd.DataFrame:
    """Stack the marks in the band of their year, within their lane; then the lines of the lanes and the years.

    Needs: marks with lane, year, area and status, all within the frame.
    Returns: the marks, lane by lane, with kind "mark", slot, floor, bands, band_centre, column, columns;
    one row of kind "line" a slot, with the lane's title and base; one of kind "year" a year, with its name and the gap before it.
    """
    placed = marks.iloc[_order(marks)].reset_index(drop=True)
    stack = placed.groupby(["lane", "year"])
    rank = stack.cumcount()
    columns = stack["area"].transform("size").clip(upper=COLUMNS)
    slot = placed["lane"].map(frame.bottoms) - 1 - rank // COLUMNS
    placed = placed.assign(kind=_MARK, slot=slot, column=rank % COLUMNS, columns=columns, band_centre=placed["year"].map(_centres(frame)))
    rows = pd.concat([placed.drop(columns=["lane", "year"]), _lines(frame, language), _years(frame)], ignore_index=True)
    truths = {name: rows[name].eq(True) for name in ("is_base", "is_selected", "is_dimmed")}
    return rows.assign(bands=_bands(frame), floor=frame.floor, **truths).fillna(dict.fromkeys(_WORDS, ""))


_WORDS = ("observation_id", "lane_title", "year_name")


def _order(marks: pd.DataFrame) -> list[int]:
    keys = [
        (LANES.index(lane), year, AREAS.index(area), _STATUSES.index(status), place)
        for place, (lane, year, area, status) in enumerate(zip(marks["lane"], marks["year"], marks["area"], marks["status"], strict=True))
    ]
    return [key[-1] for key in sorted(keys)]


def _bands(frame: Frame) -> float:
    return frame.starts[frame.years[-1]] + 1


def _centres(frame: Frame) -> dict[int, float]:
    return {year: (start + 0.5) / _bands(frame) for year, start in frame.starts.items()}


def _lines(frame: Frame, language: Language) -> pd.DataFrame:
    titles = {bottom - frame.levels[lane] - 1: _title(lane, language) for lane, bottom in frame.bottoms.items()}
    bases = {bottom - 1 for bottom in frame.bottoms.values()}
    slots = range(frame.floor)
    return pd.DataFrame(
        {"kind": _LINE, "slot": slots, "lane_title": [titles.get(slot, "") for slot in slots], "is_base": [slot in bases for slot in slots]}
    )


def _title(lane: str, language: Language) -> str:
    return say(language, "drawing.events") if lane == EVENTS else label(language, Theme(lane))


def _years(frame: Frame) -> pd.DataFrame:
    centres, bands = _centres(frame), _bands(frame)
    follows_gap = {year: before is not None and year - 1 != before for before, year in zip((None, *frame.years), frame.years, strict=False)}
    return pd.DataFrame(
        {
            "kind": _YEAR,
            "slot": frame.floor,
            "year_name": [str(year) for year in frame.years],
            "band_centre": [centres[year] for year in frame.years],
            "gap_centre": [(frame.starts[year] - _BREAK / 2) / bands if follows_gap[year] else None for year in frame.years],
        }
    )
