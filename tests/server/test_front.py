import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Message, Receive, Scope, Send

from lib.server.front import SCRIPT, FrontPage, with_script

PAGE = b'<!DOCTYPE html><html lang="en"><head><title>Streamlit</title></head><body></body></html>'
HTML = (b"content-type", b"text/html; charset=utf-8")
NO_CACHE = (b"cache-control", b"no-cache")
Header = tuple[bytes, bytes]


@dataclass
class Site:
    """An app in memory that answers every request alike and keeps what it was asked."""

    parts: tuple[bytes, ...] = (PAGE,)
    headers: tuple[Header, ...] = (HTML, NO_CACHE)
    status: int = 200
    asked: list[Scope] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked.append(scope)
        await send({"type": "http.response.start", "status": self.status, "headers": list(self.headers)})
        for part in self.parts:
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body"})


@dataclass
class Answer:
    status: int
    headers: dict[bytes, bytes]
    parts: list[bytes]

    @property
    def body(self) -> bytes:
        return b"".join(self.parts)


def request(path: str = "/", method: str = "GET", headers: Iterable[Header] = (), query: bytes = b"") -> dict[str, Any]:
    extensions: dict[str, Any] = {"http.response.pathsend": {}}
    return {"type": "http", "path": path, "method": method, "headers": list(headers), "query_string": query, "extensions": extensions}


def messages_of(site: Site, scope: Scope) -> list[Message]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(FrontPage(site)(scope, receive, send))
    return sent


def ask(site: Site, scope: Scope) -> Answer:
    start, *bodies = messages_of(site, scope)
    assert not bodies[-1].get("more_body", False)
    return Answer(start["status"], dict(start["headers"]), [body.get("body", b"") for body in bodies])


@pytest.mark.parametrize("path", ["/", "/explore", "/reports/prosperity/explore", ""])
def test_the_page_gets_the_script_in_its_head(path: str):
    answer = ask(Site(), request(path))
    assert answer.body == PAGE.replace(b"</head>", SCRIPT + b"</head>")
    assert answer.headers == {**dict([HTML, NO_CACHE]), b"content-length": b"%d" % len(answer.body)}


def test_only_the_first_head_ends_with_the_script():
    assert with_script(b"</head><p></head>") == SCRIPT + b"</head><p></head>"


def test_a_page_in_pieces_is_sent_whole():
    pieces = tuple(PAGE[at : at + 1] for at in range(len(PAGE)))
    assert ask(Site(pieces), request()).parts == [with_script(PAGE)]


def test_html_without_a_head_stays_as_it_is():
    answer = ask(Site((b"<p>Gone</p>",)), request())
    assert (answer.body, answer.headers[b"content-length"]) == (b"<p>Gone</p>", b"11")


def test_what_describes_the_page_without_the_script_is_dropped():
    old = ((b"Content-Length", b"88"), (b"ETag", b'"1"'), (b"last-modified", b"then"), (b"accept-ranges", b"bytes"))
    answer = ask(Site(headers=(HTML, NO_CACHE, *old)), request())
    assert answer.headers.keys() == {b"content-type", b"cache-control", b"content-length"}


def test_a_conditional_or_partial_request_gets_the_whole_page():
    site = Site()
    kept = (b"cookie", b"theme=dark")
    withheld = [(b"if-none-match", b'"1"'), (b"If-Modified-Since", b"then"), (b"range", b"bytes=0-9"), (b"accept-encoding", b"gzip")]
    ask(site, request(headers=[kept, *withheld]))
    assert site.asked[0]["headers"] == [kept]
    assert site.asked[0]["extensions"] == {}


def test_head_tells_the_length_of_the_page_and_sends_none_of_it():
    head, get = ask(Site(), request(method="HEAD")), ask(Site(), request())
    assert (head.status, head.headers) == (get.status, get.headers)
    assert head.body == b""


def test_head_of_what_is_no_page_sends_nothing_either():
    text = (b"content-type", b"text/plain")
    answer = ask(Site((b"ok",), (text, (b"content-length", b"2"))), request("/health", "HEAD"))
    assert (answer.body, answer.headers[b"content-length"]) == (b"", b"2")


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (200, ((b"content-type", b"application/json"),)),
        (200, ((b"content-type", b"text/html-sandboxed"),)),
        (200, (HTML, (b"content-encoding", b"gzip"))),
        (200, ()),
        (206, (HTML,)),
        (301, ((b"location", b"/explore"),)),
        (404, (HTML,)),
    ],
)
def test_any_other_answer_passes_as_it_comes(status: int, headers: tuple[Header, ...]):
    answer = ask(Site((PAGE, PAGE), headers, status), request())
    assert (answer.status, answer.headers, answer.parts) == (status, dict(headers), [PAGE, PAGE, b""])


@pytest.mark.parametrize(
    "scope",
    [
        request("/static/js/index.js"),
        request("/reports/media/0f1e"),
        request("/_stcore/host-config"),
        request("/component/lib.ui.chip/index"),
        request("/favicon.png"),
        request("/explore", "POST"),
        {"type": "websocket", "path": "/explore"},
        {"type": "lifespan"},
    ],
    ids=lambda scope: f"{scope['type']} {scope.get('method', '')} {scope.get('path', '')}",
)
def test_any_other_request_is_handed_on_untouched(scope: dict[str, Any]):
    site = Site()
    assert b"".join(message.get("body", b"") for message in messages_of(site, scope)) == PAGE
    assert site.asked == [scope]
    assert site.asked[0] is scope


@given(st.binary(), st.binary(), st.text())
def test_nothing_of_a_request_gets_into_the_page(query: bytes, host: bytes, folder: str):
    hostile = request(f"/{folder}/explore", headers=[(b"host", host), (b"x-forwarded-prefix", host)], query=query)
    assert ask(Site(), hostile).body in (with_script(PAGE), PAGE)


@pytest.mark.parametrize("query", [b"lang=zh", b"lang=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", b'lang="><script>alert(1)</script>'])
def test_the_page_is_the_same_for_every_link(query: bytes):
    assert ask(Site(), request("/explore", headers=[(b"host", b"evil.invalid")], query=query)).body == with_script(PAGE)


def test_the_script_ends_where_it_should():
    assert SCRIPT.count(b"</") == 1
    assert SCRIPT.endswith(b"</script>\n")
