"""Coverage: how many figures there are for each region and theme, and where there is none."""

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from lib.charts.colours import INKS, Mode
from lib.charts.config import SMALL_TEXT_SIZE
from lib.charts.coverage_layout import lay_out
from lib.charts.description import describe_coverage
from lib.charts.drawing import Drawing, Spec, specification
from lib.charts.marks import at_slot
from lib.domain.vocabulary import Theme
from lib.text.catalogue import Language, say

SLOT = 34
_NAMES = "names_room"
_NAMES_SHARE = 0.36
_COLUMN = f"(width - {_NAMES}) / {len(Theme)}"
_LEFT = f"{_NAMES} + datum.column * {_COLUMN}"


def coverage_matrix(counts: pd.DataFrame, language: Language, mode: Mode) -> Drawing:
    """Draw regions by theme.

    Needs: region_id, region_en, region_zh, theme, figures, in the order of the tree, as `lib.queries.coverage.coverage` returns them.
    """
    cells = lay_out(counts.rename(columns={"region_id": "row_id", f"region_{language}": "row_name"}), language)
    height = int(cells["slot"].max() + 1) * SLOT if len(cells) else 0
    captions = {"reading": say(language, "drawing.reading_coverage")}
    alt_text = describe_coverage(cells, "region", language)
    return Drawing(_spec(language, mode), cells.rename(columns={"row_id": "region_id"}), height, alt_text, captions)


@lru_cache(maxsize=4)
def _spec(language: Language, mode: Mode) -> Spec:
    layers = [_targets(), _themes(mode), _names(mode), _filled(mode), _empty(mode), _numbers(mode), _not_reported(language, mode)]
    return specification(layers, SLOT, mode, [alt.param(name=_NAMES, expr=f"{_NAMES_SHARE} * width")])


def _themes(mode: Mode) -> alt.Chart:
    words = alt.expr(f"{_COLUMN} < datum.theme_width ? split(datum.theme_wrapped, '\\n') : datum.theme_name")
    rise = alt.expr(f"{_COLUMN} < datum.theme_width && indexof(datum.theme_wrapped, '\\n') > 0 ? -7 : 0")
    theme = (
        alt.Chart()
        .transform_filter("datum.theme_name != ''")
        .mark_text(
            x=alt.expr(f"{_LEFT} + {_COLUMN} / 2"),
            text=words,
            dy=rise,
            lineHeight=14,
            fontSize=SMALL_TEXT_SIZE,
            fontWeight=600,
            color=INKS[mode].text,
        )
    )
    return theme.encode(y=at_slot("theme_slot"))


def _names(mode: Mode) -> alt.Chart:
    words = alt.expr(f"{_NAMES} - 6 < datum.name_width ? split(datum.name_wrapped, '\\n') : datum.name")
    rise = alt.expr(f"{_NAMES} - 6 < datum.name_width && indexof(datum.name_wrapped, '\\n') > 0 ? -7 : 0")
    name = (
        alt.Chart()
        .transform_filter("datum.name != ''")
        .mark_text(align="left", x=0, text=words, dy=rise, lineHeight=14, fontSize=SMALL_TEXT_SIZE, color=INKS[mode].text)
    )
    return name.encode(y=at_slot())


def _cells(test: str) -> alt.Chart:
    return alt.Chart().transform_filter(test)


def _box() -> dict[str, Any]:
    return {"x": alt.expr(f"{_LEFT} + 2"), "x2": alt.expr(f"{_LEFT} + {_COLUMN} - 2"), "height": SLOT - 4, "cornerRadius": 4}


def _filled(mode: Mode) -> alt.Chart:
    tints = INKS[mode].tints
    tint = alt.Fill("figures:Q", scale=alt.Scale(type="threshold", domain=[3, 10], range=list(tints)), legend=None)
    return (
        _cells("datum.figures > 0")
        .mark_rect(**_box(), aria=True, cursor="pointer")
        .encode(y=at_slot(), fill=tint, description="spoken:N", tooltip=alt.Tooltip("spoken:N"))
    )


def _empty(mode: Mode) -> alt.Chart:
    ink = INKS[mode]
    box = _cells("datum.figures == 0").mark_rect(**_box(), fill=ink.empty, stroke=ink.stem, strokeDash=[3, 3], strokeWidth=1, aria=True)
    return box.encode(y=at_slot(), description="spoken:N", tooltip=alt.Tooltip("spoken:N"))


def _numbers(mode: Mode) -> alt.Chart:
    number = _cells("datum.figures > 0").mark_text(
        x=alt.expr(f"{_LEFT} + {_COLUMN} / 2"), fontSize=SMALL_TEXT_SIZE, fontWeight=600, color=INKS[mode].text
    )
    return number.encode(y=at_slot(), text=alt.Text("figures:Q", format=","))


def _not_reported(language: Language, mode: Mode) -> alt.Chart:
    words = say(language, "drawing.not_reported")
    short = _cells("datum.figures == 0").mark_text(
        x=alt.expr(f"{_LEFT} + {_COLUMN} / 2"),
        text=words,
        fontSize=alt.expr(f"max(9, min(12, {_COLUMN} * 0.155))"),
        color=INKS[mode].muted,
    )
    return short.encode(y=at_slot())


def _targets() -> alt.Chart:
    cover = alt.Chart().mark_rect(**_box(), opacity=0)
    cell = alt.selection_point(name="cell", fields=["region_id", "theme"], on="click", clear=False, toggle="true")
    return cover.encode(y=at_slot(), tooltip=alt.Tooltip("spoken:N"), detail=["theme:N", "region_id:N"]).add_params(cell)
