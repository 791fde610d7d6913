"""ASGI middleware that gives each request an id, and tells log and metrics how it was answered."""

import logging
import re
import time
import uuid

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.server.metrics import Metrics
from lib.server.paths import below, kind_of

_LOG = logging.getLogger(__name__)
_ID = re.compile(r"[\w-]{8,64}", re.ASCII)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_NAME = b"x-request-id"


class Watching:
    """Watches every request and every session go by."""

    def __init__(self, app: ASGIApp, metrics: Metrics, base: str = "") -> None:
        """Wrap an app."""
        self._app, self._metrics, self._base = app, metrics, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand one request on, and tell how it went."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        seen = _Seen(_id_of(scope), send)
        # The app's script finds the id among the headers of its session.
        headers = [*((name, value) for name, value in scope["headers"] if name.lower() != _NAME), (_NAME, seen.id.encode())]
        watch = self._session if scope["type"] == "websocket" else self._request
        await watch({**scope, "headers": headers}, receive, seen)

    async def _request(self, scope: Scope, receive: Receive, seen: "_Seen") -> None:
        start = time.perf_counter()
        try:
            await self._app(scope, receive, seen)
        finally:
            self._tell(scope, seen, time.perf_counter() - start)

    async def _session(self, scope: Scope, receive: Receive, seen: "_Seen") -> None:
        start = time.perf_counter()
        _LOG.info("connected", extra={"told": {"request_id": seen.id}})
        with self._metrics.sessions.track_inprogress():
            try:
                await self._app(scope, receive, seen)
            finally:
                _LOG.info("disconnected", extra={"told": {"request_id": seen.id, "seconds": round(time.perf_counter() - start, 1)}})

    def _tell(self, scope: Scope, seen: "_Seen", seconds: float) -> None:
        route = kind_of(below(scope["path"], self._base))
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._metrics.count(route, method, seen.status, seconds)
        told = {"request_id": seen.id, "method": method, "route": route, "status": seen.status, "bytes": seen.bytes}
        _LOG.info("answered", extra={"told": {**told, "ms": round(seconds * 1000, 1)}})


class _Seen:
    """Passes an answer on, with its id, and remembers its status and size; 500 stands for no answer at all."""

    def __init__(self, request_id: str, send: Send) -> None:
        self.id, self._send = request_id, send
        self.status, self.bytes = 500, 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            MutableHeaders(scope=message)["X-Request-ID"] = self.id
        elif message["type"] == "http.response.body":
            self.bytes += len(message.get("body", b""))
        await self._send(message)


def _id_of(scope: Scope) -> str:
    given = Headers(scope=scope).get("x-request-id", "")
    return given if _ID.fullmatch(given) else uuid.uuid4().hex
