"""Takes the coverage of the Overview away: as a picture of its grid, or as its counts."""

import pandas as pd

from lib.charts.coverage_by_year import coverage_by_year
from lib.domain.case_areas import CASE_AREAS
from lib.export.about import About
from lib.queries.coverage import coverage_by_area
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.text.findings import absence
from lib.ui import state
from lib.ui.about_view import about, address_of
from lib.ui.cache import answer
from lib.ui.saving import Headed, Saving, counts_csv

_AREAS_OF_A_SLIDE = 2


def coverage_saving(store: Store) -> Saving:
    """Say how the counts are taken away; no filter of the reader changes them."""
    chosen, address = state.in_session(Selection()), address_of()
    language, title = chosen.language, say(chosen.language, "question.q13")
    cells = answer(store, coverage_by_area, CASE_AREAS)
    told = absence(cells, language).text

    def described() -> About:
        return about(store, chosen, title, observations(store, chosen), subtitle=told, address=address, anchor="coverage")

    def drawn(shown: pd.DataFrame) -> Headed:
        return "", coverage_by_year(shown, language, "light")

    def cut() -> list[Headed]:
        areas = list(cells.region_id.unique())
        parts = [areas[start : start + _AREAS_OF_A_SLIDE] for start in range(0, len(areas), _AREAS_OF_A_SLIDE)]
        return [drawn(cells[cells.region_id.isin(part)]) for part in parts]

    return Saving(
        name=say("en", "question.q13"),
        store=store,
        csv=lambda: counts_csv(cells, described()),
        about=described,
        drawings=lambda: [drawn(cells)],
        title=title,
        finding=told,
        slides=cut,
    )
