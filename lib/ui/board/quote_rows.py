"""What the browser needs of each sentence and each event: what filters it, and its card or its mark."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from lib.charts.event_marks import event_marks
from lib.domain.regions import RegionTree
from lib.text.catalogue import Language
from lib.ui.board.numbering import Numbers
from lib.ui.board.packing import Row
from lib.ui.page_cards import page_card
from lib.ui.quote_cards import card_of
from lib.ui.rows import each

# The browser writes these anew for the figures in view and for the chosen one.
_REWRITTEN = ("parts", "figures", "details", "selected")


def quote_rows(quotes: pd.DataFrame, numbers: Numbers) -> list[Row]:
    """Return one row a sentence: what filters it.

    Needs: quotes as `lib.queries.quotes.quotes`.
    """
    return [_quote(row, numbers) for row in each(quotes)]


def card_rows(quotes: pd.DataFrame, language: Language) -> list[Row]:
    """Return the card of each sentence as it is when nothing is chosen, without what follows the view."""
    cards = (card_of(quote, [], "", str, language) for quote in each(quotes))
    return [{name: part for name, part in card.items() if name not in _REWRITTEN} for card in cards]


def page_rows(pages: Mapping[str, Sequence[Any]]) -> list[Row]:
    """Return one row a page of official figures, in the form of a sentence: nothing in it filters.

    Needs: pages as `lib.ui.page_cards.by_page`.
    """
    blank = {"document": "", "voice": "", "text": "", "themes": [], "regions": [], "programmes": [], "first": 0, "last": 0, "searched": ""}
    return [{"id": page} | blank for page in pages]


def page_card_rows(pages: Mapping[str, Sequence[Any]], language: Language) -> list[Row]:
    """Return the card of each page as it is when nothing is chosen, without what follows the view."""
    cards = (page_card(rows, "", str, language) for rows in pages.values())
    return [{name: part for name, part in card.items() if name not in _REWRITTEN} for card in cards]


def event_rows(events: pd.DataFrame, numbers: Numbers) -> list[Row]:
    """Return one row an event: what filters it.

    Needs: events as `lib.queries.events.events`.
    """
    return [
        {"quote": numbers.quotes[row.quote_id], "region": numbers.regions[row.region_id], "year": int(row.year)} for row in each(events)
    ]


def event_mark_rows(events: pd.DataFrame, tree: RegionTree, language: Language) -> list[Row]:
    """Return what the chart over time shows of each event."""
    return [{str(name): value for name, value in row.items()} for row in event_marks(events, tree, language).to_dict("records")]


def _quote(row: Any, numbers: Numbers) -> dict[str, Any]:
    return {
        "id": row.quote_id,
        "document": row.source_id,
        "voice": row.voice,
        "text": row.text,
        "themes": _listed(row.themes),
        "regions": [numbers.regions[region] for region in _listed(row.regions)],
        "programmes": _listed(row.programmes),
        "first": int(row.year_start),
        "last": int(row.year_end),
    }


def _listed(codes: str) -> list[str]:
    return [code for code in codes.split(";") if code]
