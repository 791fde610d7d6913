"""From a first figure to a later one: a slope between what was reported, a thin connector to what is only promised."""

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from lib.charts.colours import INKS, Mode
from lib.charts.config import SMALL_TEXT_SIZE
from lib.charts.drawing import Drawing, Spec, specification
from lib.charts.evidence import tooltip
from lib.charts.marks import (
    ARROW_TEST,
    BOUND_ARROWS,
    STROKE_WIDTH,
    area_stroke,
    as_status,
    dimming,
    pick,
)
from lib.charts.question_alt import describe_figures
from lib.charts.question_marks import InView, figures_of, of_one_series, shared
from lib.charts.slope_layout import HEIGHT, NUMBER_SIZE, lay_out
from lib.charts.track import Look, still
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Qualifier
from lib.text.catalogue import Language, say

_WIDEST_SPAN = 260
_MARK_SIZE, _SELECTED_SIZE = 120, 200
# Drawn in units of half the mark's size, from the edge of the mark outwards; the value grows upwards here.
_ARROW_UP = "M0,-1.1L0,-3M-0.8,-2.2L0,-3L0.8,-2.2"
_ARROW_DOWN = "M0,1.1L0,3M-0.8,2.2L0,3L0.8,2.2"
_UPWARD_ARROWS = {qualifier: _ARROW_UP if qualifier in (Qualifier.OVER, Qualifier.AT_LEAST) else _ARROW_DOWN for qualifier in BOUND_ARROWS}
_SPAN = f"min({_WIDEST_SPAN}, width - datum.left_room - datum.right_room)"
_X = f"(datum.left_room + datum.along * {_SPAN})"
_NEXT_X = f"(datum.left_room + datum.next_along * {_SPAN})"


def start_to_end(
    rows: pd.DataFrame, tree: RegionTree, language: Language, mode: Mode, selected: str = "", in_view: InView = None
) -> Drawing:
    """Draw the figures of one indicator and one place over time, from zero upwards.

    Needs: the columns of `lib.queries.observations.observations`; an id to mark as chosen; the ids in view, or None for all.
    Raises: ValueError when the rows are of several indicators, units or places.
    """
    of_one_series(rows)
    figures = figures_of(rows.sort_values(["year_end", "year_start"], kind="stable"), tree, language, selected, in_view)
    placed = lay_out(figures, language) if len(figures) else figures.marks
    captions = {"reading": say(language, "question_chart.reading_slope"), "common": shared(figures, language)}
    return Drawing(_spec(language, mode), placed, HEIGHT if len(placed) else 0, describe_figures(figures.rows, language), captions)


@lru_cache(maxsize=4)
def _spec(language: Language, mode: Mode) -> Spec:
    behind = [_highlight(mode), _targets(language), _base(mode), _reported_line(mode), _promised_line(mode), _headings(mode)]
    front = [chart.encode(tooltip=tooltip(language)) for chart in (_marks(mode), _numbers(mode), _units(mode))]
    return specification([*behind, _arrows(mode), *front], 0, mode)


def _highlight(mode: Mode) -> alt.Chart:
    return still(alt.Chart().transform_filter("datum.is_selected").mark_rect(**_column(), cornerRadius=4, fill=INKS[mode].highlight))


def _column() -> Look:
    left = f"datum.end == 'first' ? 0 : {_X} - 24"
    right = f"datum.end == 'last' ? {_X} + datum.right_room : {_X} + 24"
    return {"x": alt.expr(left), "x2": alt.expr(right), "y": 0, "y2": alt.expr("height")}


def _targets(language: Language) -> alt.Chart:
    """Lie behind each figure and its words, so that a finger or a pointer meets it easily."""
    cover = alt.Chart().mark_rect(**_column(), opacity=0, cursor="pointer")
    return cover.encode(tooltip=tooltip(language), detail="observation_id:N").add_params(pick())


def _base(mode: Mode) -> alt.Chart:
    right = f"datum.left_room + {_SPAN} + 12"
    first = alt.Chart().transform_filter("datum.end == 'first'")
    line: Look = {"x": alt.expr("datum.left_room - 12"), "x2": alt.expr(right), "y": alt.expr("datum.zero_y"), "height": 1}
    return still(first.mark_rect(**line, fill=INKS[mode].stem))


def _rule(line: str, **look: Any) -> alt.Chart:
    rule = alt.Chart().transform_filter(f"datum.line == '{line}'").mark_rule(**look)
    return rule.encode(
        x=alt.value(alt.expr(_X)),
        x2=alt.value(alt.expr(_NEXT_X)),
        y=alt.value(alt.expr("datum.y")),
        y2=alt.value(alt.expr("datum.next_y")),
    )


def _reported_line(mode: Mode) -> alt.Chart:
    return _rule("reported", strokeWidth=2.5).encode(stroke=area_stroke(mode), opacity=dimming())


def _promised_line(mode: Mode) -> alt.Chart:
    return still(_rule("promised", strokeWidth=1, strokeDash=[3, 4], stroke=INKS[mode].muted))


def _headings(mode: Mode) -> alt.Chart:
    place: Look = {"x": alt.expr(_X), "y": alt.expr("height - 28"), "text": alt.expr("[datum.said, datum.period]")}
    words = alt.Chart().mark_text(**place, lineHeight=16, fontSize=SMALL_TEXT_SIZE, color=INKS[mode].muted)
    return words.encode(opacity=dimming())


def _marks(mode: Mode) -> alt.Chart:
    mark = alt.Chart().mark_point(x=alt.expr(_X), y=alt.expr("datum.y"), strokeWidth=STROKE_WIDTH, aria=True, cursor="pointer")
    return as_status(mark, mode, _MARK_SIZE, _SELECTED_SIZE)


def _arrows(mode: Mode) -> alt.Chart:
    scale = alt.Scale(domain=[str(qualifier) for qualifier in _UPWARD_ARROWS], range=list(_UPWARD_ARROWS.values()))
    arrow = alt.Chart().transform_filter(ARROW_TEST)
    mark = arrow.mark_point(x=alt.expr(_X), y=alt.expr("datum.y"), size=90, strokeWidth=1.8, fill=None)
    return mark.encode(shape=alt.Shape("qualifier:N", scale=scale, legend=None), stroke=area_stroke(mode), opacity=dimming())


def _beside(shift: int) -> Look:
    """Stand left of the first figure, right of the last, and above one between them."""
    return {
        "x": alt.expr(f"{_X} + (datum.end == 'first' ? -14 : datum.end == 'last' ? 14 : 0)"),
        "y": alt.expr(f"(datum.end == 'middle' ? datum.y - 36 : datum.words_y - 8) + {shift}"),
        "align": alt.expr("datum.end == 'first' ? 'right' : datum.end == 'last' ? 'left' : 'center'"),
    }


def _numbers(mode: Mode) -> alt.Chart:
    number = alt.Chart().mark_text(**_beside(0), text=alt.expr("datum.number"), fontSize=NUMBER_SIZE, fontWeight=600, color=INKS[mode].text)
    return number.encode(opacity=dimming())


def _units(mode: Mode) -> alt.Chart:
    unit = alt.Chart().mark_text(**_beside(17), text=alt.expr("datum.unit_words"), fontSize=SMALL_TEXT_SIZE, color=INKS[mode].muted)
    return unit.encode(opacity=dimming())
