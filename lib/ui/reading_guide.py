"""How to read the app in a minute: shown on a first visit, put away by the reader, always to be had again."""

from lib.domain.vocabulary import Status
from lib.ui.component import component
from lib.ui.words import t

_COMPONENT = component("guide", '<div class="reading"></div>')
_STEPS: dict[str, list[dict[str, object]]] = {
    "shapes": [{"shape": status.value} for status in Status],
    "bounds": [{"sign": sign} for sign in (">", "<", "≈")],
    "quotes": [{"sign": "“ ”"}],
    "absence": [{"hatched": True}],
}


def reading_guide() -> None:
    """Show the guide, or the button that brings it back; the browser alone remembers which."""
    steps = [{"marks": marks, "title": t(f"guide.{name}"), "text": t(f"guide.{name}_text")} for name, marks in _STEPS.items()]
    words = {name: t(f"guide.{name}") for name in ("title", "dismiss", "resume")}
    _COMPONENT(key="guide", data={"steps": steps, "words": words})
