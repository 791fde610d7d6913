"""Takes the answer of a question away: its chart with finding and caveats, or its figures."""

from collections.abc import Sequence

import pandas as pd

from lib.export.about import About
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.text.findings import Finding
from lib.ui import state
from lib.ui.about_view import about, address_of
from lib.ui.question_chart import Charted
from lib.ui.saving import Headed, Saving, figures_csv
from lib.ui.shown import Show, figures_in_view
from lib.ui.story_steps import drawn_as
from lib.ui.view_line import view_sentence


def question_saving(
    store: Store, words: str, anchor: str, rows: pd.DataFrame, show: Show, found: Finding | None, notes: Sequence[str]
) -> Saving:
    """Say how the answer of a question is taken away.

    Needs: the word key of the question and its place on this page, its figures, what draws them, its finding if it has one, and what
    must be known with it.
    """
    chosen, address, in_view = state.selection().replace(claim=""), address_of(), figures_in_view(store)
    language = chosen.language

    def described() -> About:
        filters = say(language, "about.question", count=len(rows))
        if in_view is not None:
            filters = f"{filters} {say(language, 'about.faded')} {view_sentence(store, chosen, len(in_view))}"
        told = found.text if found else ""
        return about(store, chosen, say(language, words), rows, subtitle=told, filters=filters, address=address, anchor=anchor)

    def drawn() -> list[Headed]:
        if not isinstance(show, Charted):
            return []
        drawing = show.builder(rows, store.regions, language, "light", "", in_view)
        return [(drawing.captions.get("common", ""), drawing)]

    return Saving(
        name=say("en", words),
        store=store,
        csv=lambda: figures_csv(rows, described()),
        about=described,
        drawings=drawn if isinstance(show, Charted) else None,
        notes=(*([found.formula] if found and found.formula else []), *notes),
        finding=found.text if found else "",
        rows=lambda: rows,
        # An office program does not fade what the filters leave out.
        drawing=drawn_as(anchor) if in_view is None else "",
        title=say(language, words),
    )
