"""ASGI middleware that keeps cookies off lines that anybody can read."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.server.headers import changing

_NAME = b"set-cookie"


class SafeCookies:
    """Marks each cookie `Secure` where the reader came by TLS: Streamlit leaves it out, for it does not know what stands in front."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self._app(scope, receive, changing(send, _secure) if scope["type"] == "http" and scope["scheme"] == "https" else send)


def _secure(headers: MutableHeaders) -> None:
    headers.raw[:] = [(name, _secured(value) if name.lower() == _NAME else value) for name, value in headers.raw]


def _secured(cookie: bytes) -> bytes:
    attributes = {part.strip().lower() for part in cookie.split(b";")[1:]}
    return cookie if b"secure" in attributes else cookie + b"; Secure"
