"""The front page: the one HTML page that Streamlit answers every address of the app with, and what it should have known.

Opened anywhere but at the root, the page asks for its server in two places where it is not, and the browser reports both; and it calls
itself English in every language. The script beside this module tells it both, out of what the reader's own browser shows: that is
right at the root, below `server.baseUrlPath` and behind a proxy which hides a part of the address from us, and nothing that a request
says ever gets into the page. Remove the first half when Streamlit no longer looks there, the second when a page can set its language.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send

SCRIPT = b"<script>\n%b</script>\n" % Path(__file__).with_name("front.js").read_bytes()

# Streamlit's own folders, and names that end like a file's.
_NO_PAGE = re.compile(r"/(?:_stcore|component|media|static)/|\.[^/]*$")
# With these the answer could be compressed, in part, or none at all, because the reader holds Streamlit's page without the script.
_WITHHELD = {b"accept-encoding", b"if-match", b"if-modified-since", b"if-none-match", b"if-range", b"if-unmodified-since", b"range"}
# These describe the page without the script.
_OUTDATED = {b"accept-ranges", b"content-length", b"etag", b"last-modified"}

_Header = tuple[bytes, bytes]


class FrontPage:
    """ASGI middleware that puts the script into the head of the front page and passes everything else on untouched."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if not _asks_for_a_page(scope):
            await self._app(scope, receive, send)
            return
        # Asked for the whole page even when only its headers are wanted: its length is one of them.
        whole = {**scope, "method": "GET", "headers": _without(scope["headers"], _WITHHELD), "extensions": {}}
        await self._app(whole, receive, _Answer(send, headers_alone=scope["method"] == "HEAD"))


class _Answer:
    """Holds an HTML page back until it is whole, and passes on anything else as it comes."""

    def __init__(self, send: Send, headers_alone: bool) -> None:
        self._send = send
        self._headers_alone = headers_alone
        self._start: Message | None = None
        self._page = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_whole_html(message):
            self._start = message
        elif message["type"] != "http.response.body":
            await self._send(message)
        elif self._start is None:
            await self._send_body(message)
        else:
            await self._gather(self._start, message)

    async def _gather(self, start: Message, message: Message) -> None:
        self._page += message.get("body", b"")
        if message.get("more_body", False):
            return
        page = with_script(self._page)
        length = (b"content-length", b"%d" % len(page))
        await self._send({**start, "headers": [*_without(start.get("headers", []), _OUTDATED), length]})
        await self._send_body({"type": "http.response.body", "body": page})

    async def _send_body(self, message: Message) -> None:
        await self._send({**message, "body": b""} if self._headers_alone else message)


def with_script(page: bytes) -> bytes:
    """Put the script at the end of the page's head, where it runs before Streamlit's own, which are modules."""
    return page.replace(b"</head>", SCRIPT + b"</head>", 1)


def _asks_for_a_page(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and not _NO_PAGE.search(scope["path"])


def _is_whole_html(start: Message) -> bool:
    headers = {name.lower(): value for name, value in start.get("headers", [])}
    return (
        start["status"] == 200
        and headers.get(b"content-type", b"").lower().split(b";")[0].strip() == b"text/html"
        and b"content-encoding" not in headers
    )


def _without(headers: Iterable[_Header], names: set[bytes]) -> list[_Header]:
    return [(name, value) for name, value in headers if name.lower() not in names]
