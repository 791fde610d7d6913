"""ASGI middleware that lets only those who signed in have the data: the interface, the published files, the downloads and the metrics.

Files of readers are taken from them alone too.
The pages themselves ask in the app's script. What the browser needs to get that far, which holds no data, is open.
"""

import json
from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from lib.domain.access import Access, Role
from lib.server.headers import changing
from lib.server.metrics import Metrics
from lib.server.paths import METRICS, below, kind_of
from lib.server.problems import problem

_NEEDED = {
    "api": Role.VIEWER,
    "published": Role.VIEWER,
    "media": Role.VIEWER,
    "upload": Role.VIEWER,
    "agent": Role.ADMIN,
    "streamlit metrics": Role.ADMIN,
    METRICS: Role.ADMIN,
}


class Gate:
    """Answers 401 to whoever did not sign in and 403 to whoever may not; where nobody signs in, all may read and nothing is held back."""

    def __init__(self, app: ASGIApp, access: Access, metrics: Metrics, base: str = "") -> None:
        """Wrap an app."""
        self._app, self._access, self._metrics, self._base = app, access, metrics, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        kind = self._kind(scope)
        needed = _NEEDED.get(kind)
        if needed is None or self._carries_token(scope):
            await self._app(scope, receive, send)
            return
        claims = claims_of(scope, self._access)
        role = self._access.role_of(claims)
        if role is not None and role.may(needed):
            await self._app(scope, receive, changing(send, lambda headers: _keep_private(headers, kind)))
        elif self._access.knows(claims):
            await problem(403, f"This needs the role {needed}.")(scope, receive, send)
        else:
            await problem(401, "Sign in to the app first, in the same browser.", {"WWW-Authenticate": "Cookie"})(scope, receive, send)

    def _kind(self, scope: Scope) -> str:
        if scope["type"] != "http" or not self._access.signs_in:
            return ""
        kind = kind_of(below(scope["path"], self._base))
        return "api" if kind.startswith("/api/") else kind

    def _carries_token(self, scope: Scope) -> bool:
        return kind_of(below(scope["path"], self._base)) == METRICS and self._metrics.admits(Request(scope))


def _keep_private(headers: MutableHeaders, kind: str) -> None:
    # Streamlit lets the page of any origin read its files, and says of none how long a browser may show it.
    del headers["Access-Control-Allow-Origin"]
    if "no-store" not in headers.get("Cache-Control", ""):
        headers["Cache-Control"] = "no-store" if kind == "media" else "private, no-cache"


def claims_of(scope: Scope, access: Access) -> Mapping[str, object]:
    """Return what the cookie of Streamlit's sign-in says of who asks.

    Nothing for a cookie that is missing, altered or too old, or that an app at another address gave under the same secret.
    """
    cookies = Request(scope).cookies
    secret = get_cookie_secret()

    def signed(name: str) -> bytes | None:
        value = cookies.get(name)
        return decode_signed_value(secret, name, value) if value else None

    content = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    try:
        claims = json.loads(content) if content else {}
    except ValueError:
        return {}
    return claims if isinstance(claims, dict) and claims.get("origin") == access.origin else {}
