"""Bounds on what one client may ask of the HTTP interface: how often, and with how long an address."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from lib.server.problems import problem

LONGEST_QUERY = 8_000
MOST_CLIENTS = 10_000


class Buckets:
    """A bucket of requests for each client, which fills at `rate` a second up to `burst`; those not seen for long are forgotten."""

    def __init__(self, rate: float, burst: int, clock: Callable[[], float] = time.monotonic):
        """Needs a rate above 0; `clock` tells seconds."""
        self._rate, self._burst, self._clock = rate, burst, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> float:
        """Take one request out of the client's bucket; return 0, or for how many seconds to wait when it is empty."""
        now = self._clock()
        left, then = self._left.pop(client, (float(self._burst), now))
        left = min(self._burst, left + (now - then) * self._rate)
        wait = 0.0 if left >= 1 else (1 - left) / self._rate
        self._left[client] = (left - (0 if wait else 1), now)
        if len(self._left) > MOST_CLIENTS:
            self._left.popitem(last=False)
        return wait

    def __len__(self) -> int:
        """Count the clients that are remembered."""
        return len(self._left)


class ApiLimits:
    """ASGI middleware that answers 429 to a client that asks too often, and 414 to an address that is too long; a rate of 0 is no bound."""

    def __init__(self, app: ASGIApp, rate: float, burst: int) -> None:
        """Wrap an app."""
        self._app = app
        self._buckets = Buckets(rate, burst) if rate else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        if len(scope.get("query_string", b"")) > LONGEST_QUERY:
            await problem(414, f"The query is too long: {LONGEST_QUERY} bytes at most.")(scope, receive, send)
            return
        wait = self._buckets.take((scope.get("client") or ("", 0))[0]) if self._buckets is not None else 0
        if wait:
            seconds = str(math.ceil(wait))
            await problem(429, f"Too many requests. Ask again in {seconds} s.", {"Retry-After": seconds})(scope, receive, send)
            return
        await self._app(scope, receive, send)
