"""The state of components that keep none, read without a class made for it."""

from collections.abc import Callable
from typing import Any

from streamlit.components.v2.bidi_component import main
from streamlit.components.v2.presentation import make_bidi_component_presenter

Present = Callable[[object, Any], object]

_MAKE = make_bidi_component_presenter
# The name that a component looks it up by, which its module does not export.
_CALLER: Any = main


def read_plainly() -> None:
    """Let a component that has no state, and whose browser told nothing, be read as the empty mapping that it is.

    Streamlit makes a class each time it reads a component's state, at every run for every component on the page, and keeps it until the
    session's next run. Classes are cycles, which only the full collection of garbage ends: over 300 sessions these held everybody up for
    0.2 s every other second. Remove it when `make_bidi_component_presenter` makes its class once.
    """
    _CALLER.make_bidi_component_presenter = _make


def _make(aggregator_id: str, component_id: str | None = None, allowed_state_keys: set[str] | None = None) -> Present:
    present = _MAKE(aggregator_id, component_id, allowed_state_keys)

    def _present(value: object, session_state: Any) -> object:
        if value == {} and not _was_told(session_state, aggregator_id):
            return value
        return present(value, session_state)

    return _present


def _was_told(session_state: Any, aggregator_id: str) -> bool:
    try:
        return session_state._new_widget_state[aggregator_id] is not None
    except KeyError:
        return False
