"""Where the figures of a slope stand: the time from left to right, the value from zero upwards, each label beside its end."""

from collections.abc import Hashable
from itertools import pairwise
from typing import Any

import pandas as pd

from lib.charts.config import SMALL_TEXT_SIZE
from lib.charts.evidence import period_of
from lib.charts.question_marks import Figures, bare_figure, unit_words
from lib.charts.records import records
from lib.domain.comparand import release_of
from lib.domain.derived import Bounded, Derived, difference
from lib.domain.vocabulary import Status
from lib.text.catalogue import Language, label
from lib.text.measure import text_width

NUMBER_SIZE = 17
TOP, BASE = 30, 190
HEIGHT = BASE + 52
_MARGIN = 16
_WORDS_HEIGHT = 26

Row = dict[Hashable, Any]


def lay_out(figures: Figures, language: Language) -> pd.DataFrame:
    """Lay the figures out in the order of their years.

    Needs: at least one figure, all of one indicator and one place.
    Returns: the marks with number, unit_words, said (status) and period, along (0 to 1), y, words_y, zero_y, end (first, last or middle),
    left_room, right_room, and towards the next figure next_along, next_y and line (reported, promised or empty).
    """
    told = pd.DataFrame([_told(row, language) for row in records(figures.rows)])
    marks, places = figures.marks.join(told), _places(figures.rows)
    return marks.join(places).join(_lines(figures, places)).join(_rooms(marks))


def _told(row: Row, language: Language) -> dict[str, str]:
    said = label(language, Status(row["status"]))
    number, unit = bare_figure(row, language), unit_words(row, language)
    return {"number": number, "unit_words": unit, "said": said, "period": period_of(row, language)}


def _places(rows: pd.DataFrame) -> pd.DataFrame:
    years = rows["year_end"].astype(float)
    span = years.max() - years.min()
    # Figures of one year stand side by side, in their order.
    along = (years - years.min()) / span if span else pd.Series(range(len(rows)), dtype=float) / max(1, len(rows) - 1)
    low, high = min(0.0, rows["value"].min()), max(0.0, rows["value"].max())
    pixels = (BASE - TOP) / ((high - low) or 1.0)
    y, zero_y = BASE - (rows["value"] - low) * pixels, BASE + low * pixels
    end = ["first" if place == 0 else "last" if place == len(rows) - 1 else "middle" for place in range(len(rows))]
    # The words of a low figure stand above the line of zero.
    words_y = y.where((y - zero_y).abs() >= _WORDS_HEIGHT, zero_y - _WORDS_HEIGHT)
    return pd.DataFrame({"along": along, "y": y, "words_y": words_y, "zero_y": zero_y, "end": end})


def _lines(figures: Figures, places: pd.DataFrame) -> pd.DataFrame:
    rows = records(figures.rows)
    lines = [_line(row, following) for row, following in pairwise(rows)]
    return pd.DataFrame({"next_along": places["along"].shift(-1), "next_y": places["y"].shift(-1), "line": [*lines, ""]})


def _line(row: Row, following: Row) -> str:
    """Join what was reported, point to what is promised; where no change is known, no line.

    None is between two bounds of one kind, and none between two releases, which differ even of one and the same year.
    """
    if Status.ACTUAL not in (row["status"], following["status"]) or release_of(row) != release_of(following):
        return ""
    if row["status"] != following["status"]:
        return "promised"
    return "reported" if isinstance(difference(_bounded(following), _bounded(row)), Derived) else ""


def _bounded(row: Row) -> Bounded:
    return Bounded.of(row["observation_id"], row["value"], row["qualifier"], row["unit"])


def _rooms(marks: pd.DataFrame) -> pd.DataFrame:
    widths = [
        max(text_width(number, NUMBER_SIZE, bold=True), text_width(unit, SMALL_TEXT_SIZE), text_width(period, SMALL_TEXT_SIZE) / 2)
        for number, unit, period in zip(marks["number"], marks["unit_words"], marks["period"], strict=True)
    ]
    return pd.DataFrame({"left_room": widths[0] + _MARGIN, "right_room": widths[-1] + _MARGIN}, index=marks.index)
