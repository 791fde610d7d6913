from typing import Any

from tests.bench.tracing import spent_by_kind


def event(name: str, start: float, length: float, thread: int = 1, **data: Any) -> dict[str, Any]:
    return {"ph": "X", "name": name, "ts": start * 1000, "dur": length * 1000, "pid": 1, "tid": thread, "args": {"data": data}}


PRESS = event("EventDispatch", 100, 1, type="pointerdown")


def test_what_is_inside_is_taken_from_what_is_around_it():
    events = [PRESS, event("RunTask", 110, 40), event("FunctionCall", 110, 30), event("Layout", 115, 10), event("MinorGC", 117, 2)]
    assert spent_by_kind(events, 100) == {"scripting": 21, "style and layout": 8, "garbage": 2, "waiting": 69}


def test_an_event_of_no_kind_passes_its_time_on():
    events = [PRESS, event("FunctionCall", 110, 30), event("v8.unknown", 112, 20), event("Layout", 115, 10)]
    assert spent_by_kind(events, 50) == {"scripting": 21, "style and layout": 10, "waiting": 19}


def test_other_threads_and_what_came_before_or_after_do_not_count():
    events = [event("Layout", 10, 50), PRESS, event("Layout", 120, 10, thread=2), event("Paint", 160, 5)]
    assert spent_by_kind(events, 50) == {"scripting": 1, "waiting": 49}
