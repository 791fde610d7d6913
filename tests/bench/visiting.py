"""Visits: how long a page takes to appear, to a browser that has never seen it and to one that has, and what it fetches."""

from dataclasses import dataclass

from playwright.sync_api import Browser, Page, WebSocket

from tests.bench.clicking import Repaint, desk
from tests.bench.processes import resident_mb
from tests.bench.subjects import Subject
from tests.browser.serving import Served


@dataclass
class Traffic:
    """The bytes that have come over the network, as they were sent, and how often something was asked for."""

    received: int = 0
    requests: int = 0


@dataclass(frozen=True)
class FirstAndSecond:
    """A visit with an empty cache, and the next one by the same browser."""

    first: Repaint
    first_bytes: int
    first_requests: int
    warm: Repaint
    warm_bytes: int


def visit_twice(browser: Browser, subject: Subject, server: Served) -> FirstAndSecond:
    """Open the page in a fresh profile, leave it, and open it again."""
    with desk(browser, subject, server) as opened:
        traffic = _count(opened.page)
        first = opened.open()
        received, requests = traffic.received, traffic.requests
        opened.page.goto("about:blank")
        warm = opened.open()
        return FirstAndSecond(first, received, requests, warm, traffic.received - received)


def _count(page: Page) -> Traffic:
    traffic, session = Traffic(), page.context.new_cdp_session(page)

    def add(size: int) -> None:
        traffic.received += size
        traffic.requests += 1

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: add(len(frame)))

    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: add(int(event["encodedDataLength"])))
    page.on("websocket", listen)
    return traffic


def memory_per_session(browser: Browser, subject: Subject, server: Served, sessions: int) -> float:
    """Open the page this many times at once beside a first one, and return the megabytes that each added to the server."""
    with desk(browser, subject, server) as first:
        first.open()
        before = resident_mb(server.pid)
        return (_open_more(browser, subject, server, sessions) - before) / sessions


def _open_more(browser: Browser, subject: Subject, server: Served, sessions: int) -> float:
    if not sessions:
        return resident_mb(server.pid)
    with desk(browser, subject, server) as opened:
        opened.open()
        return _open_more(browser, subject, server, sessions - 1)
