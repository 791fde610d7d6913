"""Takes the coverage of the Overview away, as its counts."""

from lib.domain.case_areas import CASE_AREAS
from lib.export.about import About
from lib.queries.coverage import coverage_by_area
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.ui import state
from lib.ui.about_view import about, address_of
from lib.ui.saving import Saving, counts_csv


def coverage_saving(store: Store) -> Saving:
    """Say how the counts are taken away; no filter of the reader changes them."""
    chosen, address = state.in_session(Selection()), address_of()

    def described() -> About:
        return about(store, chosen, say(chosen.language, "question.q13"), observations(store, chosen), address=address)

    def figures() -> bytes:
        return counts_csv(coverage_by_area(store, CASE_AREAS), described())

    return Saving(say("en", "question.q13"), store.version, figures, described)
