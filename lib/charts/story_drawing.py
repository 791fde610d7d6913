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
from lib.charts.shared_scale import shared_scale
from lib.charts.start_to_end import start_to_end
from lib.charts.track_layout import Reference
from lib.domain.comparability import Axis, judge
from lib.domain.comparand import Comparand
from lib.domain.regions import RegionTree
from lib.domain.stories import StoryDrawing
from lib.domain.vocabulary import Kind
from lib.text.catalogue import Language, say

MOST_CARDS = 6
PARITY = 1.0
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
    figures = [Comparand.of(row, tree) for row in rows.to_dict("records")]
    # Only these two drawings say beside each figure what it measures, and so may hold those that share no more than a scale.
    allowed = {Axis.SHARED, Axis.SCALE_ONLY} if drawing in (StoryDrawing.SHARES, StoryDrawing.GROWTH) else {Axis.SHARED}
    verdicts = [judge(one, other) for one, other in combinations(figures, 2)]
    joins = drawing is StoryDrawing.CHANGE
    return all(verdict.axis in allowed and (verdict.is_of_one_release or not joins) for verdict in verdicts)


def _dots(rows: pd.DataFrame, tree: RegionTree, language: Language, mode: Mode, selected: str) -> Drawing:
    is_ratio = set(rows["kind"]) == {Kind.RATIO.value}
    reference = Reference(PARITY, say(language, "income_gap.parity")) if is_ratio else None
    return shared_scale(rows, tree, language, mode, selected, form="dots", reference=reference)


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
