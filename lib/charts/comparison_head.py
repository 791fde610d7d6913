"""What stands in the drawing itself when figures are not like for like: the warning above them, the watermark across them."""

from dataclasses import dataclass

import altair as alt
import pandas as pd

from lib.charts.colours import INKS, Mode
from lib.charts.config import NARROWEST, SMALL_TEXT_SIZE
from lib.charts.track import Look, still
from lib.charts.track_layout import INSET, LINE
from lib.text.measure import wrap

_FROM_TOP = ("top", "mark_wide", "mark_narrow")
_MOST_LINES = 4
_ANGLE = 346
_FAINT = 0.22


@dataclass(frozen=True)
class Warned:
    """The words above the figures, and those across them; both may be empty."""

    headline: str = ""
    watermark: str = ""


def below_head(placed: pd.DataFrame, warned: Warned) -> pd.DataFrame:
    """Make room above the figures, and write the warning into the first row.

    Needs: rows laid out by `lib.charts.track_layout.lay_out`.
    Returns: the rows with warning and watermark, both empty but in the first.
    """
    lines = wrap(warned.headline, NARROWEST - 2 * INSET, SMALL_TEXT_SIZE, bold=True, lines=_MOST_LINES)
    room = (lines.count("\n") + 1) * LINE if lines else 0
    is_first = placed.index == 0
    moved = placed.assign(**{name: placed[name] + room for name in _FROM_TOP})
    return moved.assign(
        warning=[lines if first else "" for first in is_first],
        watermark=[warned.watermark if first else "" for first in is_first],
    )


def headline(mode: Mode) -> alt.Chart:
    """Write the warning above the figures."""
    place: Look = {"x": INSET, "y": LINE, "align": "left", "text": alt.expr("split(datum.warning, '\\n')")}
    words = alt.Chart().transform_filter("datum.warning != ''")
    return still(words.mark_text(**place, fontSize=SMALL_TEXT_SIZE, fontWeight=600, lineHeight=LINE, color=INKS[mode].text))


def watermark(mode: Mode) -> alt.Chart:
    """Write across the figures that they are not like for like."""
    size = alt.expr("max(20, min(54, width / 11))")
    place: Look = {"x": alt.expr("width / 2"), "y": alt.expr("height / 2 + 8"), "align": "center", "text": alt.expr("datum.watermark")}
    words = alt.Chart().transform_filter("datum.watermark != ''")
    look: Look = {"angle": _ANGLE, "fontSize": size, "fontWeight": 700, "color": INKS[mode].text}
    # A letter may be drawn as fill and outline: both are faint.
    return words.mark_text(**place, **look).encode(opacity=alt.value(_FAINT))
