"""Readers' visits to the app in Streamlit's own test frame: the pages as they are, without a browser."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element

from lib.ui.navigation import PAGES

ROOT = Path(__file__).resolve().parents[2]
PAGE_NAMES = tuple(entry.name for entry in PAGES)
# What no reader sees: addresses inside the page, styles, scripts, and what a chart or a grid draws from.
_UNSEEN = {
    "id", "key", "anchor", "form_id", "icon", "css_content", "js_content", "html_content", "component_name", "format", "spec",
    "page_script_hash", "page", "query_string", "url", "element_id", "arrow_data", "bidi", "json", "mixed", "language", "columns",
    "data", "unit", "deferred_file_id", "type", "autocomplete", "selection_mode", "colour", "status", "shape", "role", "parts",
    "frame", "panel", "figure", "look", "styles", "tex", "area",
}  # fmt: skip

_TABLE = {"columns"}

Link = Mapping[str, str | list[str]]


class ServedPages(PagesManager):
    """The pages as a server knows them once `st.navigation` was called; the test frame forgets that before each run."""

    def __init__(self, *arguments: Any, **settings: Any):
        """Take what Streamlit's own register takes."""
        PagesManager.uses_pages_directory = False
        super().__init__(*arguments, **settings)


def visit(page: str = "overview", link: Link | None = None) -> AppTest:
    """Open a page by its address, as a bookmark does."""
    reader = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    return go(reader, page, link)


def go(reader: AppTest, page: str, link: Link | None = None) -> AppTest:
    """Come to another address: without a link by the navigation, with one as Back and Forward do."""
    reader.query_params.clear()
    reader.query_params.update(link or {})
    return reader.switch_page(f"pages/{page}.py").run()


def address(reader: AppTest) -> dict[str, list[str]]:
    """Return the parameters in the address bar."""
    return {name: [values] if isinstance(values, str) else list(values) for name, values in reader.query_params.items()}


def elements(reader: AppTest, kind: str = "") -> list[Any]:
    """List the elements of one kind, or all, sidebar included."""
    return [element for element in _walk(reader._tree) if not kind or element.type == kind]


def _walk(block: Block) -> Iterator[Element | Block]:
    for child in block.children.values():
        yield child
        if isinstance(child, Block):
            yield from _walk(child)


def component_data(reader: AppTest, key: str) -> dict[str, Any]:
    """Return what the app's own component of that key was given to draw."""
    (found,) = [element.proto for element in elements(reader, "bidi_component") if element.proto.id.endswith(f"-{key}")]
    return json.loads(found.json)


def charts(reader: AppTest) -> list[Any]:
    """List the charts on the page."""
    return elements(reader, "vega_lite_chart")


def seen(reader: AppTest) -> list[str]:
    """List every text that the page shows or reads out, components included; the quoted sentences and the dictionary are left out."""
    texts: list[str] = []
    for element in elements(reader):
        proto = getattr(element, "proto", None)
        if proto is not None and element.type not in ("code", "html", "dataframe", "arrow_data_frame"):
            texts += _strings(proto)
        if proto is not None and element.type == "bidi_component" and not proto.id.endswith("-dictionary"):
            texts += _leaves(json.loads(proto.json))
    return [text for text in texts if text.strip()]


def _strings(message: Any) -> Iterator[str]:
    if not hasattr(message, "ListFields"):
        return
    for field, value in message.ListFields():
        if field.name in _UNSEEN:
            continue
        for one in value if field.is_repeated else [value]:
            if isinstance(one, str):
                yield one
            else:
                yield from _strings(one)


def _leaves(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        yield from (leaf for name, value in data.items() if name not in _UNSEEN - _TABLE for leaf in _leaves(value))
    elif isinstance(data, list):
        yield from (leaf for value in data for leaf in _leaves(value))
