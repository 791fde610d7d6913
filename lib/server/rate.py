"""Bounds on what one client may ask of the HTTP interface: how often, and with how long an address."""

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from lib.server.problems import refusal

LONGEST_QUERY = 8_000
MOST_CLIENTS = 10_000


def client_of(address: str) -> str:
    """Return whom an address stands for: itself, and of IPv6 its network, in which one client has addresses without end."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(ip, ipaddress.IPv4Address):
        return address
    return str(ip.ipv4_mapped or ipaddress.ip_network((int(ip) >> 64 << 64, 64)))


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
            await refusal(414, scope, "query_too_long", most=LONGEST_QUERY)(scope, receive, send)
            return
        wait = self._buckets.take(client_of((scope.get("client") or ("", 0))[0])) if self._buckets is not None else 0
        if wait:
            seconds = math.ceil(wait)
            await refusal(429, scope, "too_often", {"Retry-After": str(seconds)}, seconds=seconds)(scope, receive, send)
            return
        await self._app(scope, receive, send)
