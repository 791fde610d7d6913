"""The middle that a society is to have: a band of family income with the share of families aimed at inside it.

Nothing is drawn of how families spread within the band or outside it, since nothing is reported of that.
"""

from functools import lru_cache

import altair as alt
import pandas as pd

from lib.charts.band_layout import BOTTOM, HEIGHT, TOP, lay_out
from lib.charts.colours import INKS, Mode
from lib.charts.config import SMALL_TEXT_SIZE
from lib.charts.drawing import Drawing, Spec, specification
from lib.charts.evidence import tooltip
from lib.charts.marks import (
    ARROW_TEST,
    STROKE_WIDTH,
    area_fill,
    area_stroke,
    bound_shape,
    dimming,
    either,
    pick,
    status_fill_opacity,
    status_shape,
)
from lib.charts.question_alt import describe_figures
from lib.charts.question_marks import InView, figures_of
from lib.charts.track import Look, still
from lib.domain.regions import RegionTree
from lib.text.catalogue import Language, say

_ROOM = "(width - 2)"
_X = f"(1 + datum.fraction * {_ROOM})"
_BAND_START, _BAND_END = f"(1 + datum.band_start * {_ROOM})", f"(1 + datum.band_end * {_ROOM})"
_SHARE_SIZE, _END_SIZE = 28, 15
_MIDDLE = (TOP + BOTTOM) / 2


def income_band(
    rows: pd.DataFrame, tree: RegionTree, language: Language, mode: Mode, selected: str = "", in_view: InView = None
) -> Drawing:
    """Draw the lower and the upper end of the middle group's income, and the share of families in it.

    Needs: the columns of `lib.queries.observations.observations`, levels of one unit and shares, of one place; an id to mark as chosen;
    the ids in view, or None for all.
    """
    figures = figures_of(rows.sort_values("value", kind="stable"), tree, language, selected, in_view)
    placed = lay_out(figures, language) if len(figures) else figures.marks
    captions = {"reading": say(language, "question_chart.reading_band"), "common": str(placed["place"].iloc[0]) if len(placed) else ""}
    return Drawing(_spec(language, mode), placed, HEIGHT if len(placed) else 0, describe_figures(figures.rows, language), captions)


@lru_cache(maxsize=4)
def _spec(language: Language, mode: Mode) -> Spec:
    ground = [_silence(mode), _silence_words(language, mode), _band(mode), _axis(mode), _zero(mode)]
    front = [chart.encode(tooltip=tooltip(language)) for chart in (_ends(mode), _shares(mode), _numbers(mode), _units(mode))]
    return specification([*ground, _highlight(mode), _targets(language), *front, _arrows(mode)], 0, mode)


def _on_ground(test: str = "datum.has_band") -> alt.Chart:
    return alt.Chart().transform_filter(f"datum.is_first && {test}")


def _silence(mode: Mode) -> alt.Chart:
    """Leave blank what lies below and above the band."""
    look: Look = {"fill": INKS[mode].empty, "stroke": INKS[mode].stem, "strokeDash": [3, 3], "strokeWidth": 1}
    box: Look = {"x": 1, "x2": alt.expr("width - 1"), "y": TOP + 12, "y2": BOTTOM}
    return still(_on_ground().mark_rect(**box, **look))


def _silence_words(language: Language, mode: Mode) -> alt.Chart:
    middles = [f"{_BAND_START} / 2", f"({_BAND_END} + width) / 2"]
    sides = _on_ground().transform_calculate(side="[0, 1]").transform_flatten(["side"])
    words: Look = {"text": say(language, "question_chart.not_reported").split("|"), "lineHeight": 14, "fontSize": SMALL_TEXT_SIZE}
    x = alt.expr(f"datum.side == 0 ? {middles[0]} : {middles[1]}")
    return still(sides.mark_text(x=x, y=_MIDDLE + 2, color=INKS[mode].muted, **words))


def _band(mode: Mode) -> alt.Chart:
    look: Look = {"fill": INKS[mode].background, "strokeWidth": STROKE_WIDTH}
    box: Look = {"x": alt.expr(_BAND_START), "x2": alt.expr(_BAND_END), "y": TOP, "y2": BOTTOM}
    return still(_on_ground().mark_rect(**box, **look)).encode(stroke=area_stroke(mode))


def _axis(mode: Mode) -> alt.Chart:
    line: Look = {"x": 0, "x2": alt.expr("width"), "y": BOTTOM, "height": 1}
    return still(_on_ground("true").mark_rect(**line, fill=INKS[mode].stem))


def _zero(mode: Mode) -> alt.Chart:
    return still(_on_ground("true").mark_text(x=1, y=BOTTOM + 26, text="0", align="left", fontSize=SMALL_TEXT_SIZE, color=INKS[mode].muted))


def _box() -> Look:
    left, right = f"datum.is_share ? {_BAND_START} + 16 : {_X} - 44", f"datum.is_share ? {_BAND_END} - 16 : {_X} + 44"
    top, bottom = f"datum.is_share ? {TOP + 4} : {BOTTOM + 12}", f"datum.is_share ? {BOTTOM - 12} : {BOTTOM + 56}"
    return {"x": alt.expr(left), "x2": alt.expr(right), "y": alt.expr(top), "y2": alt.expr(bottom)}


def _highlight(mode: Mode) -> alt.Chart:
    return still(alt.Chart().transform_filter("datum.is_selected").mark_rect(**_box(), cornerRadius=4, fill=INKS[mode].highlight))


def _targets(language: Language) -> alt.Chart:
    """Lie behind each figure and its words, so that a finger or a pointer meets it easily."""
    cover = alt.Chart().mark_rect(**_box(), opacity=0, cursor="pointer")
    return cover.encode(tooltip=tooltip(language), detail="observation_id:N").add_params(pick())


def _marks(test: str, y: int, mode: Mode) -> alt.Chart:
    place: Look = {"x": alt.expr(_X), "y": y, "strokeWidth": STROKE_WIDTH, "aria": True, "cursor": "pointer"}
    return (
        alt.Chart()
        .transform_filter(test)
        .mark_point(**place)
        .encode(
            shape=status_shape(),
            stroke=area_stroke(mode),
            fill=area_fill(mode),
            fillOpacity=status_fill_opacity(),
            size=either("datum.is_selected", 180, 110),
            opacity=dimming(),
            description="spoken:N",
        )
    )


def _ends(mode: Mode) -> alt.Chart:
    return _marks("!datum.is_share", BOTTOM, mode)


def _shares(mode: Mode) -> alt.Chart:
    return _marks("datum.is_share", TOP + 20, mode)


def _arrows(mode: Mode) -> alt.Chart:
    place: Look = {
        "x": alt.expr(_X),
        "y": alt.expr(f"datum.is_share ? {TOP + 20} : {BOTTOM}"),
        "size": 90,
        "strokeWidth": 1.8,
        "fill": None,
    }
    arrow = alt.Chart().transform_filter(ARROW_TEST).mark_point(**place)
    return arrow.encode(shape=bound_shape(), stroke=area_stroke(mode), opacity=dimming())


def _words(shift: int) -> Look:
    # The share's number is larger, so its unit stands lower.
    y = f"datum.is_share ? {TOP + 50 + shift * 1.3} : {BOTTOM + 26 + shift}"
    return {"x": alt.expr(_X), "y": alt.expr(y)}


def _numbers(mode: Mode) -> alt.Chart:
    size = alt.expr(f"datum.is_share ? {_SHARE_SIZE} : {_END_SIZE}")
    number = alt.Chart().mark_text(**_words(0), text=alt.expr("datum.number"), fontSize=size, fontWeight=600, color=INKS[mode].text)
    return number.encode(opacity=dimming())


def _units(mode: Mode) -> alt.Chart:
    unit = alt.Chart().mark_text(**_words(18), text=alt.expr("datum.unit_words"), fontSize=SMALL_TEXT_SIZE, color=INKS[mode].muted)
    return unit.encode(opacity=dimming())
