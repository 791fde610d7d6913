"""Marks: status is shape and fill, a bound is an open arrow from the value; never colour alone."""

from typing import Any

import altair as alt

from lib.charts.colours import AREAS, Mode, area_colours
from lib.domain.vocabulary import Qualifier, Status

Condition = dict[str, Any]

STATUS_SHAPES = {Status.ACTUAL: "circle", Status.ONGOING: "circle", Status.PLAN: "square", Status.TARGET: "diamond"}
STATUS_FILL_OPACITIES = {Status.ACTUAL: 1.0, Status.ONGOING: 0.3, Status.PLAN: 0.0, Status.TARGET: 0.0}
DIMMED_OPACITY = 0.4
STROKE_WIDTH = 2

# Drawn in units of half the mark's size, from the edge of the mark outwards.
_ARROW_RIGHT = "M1.1,0L3,0M2.2,-0.8L3,0L2.2,0.8"
_ARROW_LEFT = "M-1.1,0L-3,0M-2.2,-0.8L-3,0L-2.2,0.8"
BOUND_ARROWS = {
    Qualifier.OVER: _ARROW_RIGHT,
    Qualifier.AT_LEAST: _ARROW_RIGHT,
    Qualifier.UNDER: _ARROW_LEFT,
    Qualifier.AT_MOST: _ARROW_LEFT,
}
ARROW_TEST = f"indexof({[str(qualifier) for qualifier in BOUND_ARROWS]}, datum.qualifier) >= 0"


def at_slot(field: str = "slot") -> alt.Y:
    """Place a mark on its line, counted from the top; every number up to the last must occur in the data."""
    return alt.Y(f"{field}:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))


def pick() -> alt.Parameter:
    """Return the selection that every chart of figures has: each click adds the id of an observation, or takes it out again."""
    return alt.selection_point(name="pick", fields=["observation_id"], on="click", clear=False, toggle="true")


def _area_scale(mode: Mode) -> alt.Scale:
    return alt.Scale(domain=list(AREAS), range=list(area_colours(mode)))


def area_stroke(mode: Mode) -> alt.Stroke:
    """Colour an outline by case area."""
    return alt.Stroke("area:N", scale=_area_scale(mode), legend=None)


def area_fill(mode: Mode) -> alt.Fill:
    """Colour a surface by case area."""
    return alt.Fill("area:N", scale=_area_scale(mode), legend=None)


def status_shape() -> alt.Shape:
    """Shape a mark by status."""
    scale = alt.Scale(domain=[str(status) for status in STATUS_SHAPES], range=list(STATUS_SHAPES.values()))
    return alt.Shape("status:N", scale=scale, legend=None)


def status_fill_opacity() -> alt.FillOpacity:
    """Fill a mark by status: solid, light or hollow."""
    scale = alt.Scale(type="ordinal", domain=[str(status) for status in STATUS_FILL_OPACITIES], range=list(STATUS_FILL_OPACITIES.values()))
    return alt.FillOpacity("status:O", scale=scale, legend=None)


def as_status(mark: alt.Chart, mode: Mode, size: float, selected_size: float) -> alt.Chart:
    """Let a mark show its figure: status by shape and fill, area by colour, the selected one larger and the others faded, and speak."""
    return mark.encode(
        shape=status_shape(),
        stroke=area_stroke(mode),
        fill=area_fill(mode),
        fillOpacity=status_fill_opacity(),
        size=either("datum.is_selected", selected_size, size),
        opacity=dimming(),
        description="spoken:N",
    )


def bound_shape() -> alt.Shape:
    """Shape the arrow of a bound by its qualifier."""
    scale = alt.Scale(domain=[str(qualifier) for qualifier in BOUND_ARROWS], range=list(BOUND_ARROWS.values()))
    return alt.Shape("qualifier:N", scale=scale, legend=None)


def dimming() -> Condition:
    """Fade the marks that are not selected, when one is."""
    return either("datum.is_dimmed", DIMMED_OPACITY, 1)


def either(test: str, when_true: float, when_false: float) -> Condition:
    """Choose one of two sizes or opacities by a test on the mark's row."""
    return {"condition": {"test": test, "value": when_true}, "value": when_false}
