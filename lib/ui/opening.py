"""Links to Explore inside the app's own components: their addresses."""

from urllib.parse import urlencode

from lib.queries.selection import Selection
from lib.ui import state


def query_of(view: Selection) -> str:
    """Return the parameters of the view's link, in the reader's language and of the version that the reader sees."""
    return urlencode(state.in_session(view).to_params(), doseq=True)
