"""The register of pages: to add one, add a line here, its words under `nav`, and its file under `pages/`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from lib.text.catalogue import Language, say

# A file of our own: for a Material icon the browser would fetch the tab's picture from outside.
ICON = Path(__file__).with_name("frontend") / "icon.png"


@dataclass(frozen=True)
class Entry:
    """One page: its name (file, address and word key are made of it), its icon, and the section that it stands in, if in any."""

    name: str
    icon: str
    section: str = ""

    @property
    def file(self) -> str:
        """Path of the page's script."""
        return f"pages/{self.name}.py"


# Pages without a section come first: that is where Streamlit shows them.
PAGES = (
    Entry("overview", ":material/home:"),
    Entry("explore", ":material/travel_explore:"),
    Entry("stories", ":material/auto_stories:"),
    Entry("income_gap", ":material/balance:", "questions"),
    Entry("industry", ":material/factory:", "questions"),
    Entry("public_services", ":material/school:", "questions"),
    Entry("compare", ":material/compare_arrows:", "compare"),
    Entry("targets", ":material/flag:", "compare"),
    Entry("conflicts", ":material/call_split:", "compare"),
    Entry("sources", ":material/menu_book:", "evidence"),
    Entry("data", ":material/table:", "evidence"),
    Entry("methods", ":material/rule:", "evidence"),
)

# For those who look after the dataset, where readers sign in.
STAFF = (Entry("checks", ":material/fact_check:", "evidence"),)


def pages(language: Language, more: Sequence[Entry] = ()) -> Mapping[str, list[Any]]:
    """Return the pages for `st.navigation` by the title of their section, titled in the reader's language; the first is the default."""
    sections: dict[str, list[Any]] = {}
    for entry in (*PAGES, *more):
        title = say(language, f"nav_section.{entry.section}") if entry.section else ""
        sections.setdefault(title, []).append(_page(entry, language))
    return sections


def _page(entry: Entry, language: Language) -> Any:
    return st.Page(
        entry.file, title=say(language, f"nav.{entry.name}"), icon=entry.icon, url_path=entry.name,
        default=entry is PAGES[0], help=say(language, f"nav.{entry.name}_help"),
    )  # fmt: skip
