"""The quote panel: every sentence in view, the chosen one first, its figure marked."""

import pandas as pd

from lib.queries.store import Store
from lib.ui import state
from lib.ui.appearance import colour_of
from lib.ui.challenge import challenge_words
from lib.ui.component import component
from lib.ui.quote_cards import cards
from lib.ui.words import t

_COMPONENT = component("quotes", '<section class="quotes" role="region"></section>', "terms", "challenge", "cards")


def quote_panel(store: Store, quotes: pd.DataFrame, figures: pd.DataFrame, key: str, step: int = 20) -> None:
    """Show the quotes; picking a figure on a card chooses it everywhere.

    Needs: frames as `lib.ui.quote_cards.cards`; a key of its own on the page, and how many cards to draw at a time.
    """
    made = cards(quotes, figures, state.selection().claim, colour_of(store))
    report = challenge_words(state.selection().language, store.version)
    data = {"label": t("quote.panel"), "cards": made, "more": t("quote.more"), "step": step, "challenge": report}
    _COMPONENT(key=key, data=data, on_picked_change=state.picked(key))
