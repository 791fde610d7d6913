"""A real nginx with the configuration of `deploy/`, in front of two servers that tell what they were asked."""

import http.client
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest

from tests.bench.replicas import balanced

LOCAL, ELSEWHERE = "127.0.0.1", "127.0.0.2"
# A sign-in with many groups: two cookies of four kilobytes, in pieces, and the way back to a long link.
BIG = [("Location", f"./explore?q={'a' * 3800}"), *(("Set-Cookie", f"part_{number}={'b' * 3900}") for number in range(4))]


@dataclass
class Behind:
    """Two servers behind the proxy, and which paths each was asked."""

    address: str = ""
    asked: list[tuple[int, str]] = field(default_factory=list)


@contextmanager
def answering(number: int, behind: Behind) -> Iterator[str]:
    """Run a server that answers with the headers that reached it."""

    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            behind.asked.append((number, self.path))
            body = json.dumps(dict(self.headers)).encode()
            self.send_response(200)
            for name, value in BIG if self.path == "/oauth2callback" else []:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer((LOCAL, 0), Answer)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{LOCAL}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def servers() -> Iterator[Behind]:
    behind = Behind()
    with answering(1, behind) as one, answering(2, behind) as two, balanced([one, two]) as address:
        behind.address = address
        yield behind


@pytest.fixture
def behind(servers: Behind) -> Behind:
    servers.asked.clear()
    return servers


def get(behind: Behind, path: str, headers: dict[str, str] | None = None, source: str = LOCAL) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(behind.address).netloc, timeout=10, source_address=(source, 0))
    connection.request("GET", path, headers=headers or {})
    return connection.getresponse()


def reached(answer: http.client.HTTPResponse) -> dict[str, str]:
    """Return the headers that reached the server behind."""
    return dict(json.loads(answer.read()))


def test_a_sign_in_with_many_groups_and_a_long_link_comes_through(behind: Behind):
    answer = get(behind, "/oauth2callback")
    assert answer.status == 200
    assert len(answer.headers.get_all("Set-Cookie") or []) == 5


def test_windows_of_the_interface_come_from_one_replica_and_pages_from_both(behind: Behind):
    answers = [get(behind, f"{base}/api/v1/quotes.json?offset={offset}") for base in ("", "/a", "/a/b.c") for offset in range(8)]
    assert {answer.headers["Set-Cookie"] for answer in answers} == {None}
    assert len({number for number, _ in behind.asked}) == 1
    behind.asked.clear()
    pages = [get(behind, "/explore") for _ in range(40)]
    assert all(page.headers["Set-Cookie"].startswith("explorer_replica=") for page in pages)
    assert {number for number, _ in behind.asked} == {1, 2}


def test_a_reader_stays_with_the_replica_that_the_cookie_names(behind: Behind):
    cookie = get(behind, "/").headers["Set-Cookie"].partition(";")[0]
    for path in ("/explore", "/api/v1/quotes.json", "/app/static/x", "/_stcore/health"):
        assert get(behind, path, {"Cookie": cookie}).headers["Set-Cookie"] is None
    assert len({number for number, _ in behind.asked}) == 1


@pytest.mark.parametrize(
    ("source", "given", "scheme", "client"),
    [
        (LOCAL, {}, "http", LOCAL),
        (LOCAL, {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}, "https", "203.0.113.9"),
        (LOCAL, {"X-Forwarded-Proto": "gopher"}, "http", LOCAL),
        (ELSEWHERE, {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}, "http", ELSEWHERE),
    ],
)
def test_only_what_stands_in_front_tells_scheme_and_client(behind: Behind, source: str, given: dict[str, str], scheme: str, client: str):
    answer = get(behind, "/explore", given, source)
    assert answer.headers["Set-Cookie"].endswith("; Secure") == (scheme == "https")
    told = reached(answer)
    assert (told["X-Forwarded-Proto"], told["X-Forwarded-For"]) == (scheme, client)


@pytest.mark.parametrize(
    ("path", "is_kept"),
    [
        ("/static/js/index.js", True),
        ("/a/static/css/index.css", True),
        ("/a/b.c/static/media/letters.woff2", True),
        ("/static/data.json", False),
        ("/app/static/js/figures.json", False),
        ("/a/app/static/media/figures.json", False),
        ("/a/b.c/app/static/css/figures.json", False),
        ("/api/v1/quotes.json", False),
        ("/media/static.csv", False),
        ("/explore", False),
    ],
)
def test_streamlits_own_files_are_kept_and_no_data(behind: Behind, path: str, is_kept: bool):
    assert [get(behind, path).status for _ in range(3)] == [200] * 3
    assert Counter(asked for _, asked in behind.asked)[path] == (1 if is_kept else 3)


@pytest.mark.parametrize("path", ["/metrics", "/_stcore/metrics", "/a/metrics", "/a/b.c/metrics", "/a/b/_stcore/metrics", "/metrics%0A"])
def test_the_metrics_stay_inside(behind: Behind, path: str):
    assert get(behind, path).status == 404
    assert behind.asked == []
