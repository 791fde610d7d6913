"""Brings the chosen figure into sight inside the scrolling frame of a chart."""

from lib.charts.drawing import Drawing
from lib.charts.figures_by_indicator import SLOT
from lib.ui import state
from lib.ui.component import component

_COMPONENT = component("spot", '<div class="spot"></div>')


def spot(drawing: Drawing, frame: str, panel: str) -> None:
    """Scroll the frame to the chosen figure, when it is drawn and out of sight, and the panel to its head.

    Needs: a drawing whose rows have a slot, such as `lib.charts.figures_by_indicator`; the keys of two scrolling containers.
    """
    claim = state.selection().claim
    slots = drawing.rows.loc[drawing.rows["observation_id"] == claim, "slot"]
    place = {"top": int(slots.iloc[0]) * SLOT, "room": SLOT * 2} if len(slots) else {"top": 0, "room": 0}
    _COMPONENT(key=f"spot_{frame}", data=place | {"figure": claim, "frame": frame, "panel": panel}, height=1)
