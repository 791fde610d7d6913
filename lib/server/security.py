"""ASGI middleware for what a browser is told about safety, and for the hosts that the app answers to."""

import base64
import hashlib
import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.server.paths import HEALTH, READY, below

_SCRIPTS = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
# Charts, tables and our components are Streamlit's front end: it writes styles into the page, and loads the script of a component
# from a `blob:` address.
_PAGE = (
    "default-src 'none'",
    "script-src 'self' blob: 'unsafe-eval' {scripts}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors {ancestors}",
)
_NO_PAGE = "default-src 'none'; frame-ancestors 'none'"
# Where people sign in, windows of other sites get no hold on ours. A browser starts a process of its own for that on each visit from
# elsewhere, and the visit takes half as long again; a public page has nothing to gain by it.
_APART = {"Cross-Origin-Opener-Policy": "same-origin"}
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    # A link holds what its reader looked for.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class SafetyHeaders:
    """Tells the browser with every answer what the page may do, who may frame it and what it may tell others."""

    def __init__(self, app: ASGIApp, frame_ancestors: str, keeps_apart: bool) -> None:
        """Wrap an app; needs the sources that may frame its pages, and whether other sites' windows are kept away from them."""
        self._app, self._ancestors = app, frame_ancestors
        self._told = _ALWAYS | _APART if keeps_apart else _ALWAYS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self._app(scope, receive, _Answer(send, self._ancestors, self._told) if scope["type"] == "http" else send)


class _Answer:
    """Holds back the start of an HTML page until its body tells which scripts stand in it."""

    def __init__(self, send: Send, ancestors: str, told: Mapping[str, str]) -> None:
        self._send, self._ancestors, self._told = send, ancestors, told
        self._start: Message | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._begin(message)
            return
        if self._start:
            page = _policy(message.get("body", b""), self._ancestors)
            MutableHeaders(scope=self._start)["Content-Security-Policy"] = page
            start, self._start = self._start, None
            await self._send(start)
        await self._send(message)

    async def _begin(self, start: Message) -> None:
        headers = MutableHeaders(scope=start)
        for name, value in self._told.items():
            headers[name] = value
        if headers.get("content-type", "").startswith("text/html"):
            self._start = start
            return
        headers["Content-Security-Policy"] = _NO_PAGE
        await self._send(start)


@lru_cache(maxsize=8)
def _policy(page: bytes, ancestors: str) -> str:
    hashes = (base64.b64encode(hashlib.sha256(script).digest()).decode() for script in _SCRIPTS.findall(page))
    return "; ".join(_PAGE).format(scripts=" ".join(f"'sha256-{digest}'" for digest in hashes), ancestors=ancestors)


class AllowedHosts:
    """Answers 400 to a request for a host that is not on the list; an empty list allows all, and health may be asked by address."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], base: str = "") -> None:
        """Wrap an app; needs names such as `data.example.org` or `*.example.org`."""
        self._app, self._base = app, base
        self._hosts = tuple(host.strip().lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        if scope["type"] == "lifespan" or self._is_allowed(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse("This host is not served here.", 400)(scope, receive, send)

    def _is_allowed(self, scope: Scope) -> bool:
        if not self._hosts or below(scope["path"], self._base) in (HEALTH, READY):
            return True
        host = re.sub(r":\d+$", "", Headers(scope=scope).get("host", "")).lower().rstrip(".")
        return any(host == name or name == "*" or (name.startswith("*.") and host.endswith(name[1:])) for name in self._hosts)
