"""Alt texts of the questions' charts: every figure shown, one after the other, as far as there is room."""

from collections.abc import Iterator, Sequence

import pandas as pd

from lib.charts.description import MOST_CHARACTERS, bounded
from lib.charts.evidence import spoken
from lib.charts.records import records
from lib.text.catalogue import Language, join_names, say


def describe_figures(rows: pd.DataFrame, language: Language, silent: Sequence[str] = ()) -> str:
    """Say each figure of a chart with its place, period, bound and status, then the places without one; what finds no room is counted."""
    if rows.empty:
        return say(language, "drawing_alt.nothing")
    blank = [say(language, "question_chart.silent", places=join_names(language, list(silent)))] if silent else []
    told = [spoken(row, language) for row in records(rows)]
    return next(text for text in _shorter_and_shorter(told, blank, language) if len(text) <= MOST_CHARACTERS)


def _shorter_and_shorter(told: Sequence[str], blank: Sequence[str], language: Language) -> Iterator[str]:
    joint = say(language, "question_chart.alt_joint")
    yield joint.join([*told, *blank])
    for shown in range(len(told) - 1, 0, -1):
        more = say(language, "question_chart.more", count=len(told) - shown)
        yield joint.join([*told[:shown], more, *blank])
    yield bounded(told[0])
