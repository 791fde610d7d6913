"""ASGI middleware for what a browser is told about safety, and for the hosts that the app answers to."""

import base64
import hashlib
import ipaddress
import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.server.paths import HEALTH, READY, below
from lib.server.settings import SettingError

_HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*")
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
        if scope["type"] == "http":
            send = _Answer(send, self._ancestors, self._told, f"{scope.get('scheme', 'http')}://{Headers(scope=scope).get('host', '')}")
        await self._app(scope, receive, send)


class _Answer:
    """Holds back the start of an HTML page until its body tells which scripts stand in it."""

    def __init__(self, send: Send, ancestors: str, told: Mapping[str, str], asked: str) -> None:
        self._send, self._ancestors, self._told, self._asked = send, ancestors, told, asked
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
        self._lead_to_no_host(headers)
        if headers.get("content-type", "").startswith("text/html"):
            self._start = start
            return
        headers["Content-Security-Policy"] = _NO_PAGE
        await self._send(start)

    def _lead_to_no_host(self, headers: MutableHeaders) -> None:
        # A redirect within the app needs no host; the one that a request names may be anybody's. Two slashes would begin another.
        place = headers.get("location", "").removeprefix(self._asked)
        if re.match(r"/(?![/\\])", place):
            headers["location"] = place


@lru_cache(maxsize=8)
def _policy(page: bytes, ancestors: str) -> str:
    hashes = (base64.b64encode(hashlib.sha256(script).digest()).decode() for script in _SCRIPTS.findall(page))
    return "; ".join(_PAGE).format(scripts=" ".join(f"'sha256-{digest}'" for digest in hashes), ancestors=ancestors)


class AllowedHosts:
    """Answers 400 to a request for a host that is not on the list; an empty list allows all, and health may be asked by address."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], base: str = "") -> None:
        """Wrap an app; needs names such as `data.example.org` or `*.example.org`.

        *Raises* SettingError for what is no name of a host.
        """
        self._app, self._base = app, base
        self._hosts = host_names(hosts)

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
        host = host[1:-1] if host.startswith("[") and host.endswith("]") else host
        return _is_host(host) and any(host == name or name == "*" or _is_below(host, name) for name in self._hosts)


def host_names(given: Collection[str]) -> tuple[str, ...]:
    """Return names of hosts, and patterns such as `*.example.org`, in their one form.

    *Raises* SettingError for what is no name of a host.
    """
    return tuple(_host_name(host) for host in given)


def _host_name(given: str) -> str:
    if given.strip() == "*":
        return "*"
    name = given.strip().lower().rstrip(".")
    if not _is_host(name.removeprefix("*.")):
        allowed = "write names such as data.example.org or *.example.org, separated by spaces."
        raise SettingError("STREAMLIT_SERVER_ALLOWED_HOSTS", f"`{given}` is no name of a host", allowed)
    return name


def _is_below(host: str, name: str) -> bool:
    return name.startswith("*.") and host.endswith(name[1:])


def _is_host(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return bool(_HOST.fullmatch(text))
    return True
