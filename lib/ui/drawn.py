"""How much of a large view a chart draws: the first of it, the chosen figure in any case, and the line that says so.

The table beside the chart has all rows; a list of thousands of marks is neither read nor drawn in reasonable time.
"""

import pandas as pd

from lib.text.catalogue import Language, say

# More than are drawn at once no browser is asked to hold either: above this the server answers on Explore.
MOST_FIGURES = 1_500
MOST_PLACES = 100


def drawn_figures(rows: pd.DataFrame, claim: str = "") -> pd.DataFrame:
    """Return the figures that a list draws, of rows as `lib.queries.observations.observations`."""
    if len(rows) <= MOST_FIGURES:
        return rows
    is_first = pd.Series(range(len(rows)), rows.index) < MOST_FIGURES
    return rows[is_first | (rows.observation_id == claim)]


def drawn_places(counts: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the places that a matrix draws, of counts as `lib.queries.coverage.coverage`."""
    return counts[counts.region_id.isin(counts.region_id.unique()[:MOST_PLACES])]


def cut_figures(rows: pd.DataFrame, language: Language) -> str:
    """Say how many of the figures are drawn; nothing when all are."""
    return say(language, "explore.cut_figures", shown=MOST_FIGURES, count=len(rows)) if len(rows) > MOST_FIGURES else ""


def cut_places(counts: pd.DataFrame, language: Language) -> str:
    """Say how many of the places are drawn; nothing when all are."""
    places = counts.region_id.nunique()
    return say(language, "explore.cut_places", shown=MOST_PLACES, count=places) if places > MOST_PLACES else ""
