"""Figures of several places beside each other on one axis; what is not like for like says so inside the drawing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import altair as alt
import pandas as pd

from lib.charts.colours import INKS, Mode
from lib.charts.comparison_head import Warned, below_head, headline, watermark
from lib.charts.description import bounded
from lib.charts.drawing import Drawing, Spec, specification
from lib.charts.evidence import Row, period_of, publisher_of, spoken_value, tooltip
from lib.charts.parity import parity
from lib.charts.question_alt import describe_figures
from lib.charts.question_marks import Figures, InView, figures_of, of_one, shared
from lib.charts.records import records
from lib.charts.track import MARK_X, Look, figures_only, ground, responsive, still
from lib.charts.track_layout import AXIS_HEIGHT, INSET, Ground, Reference, Silent, chart_height, lay_out
from lib.charts.track_marks import arrows, dots, labels
from lib.domain.comparand import release_of
from lib.domain.derived import Bounded, Derived, difference
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Kind, Layer, Qualifier
from lib.text.catalogue import Language, say

_FROM_ZERO = frozenset({Kind.LEVEL, Kind.COUNT, Kind.SHARE, Kind.GROWTH, Kind.DURATION, Kind.CHANGE})
_NARROW_START = INSET + 7


@dataclass(frozen=True)
class Beside:
    """What is said and drawn besides the figures: the warning, official figures to read them against, places without a figure."""

    warned: Warned = field(default_factory=Warned)
    benchmarks: Collection[str] = ()
    silent: Sequence[Silent] = ()


def comparison(
    rows: pd.DataFrame,
    tree: RegionTree,
    language: Language,
    mode: Mode,
    selected: str = "",
    in_view: InView = None,
    beside: Beside | None = None,
) -> Drawing:
    """Draw figures on one axis in the order given, which ranks nothing; what has a zero is measured from it, ratios from parity.

    Needs: the columns of `lib.queries.observations.observations`, figures of one unit; an id to mark as chosen; the ids in view, or None
    for all. The ids among `benchmarks` get a line through the whole chart.
    Raises: ValueError when the rows are of several units.
    Returns: a drawing whose captions are `reading` (how to read it) and `common` (what the figures share, or nothing).
    """
    of_one(rows, "unit")
    besides = beside or Beside()
    figures = figures_of(rows, tree, language, selected, in_view)
    under = Ground("dots", _from(figures.rows, language), language)
    placed = lay_out(figures, _names(figures, language), _notes(figures, language), under, besides.silent)
    marked = below_head(placed, besides.warned)
    marked = marked.assign(is_benchmark=marked["observation_id"].isin(list(besides.benchmarks)), first_top=marked["top"].iloc[0])
    captions = {"reading": say(language, "comparison_chart.reading"), "common": shared(figures, language)}
    return Drawing(_spec(language, mode), marked, chart_height(marked), _alt(figures, language, besides), captions)


def _from(rows: pd.DataFrame, language: Language) -> Reference | None:
    return Reference(0.0, "") if _FROM_ZERO.issuperset(rows["kind"]) else parity(rows, language)


@lru_cache(maxsize=4)
def _spec(language: Language, mode: Mode) -> Spec:
    told = [chart.encode(tooltip=tooltip(language)) for chart in (dots(mode), labels(mode))]
    layers = [*ground(language, mode), _benchmarks(mode), headline(mode), arrows(mode), *told, watermark(mode)]
    return specification(layers, 0, mode, responsive(_NARROW_START))


def _benchmarks(mode: Mode) -> alt.Chart:
    line: Look = {"x": alt.expr(MARK_X), "width": 1, "y": alt.expr("datum.first_top"), "y2": alt.expr(f"height - {AXIS_HEIGHT}")}
    return still(figures_only().transform_filter("datum.is_benchmark").mark_rect(**line, fill=INKS[mode].stem, fillOpacity=0.6))


def _names(figures: Figures, language: Language) -> list[str]:
    """Name each figure by its place and period, and by its indicator where they measure different things."""
    places = [str(place) for place in figures.marks["place"]]
    if figures.rows["indicator_id"].nunique() == 1:
        return places
    told = zip(figures.rows[f"indicator_{language}"], places, strict=True)
    return [say(language, "question_chart.joined", first=str(indicator), second=place) for indicator, place in told]


def _notes(figures: Figures, language: Language) -> list[str]:
    return [_note(row, language) for row in records(figures.rows)]


def _note(row: Row, language: Language) -> str:
    if row["layer"] != Layer.OFFICIAL:
        return ""
    return say(language, "comparison_chart.official", publisher=publisher_of(row, language))


def _alt(figures: Figures, language: Language, beside: Beside) -> str:
    """Say the warning first, then how the ends stand to each other where that is known, then each figure."""
    joint = say(language, "question_chart.alt_joint")
    told = describe_figures(figures.rows, language, [place.name for place in beside.silent])
    return bounded(joint.join(part for part in (beside.warned.headline or _direction(figures.rows, language), told) if part))


def _direction(rows: pd.DataFrame, language: Language) -> str:
    ordered = records(rows.sort_values("value", kind="stable"))
    if len(ordered) < 2:
        return ""
    low, high = ordered[0], ordered[-1]
    apart = difference(_bounded(high), _bounded(low))
    is_known = isinstance(apart, Derived) and apart.value > 0 and apart.qualifier != Qualifier.AT_MOST
    is_one_place = high["region_id"] == low["region_id"]
    if not is_known or (is_one_place and not _tells_of_change(low, high)):
        return ""
    told = {name: spoken_value(row, language) for name, row in (("highest", high), ("lowest", low))}
    places = {f"{name}_place": _place(row, is_one_place, language) for name, row in (("highest", high), ("lowest", low))}
    return say(language, "comparison_chart.direction", **told, **places)


def _tells_of_change(low: Row, high: Row) -> bool:
    # Two releases, or two figures of one period, differ without anything having changed.
    return release_of(low) == release_of(high) and _years(low) != _years(high)


def _years(row: Row) -> tuple[int, int]:
    return row["year_start"], row["year_end"]


def _place(row: Row, with_period: bool, language: Language) -> str:
    place = str(row[f"region_{language}"])
    return say(language, "question_chart.joined", first=place, second=period_of(row, language)) if with_period else place


def _bounded(row: Row) -> Bounded:
    return Bounded.of(row["observation_id"], row["value"], row["qualifier"], row["unit"])
