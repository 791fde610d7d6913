"""Figures over time: a count in which every figure is one mark, in a lane for each theme and a band for each year."""

from functools import lru_cache

import altair as alt
import pandas as pd

from lib.charts.colours import INKS, Mode
from lib.charts.config import SMALL_TEXT_SIZE, TEXT_SIZE
from lib.charts.description import describe_over_time
from lib.charts.drawing import Drawing, Spec, specification
from lib.charts.evidence import evidence, filled, tooltip
from lib.charts.marks import area_fill, area_stroke, at_slot, dimming, pick, status_fill_opacity, status_shape
from lib.charts.time_layout import lay_out
from lib.domain.regions import RegionTree
from lib.text.catalogue import Language, say

SLOT = 15
_CELL = "min(15, width / datum.bands / 4.5)"
_X = f"datum.band_centre * width + (datum.column - (datum.columns - 1) / 2) * {_CELL}"


def figures_over_time(rows: pd.DataFrame, tree: RegionTree, language: Language, mode: Mode, selected: str = "") -> Drawing:
    """Draw one mark for each figure, stacked at the last year it refers to.

    Needs: the columns of `lib.queries.observations.observations`; at least one row.
    """
    rows = filled(rows)
    marks = lay_out(evidence(rows, tree, language, selected), rows, language)
    captions = {"reading": say(language, "drawing.reading_over_time")}
    return Drawing(_spec(language, mode), marks, (int(marks["year_slot"].max()) + 1) * SLOT, describe_over_time(rows, language), captions)


@lru_cache(maxsize=4)
def _spec(language: Language, mode: Mode) -> Spec:
    around = [_lane_bases(mode), _lane_titles(mode), _years(mode), _gaps(mode)]
    return specification([*around, _ring(mode), _targets(language), _marks(mode).encode(tooltip=tooltip(language))], SLOT, mode)


def _lane_bases(mode: Mode) -> alt.Chart:
    base = alt.Chart().transform_filter("datum.lane != ''").mark_rule(stroke=INKS[mode].stem, strokeWidth=1, yOffset=SLOT / 2)
    return base.encode(y=at_slot("base_slot"))


def _lane_titles(mode: Mode) -> alt.Chart:
    title = (
        alt.Chart()
        .transform_filter("datum.lane != ''")
        .mark_text(align="left", x=0, dy=1, fontSize=TEXT_SIZE, fontWeight=600, color=INKS[mode].text)
    )
    return title.encode(y=at_slot("lane_slot"), text="lane:N")


def _years(mode: Mode) -> alt.Chart:
    words = alt.expr("width / datum.bands < 32 ? slice(datum.year, 2) : datum.year")
    year = (
        alt.Chart()
        .transform_filter("datum.year != ''")
        .mark_text(x=alt.expr("datum.band_centre * width"), text=words, dy=2, fontSize=SMALL_TEXT_SIZE, color=INKS[mode].muted)
    )
    return year.encode(y=at_slot("year_slot"))


def _gaps(mode: Mode) -> alt.Chart:
    gap = (
        alt.Chart()
        .transform_filter("isValid(datum.gap_centre)")
        .mark_text(x=alt.expr("datum.gap_centre * width"), text="⋯", dy=2, fontSize=SMALL_TEXT_SIZE, color=INKS[mode].muted)
    )
    return gap.encode(y=at_slot("year_slot"))


def _ring(mode: Mode) -> alt.Chart:
    ring = (
        alt.Chart()
        .transform_filter("datum.is_selected")
        .mark_point(
            x=alt.expr(_X),
            shape="circle",
            size=alt.expr(f"pow({_CELL} + 5, 2)"),
            stroke=INKS[mode].text,
            strokeWidth=2,
            fill=INKS[mode].background,
        )
    )
    return ring.encode(y=at_slot("slot"))


def _marks(mode: Mode) -> alt.Chart:
    size = alt.expr(f"pow(min(11, {_CELL} * 0.85), 2)")
    mark = alt.Chart().mark_point(x=alt.expr(_X), size=size, strokeWidth=1.6, aria=True, cursor="pointer")
    return mark.encode(
        y=at_slot("slot"),
        shape=status_shape(),
        stroke=area_stroke(mode),
        fill=area_fill(mode),
        fillOpacity=status_fill_opacity(),
        opacity=dimming(),
        description="spoken:N",
    )


def _targets(language: Language) -> alt.Chart:
    """Lie behind each mark, so that its gaps and its hollow belong to it."""
    size = alt.expr(f"pow({_CELL}, 2)")
    cover = alt.Chart().mark_point(shape="square", x=alt.expr(_X), size=size, filled=True, opacity=0, cursor="pointer")
    return cover.encode(y=at_slot("slot"), tooltip=tooltip(language), detail="observation_id:N").add_params(pick())
