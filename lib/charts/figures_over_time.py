"""Figures over time: a count in which every figure is one mark, in a lane for each theme and a band for each year; events stand above."""

from functools import lru_cache

import altair as alt
import pandas as pd

from lib.charts.colours import AREAS, INKS, Mode
from lib.charts.config import SMALL_TEXT_SIZE, TEXT_SIZE
from lib.charts.description import describe_over_time
from lib.charts.drawing import Drawing, Spec, specification
from lib.charts.event_marks import event_marks
from lib.charts.evidence import chosen, evidence, filled, tooltip
from lib.charts.marks import area_fill, area_stroke, at_slot, dimming, either, pick, status_fill_opacity, status_shape
from lib.charts.time_layout import Frame, frame_of, lay_out
from lib.domain.regions import RegionTree
from lib.text.catalogue import Language, say

SLOT = 15
_CELL = "min(15, width / datum.bands / 4.5)"
_X = f"datum.band_centre * width + (datum.column - (datum.columns - 1) / 2) * {_CELL}"
_IS_FIGURE = "datum.kind === 'mark' && datum.status !== 'events'"
_IS_EVENT = "datum.kind === 'mark' && datum.status === 'events'"
_EVENT_WORDS = ("indicator", "region", "period", "status", "source")


def figures_over_time(
    rows: pd.DataFrame, tree: RegionTree, language: Language, mode: Mode, selected: str = "", events: pd.DataFrame | None = None
) -> Drawing:
    """Draw one mark for each figure, stacked at the last year it refers to, and above them the events, if given.

    Needs: the columns of `lib.queries.observations.observations`, at least one row; those of `lib.queries.events.events`.
    """
    marks = _marked(filled(rows), tree, language, selected, events)
    return _drawn(filled(rows), marks, frame_of([marks]), language, mode)


def areas_over_time(
    rows: pd.DataFrame, tree: RegionTree, language: Language, mode: Mode, selected: str = "", events: pd.DataFrame | None = None
) -> dict[str, Drawing]:
    """Draw the same as one chart for each case area that has figures, all with the same years and the same room for each count.

    Needs: as `figures_over_time`.
    Returns: drawings by area, in the order of `AREAS`; an event stands in the chart of its own area.
    """
    rows = filled(rows)
    marks = _marked(rows, tree, language, selected, events)
    groups = {area: marks[marks["area"] == area] for area in AREAS}
    present = {area: group for area, group in groups.items() if group["observation_id"].isin(rows["observation_id"]).any()}
    frame = frame_of([marks[marks["area"] == area] for area in present])
    return {
        area: _drawn(rows[rows["observation_id"].isin(group["observation_id"])], group, frame, language, mode)
        for area, group in present.items()
    }


def _marked(rows: pd.DataFrame, tree: RegionTree, language: Language, selected: str, events: pd.DataFrame | None) -> pd.DataFrame:
    marks = evidence(rows, tree, language, selected).assign(lane=rows["theme"], year=rows["year_end"])
    if events is None or events.empty:
        return marks
    return chosen(pd.concat([event_marks(events, tree, language), marks], ignore_index=True), selected)


def _drawn(rows: pd.DataFrame, marks: pd.DataFrame, frame: Frame, language: Language, mode: Mode) -> Drawing:
    captions = {"reading": say(language, "drawing.reading_over_time")}
    return Drawing(
        _spec(language, mode), lay_out(marks, frame, language), (frame.floor + 1) * SLOT, describe_over_time(rows, language), captions
    )


@lru_cache(maxsize=4)
def _spec(language: Language, mode: Mode) -> Spec:
    around = [_lane_bases(mode), _lane_titles(mode), _years(mode), _gaps(mode), _event_rules(mode)]
    front = [_ring(mode), *_targets(language), _events(language, mode), _figures(mode).encode(tooltip=tooltip(language))]
    return specification([*around, *front], SLOT, mode)


def _lane_bases(mode: Mode) -> alt.Chart:
    # Every line is drawn, most of them unseen: the scale knows only the lines that some mark stands on.
    line = alt.Chart().transform_filter("datum.kind === 'line'").mark_rule(stroke=INKS[mode].stem, strokeWidth=1, yOffset=SLOT / 2)
    return line.encode(y=at_slot(), strokeOpacity=either("datum.is_base", 1, 0))


def _lane_titles(mode: Mode) -> alt.Chart:
    title = (
        alt.Chart()
        .transform_filter("datum.lane_title !== ''")
        .mark_text(align="left", x=0, dy=1, fontSize=TEXT_SIZE, fontWeight=600, color=INKS[mode].text)
    )
    return title.encode(y=at_slot(), text="lane_title:N")


def _years(mode: Mode) -> alt.Chart:
    words = alt.expr("width / datum.bands < 32 ? slice(datum.year_name, 2) : datum.year_name")
    year = (
        alt.Chart()
        .transform_filter("datum.kind === 'year'")
        .mark_text(x=alt.expr("datum.band_centre * width"), text=words, dy=2, fontSize=SMALL_TEXT_SIZE, color=INKS[mode].muted)
    )
    return year.encode(y=at_slot())


def _gaps(mode: Mode) -> alt.Chart:
    gap = (
        alt.Chart()
        .transform_filter("isValid(datum.gap_centre)")
        .mark_text(x=alt.expr("datum.gap_centre * width"), text="⋯", dy=2, fontSize=SMALL_TEXT_SIZE, color=INKS[mode].muted)
    )
    return gap.encode(y=at_slot())


def _event_rules(mode: Mode) -> alt.Chart:
    rule = (
        alt.Chart()
        .transform_filter(_IS_EVENT)
        .mark_rule(x=alt.expr(_X), stroke=INKS[mode].stem, strokeWidth=1, strokeDash=[2, 3], opacity=0.7)
    )
    return rule.encode(y=at_slot(), y2=alt.Y2("floor"))


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
    return ring.encode(y=at_slot())


def _figures(mode: Mode) -> alt.Chart:
    size = alt.expr(f"pow(min(11, {_CELL} * 0.85), 2)")
    mark = alt.Chart().transform_filter(_IS_FIGURE).mark_point(x=alt.expr(_X), size=size, strokeWidth=1.6, aria=True, cursor="pointer")
    return mark.encode(
        y=at_slot(),
        shape=status_shape(),
        stroke=area_stroke(mode),
        fill=area_fill(mode),
        fillOpacity=status_fill_opacity(),
        opacity=dimming(),
        description="spoken:N",
    )


def _events(language: Language, mode: Mode) -> alt.Chart:
    size = alt.expr(f"pow(min(11, {_CELL} * 0.85), 2)")
    mark = (
        alt.Chart()
        .transform_filter(_IS_EVENT)
        .mark_point(x=alt.expr(_X), size=size, shape="triangle-down", strokeWidth=1.6, aria=True, cursor="pointer")
    )
    return mark.encode(
        y=at_slot(), stroke=area_stroke(mode), fill=area_fill(mode), opacity=dimming(), description="spoken:N",
        tooltip=tooltip(language, _EVENT_WORDS),
    )  # fmt: skip


def _targets(language: Language) -> list[alt.Chart]:
    """Lie behind each mark, so that its gaps and its hollow belong to it."""
    size = alt.expr(f"pow({_CELL}, 2)")
    cover = alt.Chart().mark_point(shape="square", x=alt.expr(_X), size=size, filled=True, opacity=0, cursor="pointer")
    covers = [
        cover.transform_filter(test).encode(y=at_slot(), tooltip=words, detail="observation_id:N")
        for test, words in ((_IS_FIGURE, tooltip(language)), (_IS_EVENT, tooltip(language, _EVENT_WORDS)))
    ]
    return [layer.add_params(pick()) for layer in covers]
