"""The charts of the Compare page: what may share an axis, what shows scale only, and what the reader draws against the guard's word."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import pandas as pd
import streamlit as st

from lib.charts.comparison import Beside, comparison
from lib.charts.comparison_head import Warned
from lib.charts.start_to_end import start_to_end
from lib.charts.track_layout import Silent
from lib.domain.comparability import Axis, Setting, Verdict, strictest
from lib.domain.stories import StoryDrawing
from lib.queries.quotes import quotes
from lib.queries.store import Store
from lib.text.catalogue import Language, join_names, say
from lib.text.comparability import aspect_names
from lib.ui import state
from lib.ui.about_view import about, address_of
from lib.ui.cache import answer
from lib.ui.chart_block import source_line, tabs
from lib.ui.compare_numbers import workings
from lib.ui.compare_table import by_id
from lib.ui.figure_table import figure_table
from lib.ui.page_panel import page_panel
from lib.ui.question_chart import Charted, charted
from lib.ui.quote_panel import quote_panel
from lib.ui.saving import Saving, figures_csv, save_control
from lib.ui.shown import Shown
from lib.ui.source_panel import source_panel
from lib.ui.whole_view import whole_view
from lib.ui.words import plain, t

_WORDS = {Axis.SCALE_ONLY: "comparison_chart.scale_only", Axis.APART: "comparison_chart.unlike"}


@dataclass(frozen=True)
class OnAxis:
    """Figures to draw on one axis.

    `name` is of its own on the page and stands for the same rows and words; `rows` are in the order to draw them, `benchmarks` the ids of
    those that are only there to read the others against, `elsewhen` words about figures of another time that are not drawn.
    """

    name: str
    title: str
    rows: pd.DataFrame
    verdicts: tuple[Verdict, ...]
    benchmarks: tuple[str, ...] = ()
    silent: Sequence[Silent] = field(default=())
    elsewhen: str = ""

    @property
    def is_series(self) -> bool:
        """Tell whether these are two figures of one series and one release, which a line may join."""
        if len(self.verdicts) != 1 or strictest(self.verdicts) is not Axis.SHARED:
            return False
        (verdict,) = self.verdicts
        return verdict.setting is Setting.ONE_SERIES and verdict.is_of_one_release

    def warned(self, language: Language) -> Warned:
        """Say in the drawing itself what keeps the figures from being compared."""
        axis = strictest(self.verdicts)
        if axis is Axis.SHARED:
            return Warned()
        headline = say(language, _WORDS[axis], aspects=aspect_names(self.verdicts, language))
        return Warned(headline, say(language, "comparison_chart.watermark") if axis is Axis.APART else "")


def axis_block(store: Store, drawn: OnAxis) -> None:
    """Show a chart with its table and sources, the numbers made of its figures, and its files; beside it the sentences."""
    with st.container(key=f"drawn_{drawn.name}", gap="small"):
        st.subheader(plain(drawn.title), anchor=False)
        chart, sentences = st.columns([7, 5], gap="medium")
        with chart:
            axis_chart(store, drawn)
        with sentences:
            evidence(store, drawn.rows, f"axis_{drawn.name}")


def axis_chart(store: Store, drawn: OnAxis) -> None:
    """Show the chart with its table, its sources, the numbers made of its figures, and its files."""
    show, key, line = _charted(drawn), f"axis_{drawn.name}", source_line(drawn.rows, store.version)
    tabs(
        "tab.chart",
        lambda: show(Shown(store, drawn.rows, f"{key}_{strictest(drawn.verdicts)}", state.selection().claim, None)),
        lambda: figure_table(drawn.rows, f"{key}_table", t("table.caption", count=len(drawn.rows)), height=0),
        lambda: source_panel(drawn.rows, f"{key}_source", line),
    )
    if drawn.elsewhen:
        st.caption(plain(drawn.elsewhen))
    workings(drawn.verdicts, by_id(drawn.rows), f"{key}_numbers")
    st.caption(plain(line))
    save_control(key, saving(store, drawn))


def _drawing(drawn: OnAxis, warned: Warned) -> str:
    if drawn.is_series:
        return StoryDrawing.CHANGE
    # Neither a warning nor a line to read the figures against is drawn by an office program.
    return "" if warned.headline or drawn.benchmarks else StoryDrawing.DOTS


def evidence(store: Store, rows: pd.DataFrame, key: str) -> None:
    """Show the sentences of the figures, and the pages of those that are official.

    Needs: rows as `lib.queries.observations.observations`; a key of its own on the page.
    """
    sentences = answer(store, quotes, state.everything())
    behind = sentences[sentences.quote_id.isin(rows.quote_id)]
    if len(behind):
        quote_panel(store, behind, rows, f"{key}_quotes")
    page_panel(store, rows, f"{key}_pages")


def _charted(drawn: OnAxis) -> Charted:
    if drawn.is_series:
        return charted(start_to_end, is_worded=False)
    beside = Beside(drawn.warned(state.selection().language), drawn.benchmarks, tuple(drawn.silent))
    return charted(partial(comparison, beside=beside), is_worded=False)


def saving(store: Store, drawn: OnAxis) -> Saving:
    """Say how a chart is taken away: with its warning in the picture, in the words under it, and beside every figure."""
    chosen, address, build = whole_view().replace(claim=""), address_of(), _charted(drawn).builder
    language, warned = chosen.language, drawn.warned(chosen.language)
    places = join_names(language, list(dict.fromkeys(drawn.rows[f"region_{language}"])))
    filters = say(language, "compare.filters", places=places, count=len(drawn.rows))
    origin = partial(about, store, chosen, drawn.title, drawn.rows, subtitle=warned.headline, filters=filters, address=address)
    return Saving(
        name=drawn.title,
        store=store,
        csv=lambda: figures_csv(drawn.rows, origin(), warning=warned.headline),
        about=origin,
        drawings=lambda: [("", build(drawn.rows, store.regions, language, "light", "", None))],
        rows=lambda: drawn.rows,
        drawing=_drawing(drawn, warned),
        title=drawn.title,
    )
