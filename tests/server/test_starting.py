"""A server that cannot use a setting says which and ends at once, in a way that a supervisor understands."""

from pathlib import Path

import pytest

from lib.server.hosted import Hosted
from lib.server.settings import Settings
from lib.server.starting import UNUSABLE, need_folder, needing_settings


def start(given: dict[str, str], folder: Path) -> Hosted:
    with needing_settings():
        return Hosted.of(need_folder(folder), Settings.read(given))


def test_sound_settings_start_a_server(tmp_path: Path):
    assert start({"API_RATE": "3"}, tmp_path).secrets is None


@pytest.mark.parametrize(
    ("given", "folder", "told"),
    [
        ({"API_RATE": "fast"}, ".", "API_RATE: `fast` is no number"),
        ({"ACCESS_LOG": "yes"}, ".", "ACCESS_LOG: "),
        ({}, "nowhere", "DATASET_DIR: `nowhere` is no folder; name the one that holds manifest.json"),
    ],
)
def test_one_that_cannot_be_used_ends_the_start(given: dict[str, str], folder: str, told: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        start(given, Path(folder))
    assert ended.value.code == UNUSABLE
    words = capsys.readouterr().err
    assert words.startswith(f"The server cannot start. {told}")
    assert words.count("\n") == 1


def test_a_host_that_is_none_ends_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setattr("streamlit.get_option", lambda name: ['["a.example"]'] if name == "server.allowedHosts" else "")
    with pytest.raises(SystemExit):
        start({}, tmp_path)
    assert "STREAMLIT_SERVER_ALLOWED_HOSTS" in capsys.readouterr().err


def test_the_unit_does_not_try_again_what_cannot_work():
    unit = (Path(__file__).resolve().parents[2] / "deploy/explorer@.service").read_text("utf-8")
    assert f"RestartPreventExitStatus={UNUSABLE}\n" in unit
