"""Files of readers: who may bring one, how many, and how much memory they take together."""

import asyncio
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from lib.server import uploads
from lib.server.uploads import MOST_BYTES, MOST_FILES, Held, Uploads, held_for
from tests.server.site import site
from tests.server.test_safety import SIGN_IN, signed_in

ROOT = Path(__file__).resolve().parents[2]
FILE = "/_stcore/upload_file/a-session/a-file"


def server(held: Mapping[str, Held], base: str = "") -> TestClient:
    """Return a client of a server that takes files, and holds so much already."""

    def take(request: Request) -> Response:
        return Response(status_code=204)

    routes = [Route("/{path:path}", take, methods=["PUT", "DELETE"])]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Uploads, base=base, held=lambda session: held[session])]))


@pytest.mark.parametrize(
    ("held", "status"),
    [
        (Held(0, 0), 204),
        (Held(MOST_FILES - 1, MOST_BYTES // 2), 204),
        (Held(MOST_FILES, 0), 429),
        (Held(0, MOST_BYTES), 503),
    ],
)
@pytest.mark.parametrize("base", ["", "evidence"])
def test_a_file_is_taken_while_there_is_room(held: Held, status: int, base: str):
    client = server({"a-session": held}, base)
    address = f"/{base}{FILE}" if base else FILE
    assert client.put(address).status_code == status
    assert client.delete(address).status_code == 204, "to take a file back is always allowed"
    assert client.put("/elsewhere").status_code == 204


def test_files_on_their_way_are_counted():
    async def ask() -> list[int]:
        gate, answers = asyncio.Event(), []

        async def app(scope: object, receive: object, send: object) -> None:
            await gate.wait()
            answers.append(204)

        async def send(message: Mapping[str, object]) -> None:
            if message["type"] == "http.response.start":
                answers.append(int(str(message["status"])))

        bounded = Uploads(app, held=lambda session: Held(0, 0))
        scope = {"type": "http", "method": "PUT", "path": FILE}
        coming = [asyncio.create_task(bounded(scope, None, send)) for _ in range(MOST_FILES + 2)]  # type: ignore[arg-type]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        gate.set()
        await asyncio.gather(*coming)
        await bounded(scope, None, send)  # type: ignore[arg-type]
        return answers

    assert sorted(asyncio.run(ask())) == [204] * (MOST_FILES + 1) + [429] * 2


def test_what_streamlit_holds_is_seen(monkeypatch: pytest.MonkeyPatch):
    manager = MemoryUploadedFileManager("/_stcore/upload_file")
    runtime = type("Runtime", (), {"uploaded_file_mgr": manager})()
    monkeypatch.setattr(uploads, "get_instance", lambda: runtime)
    assert held_for("a") == Held(0, 0)
    for session, name in (("a", "1"), ("a", "2"), ("b", "1")):
        manager.add_file(session, UploadedFileRec(name, name, "text/plain", b"12345"))
    assert (held_for("a"), held_for("c")) == (Held(2, 15), Held(0, 15))
    manager.remove_session_files("a")
    assert held_for("a") == Held(0, 5)


def test_one_file_is_small():
    config = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    assert config["server"]["maxUploadSize"] == 1


@pytest.mark.parametrize("path", [FILE, "/_stcore/upload_file", f"{FILE}%0A", "/_stcore/upload_file%0A/a/b"])
def test_where_readers_sign_in_a_stranger_brings_nothing(data: Path, path: str):
    with site(data, SIGN_IN) as client:
        assert client.put(path).status_code == 401
        assert client.delete(path).status_code == 401


def test_the_hosted_app_bounds_the_files_of_those_who_may(data: Path, monkeypatch: pytest.MonkeyPatch):
    manager = MemoryUploadedFileManager("/_stcore/upload_file")
    for number in range(MOST_FILES):
        manager.add_file("full", UploadedFileRec(str(number), "a", "text/plain", b"1"))
    runtime = type("Runtime", (), {"uploaded_file_mgr": manager})()
    monkeypatch.setattr(uploads, "get_instance", lambda: runtime)
    with site(data, SIGN_IN) as client:
        signed_in(client, monkeypatch)
        assert client.put("/_stcore/upload_file/full/x").status_code == 429
        assert client.put("/_stcore/upload_file/other/x").status_code != 429
    with site(data) as client:
        assert client.put("/_stcore/upload_file/full/x").status_code == 429
