"""What a block of figures shows just now: its rows, the chosen figure, and which of them the reader's filters keep."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from lib.queries.observations import observations
from lib.queries.store import Store
from lib.ui import state
from lib.ui.cache import answer


@dataclass(frozen=True)
class Shown:
    """The rows of one block.

    `key` is the block's own on its page; `claim` the chosen figure, or nothing; `in_view` the figures that the reader's filters
    keep, None when nothing is filtered.
    """

    store: Store
    rows: pd.DataFrame
    key: str
    claim: str
    in_view: frozenset[str] | None

    @classmethod
    def now(cls, store: Store, rows: pd.DataFrame, key: str) -> "Shown":
        """Show these rows under the reader's selection of this moment."""
        return cls(store, rows, key, state.selection().claim, figures_in_view(store))

    def is_dimmed(self, observation_id: str) -> bool:
        """Tell whether the reader's filters leave a figure out."""
        return self.in_view is not None and observation_id not in self.in_view


Show = Callable[[Shown], None]


def figures_in_view(store: Store) -> frozenset[str] | None:
    """Return the figures that the reader's filters keep; None when nothing is filtered."""
    view = state.view()
    return None if view.is_default else frozenset(answer(store, observations, view).observation_id)
