"""Links to Explore inside the app's own components: their addresses."""

from urllib.parse import urlencode

from lib.queries.selection import Selection
from lib.ui import state


def query_of(view: Selection) -> str:
    """Return the parameters of the view's link, in the reader's language."""
    return urlencode(view.replace(language=state.selection().language).to_params(), doseq=True)
