"""Registers the app's own components: HTML, style and script from `lib/ui/frontend`, no build step."""

from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

_FOLDER = Path(__file__).with_name("frontend")


def component(name: str, html: str) -> ComponentRenderer:
    """Register the component of that name; its script and style come after what all of them share."""
    return st.components.v2.component(
        name,
        html=f"{html}\n<!-- inline -->",
        css="\n".join(_read(file) for file in ("shared.css", f"{name}.css")),
        js="\n".join(_read(file) for file in ("shared.js", f"{name}.js")),
    )


def _read(file: str) -> str:
    return (_FOLDER / file).read_text("utf-8")
