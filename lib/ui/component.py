"""Registers the app's own components: HTML, style and script from `lib/ui/frontend`, no build step."""

import re
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

FRONTEND = Path(__file__).with_name("frontend")
# A component's script is one text: what it needs of other modules is written before it, so it imports nothing from them.
_MODULE_WORDS = re.compile(r"^import .*\n|^export (?!default)", re.MULTILINE)


def component(name: str, html: str, *modules: str) -> ComponentRenderer:
    """Register the component of that name; its script and style come after what all share, and after these modules."""
    return st.components.v2.component(
        name,
        html=f"{html}\n<!-- inline -->",
        css="\n".join(_read(f"{module}.css") for module in ("shared", *modules, name) if (FRONTEND / f"{module}.css").exists()),
        js="\n".join(inlined(f"{module}.js") for module in ("shared", *modules, name)),
    )


def inlined(file: str) -> str:
    """Return a script of the frontend without what only modules may have."""
    return _MODULE_WORDS.sub("", _read(file))


def _read(file: str) -> str:
    return (FRONTEND / file).read_text("utf-8")
