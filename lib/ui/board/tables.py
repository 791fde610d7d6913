"""The tables of the board: what every part of it needs of each row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from lib.charts.colours import AREAS, Mode, area_colours, area_of
from lib.charts.coverage import coverage_matrix
from lib.charts.drawing import Drawing
from lib.charts.figures_by_indicator import figures_by_indicator
from lib.charts.figures_over_time import figures_over_time
from lib.domain.vocabulary import Layer
from lib.queries.conflicts import BOTH_LAYERS
from lib.queries.coverage import coverage
from lib.queries.events import events
from lib.queries.observations import observations
from lib.queries.quotes import quotes
from lib.queries.search_texts import search_texts
from lib.queries.store import Store
from lib.text.catalogue import Language
from lib.ui.board.code_rows import coverage_columns, coverage_names, name_rows, region_rows, source_rows
from lib.ui.board.figure_rows import figure_rows, indicator_rows, mark_rows
from lib.ui.board.numbering import Numbers, numbered
from lib.ui.board.packing import Row
from lib.ui.board.quote_rows import card_rows, event_mark_rows, event_rows, page_card_rows, page_rows, quote_rows
from lib.ui.drawn import MOST_FIGURES
from lib.ui.page_cards import by_page
from lib.ui.quote_cards import figure_of
from lib.ui.rows import each
from lib.ui.source_panel import by_date, origin_of


@dataclass(frozen=True)
class Board:
    """The whole dataset as the server would show it with nothing filtered, in one language and one mode."""

    store: Store
    language: Language
    mode: Mode
    figures: pd.DataFrame
    quotes: pd.DataFrame
    events: pd.DataFrame
    drawings: Mapping[str, Drawing]

    @classmethod
    def of(cls, store: Store, language: Language, mode: Mode) -> "Board":
        """Ask the store for everything, and draw it."""
        figures = observations(store, BOTH_LAYERS, most=MOST_FIGURES)
        look = (store.regions, language, mode)
        drawings = {
            "by_indicator": figures_by_indicator(figures, *look),
            "over_time": figures_over_time(figures, *look),
            "coverage": coverage_matrix(coverage(store, BOTH_LAYERS), language, mode),
        }
        return cls(store, language, mode, figures, quotes(store, BOTH_LAYERS), events(store, BOTH_LAYERS), drawings)

    @property
    def numbers(self) -> Numbers:
        """Number the rows in the order in which the browser gets them; pages come after the quotes, documents and pages by date."""
        return Numbers(
            quotes=numbered([*self.quotes["quote_id"], *by_page(self.figures)]),
            regions=numbered(self.store.regions.ids),
            indicators=numbered(self.figures["indicator_id"]),
            sources=numbered(map(origin_of, each(by_date(self.figures)))),
        )

    def colour(self, region: str, layer: str = Layer.ARTICLE) -> str:
        """Return the colour of a place, or of a figure about it."""
        return dict(zip(AREAS, area_colours(self.mode), strict=True))[area_of(self.store.regions, region, layer)]


def tables(board: Board) -> dict[str, list[Row]]:
    """Return the rows of every table, in the orders that `Board.numbers` counts."""
    found, numbers, pages = search_texts(board.store), board.numbers, by_page(board.figures)
    drawn, cells = board.drawings["by_indicator"].rows, board.drawings["coverage"].rows
    return {
        "regions": _searched(region_rows(board.store, numbers, board.colour, board.language), found["regions"], numbers.regions),
        "names": name_rows(board.store.names, numbers.regions),
        "sources": source_rows(board.figures, board.language),
        "indicators": _searched(indicator_rows(board.figures, drawn, board.language), found["indicators"], numbers.indicators),
        "figures": _searched(
            figure_rows(board.figures, drawn, board.quotes, numbers, board.language), found["observations"], board.figures["observation_id"]
        ),
        "marks": mark_rows(drawn),
        "claims": [figure_of(row, "", lambda one: board.colour(one.region_id, one.layer), board.language) for row in each(board.figures)],
        # A page is to its figures what a sentence is to its own, but no search looks in it.
        "quotes": [*_searched(quote_rows(board.quotes, numbers), found["quotes"], board.quotes["quote_id"]), *page_rows(pages)],
        "cards": [*card_rows(board.quotes, board.language), *page_card_rows(pages, board.language)],
        "events": _searched(event_rows(board.events, numbers), found["events"], board.events["event_id"]),
        "event_marks": event_mark_rows(board.events, board.store.regions, board.language),
        "coverage_columns": coverage_columns(cells),
        "coverage_names": coverage_names(cells),
    }


def _searched(rows: Sequence[Row], texts: Mapping[str, str], ids: Iterable[str]) -> list[Row]:
    return [{**row, "searched": texts[name]} for row, name in zip(rows, ids, strict=True)]
