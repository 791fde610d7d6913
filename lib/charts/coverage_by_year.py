"""The coverage of the case areas as a picture: areas by theme by year, every cell without a figure hatched."""

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from lib.charts.colours import INKS, Mode
from lib.charts.config import SMALL_TEXT_SIZE
from lib.charts.coverage_by_year_layout import SWATCH, THRESHOLDS, lay_out
from lib.charts.description import bounded
from lib.charts.drawing import Drawing, Spec, specification
from lib.charts.marks import at_slot
from lib.text.catalogue import Language, say

SLOT = 26
_NAMES = "names_room"
_NAMES_SHARE = 0.2
_COLUMN = f"(width - {_NAMES}) / datum.columns"
_LEFT = f"{_NAMES} + datum.column * {_COLUMN}"
_INDENT = 14
_STRIPES, _STRIPE = 7, 0.13
_BOX: dict[str, Any] = {"height": SLOT - 4, "cornerRadius": 3}


def coverage_by_year(cells: pd.DataFrame, language: Language, mode: Mode) -> Drawing:
    """Draw the areas by theme by year.

    Needs: cells as `lib.queries.coverage.coverage_by_area`.
    """
    placed = lay_out(cells, language)
    height = int(placed["slot"].max() + 1) * SLOT if len(placed) else 0
    captions = {"reading": say(language, "drawing.reading_coverage")}
    return Drawing(_spec(mode), placed, height, _alt(placed[placed["part"] == "cell"], language), captions)


def _alt(cells: pd.DataFrame, language: Language) -> str:
    if cells.empty:
        return say(language, "drawing_alt.nothing")
    # A figure over several years stands in several cells: their sum counts nothing.
    most = cells["spoken"].iloc[int(cells["figures"].argmax())]
    return bounded(say(language, "coverage_picture.alt", empty=int((cells["figures"] == 0).sum()), cells=len(cells), most=most))


@lru_cache(maxsize=2)
def _spec(mode: Mode) -> Spec:
    ink = INKS[mode]
    layers = [
        # A line without a mark would have no height.
        _text("gap", x=0),
        _text("year", x=alt.expr(f"{_LEFT} + {_COLUMN} / 2"), color=ink.muted),
        _text("area", x=alt.expr(f"datum.depth * {_INDENT}"), align="left", fontWeight=600, color=ink.text),
        _text("theme", x=alt.expr(f"datum.depth * {_INDENT}"), align="left", color=ink.muted),
        *_boxes("cell", mode, aria=True, x=alt.expr(f"{_LEFT} + 2"), x2=alt.expr(f"{_LEFT} + {_COLUMN} - 2")),
        _numbers(mode),
        *_boxes("key", mode, x=alt.expr("datum.key_x"), x2=alt.expr(f"datum.key_x + {SWATCH}")),
        _text("key", x=alt.expr(f"datum.key_x + {SWATCH} + 6"), align="left", color=ink.text),
    ]
    return specification(layers, SLOT, mode, [alt.param(name=_NAMES, expr=f"{_NAMES_SHARE} * width")])


def _text(part: str, **look: Any) -> alt.Chart:
    return _only(part).mark_text(text=alt.expr("datum.words"), fontSize=SMALL_TEXT_SIZE, **look).encode(y=at_slot())


def _only(part: str, test: str = "true") -> alt.Chart:
    return alt.Chart().transform_filter(f"datum.part == '{part}' && {test}")


def _boxes(part: str, mode: Mode, **look: Any) -> list[alt.Chart]:
    ink = INKS[mode]
    tint = alt.Fill("figures:Q", scale=alt.Scale(type="threshold", domain=list(THRESHOLDS[1:]), range=list(ink.tints)), legend=None)
    filled = _only(part, "datum.figures > 0").mark_rect(**_BOX, **look).encode(y=at_slot(), fill=tint, description="spoken:N")
    outline: dict[str, Any] = {"stroke": ink.stem, "strokeDash": [3, 3], "strokeWidth": 1}
    empty = _only(part, "datum.figures == 0").mark_rect(**_BOX, **look, **outline, fill=_hatching(mode))
    return [filled, empty.encode(y=at_slot(), description="spoken:N")]


def _hatching(mode: Mode) -> dict[str, Any]:
    # A gradient without transitions: the format of these drawings knows no patterns.
    ground, line = INKS[mode].background, INKS[mode].stem
    edges = [(stripe + edge) / _STRIPES for stripe in range(_STRIPES) for edge in (0, 1 - _STRIPE, 1 - _STRIPE, 1)]
    colours = (ground, ground, line, line) * _STRIPES
    stops = [{"offset": round(edge, 4), "color": colour} for edge, colour in zip(edges, colours, strict=True)]
    return {"gradient": "linear", "x1": 0, "y1": 0, "x2": 1, "y2": 1, "stops": stops}


def _numbers(mode: Mode) -> alt.Chart:
    number = _only("cell", "datum.figures > 0").mark_text(
        x=alt.expr(f"{_LEFT} + {_COLUMN} / 2"), fontSize=SMALL_TEXT_SIZE, fontWeight=600, color=INKS[mode].text
    )
    return number.encode(y=at_slot(), text=alt.Text("figures:Q", format=","))
