"""What the browser needs of each figure: what filters it, and its words and measures in every view."""

from typing import Any

import pandas as pd

from lib.charts.indicator_layout import label_width, plain_places, read_alike, told_places, traits_of
from lib.text.catalogue import Language
from lib.text.highlight import bound_start
from lib.ui.board.numbering import Numbers
from lib.ui.board.packing import Row
from lib.ui.figure_table import cells_of
from lib.ui.page_cards import page_details, page_notes
from lib.ui.quote_cards import details_of, notes_of, printed_of
from lib.ui.rows import each, label_in
from lib.ui.source_panel import origin_of

_HEADINGS = ("heading", "heading_wrapped", "heading_width")
_WORDS = ("observation_id", "area", "status", "qualifier", "label", "place", "spoken")


def mark_rows(drawn: pd.DataFrame) -> list[Row]:
    """Return what every chart shows of each figure.

    Needs: the rows of a chart of figures, one a figure.
    """
    names = [name for name in drawn.columns if name in _WORDS or str(name).startswith("tip_")]
    return [{str(name): value for name, value in row.items()} for row in drawn[names].to_dict("records")]


def indicator_rows(rows: pd.DataFrame, drawn: pd.DataFrame, language: Language) -> list[Row]:
    """Return one row an indicator, in the order of the figures.

    Needs: figures as `lib.queries.observations.observations`, and their rows in the chart by indicator, side by side.
    """
    first = ~rows["indicator_id"].duplicated()
    headings = drawn.loc[first, list(_HEADINGS)].to_dict("records")
    return [
        {"definition": label_in(language, row, "definition")} | {str(name): value for name, value in heading.items()}
        for row, heading in zip(each(rows[first]), headings, strict=True)
    ]


def figure_rows(rows: pd.DataFrame, drawn: pd.DataFrame, quotes: pd.DataFrame, numbers: Numbers, language: Language) -> list[Row]:
    """Return one row a figure.

    Needs: as `indicator_rows`, and all quotes as `lib.queries.quotes.quotes`.
    """
    widths = [label_width(words) for words in drawn["label"]]
    measures = _places(rows, drawn, language).join(traits_of(rows)).assign(label_width=widths, label_gap=drawn["label_gap"])
    sentences = {quote.quote_id: quote for quote in each(quotes)}
    return [
        _codes(row, numbers) | _words(row, sentences.get(row.quote_id), language) | {str(name): value for name, value in measured.items()}
        for row, measured in zip(each(rows), measures.to_dict("records"), strict=True)
    ]


def _places(rows: pd.DataFrame, drawn: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Return the words of each place, and those that tell it from a twin where it may meet one."""
    told, has_twin = told_places(drawn, rows, language), read_alike(drawn, rows)
    words = told[["place_words", "place_short"]].where(has_twin, "").assign(place_width=told["place_width"].where(has_twin, 0.0))
    return plain_places(drawn, rows, language).join(words.add_prefix("told_"))


def _codes(row: Any, numbers: Numbers) -> dict[str, Any]:
    return {
        "id": row.observation_id,
        "quote": numbers.quotes.get(row.quote_id or row.citation_id, -1),
        "region": numbers.regions[row.region_id],
        "indicator": numbers.indicators[row.indicator_id],
        "source": numbers.sources[origin_of(row)],
        "theme": row.theme,
        "status": row.status,
        "layer": row.layer,
        "first": row.year_start,
        "last": row.year_end,
        "value": row.value,
        "verified": bool(row.is_verified),
    }


def _words(row: Any, quote: Any, language: Language) -> dict[str, Any]:
    return {
        "unit": row.unit,
        "unit_label": label_in(language, row, "unit"),
        "cells": cells_of(row, language),
        "notes": notes_of(quote, row, language) if quote else page_notes(row, language),
        "details": details_of(quote, row, language) if quote else page_details(row, language),
        "span": _span(quote.text, row) if quote else [0, 0],
    }


def _span(sentence: str, row: Any) -> list[int]:
    """Return where the figure and its bound stand in the sentence; a browser counts in units of UTF-16."""
    printed = printed_of(row)
    start = bound_start(sentence, printed)
    bound = [start, start + len(printed.bound)] if start >= 0 else []
    return [len(sentence[:place].encode("utf-16-le")) // 2 for place in (printed.start, printed.end, *bound)]
