"""The register of pages: to add one, add a line here, its words under `nav`, and its file under `pages/`."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from lib.text.catalogue import Language, say

# A file of our own: for a Material icon the browser would fetch the tab's picture from outside.
ICON = Path(__file__).with_name("frontend") / "icon.png"


@dataclass(frozen=True)
class Entry:
    """One page: its name (file, address and word key are made of it) and its icon."""

    name: str
    icon: str

    @property
    def file(self) -> str:
        """Path of the page's script."""
        return f"pages/{self.name}.py"


PAGES = (
    Entry("overview", ":material/home:"),
    Entry("explore", ":material/travel_explore:"),
    Entry("income_gap", ":material/balance:"),
    Entry("industry", ":material/factory:"),
    Entry("public_services", ":material/school:"),
    Entry("sources", ":material/menu_book:"),
    Entry("data", ":material/table:"),
    Entry("methods", ":material/rule:"),
)


def pages(language: Language) -> Sequence[Any]:
    """Return the pages for `st.navigation`, titled in the reader's language; the first is the default."""
    return [
        st.Page(
            entry.file, title=say(language, f"nav.{entry.name}"), icon=entry.icon, url_path=entry.name,
            default=entry is PAGES[0], help=say(language, f"nav.{entry.name}_help"),
        )
        for entry in PAGES
    ]  # fmt: skip
