"""A link to another view of the page that the reader is on: its address changes as one step of the history.

Streamlit's own page links take the parameters to the server, but within one page leave the browser's address as it was.
"""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from lib.ui.component import component

_COMPONENT = component("view_link", '<a class="view-link"></a>', "going")


def view_link(key: str, label: str, params: Mapping[str, Sequence[str]], icon: str, about: str = "") -> None:
    """Show a link to this page with these parameters and no others.

    Needs: a key of its own on the page; the name of a Material symbol. `about` is what a pointer at rest is told.
    """
    data = {"label": label, "query_string": urlencode(params, doseq=True), "icon": icon, "about": about}
    _COMPONENT(key=key, data=data, width="content")
