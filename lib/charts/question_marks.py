"""What the marks of a question's chart carry beside their evidence: what is out of view, their names, what they share."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from lib.charts.evidence import Row, evidence, filled, label_of, period_of, unit_of
from lib.charts.records import records
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Status
from lib.text.catalogue import Language, inline_label, label, say
from lib.text.numbers import common_scale, figure, number

InView = Collection[str] | None


@dataclass(frozen=True)
class Figures:
    """Figures ready to lay out: their rows, and side by side with them their marks."""

    rows: pd.DataFrame
    marks: pd.DataFrame

    def __len__(self) -> int:
        """Count the figures."""
        return len(self.rows)


def figures_of(rows: pd.DataFrame, tree: RegionTree, language: Language, selected: str, in_view: InView) -> Figures:
    """Make the marks of these rows, in their order; those out of the reader's view are dimmed.

    Needs: the columns of `lib.queries.observations.observations`; the ids in view, or None when all are.
    """
    ordered = filled(rows)
    marks = evidence(ordered, tree, language, selected)
    if in_view is not None:
        out_of_view = ~marks["observation_id"].isin(in_view) & ~marks["is_selected"]
        marks = marks.assign(is_dimmed=marks["is_dimmed"] | out_of_view)
    return Figures(ordered, marks)


def in_one_scale(figures: Figures, language: Language) -> tuple[Figures, str]:
    """Write figures of one unit all in billion, or all in million, so that none looks larger than it is.

    Returns: the figures, and the name of their scale, empty where they have none in common.
    """
    scale = common_scale(figures.rows["value"], language)
    labels = [label_of(row, language, scale) for row in records(figures.rows)]
    return Figures(figures.rows, figures.marks.assign(label=labels)), scale


def names(figures: Figures, language: Language) -> list[str]:
    """Name each figure by what tells it from the others: its place and period, its indicator where these are the same for all, or both."""
    rows, places = records(figures.rows), [str(place) for place in figures.marks["place"]]
    if _shares_place(figures.rows):
        return [_with_status(row[f"indicator_{language}"], row, language) for row in rows]
    if len(set(places)) == len(places) or figures.rows["indicator_id"].nunique() == 1:
        return places
    return [_joined(row[f"indicator_{language}"], place, language) for row, place in zip(rows, places, strict=True)]


def shared(figures: Figures, language: Language) -> str:
    """Say what all the figures have in common: place and period, place and indicator, indicator alone, or nothing."""
    if not len(figures):
        return ""
    first = records(figures.rows)[0]
    if _shares_place(figures.rows):
        return say(language, "drawing.place_and_period", region=first[f"region_{language}"], period=period_of(first, language))
    if figures.rows["indicator_id"].nunique() > 1:
        return ""
    indicator = str(first[f"indicator_{language}"])
    return _joined(first[f"region_{language}"], indicator, language) if figures.rows["region_id"].nunique() == 1 else indicator


def when(row: Row, language: Language) -> str:
    """Say the status of a figure and the years it refers to: "Reported · 2022"."""
    return _joined(label(language, Status(row["status"])), period_of(row, language), language)


def bare_figure(row: Row, language: Language) -> str:
    """Write the figure of a row without its unit, with the sign of its bound: ">50,000", "+7.4%"."""
    unit = unit_of(row)
    if unit.unit == "percent":
        return figure(row["value"], row["qualifier"], unit, row["kind"], language)
    return figure(row["value"], row["qualifier"], type(unit)("", "", "", "", unit.decimals), row["kind"], language)


def unit_words(row: Row, language: Language) -> str:
    """Write the unit that follows the bare figure of a row; empty where the figure carries it itself."""
    unit = unit_of(row)
    return "" if unit.unit == "percent" else unit.after(row["value"], language)


def tick_words(value: float, unit: str, language: Language, scale: str = "") -> str:
    """Write a value on an axis: "20,000", "50%", "500 billion"."""
    digits = number(value, language, scale=scale)
    return say(language, "number.percent", number=digits) if unit == "percent" else digits


def _shares_place(rows: pd.DataFrame) -> bool:
    is_one_place = len(rows.drop_duplicates(["region_id", "year_start", "year_end"])) == 1
    return is_one_place and rows["indicator_id"].nunique() > 1


def _with_status(name: str, row: Row, language: Language) -> str:
    if row["status"] == Status.ACTUAL:
        return name
    return _joined(name, inline_label(language, Status(row["status"])), language)


def _joined(first: str, second: str, language: Language) -> str:
    return say(language, "question_chart.joined", first=first, second=second)


def of_one_series(rows: pd.DataFrame) -> None:
    """Make sure that figures may stand on one line: one indicator in one place.

    Raises: ValueError naming what differs.
    """
    of_one(rows, "indicator_id", "region_id", "unit")


def of_one(rows: pd.DataFrame, *columns: str) -> None:
    """Make sure that figures may stand on one scale.

    Raises: ValueError naming what differs.
    """
    for column in columns:
        found = rows[column].unique().tolist()
        if len(found) > 1:
            raise ValueError(f"figures on one scale need one {column}, these have {', '.join(map(str, found))}")
