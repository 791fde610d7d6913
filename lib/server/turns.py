"""Bounds on what the HTTP interface does at once: how many answers are made, how long requests wait, and how much is on its way."""

import asyncio
import math
import time
from collections import deque
from collections.abc import Iterator

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.server.problems import refusal
from lib.server.rate import client_of

# Fewer than the questions that the engine answers at once: pages and health find it free, however much the interface is asked.
AT_ONCE = 2
LONGEST_WAIT = 20.0
# Bytes that were made and that their readers have not taken yet.
MOST_ON_THE_WAY = 100_000_000
PART = 256 * 1024
# A reader who takes longer for one part reads no more.
PART_SECONDS = 30.0


class Line:
    """Turns, so many at once, given to the clients that wait one after the other: who asks much waits for itself alone."""

    def __init__(self, free: int) -> None:
        """Begin with so many turns."""
        self._free = self._all = free
        self._waiting: dict[str, deque[asyncio.Future[None]]] = {}
        self._usual = 0.0

    def expected(self, client: str) -> float:
        """Tell in how many seconds the client's next request would have its turn, by what turns took of late."""
        ahead = len(self._waiting.get(client, ())) * len(self._waiting)
        return ahead * self._usual / self._all

    async def take(self, client: str) -> None:
        """Wait for a turn; every turn that is taken is given back by `give`."""
        if self._free:
            self._free -= 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(client, deque()).append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():
                # It came at the very moment when nobody wanted it any more.
                self.give()
            raise

    def give(self, seconds: float | None = None) -> None:
        """Give a turn back, to whoever is next; tells how long it took where that is known."""
        if seconds is not None:
            self._usual += (seconds - self._usual) / 5
        while self._waiting:
            client = next(iter(self._waiting))
            turns = self._waiting.pop(client)
            turn = turns.popleft()
            if turns:
                self._waiting[client] = turns
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1


class Turns:
    """ASGI middleware that lets requests wait their turn, and answers 503 to those for whom there is none soon."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app."""
        self._app = app
        self._line = Line(AT_ONCE)
        self._on_the_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Make one answer when it is its turn, and send it as fast as it is read."""
        client = client_of((scope.get("client") or ("", 0))[0])
        wait = self._line.expected(client)
        answer = await self._made(client, scope, receive) if wait <= LONGEST_WAIT else []
        size = sum(len(message.get("body", b"")) for message in answer)
        if not answer or (size > PART and self._on_the_way + size > MOST_ON_THE_WAY):
            seconds = max(5, math.ceil(wait))
            await refusal(503, scope, "busy", {"Retry-After": str(seconds)}, seconds=seconds)(scope, receive, send)
            return
        await self._sent(answer, size, send)

    async def _made(self, client: str, scope: Scope, receive: Receive) -> list[Message]:
        """Return an answer as it would be sent; nothing when no turn came, or when the reader has gone meanwhile."""
        answer: list[Message] = []

        async def keep(message: Message) -> None:
            answer.append(message)

        try:
            async with asyncio.timeout(2 * LONGEST_WAIT):
                await self._line.take(client)
        except TimeoutError:
            return answer
        start = time.monotonic()
        try:
            if not await Request(scope, receive).is_disconnected():
                await self._app(scope, receive, keep)
        finally:
            self._line.give(time.monotonic() - start)
        return answer

    async def _sent(self, answer: list[Message], size: int, send: Send) -> None:
        self._on_the_way += size
        try:
            for part in _parts(answer):
                async with asyncio.timeout(PART_SECONDS):
                    await send(part)
        except TimeoutError:
            # An answer that does not end tells the server to close the connection.
            return
        finally:
            self._on_the_way -= size


def _parts(answer: list[Message]) -> Iterator[Message]:
    # A server takes a message whole, however slowly its reader reads: what is sent in parts waits here.
    for message in answer:
        body, is_last = message.get("body", b""), not message.get("more_body", False)
        if len(body) <= PART:
            yield message
            continue
        for start in range(0, len(body), PART):
            yield {**message, "body": body[start : start + PART], "more_body": start + PART < len(body) or not is_last}
