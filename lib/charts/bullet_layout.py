"""Where outcome and promise stand on one line: lengths from zero, promises told above it, outcomes below."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from lib.charts.config import NARROWEST, SMALL_TEXT_SIZE
from lib.charts.question_marks import Figures, when
from lib.charts.records import records
from lib.domain.promises import PROMISES
from lib.domain.vocabulary import Layer
from lib.text.catalogue import Language, say
from lib.text.measure import shorten, text_width

WORDS_HEIGHT = 38
BAR_HEIGHT = 28
_EDGE = 4

Row = dict[Hashable, Any]


def lay_out(figures: Figures, language: Language) -> pd.DataFrame:
    """Give every figure words of its own, promises above the bar and outcomes below it.

    Needs: at least one figure, all of one indicator and one place.
    Returns: the marks with when, when_width, is_promise, fraction, words_y, bar_top, bar_bottom.
    """
    rows = figures.rows
    is_promise = rows["status"].isin(PROMISES)
    bar_top = _EDGE + WORDS_HEIGHT * int(is_promise.sum())
    # The figure nearest to the bar in the order of the rows is told nearest to it.
    above = is_promise[::-1].cumsum()[::-1]
    below = (~is_promise).cumsum()
    words_y = (bar_top - above * WORDS_HEIGHT).where(is_promise, bar_top + BAR_HEIGHT + (below - 1) * WORDS_HEIGHT + 8)
    told = [shorten(_told(row, language), NARROWEST - 2 * _EDGE, SMALL_TEXT_SIZE) for row in records(rows)]
    return figures.marks.assign(
        when=told,
        is_promise=is_promise,
        fraction=rows["value"] / (rows["value"].max() or 1.0),
        words_y=words_y.astype(float),
        words_width=[_width(label, words) for label, words in zip(figures.marks["label"], told, strict=True)],
        bar_top=float(bar_top),
        bar_bottom=float(bar_top + BAR_HEIGHT),
    )


def chart_height(placed: pd.DataFrame) -> int:
    """Return how high the chart is, words included."""
    return int(placed["bar_bottom"].iloc[0] + WORDS_HEIGHT * (~placed["is_promise"]).sum() + 8) if len(placed) else 0


def _told(row: Row, language: Language) -> str:
    # Grey alone would not say that no article has it.
    words = when(row, language)
    return say(language, "question_chart.official_when", when=words) if row["layer"] == Layer.OFFICIAL else words


def _width(label: str, told: str) -> float:
    return max(text_width(label, SMALL_TEXT_SIZE + 3, bold=True), text_width(told, SMALL_TEXT_SIZE))
