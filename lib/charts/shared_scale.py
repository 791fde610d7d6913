"""Figures that may be compared, on one common scale: dots read against a reference, or bars from zero."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import altair as alt
import pandas as pd

from lib.charts.colours import CONTEXT, Mode
from lib.charts.drawing import Drawing, Spec, specification
from lib.charts.evidence import Row, tooltip
from lib.charts.marks import (
    area_fill,
    area_stroke,
    dimming,
)
from lib.charts.question_alt import describe_figures
from lib.charts.question_marks import InView, figures_of, in_one_scale, names, of_one, shared
from lib.charts.records import records
from lib.charts.track import MARK_X, MARK_Y, START_X, Look, figures_only, ground, responsive
from lib.charts.track_layout import INSET, Form, Ground, Reference, Silent, chart_height, lay_out
from lib.charts.track_marks import arrows, dots, labels
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Layer
from lib.text.catalogue import Language, say

Beside = Literal["nothing", "definition"]

_BAR, _CONTEXT_BAR = 7, 4
# What stands around the articles is drawn thinner.
_IS_CONTEXT = f"datum.area == '{CONTEXT}'"
# A bar begins where the words do; a dot at the low end needs room for itself.
_NARROW_START = {"bars": INSET, "dots": INSET + 7}


def shared_scale(
    rows: pd.DataFrame,
    tree: RegionTree,
    language: Language,
    mode: Mode,
    selected: str = "",
    in_view: InView = None,
    *,
    form: Form = "dots",
    reference: Reference | None = None,
    beside: Beside = "nothing",
    silent: Sequence[Silent] = (),
) -> Drawing:
    """Draw figures of one unit on one scale: the highest first; one place over time as time runs; several rates of several places by rate.

    Needs: the columns of `lib.queries.observations.observations`, figures of one unit; an id to mark as chosen; the ids in view, or None
    for all. Bars start at zero, and bars of percent run to the whole; dots run from the reference where there is one.
    Each figure is named by its place and period, or by its indicator when all are of one place and period; `beside` adds a note under it.
    The `silent` places follow on blank lines that say so.
    Raises: ValueError when the rows are of several units.
    Returns: a drawing whose captions are `reading` (how to read it) and `common` (what the figures share, or nothing).
    """
    of_one(rows, "unit")
    figures, scale = in_one_scale(figures_of(_ordered(rows), tree, language, selected, in_view), language)
    under = Ground(form, reference, language, scale=scale)
    notes = [_note(row, beside, language) for row in records(figures.rows)]
    placed = lay_out(figures, names(figures, language), notes, under, silent) if len(figures) else figures.marks
    captions = {"reading": say(language, f"question_chart.reading_{form}"), "common": shared(figures, language)}
    alt_text = describe_figures(figures.rows, language, [place.name for place in silent])
    return Drawing(_spec(language, mode, form), placed, chart_height(placed), alt_text, captions)


def _ordered(rows: pd.DataFrame) -> pd.DataFrame:
    indicators, regions = rows["indicator_id"], rows["region_id"]
    if indicators.nunique() == 1 and regions.nunique() == 1:
        return rows.sort_values(["year_start", "year_end", "value"], kind="stable")
    if indicators.nunique() == 1 or regions.nunique() == 1:
        return rows.sort_values("value", ascending=False, kind="stable")
    # A city, its province and the nation contain one another: they stay in their order.
    return rows.sort_values("indicator_id", key=lambda ids: ids.map(list(indicators.unique()).index), kind="stable")


def _note(row: Row, beside: Beside, language: Language) -> str:
    if row["layer"] == Layer.OFFICIAL:
        return say(language, "official.label")
    return str(row[f"definition_{language}"]) if beside == "definition" else ""


@lru_cache(maxsize=8)
def _spec(language: Language, mode: Mode, form: Form) -> Spec:
    shape = [_bars(mode)] if form == "bars" else [_stems(mode), dots(mode)]
    marks = [chart.encode(tooltip=tooltip(language)) for chart in (*shape, labels(mode))]
    return specification([*ground(language, mode), arrows(mode), *marks], 0, mode, responsive(_NARROW_START[form]))


def _bars(mode: Mode) -> alt.Chart:
    half = f"({_IS_CONTEXT} ? {_CONTEXT_BAR} : {_BAR})"
    box: Look = {"x": alt.expr(START_X), "x2": alt.expr(MARK_X), "y": alt.expr(f"{MARK_Y} - {half}"), "y2": alt.expr(f"{MARK_Y} + {half}")}
    bar = figures_only().mark_rect(**box, strokeWidth=1.6, aria=True, cursor="pointer")
    return bar.encode(
        stroke=area_stroke(mode),
        fill=area_fill(mode),
        fillOpacity=alt.FillOpacity("solidity:Q", scale=None, legend=None),
        opacity=dimming(),
        description="spoken:N",
    )


def _stems(mode: Mode) -> alt.Chart:
    half = f"({_IS_CONTEXT} ? 0.5 : 1)"
    box: Look = {"x": alt.expr(START_X), "x2": alt.expr(MARK_X), "y": alt.expr(f"{MARK_Y} - {half}"), "y2": alt.expr(f"{MARK_Y} + {half}")}
    stem = figures_only().transform_filter("datum.has_start").mark_rect(**box)
    return stem.encode(fill=area_fill(mode), opacity=dimming())
