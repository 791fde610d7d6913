"""What a reader of the crowd does: where a session begins, and what it does every other second."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.bench.reading import Reader

VIEWS = ("theme=industry", "theme=income_gap", "region=330100", "region=410100&theme=industry", "")
PAGES = ("explore", "targets", "methods", "industry", "sources", "income_gap")

Act = Callable[[Reader, int], Awaitable[float]]


@dataclass(frozen=True)
class Habit:
    """The page that a session begins on, what it does on each turn, in a few words what that is, and the links that it passes."""

    page: str
    act: Act
    says: str
    views: tuple[str, ...] = ("",)


async def _filter_in_browser(reader: Reader, turn: int) -> float:
    query = VIEWS[turn % len(VIEWS)]
    moved = [{"event": "moved", "value": {"turn": turn, "query": f"?{query}"}}]
    return await reader.act("board_follower", {"json_trigger_value": json.dumps(moved)}, query)


async def _turn_pages(reader: Reader, turn: int) -> float:
    return await reader.open(PAGES[turn % len(PAGES)])


async def _open_views(reader: Reader, turn: int) -> float:
    return await reader.open("explore", VIEWS[turn % len(VIEWS)])


async def _tick_a_box(reader: Reader, turn: int) -> float:
    return await reader.act("Planned", {"bool_value": bool(turn % 2)})


HABITS = {
    "filter": Habit("explore", _filter_in_browser, "a filter of Explore is clicked, and the server follows", VIEWS),
    "views": Habit("explore", _open_views, "Explore is opened at another view", VIEWS),
    "pages": Habit("explore", _turn_pages, "another page is opened"),
}
NAIVE = Habit("", _tick_a_box, "a filter is clicked")
