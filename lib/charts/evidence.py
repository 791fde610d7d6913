"""What a chart of figures carries for each mark: its id, its look, and its words."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import altair as alt
import pandas as pd

from lib.charts.colours import area_of
from lib.charts.records import records
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Status
from lib.text.catalogue import Language, inline_label, label, say
from lib.text.dates import date, known_period
from lib.text.numbers import UnitWords, figure, spoken_figure, with_doubt

Row = Mapping[Hashable, Any]

TOOLTIP = ("indicator", "region", "period", "printed", "normalised", "status", "source")


_MAY_BE_EMPTY = ("bound_printed", "unit_en", "unit_zh", "unit_singular_en")


def filled(rows: pd.DataFrame) -> pd.DataFrame:
    """Number the rows afresh and put an empty string wherever a word is missing."""
    return rows.reset_index(drop=True).fillna(dict.fromkeys(_MAY_BE_EMPTY, ""))


def evidence(rows: pd.DataFrame, tree: RegionTree, language: Language, selected: str) -> pd.DataFrame:
    """Turn observations into marks, in the order given.

    Needs: the columns of `lib.queries.observations.observations`, `filled`.
    Returns: observation_id, area, status, qualifier, is_selected, is_dimmed, label, place, spoken and the tip_* words.
    """
    marks = pd.DataFrame([_mark(row, tree, language) for row in records(rows)], columns=list(_COLUMNS))
    return chosen(marks, selected)


def chosen(marks: pd.DataFrame, selected: str) -> pd.DataFrame:
    """Mark the selected one of the marks, and fade the others when there is one."""
    is_selected = marks["observation_id"] == selected
    return marks.assign(is_selected=is_selected, is_dimmed=~is_selected & bool(is_selected.any()))


_COLUMNS = ("observation_id", "area", "status", "qualifier", "label", "place", "spoken", *(f"tip_{name}" for name in TOOLTIP))


def _mark(row: Row, tree: RegionTree, language: Language) -> dict[str, object]:
    return {
        "observation_id": row["observation_id"],
        "area": area_of(tree, row["region_id"], row["layer"]),
        "status": row["status"],
        "qualifier": row["qualifier"],
        "label": label_of(row, language),
        "place": _place(row, language),
        "spoken": spoken(row, language),
    } | {f"tip_{name}": words for name, words in _tip(row, language).items()}


def label_of(row: Row, language: Language, scale: str = "") -> str:
    """Write the figure of a row as it stands beside its mark, in a scale that it shares with others where one is named."""
    words = figure(row["value"], row["qualifier"], replace(unit_of(row), scale=scale), row["kind"], language)
    return with_doubt(words, str(row.get("caveats") or ""))


def unit_of(row: Row) -> UnitWords:
    """Take the unit's words from a row."""
    return UnitWords.of({str(name): row[name] for name in ("unit", "unit_en", "unit_zh", "unit_singular_en", "printed")})


def period_of(row: Row, language: Language) -> str:
    """Write the period of a row, saying where it is inferred, and where the figure stands behind a break in its series."""
    when = known_period(row["year_start"], row["year_end"], row["period_basis"], language)
    broken = row.get("series_break")
    return say(language, "drawing.period_broken", period=when, basis=say(language, f"break.{broken}.short")) if broken else when


def spoken_value(row: Row, language: Language) -> str:
    """Write the figure of a row with its bound in words."""
    return spoken_figure(row["value"], row["qualifier"], unit_of(row), row["kind"], language)


def _place(row: Row, language: Language) -> str:
    region, when = row[f"region_{language}"], period_of(row, language)
    if row["status"] == Status.ACTUAL:
        return say(language, "drawing.place_and_period", region=region, period=when)
    return say(language, "drawing.place_period_status", region=region, period=when, status=inline_label(language, Status(row["status"])))


def spoken(row: Row, language: Language) -> str:
    """Say a figure for a screen reader: region, period, indicator, figure with its bound, status."""
    return say(
        language,
        "drawing.spoken",
        region=row[f"region_{language}"],
        period=period_of(row, language),
        indicator=row[f"indicator_{language}"],
        figure=spoken_value(row, language),
        status=inline_label(language, Status(row["status"])),
    )


def _tip(row: Row, language: Language) -> dict[str, str]:
    return {
        "indicator": row[f"indicator_{language}"],
        "region": row[f"region_{language}"],
        "period": period_of(row, language),
        "printed": _printed(row, language),
        "normalised": spoken_value(row, language),
        "status": label(language, Status(row["status"])),
        "source": say(language, "drawing.source_words", publisher=publisher_of(row, language), published=date(row["published"], language)),
    }


def publisher_of(row: Row, language: Language) -> str:
    """Name the publisher of a row's document."""
    return str(row["publisher_zh" if language == "zh" else "publisher"])


def _printed(row: Row, language: Language) -> str:
    if row["bound_printed"]:
        return say(language, "drawing.printed_words", printed=row["printed"], bound=row["bound_printed"])
    return say(language, "drawing.printed_plain", printed=row["printed"])


def tooltip(language: Language, words: Sequence[str] = TOOLTIP) -> list[alt.Tooltip]:
    """Show the words of a mark: indicator, region, period, figure as printed and as a number, status, source."""
    return [alt.Tooltip(f"tip_{name}:N", title=say(language, f"drawing.{name}")) for name in words]
