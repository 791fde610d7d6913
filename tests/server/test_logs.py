"""What strangers write reaches no log."""

import logging
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.web.server.starlette import starlette_auth_routes

from lib.server.logs import leave_out_words
from tests.server.site import site

_LOGGER = logging.getLogger(starlette_auth_routes.__name__)


class Kept(logging.Handler):
    """Keeps the lines."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    kept = Kept()
    monkeypatch.setattr(_LOGGER, "filters", [])
    _LOGGER.addHandler(kept)
    yield kept.lines
    _LOGGER.removeHandler(kept)


@pytest.mark.parametrize(
    ("error", "description", "told"),
    [
        ("access_denied", "The reader said no", "access_denied. Error description: …"),
        ("x", "\x1b[31mEVIL", "…. Error description: …"),
        ("login_required", "", "login_required. Error description: None"),
        ("access_denied\n{}", '{"level": "info"}', "…. Error description: …"),
    ],
)
def test_the_callback_writes_no_words_of_its_request(
    lines: list[str], monkeypatch: pytest.MonkeyPatch, error: str, description: str, told: str
):
    monkeypatch.setattr(starlette_auth_routes, "_get_origin_from_secrets", lambda: "https://data.example")
    leave_out_words()
    with TestClient(Starlette(routes=starlette_auth_routes.create_auth_routes(""))) as client:
        query = urlencode({"error": error, "error_description": description})
        assert client.get(f"/oauth2callback?{query}", follow_redirects=False).status_code == 302
    assert lines == [f"Error during authentication: {told}"]


def test_numbers_and_faults_of_streamlit_are_written(lines: list[str]):
    leave_out_words()
    _LOGGER.error("%d of %s: %s", 3, "a stranger", OSError("no room"))
    _LOGGER.error("as it is")
    assert lines == ["3 of …: no room", "as it is"]


def test_the_hosted_app_writes_no_words_of_strangers(lines: list[str], data: Path):
    with site(data):
        _LOGGER.error("Error during authentication: %s", "\x1b[31mEVIL")
    assert lines == ["Error during authentication: …"]
