"""The state of components: without state it is read as it is, with state or events as Streamlit presents it."""

import pytest
from streamlit.components.v2.bidi_component import main
from streamlit.components.v2.presentation import make_bidi_component_presenter
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.session_state import SessionState

from lib.server.component_state import Present, read_plainly

EVENTS = "the events"


@pytest.fixture(autouse=True)
def plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read plainly in one test, and leave Streamlit as it was."""
    monkeypatch.setattr(main, "make_bidi_component_presenter", make_bidi_component_presenter)
    read_plainly()


def session(told: list[dict[str, object]] | None = None) -> SessionState:
    """Return a session in which the browser told a component's events, or none."""
    state = SessionState()
    metadata = WidgetMetadata(id=EVENTS, deserializer=lambda value: value, serializer=lambda value: value, value_type="json_trigger_value")
    state._new_widget_state.set_widget_metadata(metadata)
    state._new_widget_state.set_from_value(EVENTS, told)
    return state


def read(value: object, state: SessionState) -> object:
    present: Present = vars(main)["make_bidi_component_presenter"](EVENTS)
    return present(value, state)


def test_no_class_is_made_for_a_component_without_state():
    state, value = session(), dict[str, object]()
    assert read(value, state) is value
    assert read(value, SessionState()) is value


def test_state_is_presented_as_before():
    assert read({"width": 3}, session()) == {"width": 3}
    assert type(read({"width": 3}, session())) is not dict


def test_what_a_browser_told_is_there():
    state = session([{"event": "moved", "value": 7}])
    assert read({}, state) == {"moved": 7}
    assert read({"width": 3}, state) == {"moved": 7, "width": 3}


def test_what_is_no_mapping_stays_what_it_is():
    assert read("text", session()) == "text"
