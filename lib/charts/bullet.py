"""What is reported inside the frame of what was planned, on one line from zero."""

from functools import lru_cache

import altair as alt
import pandas as pd

from lib.charts.bullet_layout import WORDS_HEIGHT, chart_height, lay_out
from lib.charts.colours import INKS, Mode
from lib.charts.config import SMALL_TEXT_SIZE
from lib.charts.drawing import Drawing, Spec, specification
from lib.charts.evidence import tooltip
from lib.charts.marks import ARROW_TEST, STROKE_WIDTH, area_fill, area_stroke, bound_shape, dimming, pick, status_fill_opacity, status_shape
from lib.charts.question_alt import describe_figures
from lib.charts.question_marks import InView, figures_of, of_one_series, shared
from lib.charts.track import Look, still
from lib.domain.regions import RegionTree
from lib.text.catalogue import Language, say

_START, _END_ROOM = 1, 24
_X = f"({_START} + datum.fraction * (width - {_START + _END_ROOM}))"
_MIDDLE = "(datum.bar_top + datum.bar_bottom) / 2"
_INSET = 6


def bullet(rows: pd.DataFrame, tree: RegionTree, language: Language, mode: Mode, selected: str = "", in_view: InView = None) -> Drawing:
    """Draw the outcomes of one indicator and one place against its plans or targets.

    Needs: the columns of `lib.queries.observations.observations`, no value below zero; an id to mark as chosen; the ids in view, or None
    for all.
    Raises: ValueError when the rows are of several indicators, units or places.
    """
    of_one_series(rows)
    # The longest lies behind, so that every shorter one is seen.
    figures = figures_of(rows.sort_values("value", ascending=False, kind="stable"), tree, language, selected, in_view)
    placed = lay_out(figures, language) if len(figures) else figures.marks
    captions = {"reading": say(language, "question_chart.reading_bullet"), "common": shared(figures, language)}
    return Drawing(_spec(language, mode), placed, chart_height(placed), describe_figures(figures.rows, language), captions)


@lru_cache(maxsize=4)
def _spec(language: Language, mode: Mode) -> Spec:
    front = [chart.encode(tooltip=tooltip(language)) for chart in (_frames(mode), _bars(mode), _ends(mode), _labels(mode), _when(mode))]
    return specification([_highlight(mode), _targets(language), _leaders(mode), *front, _arrows(mode)], 0, mode)


def _words_box() -> Look:
    top = alt.expr("datum.words_y")
    return {"x": 0, "x2": alt.expr("width"), "y": top, "y2": alt.expr(f"datum.words_y + {WORDS_HEIGHT - 4}")}


def _highlight(mode: Mode) -> alt.Chart:
    return still(alt.Chart().transform_filter("datum.is_selected").mark_rect(**_words_box(), cornerRadius=4, fill=INKS[mode].highlight))


def _targets(language: Language) -> alt.Chart:
    """Lie behind the words of each figure, so that a finger or a pointer meets it easily."""
    cover = alt.Chart().mark_rect(**_words_box(), opacity=0, cursor="pointer")
    return cover.encode(tooltip=tooltip(language), detail="observation_id:N").add_params(pick())


def _leaders(mode: Mode) -> alt.Chart:
    """Lead from the end of each length to its words."""
    top = alt.expr("datum.is_promise ? datum.words_y : datum.bar_bottom - 8")
    bottom = alt.expr(f"datum.is_promise ? datum.bar_top : datum.words_y + {WORDS_HEIGHT - 6}")
    return still(alt.Chart().mark_rect(x=alt.expr(_X), width=1, y=top, y2=bottom, fill=INKS[mode].stem))


def _length(inset: int) -> Look:
    top, bottom = alt.expr(f"datum.bar_top + {inset}"), alt.expr(f"datum.bar_bottom - {inset}")
    return {"x": _START, "x2": alt.expr(_X), "y": top, "y2": bottom, "aria": True, "cursor": "pointer"}


def _frames(mode: Mode) -> alt.Chart:
    frame = alt.Chart().transform_filter("datum.is_promise").mark_rect(**_length(1), strokeWidth=1.6)
    return frame.encode(
        stroke=area_stroke(mode), fill=area_fill(mode), fillOpacity=status_fill_opacity(), opacity=dimming(), description="spoken:N"
    )


def _bars(mode: Mode) -> alt.Chart:
    bar = alt.Chart().transform_filter("!datum.is_promise").mark_rect(**_length(_INSET), strokeWidth=1.6)
    return bar.encode(
        stroke=area_stroke(mode), fill=area_fill(mode), fillOpacity=status_fill_opacity(), opacity=dimming(), description="spoken:N"
    )


def _ends(mode: Mode) -> alt.Chart:
    """Mark the end of a promise with the shape of its status."""
    place: Look = {"x": alt.expr(_X), "y": alt.expr(_MIDDLE), "size": 110, "strokeWidth": STROKE_WIDTH, "fill": INKS[mode].background}
    end = alt.Chart().transform_filter("datum.is_promise").mark_point(**place, cursor="pointer")
    return end.encode(shape=status_shape(), stroke=area_stroke(mode), opacity=dimming())


def _arrows(mode: Mode) -> alt.Chart:
    arrow = alt.Chart().transform_filter(ARROW_TEST)
    mark = arrow.mark_point(x=alt.expr(_X), y=alt.expr(_MIDDLE), size=90, strokeWidth=1.8, fill=None)
    return mark.encode(shape=bound_shape(), stroke=area_stroke(mode), opacity=dimming())


def _beside(shift: int) -> Look:
    """Stand on the side of the end where the words have room."""
    is_left = f"{_X} > datum.words_width + 12"
    x = alt.expr(f"{is_left} ? {_X} - 7 : {_X} + 8")
    return {"x": x, "align": alt.expr(f"{is_left} ? 'right' : 'left'"), "y": alt.expr(f"datum.words_y + {shift}")}


def _labels(mode: Mode) -> alt.Chart:
    look: Look = {"fontSize": SMALL_TEXT_SIZE + 3, "fontWeight": 600, "color": INKS[mode].text}
    return alt.Chart().mark_text(**_beside(9), text=alt.expr("datum.label"), **look).encode(opacity=dimming())


def _when(mode: Mode) -> alt.Chart:
    look: Look = {"fontSize": SMALL_TEXT_SIZE, "color": INKS[mode].muted}
    return alt.Chart().mark_text(**_beside(26), text=alt.expr("datum.when"), **look).encode(opacity=dimming())
