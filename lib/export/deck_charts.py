"""Figures on slides: charts that the office program draws itself and whose numbers can be edited, pictures, cards, the key."""

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from lib.export.deck_hollows import put_hollows
from lib.export.deck_text import LEAST, QUIET, Box, Words, dress, fill
from lib.export.number_formats import number_format
from lib.export.pictures import png, size
from lib.export.rows import neutral
from lib.export.slides import Axes, Chart, Look, Mark, printable

_TYPES = {"bars": XL_CHART_TYPE.BAR_CLUSTERED, "dots": XL_CHART_TYPE.LINE_MARKERS, "line": XL_CHART_TYPE.LINE_MARKERS}
_STYLES = {"circle": XL_MARKER_STYLE.CIRCLE, "square": XL_MARKER_STYLE.SQUARE, "diamond": XL_MARKER_STYLE.DIAMOND}
_SHAPES = {"circle": MSO_SHAPE.OVAL, "square": MSO_SHAPE.RECTANGLE, "diamond": MSO_SHAPE.DIAMOND}
_GRID, _OUTLINE = "#D9DDE3", Pt(2)
_WIDEST_GAP, _NARROWEST_GAP = 220, 60
_FINE_BELOW, _UNWIELDY = 10, 1_000_000
# The smallest words of a picture, in its pixels; and points of an inch.
_SMALLEST, _POINTS = 11.5, 72


def put_chart(slide: Any, box: Box, chart: Chart, language: str) -> None:
    """Put a chart on a slide, to be edited there where the program can draw it, else as its picture; both say what they show."""
    frame = _native(slide, box, chart.axes, language) if chart.axes else _pictured(slide, box, chart)
    frame.name = "Chart"
    frame._element.xpath(".//p:cNvPr")[0].set("descr", printable(chart.alt))


def is_large_enough(chart: Chart, box: Box) -> bool:
    """Tell whether the words in the picture of a chart can be read when it stands in a box."""
    width, height = size(chart.picture)
    return _SMALLEST * min(box.width * _POINTS / width, box.height * _POINTS / height) >= LEAST


def _pictured(slide: Any, box: Box, chart: Chart) -> Any:
    picture = slide.shapes.add_picture(io.BytesIO(png(chart.picture)), 0, 0)
    share = min(Inches(box.width) / picture.width, Inches(box.height) / picture.height)
    picture.width, picture.height = int(picture.width * share), int(picture.height * share)
    picture.left, picture.top = Inches(box.left), Inches(box.top)
    return picture


def _native(slide: Any, box: Box, axes: Axes, language: str) -> Any:
    # Bars are counted from the bottom.
    marks = list(reversed(axes.marks)) if axes.form == "bars" else list(axes.marks)
    data = CategoryChartData(number_format="General")
    # The workbook inside the chart would take such a text for a formula.
    data.categories = [neutral(printable(mark.name)) for mark in marks]
    data.add_series(neutral(printable(axes.common)) or " ", [mark.value for mark in marks])
    frame = slide.shapes.add_chart(_TYPES[axes.form], *box.corners, data)
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    dress(chart.font, Words("", 13, language))
    _axes(chart, axes, language)
    _series(chart.plots[0], axes, marks, language)
    return frame


def _axes(chart: Any, axes: Axes, language: str) -> None:
    along, values = chart.category_axis, chart.value_axis
    along.tick_label_position, along.major_tick_mark = XL_TICK_LABEL_POSITION.LOW, XL_TICK_MARK.NONE
    along.has_major_gridlines, along.format.line.color.rgb = False, _rgb(QUIET)
    values.minimum_scale, values.maximum_scale = axes.lowest, axes.highest
    values.major_gridlines.format.line.color.rgb = _rgb(_GRID)
    values.format.line.fill.background()
    values.major_tick_mark = XL_TICK_MARK.NONE
    largest = max(abs(mark.value) for mark in axes.marks)
    if largest >= _UNWIELDY:
        # The labels scale their numbers, which an axis cannot in every language.
        values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    values.tick_labels.number_format = "0.0" if largest < _FINE_BELOW else "#,##0"
    values.tick_labels.number_format_is_linked = False
    dress(values.tick_labels.font, Words("", 11, language, QUIET))


def _series(plot: Any, axes: Axes, marks: Sequence[Mark], language: str) -> None:
    series = plot.series[0]
    if axes.form == "bars":
        plot.vary_by_categories = False
        plot.gap_width = max(_NARROWEST_GAP, _WIDEST_GAP - 20 * len(marks))
    else:
        series.smooth = False
        _line(series, axes.form, marks)
    for place, mark in enumerate(marks):
        point = series.points[place]
        _mark(point, mark.look, axes.form)
        _label(point.data_label, mark, axes.form, language)
    if axes.form != "bars":
        put_hollows(series, marks, [_on_white(mark.look.colour, mark.look.solidity) for mark in marks])


def _mark(point: Any, look: Look, form: str) -> None:
    if form == "bars":
        paint(point.format, look)
        return
    point.marker.style, point.marker.size = _STYLES[look.symbol], 14
    paint(point.marker.format, replace(look, solidity=1.0))


def paint(shape: Any, look: Look) -> None:
    """Fill and outline a mark by how solid it is."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(_on_white(look.colour, look.solidity))
    shape.line.color.rgb, shape.line.width = _rgb(look.colour), _OUTLINE


def _line(series: Any, form: str, marks: Sequence[Mark]) -> None:
    line, kinds = series.format.line, {mark.line for mark in marks[:-1]}
    if form != "line" or kinds == {""}:
        line.fill.background()
    elif kinds == {"promised"}:
        # Not grey as on the page: some programs paint the marks like their line.
        line.color.rgb, line.width, line.dash_style = _rgb(marks[0].look.colour), Pt(1.25), MSO_LINE.DASH
    else:
        line.color.rgb, line.width = _rgb(marks[0].look.colour), Pt(2.5)


def _label(label: Any, mark: Mark, form: str, language: str) -> None:
    words, written = Words(mark.words, 14, language, is_bold=True), number_format(mark.value, mark.words)
    if written:
        dress(label.font, words)
        _print_as(label, written)
    else:
        # No format gives these words: they stand as they are and do not follow the number.
        fill(label.text_frame, [[words]])
    for body in label._dLbl.xpath(".//a:bodyPr"):
        # On one line beside its bar, not on two across it.
        body.set("wrap", "none")
    label.position = XL_LABEL_POSITION.OUTSIDE_END if form == "bars" else XL_LABEL_POSITION.ABOVE


def _print_as(label: Any, written: str) -> None:
    element = label._get_or_add_dLbl()
    made = parse_xml(f"<c:numFmt {nsdecls('c')}/>")
    made.set("formatCode", written)
    made.set("sourceLinked", "0")
    next(child for child in element if child.tag not in (qn("c:idx"), qn("c:layout"), qn("c:tx"))).addprevious(made)


def put_mark(slide: Any, left: float, top: float, size: float, look: Look) -> None:
    """Put the mark of one figure on a slide, beside the words that say the same."""
    shape = slide.shapes.add_shape(_SHAPES[look.symbol], *Box(left, top, size, size).corners)
    shape.shadow.inherit = False
    shape.name = "Mark"
    paint(shape, look)


def _on_white(colour: str, solidity: float) -> str:
    channels = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (channel - 255) * solidity):02X}" for channel in channels)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
