"""The view that the page shows, as Share, paper and references name it: with what the page completes of the reader's selection."""

from lib.queries.comparison import regions_compared
from lib.queries.selection import Selection
from lib.ui import state

_COMPARE = "compare"


def whole_view() -> Selection:
    """Return the selection with what the page shows without being asked: Compare its places, each without what lies inside it."""
    chosen = state.selection()
    return chosen.replace(regions=regions_compared(chosen), inside=False) if state.page() == _COMPARE else chosen


def completion() -> dict[str, list[str]]:
    """Return the parameters of the link that the page completes; nothing where the address says all of them."""
    given = state.selection().to_params()
    return {name: values for name, values in whole_view().to_params().items() if values != given.get(name)}
