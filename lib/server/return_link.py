"""ASGI middleware that brings those who sign in back to the page that they asked for, at the view of their link.

Streamlit sends everybody to the first page. The page asked for waits in a cookie of the browser for as long as a sign-in takes. It is a
name below the callback's own folder and the query behind it, so whatever a cookie holds, it leads nowhere outside the app.
"""

import base64
import binascii
import re
from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.domain.access import Access
from lib.server.gate import claims_of
from lib.server.headers import changing
from lib.server.paths import below, kind_of

COOKIE = "return_to"
_CALLBACK = "/oauth2callback"
_SECONDS = 600
# A cookie has room for four thousand bytes; a longer link ends at the first page.
_LONGEST = 2_500
_LINK = re.compile(r"[\w-]*(\?[!-~]*)?", re.ASCII)


class ReturnLink:
    """Notes which page a stranger asks for, and opens it after the sign-in."""

    def __init__(self, app: ASGIApp, access: Access, base: str = "") -> None:
        """Wrap an app."""
        self._app, self._access, self._base = app, access, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self._app(scope, receive, self._watched(scope, send))

    def _watched(self, scope: Scope, send: Send) -> Send:
        if scope["type"] != "http" or scope["method"] != "GET" or not self._access.signs_in:
            return send
        path = below(scope["path"], self._base)
        if path == _CALLBACK:
            return changing(send, lambda headers: self._lead_back(headers, Request(scope).cookies), range(300, 400))
        if kind_of(path) == "page" and self._access.role_of(claims_of(scope, self._access)) is None:
            link = _link_of(path, scope["query_string"])
            return changing(send, lambda headers: headers.append("Set-Cookie", self._cookie(link)), range(200, 201))
        return send

    def _lead_back(self, headers: MutableHeaders, cookies: Mapping[str, str]) -> None:
        if COOKIE in cookies:
            # Relative to the callback, which is right below any base path, also one that a proxy hides.
            headers["Location"] = f"./{_read(cookies[COOKIE])}"
            headers.append("Set-Cookie", self._cookie(""))

    def _cookie(self, link: str) -> str:
        value = base64.urlsafe_b64encode(link.encode()).decode()
        return f"{COOKIE}={value}; Path=/{self._base}; Max-Age={_SECONDS if link else 0}; HttpOnly; SameSite=Lax"


def _link_of(path: str, query: bytes) -> str:
    link = path.removeprefix("/") + (f"?{query.decode('latin-1')}" if query else "")
    return link if len(link) <= _LONGEST and _is_of_a_page(link) else ""


def _is_of_a_page(link: str) -> bool:
    # Health, metrics and the callback have names such as a page could have.
    return bool(_LINK.fullmatch(link)) and kind_of(f"/{link.partition('?')[0]}") == "page"


def _read(value: str) -> str:
    """Return the link that a cookie holds, or the first page where it holds none of ours."""
    try:
        link = base64.b64decode(value.strip('"'), altchars=b"-_", validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return ""
    return link if _is_of_a_page(link) else ""
