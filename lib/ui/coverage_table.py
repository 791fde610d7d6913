"""The table beside a coverage matrix: the same cells as words."""

import pandas as pd

from lib.domain.vocabulary import Theme
from lib.ui.figure_table import text_table
from lib.ui.rows import each
from lib.ui.words import label_of, t


def coverage_table(counts: pd.DataFrame, key: str) -> None:
    """Show figures for each place and theme; a cell without one says that it is not reported.

    Needs: counts as `lib.queries.coverage.coverage` returns them.
    """
    places = counts.sort_values("region_ordinal").groupby("region_id", sort=False)
    columns = ["column.region", *(f"theme.{theme}" for theme in Theme)]
    text_table(columns, [_cells(rows) for _, rows in places], key, t("coverage.caption"), height=420)


def _cells(rows: pd.DataFrame) -> list[str]:
    by_theme = rows.groupby("theme").figures.sum()
    told = [str(by_theme[theme]) if theme in by_theme else t("coverage.not_reported") for theme in Theme]
    return [label_of(next(each(rows)), "region"), *told]
