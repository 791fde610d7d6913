"""Shows the answer of a question as a chart."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from lib.charts.colours import Mode
from lib.charts.drawing import Drawing
from lib.domain.regions import RegionTree
from lib.text.catalogue import Language
from lib.ui import state
from lib.ui.appearance import mode
from lib.ui.chart_block import draw, picked_figure
from lib.ui.shown import Shown
from lib.ui.words import plain

Builder = Callable[[pd.DataFrame, RegionTree, Language, Mode, str, frozenset[str] | None], Drawing]


@dataclass(frozen=True)
class Charted:
    """Draws the rows of a block with its builder: rows, tree, language, mode, chosen figure, figures in view.

    A drawing is made once for each dataset, block, look, chosen figure and view; rows of one block differ by official figures alone.
    """

    builder: Builder
    is_worded: bool = True

    def __call__(self, shown: Shown) -> None:
        """Draw what is shown now."""
        look = (state.selection().language, mode(), shown.claim if shown.claim in set(shown.rows.observation_id) else "", shown.in_view)
        drawing = _drawing(self.builder, shown, shown.store.identity, shown.key, len(shown.rows), look)
        if self.is_worded:
            _said(drawing, "common")
        draw(drawing, shown.key, picked_figure(shown.key))
        if self.is_worded:
            _said(drawing, "reading")


def charted(builder: Builder, *, is_worded: bool = True) -> Charted:
    """Draw the rows with a builder of `lib.charts`.

    Needs: whether to say what the figures share and how the chart is read, where the page does not say it itself.
    """
    return Charted(builder, is_worded)


@st.cache_resource(max_entries=256, show_spinner=False)
def _drawing(
    _builder: Builder, _shown: Shown, identity: str, key: str, count: int, look: tuple[Language, Mode, str, frozenset[str] | None]
) -> Drawing:
    language, theme, claim, in_view = look
    return _builder(_shown.rows, _shown.store.regions, language, theme, claim, in_view)


def _said(drawing: Drawing, name: str) -> None:
    if words := drawing.captions.get(name):
        st.caption(plain(words))
