"""Where a ratio of two amounts says that both are alike: every chart reads ratios from there."""

from typing import Final

import pandas as pd

from lib.charts.track_layout import Reference
from lib.text.catalogue import Language, say

PARITY: Final = 1.0
_UNIT: Final = "ratio"
_WORDS: Final = {"urban_rural_income_ratio": "income_gap.parity"}


def are_ratios(rows: pd.DataFrame) -> bool:
    """Tell whether the figures are all ratios of two amounts; a coefficient, which says "alike" by 0, is none."""
    return set(rows["unit"]) == {_UNIT}


def parity(rows: pd.DataFrame, language: Language) -> Reference | None:
    """Return the line of parity, with its words, for figures that are all ratios of two amounts; nothing for any others.

    Needs: the columns of `lib.queries.observations.observations`.
    """
    if not are_ratios(rows):
        return None
    indicators = set(rows["indicator_id"])
    words = _WORDS.get(next(iter(indicators)), "") if len(indicators) == 1 else ""
    return Reference(PARITY, say(language, words or "question_chart.parity"))
