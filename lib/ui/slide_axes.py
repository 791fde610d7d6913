"""The charts of a story that an office program can draw itself, read from their drawings: the same figures, names, colours and scale."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from lib.charts.colours import AREAS, CONTEXT, area_colours
from lib.charts.drawing import Drawing
from lib.charts.marks import STATUS_FILL_OPACITIES, STATUS_SHAPES
from lib.charts.parity import PARITY, are_ratios
from lib.charts.story_drawing import drawing_name
from lib.charts.ticks import scale_over
from lib.domain.stories import StoryDrawing
from lib.domain.vocabulary import Status
from lib.export.slides import Axes, Form, Look, Mark
from lib.text.catalogue import Language, join_names, say

_FORMS: Mapping[StoryDrawing, Form] = {
    StoryDrawing.DOTS: "dots",
    StoryDrawing.BARS: "bars",
    StoryDrawing.SHARES: "bars",
    # Against no change, which is zero.
    StoryDrawing.GROWTH: "bars",
    StoryDrawing.CHANGE: "line",
}
_COLOURS = dict(zip(AREAS, area_colours("light"), strict=True))
_WHOLE = 100.0
_UNEVEN = 0.01
_MOST = 12
_ROOM, _ANY_ROOM = 1.25, 10_000.0

Row = Mapping[Any, Any]


def axes_of(name: str, drawing: Drawing, rows: pd.DataFrame) -> Axes | None:
    """Return the chart for an office program; nothing where it has none, or would show years or their line wrongly.

    Needs: the name of the drawing as its step has it, the drawing, and its figures as `lib.queries.observations.observations`.
    """
    form, drawn = _FORMS.get(drawing_name(name, rows)), _figures(drawing)
    if form is None or not 0 < len(drawn) <= _MOST or (form == "line" and not _is_plain_line(drawn)):
        return None
    values = dict(zip(rows["observation_id"], rows["value"].astype(float), strict=True))
    marks = [_mark(row, values[row["observation_id"]], form) for row in drawn.to_dict("records")]
    is_read_against = form == "dots" and bool(drawn["has_reference"].iloc[0])
    lowest, highest = _bounds(form, [mark.value for mark in marks], rows, is_read_against=is_read_against)
    return Axes(form, drawing.captions.get("common", ""), marks, lowest, highest)


def look_of(area: str, status: str) -> Look:
    """Return how a figure of a case area is marked on white."""
    return Look(_COLOURS[area], STATUS_SHAPES[Status(status)], STATUS_FILL_OPACITIES[Status(status)])


def definitions_of(drawing: Drawing) -> list[str]:
    """Say what each figure measures, where the drawing itself does: there is no room for it on the axis of an office program."""
    rows = drawing.rows.to_dict("records") if "note" in drawing.rows else []
    # What is official the key on the slide says.
    return [f"{row['name']}: {row['note']}" for row in rows if row["note"] and row["area"] != CONTEXT]


def silence_of(drawing: Drawing, language: Language) -> list[str]:
    """Name the places whose line stays blank in the drawing: an office program draws no such line."""
    rows = drawing.rows.to_dict("records") if "is_silent" in drawing.rows else []
    names = [row["name"] for row in rows if row["is_silent"]]
    return [say(language, "question_chart.silent", places=join_names(language, names))] if names else []


def _figures(drawing: Drawing) -> pd.DataFrame:
    return drawing.rows[~drawing.rows["is_silent"]] if "is_silent" in drawing.rows else drawing.rows


def _is_plain_line(rows: pd.DataFrame) -> bool:
    # Its categories stand at equal distances, and all of its line looks the same.
    steps = rows["along"].diff().dropna()
    is_even = bool(len(steps) and steps.min() > 0 and steps.max() - steps.min() < _UNEVEN)
    return is_even and rows["line"].iloc[:-1].nunique() == 1


def _mark(row: Row, value: float, form: Form) -> Mark:
    look = look_of(row["area"], row["status"])
    # A bar up to a ceiling is no more than light.
    look = replace(look, solidity=row["solidity"]) if "solidity" in row else look
    name = f"{row['period']} · {row['said']}" if form == "line" else row["name"]
    return Mark(name, value, row["label"], look, row["line"] if form == "line" else "")


def _bounds(form: Form, values: Sequence[float], rows: pd.DataFrame, *, is_read_against: bool) -> tuple[float | None, float | None]:
    if form == "dots":
        # From the line that they are read against, as on the page: parity for ratios, else zero.
        line = PARITY if are_ratios(rows) else 0.0
        return (min(line, *values) if is_read_against else None), None
    whole = _WHOLE if form == "bars" and set(rows["unit"]) == {"percent"} and max(values) > 0 else None
    if whole and max(values) <= whole:
        return (0.0 if min(values) >= 0 else None), whole
    # Longer than the longest bar, so that its label stands beside it.
    room = scale_over([0.0, _ROOM * max(values)], str, _ANY_ROOM).high if form == "bars" and min(values) >= 0 else None
    return (0.0 if min(values) >= 0 else None), room
