"""Alt texts: what a chart shows, said from the rows shown, in at most 300 characters."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from lib.charts.evidence import period_of, spoken_value
from lib.charts.records import records
from lib.domain.vocabulary import Status
from lib.text.catalogue import Language, inline_label, join_names, say
from lib.text.dates import period

MOST_CHARACTERS = 300
_NAMED_REGIONS = 3


def describe_by_indicator(rows: pd.DataFrame, language: Language) -> str:
    """Describe the list by indicator: counts, regions, statuses, and the ends of the indicator with the most figures."""
    if rows.empty:
        return say(language, "drawing_alt.nothing")
    return _joined(say(language, "drawing_alt.by_indicator", **_common(rows, language)), _ends(rows, language), language)


def describe_over_time(rows: pd.DataFrame, language: Language) -> str:
    """Describe the figures over time: counts, regions, statuses, and the year with the most figures."""
    if rows.empty:
        return say(language, "drawing_alt.nothing")
    per_year = rows["year_end"].value_counts().sort_index()
    fullest = int(per_year.argmax())
    year, most = int(per_year.index[fullest]), int(per_year.iloc[fullest])
    common = _common(rows, language)
    text = say(language, "drawing_alt.over_time", year=period(year, year, language), count=most, **common)
    return _joined(text, _ends(rows, language), language)


def _common(rows: pd.DataFrame, language: Language) -> dict[str, object]:
    return {
        "counted": say(language, "drawing.figures", count=len(rows)),
        "period": period(rows["year_start"].min(), rows["year_end"].max(), language),
        "regions": _regions(rows, language),
        "statuses": _statuses(rows, language),
    }


def _regions(rows: pd.DataFrame, language: Language) -> str:
    names = rows[f"region_{language}"].value_counts(sort=True).index.tolist()
    if len(names) > _NAMED_REGIONS:
        more = say(language, "drawing_alt.more_regions", count=len(names) - _NAMED_REGIONS + 1)
        names = [*names[: _NAMED_REGIONS - 1], more]
    return join_names(language, names)


def _statuses(rows: pd.DataFrame, language: Language) -> str:
    counts = rows["status"].value_counts()
    present = [status for status in Status if status in counts.index]
    words = [say(language, "drawing_alt.status", count=int(counts[status]), status=inline_label(language, status)) for status in present]
    return join_names(language, words)


def _ends(rows: pd.DataFrame, language: Language) -> str:
    indicator = rows["indicator_id"].value_counts().idxmax()
    ordered = records(rows[rows["indicator_id"] == indicator].sort_values("value", kind="stable"))
    lowest, highest = ordered[0], ordered[-1]
    return say(
        language,
        "drawing_alt.range" if len(ordered) > 1 else "drawing_alt.single",
        indicator=lowest[f"indicator_{language}"],
        lowest=spoken_value(lowest, language),
        lowest_place=_place(lowest, language),
        highest=spoken_value(highest, language),
        highest_place=_place(highest, language),
    )


def _place(row: dict[Hashable, Any], language: Language) -> str:
    return say(language, "drawing.place_and_period", region=row[f"region_{language}"], period=period_of(row, language))


def _joined(first: str, second: str, language: Language) -> str:
    text = first + (" " if language == "en" else "") + second
    return text if len(text) <= MOST_CHARACTERS else bounded(first)


def bounded(text: str) -> str:
    """Shorten a text that is too long for an alt text, with an ellipsis."""
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1].rstrip() + "…"


def describe_coverage(cells: pd.DataFrame, rows: str, language: Language) -> str:
    """Describe a coverage matrix: how many cells and figures, the fullest cell, and how many cells are empty."""
    if cells.empty:
        return say(language, "drawing_alt.nothing")
    return bounded(
        say(
            language,
            "drawing_alt.coverage",
            rows=say(language, f"drawing.by_{rows}"),
            counted=say(language, "drawing.figures", count=int(cells["figures"].sum())),
            cells=len(cells),
            most=cells["spoken"].iloc[int(cells["figures"].argmax())],
            empty=int((cells["figures"] == 0).sum()),
        )
    )
