"""Where each figure stands on one common scale: its name, its mark, the ticks and the reference line, in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from lib.charts.config import NARROWEST, SMALL_TEXT_SIZE, TEXT_SIZE, WIDE_FROM
from lib.charts.marks import STATUS_FILL_OPACITIES
from lib.charts.question_marks import Figures, tick_words
from lib.charts.ticks import Scale, scale_over
from lib.domain.vocabulary import Qualifier, Status
from lib.text.catalogue import Language
from lib.text.measure import text_width, wrap

Form = Literal["dots", "bars"]

NAMES_SHARE = 0.4
INSET = 12
LINE = 16
AXIS_HEIGHT = 28
_MARK_HEIGHT = 24
_BETWEEN = 14
_HEAD, _HEAD_WITH_REFERENCE = 4, 26
_GAP, _GAP_AFTER_ARROW = 11, 24
_NAMES_ROOM = NAMES_SHARE * WIDE_FROM - 2 * INSET
_NARROW_ROOM = NARROWEST - 2 * INSET
_NARROWEST_TRACK = 150
_BLANK = {"observation_id": "", "is_selected": False, "is_dimmed": False, "is_silent": True}
_FLOORS = (Qualifier.OVER, Qualifier.AT_LEAST)
_CEILINGS = (Qualifier.UNDER, Qualifier.AT_MOST)
_WHOLE = 100.0
_MOST_LINES = 5


@dataclass(frozen=True)
class Reference:
    """A value that every figure is read against, such as parity, with its words."""

    value: float
    words: str


@dataclass(frozen=True)
class Silent:
    """A place of which these articles report no such figure: its line stays visibly blank."""

    name: str
    area: str


@dataclass(frozen=True)
class Ground:
    """What the marks are measured from, and how: their form, the line they are read against, the language of the axis.

    `spread` are values that the scale must hold beside those of the figures; `scale` names the one that all its numbers are written in.
    """

    form: Form
    reference: Reference | None
    language: Language
    spread: tuple[float, ...] = ()
    scale: str = ""

    @property
    def start(self) -> float | None:
        """Value from which a bar or a stem begins; none for dots without a reference."""
        if self.form == "bars":
            return 0.0
        return self.reference.value if self.reference else None


def lay_out(figures: Figures, names: Sequence[str], notes: Sequence[str], ground: Ground, silent: Sequence[Silent] = ()) -> pd.DataFrame:
    """Lay the figures out from top to bottom, in their order, and below them the places without one.

    Needs: at least one figure, all of one unit; a name and a note (it may be empty) for each.
    Returns: the marks, is_silent telling blank lines from figures, with name and note, each with its width and wrapped, top, row_height,
    mark_wide, mark_narrow, fraction, start, has_start, solidity, label_gap, label_room, ticks, tick_words, is_last, reference,
    has_reference, and on the first line reference_words.
    """
    texts = _texts([*names, *(place.name for place in silent)], [*notes, *("" for _ in silent)])
    blank = pd.DataFrame([_BLANK | {"area": place.area} for place in silent])
    marks = pd.concat([figures.marks.assign(is_silent=False), blank], ignore_index=True)
    scale = scale_of(figures.rows, ground)
    axis = _axis(figures.rows, scale, ground, len(texts))
    placed = marks.join(_places(figures.rows, scale, ground)).join(axis).join(texts).join(_heights(texts, ground))
    gap = placed["qualifier"].isin(_FLOORS).map({True: _GAP_AFTER_ARROW, False: _GAP}).astype(float)
    return placed.assign(label_gap=gap, label_room=_label_room(figures.marks, gap))


def chart_height(placed: pd.DataFrame) -> int:
    """Return how high the chart is, axis included."""
    return int(placed["top"].iloc[-1] + placed["row_height"].iloc[-1]) + AXIS_HEIGHT if len(placed) else 0


def _texts(names: Sequence[str], notes: Sequence[str]) -> pd.DataFrame:
    def wrapped(texts: Sequence[str], room: float, size: float, bold: bool) -> list[str]:
        return [wrap(text, room, size, bold=bold, lines=_MOST_LINES) for text in texts]

    return pd.DataFrame(
        {
            "name": names,
            "name_width": [text_width(name, TEXT_SIZE, bold=True) for name in names],
            "name_wide": wrapped(names, _NAMES_ROOM, TEXT_SIZE, True),
            "name_narrow": wrapped(names, _NARROW_ROOM, TEXT_SIZE, True),
            "note": notes,
            "note_width": [text_width(note, SMALL_TEXT_SIZE) for note in notes],
            "note_wide": wrapped(notes, _NAMES_ROOM, SMALL_TEXT_SIZE, False),
            "note_narrow": wrapped(notes, _NARROW_ROOM, SMALL_TEXT_SIZE, False),
        }
    )


def _heights(texts: pd.DataFrame, ground: Ground) -> pd.DataFrame:
    narrow = [_lines(name) + _lines(note) for name, note in zip(texts["name_narrow"], texts["note_narrow"], strict=True)]
    wide = [_lines(name) + _lines(note) for name, note in zip(texts["name_wide"], texts["note_wide"], strict=True)]
    height = pd.Series(
        [max(lines * LINE + _MARK_HEIGHT, beside * LINE) + _BETWEEN for lines, beside in zip(narrow, wide, strict=True)], dtype=float
    )
    top = height.cumsum() - height + (_HEAD_WITH_REFERENCE if ground.reference else _HEAD)
    return pd.DataFrame(
        {
            "top": top,
            "row_height": height,
            "mark_wide": top + height / 2,
            "mark_narrow": top + height - _BETWEEN / 2 - _MARK_HEIGHT / 2,
        }
    )


def _lines(text: str) -> int:
    return text.count("\n") + 1 if text else 0


def scale_of(rows: pd.DataFrame, ground: Ground) -> Scale:
    """Return the scale that the figures stand on."""
    unit = str(rows["unit"].iloc[0])
    values = [*(float(value) for value in rows["value"]), *ground.spread]
    values += [ground.start] if ground.start is not None else []
    values += [ground.reference.value] if ground.reference else []
    values += [_WHOLE] if ground.form == "bars" and unit == "percent" else []
    return scale_over(values, lambda tick: tick_words(tick, unit, ground.language, ground.scale), _NARROWEST_TRACK)


def _places(rows: pd.DataFrame, scale: Scale, ground: Ground) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "fraction": [scale.fraction(value) for value in rows["value"]],
            "start": scale.fraction(ground.start) if ground.start is not None else 0.0,
            "has_start": ground.start is not None,
            "solidity": [_solidity(*row) for row in zip(rows["status"], rows["qualifier"], strict=True)],
        }
    )


def _solidity(status: str, qualifier: str) -> float:
    # A bar up to a ceiling is no more than light: how much of it there is, is not printed.
    light = STATUS_FILL_OPACITIES[Status.ONGOING]
    solid = STATUS_FILL_OPACITIES[Status(status)]
    return min(solid, light) if qualifier in _CEILINGS else solid


def _axis(rows: pd.DataFrame, scale: Scale, ground: Ground, lines: int) -> pd.DataFrame:
    unit = str(rows["unit"].iloc[0])
    place = pd.RangeIndex(lines)
    reference = ground.reference
    return pd.DataFrame(
        {
            "ticks": "|".join(f"{scale.fraction(tick):.6g}" for tick in scale.ticks),
            "tick_words": "|".join(tick_words(tick, unit, ground.language, ground.scale) for tick in scale.ticks),
            "is_last": place == lines - 1,
            "reference": scale.fraction(reference.value) if reference else 0.0,
            "has_reference": reference is not None,
            "reference_words": [reference.words if reference and first else "" for first in place == 0],
        }
    )


def _label_room(marks: pd.DataFrame, gap: pd.Series) -> float:
    return max(
        text_width(words, SMALL_TEXT_SIZE, bold=True) + beside for words, beside in zip(marks["label"], gap[: len(marks)], strict=True)
    )
