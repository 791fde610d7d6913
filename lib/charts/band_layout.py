"""Where the ends of an income band and the share of families inside it stand."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from lib.charts.question_marks import Figures, bare_figure, unit_words
from lib.charts.records import records
from lib.domain.vocabulary import Kind
from lib.text.catalogue import Language, say

TOP, BOTTOM = 8, 112
HEIGHT = 172
_BEYOND = 4 / 3

Row = dict[Hashable, Any]


def lay_out(figures: Figures, language: Language) -> pd.DataFrame:
    """Place the ends on an axis of income from zero, and the share in the middle between them.

    Needs: at least one figure: levels, which are ends of the band, and shares of the families in it.
    Returns: the marks with number, unit_words, is_share, fraction, band_start, band_end, has_band and is_first.
    """
    rows = figures.rows
    is_share = rows["kind"] == Kind.SHARE
    ends = rows.loc[~is_share, "value"]
    # Room stays to the right of the band: there are families above it.
    high = (ends.max() if len(ends) else 1.0) * _BEYOND
    start, end = (ends.min() / high, ends.max() / high) if len(ends) else (0.0, 1.0)
    told = pd.DataFrame([_told(row, language) for row in records(rows)])
    return figures.marks.join(told).assign(
        is_share=is_share,
        fraction=(rows["value"] / high).mask(is_share, (start + end) / 2),
        band_start=start,
        band_end=end,
        is_first=pd.RangeIndex(len(rows)) == 0,
        has_band=ends.nunique() > 1,
    )


def _told(row: Row, language: Language) -> dict[str, str]:
    unit = say(language, "question_chart.of_families") if row["kind"] == Kind.SHARE else unit_words(row, language)
    return {"number": bare_figure(row, language), "unit_words": unit}
