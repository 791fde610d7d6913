"""The interface makes a few answers at once, lets the others wait in turn, and keeps no answer for whoever does not read it."""

import asyncio
import json
from types import SimpleNamespace

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.server import turns
from lib.server.turns import AT_ONCE, Line, Turns

HEADERS = {"type": "http.response.start", "status": 200, "headers": []}


def of_size(size: int) -> ASGIApp:
    """Return an app that answers with so many bytes."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send(HEADERS)
        await send({"type": "http.response.body", "body": bytes(size)})

    return app


async def asked(app: Turns, send: Send | None = None, client: str = "10.0.0.1", query: bytes = b"", is_gone: bool = False) -> list[Message]:
    """Ask once, and return what was sent."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect" if is_gone else "http.request"}

    async def keep(message: Message) -> None:
        sent.append(message)

    await app({"type": "http", "client": (client, 1), "query_string": query}, receive, send or keep)
    return sent


def status_of(sent: list[Message]) -> int:
    return int(sent[0]["status"])


def test_no_more_answers_are_made_at_once_than_may() -> None:
    seen = SimpleNamespace(now=0, most=0)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.now += 1
        seen.most = max(seen.most, seen.now)
        await asyncio.sleep(0.001)
        seen.now -= 1
        await of_size(3)(scope, receive, send)

    async def crowd() -> list[list[Message]]:
        turned = Turns(app)
        return await asyncio.gather(*(asked(turned) for _ in range(60)))

    assert {status_of(sent) for sent in asyncio.run(crowd())} == {200}
    assert seen.most == AT_ONCE


def test_who_asks_much_waits_for_itself_alone() -> None:
    async def order() -> list[str]:
        line, came = Line(1), list[str]()

        async def wait(client: str) -> None:
            await line.take(client)
            came.append(client)
            line.give(1.0)

        await line.take("first")
        waiting = [asyncio.create_task(wait(client)) for client in ("much", "much", "much", "little")]
        await asyncio.sleep(0)
        assert [line.expected(client) for client in ("much", "little", "new")] == [0, 0, 0]
        line._usual = 10.0
        assert [line.expected(client) for client in ("much", "little", "new")] == [60, 20, 0]
        line.give()
        await asyncio.gather(*waiting)
        await line.take("again")
        return came

    assert asyncio.run(order()) == ["much", "little", "much", "much"]


def test_a_turn_that_nobody_wants_any_more_is_given_on() -> None:
    async def given_up() -> None:
        line = Line(1)
        await line.take("a")
        leaving, staying = (asyncio.create_task(line.take(client)) for client in ("b", "c"))
        await asyncio.sleep(0)
        line.give()
        leaving.cancel()
        await asyncio.wait_for(staying, 1)

    asyncio.run(given_up())


@pytest.mark.parametrize(
    ("query", "detail"), [(b"", "The server is busy with other requests."), (b"a=b&lang=zh", "服务器正忙于处理其他请求。")]
)
def test_for_whom_there_is_no_turn_soon_is_told_when_to_ask_again(query: bytes, detail: str) -> None:
    async def busy() -> list[Message]:
        turned = Turns(of_size(3))
        turned._line.expected = lambda client: 20.5  # type: ignore[method-assign]
        return await asked(turned, query=query)

    start, body = asyncio.run(busy())
    assert (start["status"], dict(start["headers"])[b"retry-after"]) == (503, b"21")
    told = json.loads(body["body"])
    assert (told["detail"], told["errors"][0]["problem"]) == (detail, "busy")
    assert "21" in told["errors"][0]["remedy"]


def test_who_has_gone_is_not_answered() -> None:
    assert status_of(asyncio.run(asked(Turns(of_size(3)), is_gone=True))) == 503


@pytest.mark.parametrize("size", [0, 1, turns.PART, turns.PART + 1, 3 * turns.PART])
def test_an_answer_in_parts_is_the_whole(size: int) -> None:
    start, *parts = asyncio.run(asked(Turns(of_size(size))))
    assert start == HEADERS
    assert b"".join(part["body"] for part in parts) == bytes(size)
    assert [part.get("more_body", False) for part in parts] == [True] * (len(parts) - 1) + [False]
    assert max(len(part["body"]) for part in parts) <= turns.PART


def test_what_is_not_read_is_bounded_and_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PART_SECONDS", 0.05)
    monkeypatch.setattr(turns, "MOST_ON_THE_WAY", 5 * turns.PART)

    async def never(message: Message) -> None:
        await asyncio.sleep(60)

    async def unread() -> tuple[int, int, int]:
        large, small = Turns(of_size(2 * turns.PART)), 0
        held = [asyncio.create_task(asked(large, never)) for _ in range(2)]
        await asyncio.sleep(0.01)
        full = status_of(await asked(large))
        large._app = of_size(9)
        small = status_of(await asked(large))
        await asyncio.gather(*held)
        large._app = of_size(2 * turns.PART)
        return full, small, status_of(await asked(large))

    assert asyncio.run(unread()) == (503, 200, 200)
