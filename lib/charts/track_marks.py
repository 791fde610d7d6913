"""The marks of figures on one common scale: dots by status, arrows of bounds, and the figures in words beside them."""

import altair as alt

from lib.charts.colours import INKS, Mode
from lib.charts.config import SMALL_TEXT_SIZE
from lib.charts.marks import ARROW_TEST, STROKE_WIDTH, area_stroke, as_status, bound_shape, dimming
from lib.charts.track import MARK_X, MARK_Y, Look, figures_only

_MARK_SIZE, _SELECTED_SIZE = 110, 190


def dots(mode: Mode) -> alt.Chart:
    """Draw each figure as a dot."""
    dot = figures_only().mark_point(x=alt.expr(MARK_X), y=alt.expr(MARK_Y), strokeWidth=STROKE_WIDTH, aria=True, cursor="pointer")
    return as_status(dot, mode, _MARK_SIZE, _SELECTED_SIZE)


def arrows(mode: Mode) -> alt.Chart:
    """Draw the open arrow of each bound."""
    place: Look = {"x": alt.expr(MARK_X), "y": alt.expr(MARK_Y), "size": 90, "strokeWidth": 1.8, "fill": None}
    arrow = figures_only().transform_filter(ARROW_TEST).mark_point(**place)
    return arrow.encode(shape=bound_shape(), stroke=area_stroke(mode), opacity=dimming())


def labels(mode: Mode) -> alt.Chart:
    """Write each figure beside its mark."""
    place: Look = {"x": alt.expr(f"{MARK_X} + datum.label_gap"), "y": alt.expr(MARK_Y), "text": alt.expr("datum.label"), "align": "left"}
    label = figures_only().mark_text(**place, fontWeight=600, fontSize=SMALL_TEXT_SIZE, color=INKS[mode].text)
    return label.encode(opacity=dimming())
