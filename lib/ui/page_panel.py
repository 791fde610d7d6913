"""The panel of official context: every page in view with its figures, apart from the sentences of the articles."""

import pandas as pd

from lib.queries.store import Store
from lib.ui import state
from lib.ui.appearance import colour_of
from lib.ui.page_cards import page_cards
from lib.ui.quote_panel import show_cards


def page_panel(store: Store, figures: pd.DataFrame, key: str, step: int = 20) -> None:
    """Show the pages of the official figures among the rows; picking a figure on a card chooses it everywhere.

    Needs: figures as `lib.queries.observations.observations`; a key of its own on the page, and how many cards to draw at a time.
    """
    if made := page_cards(figures, state.selection().claim, colour_of(store)):
        show_cards(store, made, "official", key, step)
