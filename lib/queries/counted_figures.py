"""The figures to count: the cells of the whole dataset, or of what a search finds."""

from dataclasses import dataclass

from lib.queries import figure_cells
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.views import figures_found


@dataclass(frozen=True)
class Counted:
    """Something to select from, with the values of its parameters in order."""

    sql: str
    parameters: tuple[object, ...] = ()


def counted_figures(store: Store, selection: Selection) -> Counted:
    """Return the cells of the figures that the search finds; without a search all, and no filter is applied."""
    if not selection.search:
        return Counted(figure_cells.NAME)
    searched = figures_found(store, selection)
    return Counted(f"({figure_cells.counted(searched.sql)})", searched.parameters)
