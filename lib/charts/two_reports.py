"""Two reports of one thing on one scale: each with the numbers that its print can stand for, joined by a bracket."""

from functools import lru_cache
from math import isfinite

import altair as alt
import pandas as pd

from lib.charts.colours import INKS, Mode
from lib.charts.drawing import Drawing, Spec, specification
from lib.charts.evidence import Row, publisher_of, tooltip
from lib.charts.marks import area_fill, dimming
from lib.charts.question_alt import describe_figures
from lib.charts.question_marks import Figures, InView, figures_of, of_one, shared
from lib.charts.records import records
from lib.charts.track import MARK_Y, Look, ground, responsive, still
from lib.charts.track_layout import INSET, Ground, chart_height, lay_out, scale_of
from lib.charts.track_marks import arrows, dots, labels
from lib.domain.disagreement import Range
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Layer
from lib.text.catalogue import Language, say
from lib.text.dates import date

_NARROW_START = INSET + 7
# At the right end, where the words beside the marks leave room for it.
_BRACKET_X, _BRACKET_ROOM = "(width - 9)", 18


def two_reports(
    rows: pd.DataFrame, tree: RegionTree, language: Language, mode: Mode, selected: str = "", in_view: InView = None
) -> Drawing:
    """Draw two figures of one indicator, place and period, in the order of `in_order`.

    Needs: the columns of `lib.queries.observations.observations`, two rows; an id to mark as chosen; the ids in view, or None for all.
    Raises: ValueError when the rows are of several indicators or places.
    Returns: a drawing whose captions are `reading` (how to read it) and `common` (what the two share).
    """
    of_one(rows, "indicator_id", "region_id", "unit")
    figures = figures_of(in_order(rows), tree, language, selected, in_view)
    placed = _placed(figures, language) if len(figures) else figures.marks
    captions = {"reading": say(language, "two_reports.reading"), "common": shared(figures, language)}
    return Drawing(_spec(language, mode), placed, chart_height(placed), describe_figures(figures.rows, language), captions)


def in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """Put reports in the order in which their evidence stands beside them: sentences of the articles, then official pages."""
    return rows.sort_values(["layer", "citation_id", "observation_id"], kind="stable")


def _placed(figures: Figures, language: Language) -> pd.DataFrame:
    rows = records(figures.rows)
    ends = [_ends(row) for row in rows]
    under = Ground("dots", None, language, tuple(end for pair in ends for end in pair))
    documents = [
        say(language, "question_chart.joined", first=publisher_of(row, language), second=date(row["published"], language)) for row in rows
    ]
    kinds = [say(language, "official.label" if row["layer"] == Layer.OFFICIAL else "two_reports.article") for row in rows]
    placed = lay_out(figures, documents, kinds, under)
    scale = scale_of(figures.rows, under)
    spans = pd.DataFrame([{"low": scale.fraction(low), "high": scale.fraction(high)} for low, high in ends])
    others = {f"other_{name}": placed[f"mark_{name}"].iloc[-1] for name in ("wide", "narrow")}
    room = placed["label_room"] + _BRACKET_ROOM
    return placed.join(spans).assign(is_first=pd.RangeIndex(len(placed)) == 0, label_room=room, **others)


def _ends(row: Row) -> tuple[float, float]:
    """Return the ends of what a print can stand for; a bound, which has its arrow, is drawn as the value alone."""
    value, stands_for = float(row["value"]), Range.of(row)
    ends = float(stands_for.lowest), float(stands_for.highest)
    return ends if all(map(isfinite, ends)) else (value, value)


@lru_cache(maxsize=4)
def _spec(language: Language, mode: Mode) -> Spec:
    marks = [chart.encode(tooltip=tooltip(language)) for chart in (_spans(mode), dots(mode), labels(mode))]
    return specification([*ground(language, mode), _bracket(mode), *_feet(mode), arrows(mode), *marks], 0, mode, responsive(_NARROW_START))


def _bracket(mode: Mode) -> alt.Chart:
    other = "(is_wide ? datum.other_wide : datum.other_narrow)"
    line: Look = {"x": alt.expr(_BRACKET_X), "width": 2, "y": alt.expr(f"{MARK_Y} - 1"), "y2": alt.expr(f"{other} + 1")}
    return still(alt.Chart().transform_filter("datum.is_first").mark_rect(**line, fill=INKS[mode].muted))


def _feet(mode: Mode) -> list[alt.Chart]:
    foot: Look = {
        "x": alt.expr(f"{_BRACKET_X} - 6"),
        "x2": alt.expr(f"{_BRACKET_X} + 1"),
        "y": alt.expr(f"{MARK_Y} - 1"),
        "y2": alt.expr(f"{MARK_Y} + 1"),
    }
    return [still(alt.Chart().mark_rect(**foot, fill=INKS[mode].muted))]


def _spans(mode: Mode) -> alt.Chart:
    room = "max(40, track_room - datum.label_room)"
    box: Look = {
        "x": alt.expr(f"track_start + datum.low * {room} - 1"),
        "x2": alt.expr(f"track_start + datum.high * {room} + 1"),
        "y": alt.expr(f"{MARK_Y} + 9"),
        "y2": alt.expr(f"{MARK_Y} + 12"),
    }
    return alt.Chart().mark_rect(**box).encode(fill=area_fill(mode), opacity=dimming())
