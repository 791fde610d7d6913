"""Where the rest of the time goes: what the browser's main thread does between a click and the last painting."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from tests.bench.clicking import Desk

KINDS = ("scripting", "style and layout", "painting", "garbage", "waiting")
_CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8", "blink.user_timing"]
_KIND_OF = {
    "scripting": (
        "EvaluateScript", "FunctionCall", "EventDispatch", "TimerFire", "FireAnimationFrame", "FireIdleCallback", "RunMicrotasks",
        "v8.run", "v8.compile", "v8.callFunction", "HandlePostMessage", "WebSocketReceive",
    ),
    "style and layout": ("UpdateLayoutTree", "Layout", "ParseHTML", "ParseAuthorStyleSheet"),
    "painting": ("PrePaint", "Paint", "Layerize", "Commit", "UpdateLayer", "CompositeLayers"),
    "garbage": ("MinorGC", "MajorGC", "BlinkGC.AtomicPhase"),
}  # fmt: skip
_KINDS_BY_NAME = {name: kind for kind, names in _KIND_OF.items() for name in names}

Event = Mapping[str, Any]


def where_time_goes(desk: Desk, clicks: int) -> dict[str, float]:
    """Click this many filters under the browser's tracing and return the mean milliseconds a click of each kind.

    *Returns* the main thread's own kinds, and as `waiting` what remains: the network, the server and an idle browser.
    """
    browser = desk.page.context.browser
    assert browser
    totals: dict[str, float] = defaultdict(float)
    traced = 0
    for _ in range(clicks):
        browser.start_tracing(page=desk.page, categories=_CATEGORIES)
        click = desk.click(desk.filters)
        events = json.loads(browser.stop_tracing())["traceEvents"]
        if click is None:
            continue
        traced += 1
        for kind, spent in spent_by_kind(events, click.last).items():
            totals[kind] += spent
    return {kind: totals[kind] / max(1, traced) for kind in KINDS}


def spent_by_kind(events: Iterable[Event], span: float) -> dict[str, float]:
    """Add up the milliseconds of the thread that handled the press, from then on for so many milliseconds."""
    complete = [event for event in events if event.get("ph") == "X"]
    press = next(event for event in complete if event["name"] == "EventDispatch" and event["args"]["data"]["type"] == "pointerdown")
    own = [event for event in complete if (event["pid"], event["tid"]) == (press["pid"], press["tid"])]
    end = press["ts"] + span * 1000
    spent = _own_times([event for event in own if press["ts"] <= event["ts"] < end])
    return {**spent, "waiting": max(0.0, span - sum(spent.values()))}


def _own_times(events: list[Event]) -> dict[str, float]:
    """Take from each event what the events inside it took; one of no known kind passes its time on to the kind around it."""
    spent: dict[str, float] = defaultdict(float)
    around: list[tuple[float, str]] = []
    for event in sorted(events, key=lambda event: (event["ts"], -event.get("dur", 0))):
        while around and event["ts"] >= around[-1][0]:
            around.pop()
        length, outer = event.get("dur", 0), around[-1][1] if around else ""
        kind = _KINDS_BY_NAME.get(event["name"], outer)
        if kind != outer:
            spent[kind] += length / 1000
            if outer:
                spent[outer] -= length / 1000
        around.append((event["ts"] + length, kind))
    return {kind: time for kind, time in spent.items() if kind}
