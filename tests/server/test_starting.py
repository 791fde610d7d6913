"""A server that cannot use a setting says which and ends at once, in a way that a supervisor understands."""

from pathlib import Path

import pytest

from lib.server.settings import Settings
from lib.server.starting import UNUSABLE, settings_or_end


def test_sound_settings_are_read(tmp_path: Path):
    assert settings_or_end({"API_RATE": "3"}, tmp_path) == Settings.read({"API_RATE": "3"})


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
        settings_or_end(given, Path(folder))
    assert ended.value.code == UNUSABLE
    words = capsys.readouterr().err
    assert words.startswith(f"The server cannot start. {told}")
    assert words.count("\n") == 1


def test_the_unit_does_not_try_again_what_cannot_work():
    unit = (Path(__file__).resolve().parents[2] / "deploy/explorer@.service").read_text("utf-8")
    assert f"RestartPreventExitStatus={UNUSABLE}\n" in unit
