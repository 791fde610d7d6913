"""The ground that figures on one common scale stand on: names, grid, ticks, the line they are read against."""

from typing import Any

import altair as alt

from lib.charts.colours import INKS, Mode
from lib.charts.config import SMALL_TEXT_SIZE, TEXT_SIZE, WIDE_FROM
from lib.charts.evidence import tooltip
from lib.charts.marks import area_fill, dimming, pick
from lib.charts.track_layout import INSET, LINE, NAMES_SHARE
from lib.text.catalogue import Language, say

Look = dict[str, Any]

_ROOM = "max(40, track_room - datum.label_room)"
MARK_Y = "(is_wide ? datum.mark_wide : datum.mark_narrow)"
MARK_X = f"(track_start + datum.fraction * {_ROOM})"
START_X = f"(track_start + datum.start * {_ROOM})"
_TICK_X = f"(track_start + toNumber(datum.tick) * {_ROOM})"
_REFERENCE_X = f"(track_start + datum.reference * {_ROOM})"
# On a phone the lines stop at each mark, so that they cross no words.
_GRID: Look = {
    "y": alt.expr("is_wide ? datum.top : datum.mark_narrow - 12"),
    "y2": alt.expr("is_wide ? datum.top + datum.row_height : datum.mark_narrow + 12"),
}
_ROW: Look = {"x": 0, "x2": alt.expr("width"), "y": alt.expr("datum.top"), "y2": alt.expr("datum.top + datum.row_height")}


def responsive(narrow_start: int) -> list[alt.Parameter]:
    """Put the names beside the scale where there is room, else above each mark.

    Needs: where the scale begins when it has the whole width.
    """
    wide = f"width >= {WIDE_FROM}"
    return [
        alt.param(name="is_wide", expr=wide),
        alt.param(name="names_room", expr=f"({wide} ? {NAMES_SHARE} * width : width) - {2 * INSET}"),
        alt.param(name="track_start", expr=f"{wide} ? {NAMES_SHARE} * width + 8 : {narrow_start}"),
        alt.param(name="track_room", expr=f"{wide} ? {1 - NAMES_SHARE} * width - 16 : width - {narrow_start} - 4"),
    ]


def still(chart: alt.Chart) -> alt.Chart:
    """Give a layer that no choice dims the encoding that every layer must have."""
    return chart.encode(opacity=alt.value(1))


def ground(language: Language, mode: Mode) -> list[alt.Chart]:
    """Return the layers behind the marks: the chosen line, what a pointer meets, grid, ticks, reference, names and notes."""
    axis = [_grid(mode), _tick_words(mode), _reference(mode), _reference_words(mode)]
    silence = [_silence(mode), _silence_words(language, mode)]
    return [_highlight(mode), _targets(language), *axis, *silence, _tabs(mode), _names(mode), _notes(mode)]


def figures_only() -> alt.Chart:
    """Begin a layer of what stands for a figure; a place without one has none of it."""
    return alt.Chart().transform_filter("!datum.is_silent")


def _highlight(mode: Mode) -> alt.Chart:
    return still(alt.Chart().transform_filter("datum.is_selected").mark_rect(**_ROW, cornerRadius=4, fill=INKS[mode].highlight))


def _targets(language: Language) -> alt.Chart:
    """Lie behind each line, so that a finger or a pointer meets the figure anywhere on it."""
    cover = figures_only().mark_rect(**_ROW, opacity=0, cursor="pointer")
    return cover.encode(tooltip=tooltip(language), detail="observation_id:N").add_params(pick())


def _each_tick(rows: str) -> alt.Chart:
    split = alt.Chart().transform_filter(rows).transform_calculate(tick="split(datum.ticks, '|')", word="split(datum.tick_words, '|')")
    return split.transform_flatten(["tick", "word"])


def _grid(mode: Mode) -> alt.Chart:
    return still(_each_tick("datum.ticks != ''").mark_rect(x=alt.expr(_TICK_X), width=1, **_GRID, fill=INKS[mode].highlight))


def _tick_words(mode: Mode) -> alt.Chart:
    align = "is_wide || toNumber(datum.tick) > 0 ? 'center' : 'left'"
    place: Look = {"x": alt.expr(_TICK_X), "y": alt.expr("datum.top + datum.row_height + 13"), "align": alt.expr(align)}
    words = _each_tick("datum.is_last").mark_text(**place, text=alt.expr("datum.word"), fontSize=SMALL_TEXT_SIZE, color=INKS[mode].muted)
    return still(words)


def _reference(mode: Mode) -> alt.Chart:
    line = alt.Chart().transform_filter("datum.has_reference")
    return still(line.mark_rect(x=alt.expr(_REFERENCE_X), width=1.5, **_GRID, fill=INKS[mode].muted))


def _reference_words(mode: Mode) -> alt.Chart:
    align = "datum.reference < 0.34 ? 'left' : datum.reference > 0.66 ? 'right' : 'center'"
    place: Look = {"x": alt.expr(_REFERENCE_X), "y": alt.expr("datum.top - 11"), "align": alt.expr(align)}
    words = alt.Chart().transform_filter("datum.reference_words != ''")
    return still(words.mark_text(**place, text=alt.expr("datum.reference_words"), fontSize=SMALL_TEXT_SIZE, color=INKS[mode].muted))


def _silence(mode: Mode) -> alt.Chart:
    look: Look = {"fill": INKS[mode].empty, "stroke": INKS[mode].stem, "strokeDash": [3, 3], "strokeWidth": 1}
    box: Look = {
        "x": alt.expr("track_start"),
        "x2": alt.expr("width - 1"),
        "y": alt.expr(f"{MARK_Y} - 10"),
        "y2": alt.expr(f"{MARK_Y} + 10"),
    }
    return still(alt.Chart().transform_filter("datum.is_silent").mark_rect(**box, **look))


def _silence_words(language: Language, mode: Mode) -> alt.Chart:
    place: Look = {"x": alt.expr("track_start + 10"), "y": alt.expr(MARK_Y), "align": "left"}
    words = say(language, "question_chart.silence")
    text = alt.Chart().transform_filter("datum.is_silent").mark_text(**place, text=words, fontSize=SMALL_TEXT_SIZE, color=INKS[mode].muted)
    return still(text)


def _text(name: str) -> str:
    wrapped = f"split(is_wide ? datum.{name}_wide : datum.{name}_narrow, '\\n')"
    return f"(names_room < datum.{name}_width ? {wrapped} : [datum.{name}])"


_LINES = f"(length({_text('name')}) + (datum.note == '' ? 0 : length({_text('note')})))"
_TOP = f"(is_wide ? datum.mark_wide - {_LINES} * {LINE} / 2 : datum.mark_narrow - 12 - {_LINES} * {LINE})"


def _tabs(mode: Mode) -> alt.Chart:
    top, bottom = f"{_TOP} - 1", f"is_wide ? datum.mark_wide + {_LINES} * {LINE} / 2 : datum.mark_narrow + 8"
    tab = alt.Chart().mark_rect(x=0, x2=4, y=alt.expr(top), y2=alt.expr(bottom), cornerRadius=2)
    return tab.encode(fill=area_fill(mode), opacity=dimming())


def _names(mode: Mode) -> alt.Chart:
    place: Look = {"x": INSET, "y": alt.expr(f"{_TOP} + {LINE} / 2"), "text": alt.expr(_text("name")), "align": "left"}
    name = alt.Chart().mark_text(**place, lineHeight=LINE, fontSize=TEXT_SIZE, fontWeight=600, color=INKS[mode].text)
    return name.encode(opacity=dimming())


def _notes(mode: Mode) -> alt.Chart:
    top = f"{_TOP} + (length({_text('name')}) + 0.5) * {LINE}"
    place: Look = {"x": INSET, "y": alt.expr(top), "text": alt.expr(_text("note")), "align": "left"}
    note = alt.Chart().transform_filter("datum.note != ''")
    return note.mark_text(**place, lineHeight=LINE, fontSize=SMALL_TEXT_SIZE, color=INKS[mode].muted).encode(opacity=dimming())
