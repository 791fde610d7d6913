"""The chart of a story's step, by the name of its drawing; a step that names none never puts unlike figures on one axis."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import combinations

import pandas as pd

from lib.charts.bullet import bullet
from lib.charts.colours import Mode
from lib.charts.drawing import Drawing
from lib.charts.figures_by_indicator import figures_by_indicator
from lib.charts.growth_rates import growth_rates
from lib.charts.income_band import income_band
from lib.charts.parity import parity
from lib.charts.records import records
from lib.charts.shared_scale import shared_scale
from lib.charts.start_to_end import start_to_end
from lib.domain.comparability import Axis, Setting, Verdict, judge
from lib.domain.comparand import Comparand
from lib.domain.regions import RegionTree
from lib.domain.stories import StoryDrawing
from lib.text.catalogue import Language

MOST_CARDS = 6
_BAND = {f"middle_group_household_{part}" for part in ("income_floor", "income_ceiling", "share")}

Builder = Callable[[pd.DataFrame, RegionTree, Language, Mode, str], Drawing]


def drawing_name(name: str, rows: pd.DataFrame) -> StoryDrawing:
    """Return the drawing that a step names, or the one that fits any figures: cards for a few, a list with a scale for each indicator."""
    if name:
        return StoryDrawing(name)
    return StoryDrawing.NUMBERS if len(rows) <= MOST_CARDS else StoryDrawing.LIST


def story_drawing(name: str, rows: pd.DataFrame, tree: RegionTree, language: Language, mode: Mode, selected: str = "") -> Drawing | None:
    """Draw the figures of a step.

    Needs: the columns of `lib.queries.observations.observations`.
    Returns: nothing for cards, or when the figures do not fit the drawing that is named: then cards show them without an axis.
    """
    chosen = drawing_name(name, rows)
    builder = _BUILDERS.get(chosen)
    if builder is None or rows.empty or not _fits(chosen, rows, tree):
        return None
    try:
        return builder(rows, tree, language, mode, selected)
    except ValueError:
        # The builder says that these figures are not of one series or unit.
        return None


def _fits(drawing: StoryDrawing, rows: pd.DataFrame, tree: RegionTree) -> bool:
    if drawing is StoryDrawing.LIST:
        return True
    if drawing is StoryDrawing.BAND:
        return len(rows.drop_duplicates(["region_id", "year_start", "year_end", "status"])) == 1 and set(rows["indicator_id"]) == _BAND
    figures = [Comparand.of(row, tree) for row in records(rows)]
    verdicts = [judge(one, other) for one, other in combinations(figures, 2)]
    joins = drawing is StoryDrawing.CHANGE
    return all(_may_share(drawing, verdict) and (verdict.is_of_one_release or not joins) for verdict in verdicts)


def _may_share(drawing: StoryDrawing, verdict: Verdict) -> bool:
    # These two drawings say beside each figure what it measures, which tells several rates or shares of one place and time apart, no more.
    says_what = drawing in (StoryDrawing.SHARES, StoryDrawing.GROWTH) and verdict.setting is Setting.SIDE_BY_SIDE
    return verdict.axis is Axis.SHARED or (says_what and verdict.axis is Axis.SCALE_ONLY)


def _dots(rows: pd.DataFrame, tree: RegionTree, language: Language, mode: Mode, selected: str) -> Drawing:
    return shared_scale(rows, tree, language, mode, selected, form="dots", reference=parity(rows, language))


_BUILDERS: Mapping[StoryDrawing, Builder] = {
    StoryDrawing.DOTS: _dots,
    StoryDrawing.BARS: partial(shared_scale, form="bars"),
    StoryDrawing.SHARES: partial(shared_scale, form="bars", beside="definition"),
    StoryDrawing.GROWTH: growth_rates,
    StoryDrawing.CHANGE: start_to_end,
    StoryDrawing.BULLET: bullet,
    StoryDrawing.BAND: income_band,
    StoryDrawing.LIST: figures_by_indicator,
}
