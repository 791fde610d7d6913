"""Figures by indicator: a list in which every indicator has a scale of its own, never a common axis."""

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from lib.charts.colours import INKS, Mode
from lib.charts.config import SMALL_TEXT_SIZE, TEXT_SIZE, WIDE_FROM
from lib.charts.description import describe_by_indicator
from lib.charts.drawing import Drawing, Spec, specification
from lib.charts.evidence import tooltip
from lib.charts.indicator_layout import PLACE_START, lay_out
from lib.charts.marks import (
    ARROW_TEST,
    STROKE_WIDTH,
    area_fill,
    area_stroke,
    as_status,
    bound_shape,
    dimming,
    pick,
)
from lib.charts.question_marks import InView, figures_of
from lib.domain.regions import RegionTree
from lib.text.catalogue import Language, say

SLOT = 34
_MARK_SIZE = 90
_SELECTED_SIZE = 170
_TAB_INSET = 4


def figures_by_indicator(
    rows: pd.DataFrame, tree: RegionTree, language: Language, mode: Mode, selected: str = "", in_view: InView = None
) -> Drawing:
    """Draw one line for each figure, under a heading for each indicator.

    Needs: the columns of `lib.queries.observations.observations`, figures of one indicator side by side; the order is kept; an id to mark
    as chosen; the ids in view, or None for all.
    """
    figures = figures_of(rows, tree, language, selected, in_view)
    marks = lay_out(figures.marks, figures.rows, language)
    slots = int(marks["slot"].max()) + 1 if len(marks) else 0
    captions = {"reading": say(language, "drawing.reading_by_indicator")}
    return Drawing(_spec(language, mode), marks, slots * SLOT, describe_by_indicator(figures.rows, language), captions)


@lru_cache(maxsize=4)
def _spec(language: Language, mode: Mode) -> Spec:
    behind = [_highlight(mode), _targets(language), _headings(mode), _region_tabs(mode), _stems(mode), _places(mode)]
    front = [_arrows(mode), _marks(mode).encode(tooltip=tooltip(language)), _labels(mode).encode(tooltip=tooltip(language))]
    return specification([*behind, *front], 0, mode, _responsive())


def _responsive() -> list[alt.Parameter]:
    """Place the parts by width: one line for each figure where there is room, else its place above its mark."""
    wide = f"width >= {WIDE_FROM}"
    room = f"({wide} ? 0.55 * width : width - 6)"
    return [
        alt.param(name="is_wide", expr=wide),
        alt.param(name="track_start", expr=f"{wide} ? 0.45 * width : 22"),
        alt.param(name="track_room", expr=f"{room} - 24"),
        alt.param(name="track_most", expr="0.3 * width"),
        alt.param(name="mark_shift", expr=f"{wide} ? 0 : 7"),
        alt.param(name="place_room", expr=f"({wide} ? 0.45 * width : width) - {PLACE_START}"),
        alt.param(name="place_shift", expr=f"{wide} ? 0 : -8"),
    ]


def _along(fraction: str) -> str:
    return f"track_start + {fraction} * max(24, min(track_most, track_room - datum.label_room))"


def _at(slot: str, below: str) -> Any:
    # In pixels and not on a scale, so that a browser may draw some lines before the others.
    return alt.value(alt.ExprRef(f"datum.{slot} * {SLOT} + {below}"))


def _in_the_middle(shift: str = "0", slot: str = "slot") -> alt.Chart:
    return alt.Chart().encode(y=_at(slot, f"{SLOT // 2} + {shift}"))


def _over_the_line(inset: int = 0) -> alt.Chart:
    return alt.Chart().encode(y=_at("slot", str(inset)), y2=_at("slot", str(SLOT - inset)))


def _highlight(mode: Mode) -> alt.Chart:
    return _over_the_line().transform_filter("datum.is_selected").mark_rect(fill=INKS[mode].highlight)


def _headings(mode: Mode) -> alt.Chart:
    text = alt.expr("width < datum.heading_width ? split(datum.heading_wrapped, '\\n') : datum.heading")
    rise = alt.expr("width < datum.heading_width ? -2 : 13")
    return (
        _in_the_middle(slot="heading_slot")
        .transform_filter("datum.heading != ''")
        .mark_text(
            align="left",
            baseline="bottom",
            x=0,
            dy=rise,
            text=text,
            lineHeight=15,
            fontSize=TEXT_SIZE,
            fontWeight=600,
            color=INKS[mode].text,
        )
    )


def _region_tabs(mode: Mode) -> alt.Chart:
    mark = _over_the_line(_TAB_INSET).mark_rect(x=0, x2=4, cornerRadius=2)
    return mark.encode(fill=area_fill(mode), opacity=dimming())


def _stems(mode: Mode) -> alt.Chart:
    start, end = alt.expr(_along("datum.zero")), alt.expr(_along("datum.fraction"))
    stem = _in_the_middle("mark_shift").transform_filter("datum.has_stem")
    return stem.mark_rule(x=start, x2=end, stroke=INKS[mode].stem, strokeWidth=1.5)


def _places(mode: Mode) -> alt.Chart:
    text = alt.expr("place_room < datum.place_width ? datum.place_short : datum.place_words")
    return _in_the_middle().mark_text(
        align="left",
        x=PLACE_START,
        dy=alt.expr("place_shift"),
        text=text,
        fontSize=SMALL_TEXT_SIZE,
        color=INKS[mode].muted,
    )


def _arrows(mode: Mode) -> alt.Chart:
    arrow = (
        _in_the_middle("mark_shift")
        .transform_filter(ARROW_TEST)
        .mark_point(x=alt.expr(_along("datum.fraction")), size=_MARK_SIZE, strokeWidth=1.6, fill=None)
    )
    return arrow.encode(shape=bound_shape(), stroke=area_stroke(mode), opacity=dimming())


def _marks(mode: Mode) -> alt.Chart:
    place = alt.expr(_along("datum.fraction"))
    mark = _in_the_middle("mark_shift").mark_point(x=place, strokeWidth=STROKE_WIDTH, aria=True, cursor="pointer")
    return as_status(mark, mode, _MARK_SIZE, _SELECTED_SIZE)


def _labels(mode: Mode) -> alt.Chart:
    label = _in_the_middle("mark_shift").mark_text(
        align="left",
        x=alt.expr(_along("datum.fraction")),
        dx=alt.expr("datum.label_gap"),
        fontWeight=600,
        fontSize=SMALL_TEXT_SIZE,
        color=INKS[mode].text,
    )
    return label.encode(text="label:N")


def _targets(language: Language) -> alt.Chart:
    """Lie behind each line, so that a finger or a pointer meets the figure anywhere on it."""
    cover = _over_the_line().mark_rect(opacity=0, cursor="pointer")
    return cover.encode(tooltip=tooltip(language), detail="observation_id:N").add_params(pick())
