"""The quote panel: every sentence in view, the chosen one first, its figure marked."""

from typing import Any

import pandas as pd

from lib.queries.store import Store
from lib.text.catalogue import Language
from lib.ui import state
from lib.ui.appearance import colour_of
from lib.ui.cache import answer
from lib.ui.challenge import challenge_words
from lib.ui.cite import figure_words
from lib.ui.component import component
from lib.ui.quote_cards import Card, cards
from lib.ui.words import t

_COMPONENT = component("quotes", '<section class="quotes" role="region"></section>', "terms", "challenge", "citing", "cards")
_SAID = {"quote": ("quote.panel", "quote.more"), "official": ("official.panel", "official.more")}


def quote_panel(store: Store, quotes: pd.DataFrame, figures: pd.DataFrame, key: str, step: int = 20) -> None:
    """Show the quotes; picking a figure on a card chooses it everywhere.

    Needs: frames as `lib.ui.quote_cards.cards`; a key of its own on the page, and how many cards to draw at a time.
    """
    show_cards(store, cards(quotes, figures, state.selection().claim, colour_of(store)), "quote", key, step)


def show_cards(store: Store, made: list[Card], kind: str, key: str, step: int) -> None:
    """Show cards of one kind, `quote` or `official`, whose words name their panel and what shows more of them."""
    words = answer(store, panel_words, state.selection().language)
    label, more = _SAID[kind]
    data = words | {"label": t(label), "cards": made, "more": t(more), "step": step}
    _COMPONENT(key=key, data=data, on_picked_change=state.picked(key))


def panel_words(store: Store, language: Language) -> dict[str, Any]:
    """Return the words that every panel gives the browser to cite and to question a figure with; for `answer`."""
    return {"cite": figure_words(language, store), "challenge": challenge_words(language, store.version)}
