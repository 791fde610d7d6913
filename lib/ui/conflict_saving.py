"""Takes a pair of disagreeing reports away: its chart with what sets the two apart, or its figures."""

import pandas as pd

from lib.charts.two_reports import two_reports
from lib.export.about import About
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.ui import state
from lib.ui.about_view import about, address_of
from lib.ui.saving import Headed, Saving, figures_csv


def pair_saving(store: Store, rows: pd.DataFrame, title: str, between: str, apart: str) -> Saving:
    """Say how a pair is taken away.

    Needs: its two figures; in the reader's language its title, what the two are, and how far they lie apart.
    """
    chosen, address = state.selection().replace(claim=""), address_of()
    language = chosen.language

    def described() -> About:
        filters = say(language, "about.pair")
        return about(store, chosen, title, rows, subtitle=between, filters=filters, address=address)

    def drawn() -> list[Headed]:
        return [("", two_reports(rows, store.regions, language, "light", "", None))]

    name = f"two reports {rows['indicator_id'].iloc[0]} {rows['region_en'].iloc[0]}"

    def figures() -> bytes:
        return figures_csv(rows, described())

    return Saving(name, store, figures, described, drawn, (apart,), rows=lambda: rows, title=title)
