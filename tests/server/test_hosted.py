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
