"""What a server does when it starts, beside answering: it warms up, and lets its messages go as they come."""

import socket
from pathlib import Path
from threading import Event

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from lib.queries.store import Store
from lib.server.hosted import Hosted
from lib.server.settings import Settings
from lib.server.sockets import send_at_once
from tests.queries.sample import write_sample
from tests.server.site import site
from tests.server.test_safety import SIGN_IN


def warmed(data: Path, seconds: float = 10) -> list[Store]:
    """Start and stop a server over a dataset; return the stores that were warmed."""
    stores: list[Store] = []
    done = Event()

    def warm(store: Store) -> None:
        stores.append(store)
        done.set()

    hosted = Hosted.of(data, Settings.read({"DATASET_REFRESH_SECONDS": "0"}), warm)
    with TestClient(Starlette(routes=hosted.routes, lifespan=hosted.lifespan)) as client:
        assert client.get("/healthz").status_code == 200
        done.wait(seconds)
    return stores


def test_the_dataset_that_is_served_is_warmed_once(tmp_path: Path):
    assert [store.version for store in warmed(write_sample(tmp_path / "data"))] == ["1.2.3"]


def test_where_nothing_can_be_served_nothing_is_warmed(tmp_path: Path):
    assert warmed(tmp_path / "nothing", seconds=0.2) == []


@pytest.mark.parametrize(("scheme", "is_safe"), [("https", True), ("http", False)])
def test_cookies_go_by_tls_alone_where_readers_come_by_it(data: Path, scheme: str, is_safe: bool):
    with site(data, SIGN_IN, f"{scheme}://data.example") as client:
        first = client.get("/explore?region=330100").headers.get_list("set-cookie")
        back = client.get("/oauth2callback", follow_redirects=False)
    assert back.headers["location"] == "./explore?region=330100", "the way back is part of the hosted app"
    cookies = first + back.headers.get_list("set-cookie")
    names = ["_streamlit_xsrf", "return_to", "_streamlit_user", "_streamlit_user_tokens", "return_to"]
    assert [cookie.partition("=")[0] for cookie in cookies] == names
    assert [cookie.lower().count("; secure") for cookie in cookies] == ([1] * 5 if is_safe else [0, 0, 0, 1, 0])


def test_connections_send_small_messages_at_once():
    with socket.socket(socket.AF_INET) as listening, socket.socket() as reader:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        assert send_at_once() >= 1
        reader.connect(listening.getsockname())
        taken, _ = listening.accept()
        with taken:
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_no_file_is_left_open():
    before = sorted(Path("/dev/fd").iterdir())
    send_at_once()
    assert sorted(Path("/dev/fd").iterdir()) == before


def test_without_a_list_of_open_files_nothing_is_done(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr("lib.server.sockets._OPEN_FILES", tmp_path / "none")
    assert send_at_once() == 0
