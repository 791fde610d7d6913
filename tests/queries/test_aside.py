"""Temporary folders for copies: held as long as their process lives, and removed when it was killed."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from lib.queries import aside
from lib.queries.aside import give_up, make_room

HOME = Path(__file__).resolve().parents[2]
HOLDER = "from lib.queries.aside import make_room; print(make_room(), flush=True); input()"


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Have a temporary folder of its own, in which nothing is too young to be swept."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(aside, "_SECONDS_TO_HOLD", -1.0)
    return tmp_path


@pytest.fixture
def holder(machine: Path):
    """Run another process that holds a folder."""
    environment = {**os.environ, "TMPDIR": str(machine), "PYTHONPATH": str(HOME)}
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


def told(process: "subprocess.Popen[str]") -> Path:
    assert process.stdout
    return Path(process.stdout.readline().strip())


def test_what_is_given_up_is_gone_and_can_be_given_up_again():
    folder = make_room()
    (folder / "table.parquet").write_bytes(b"rows")
    give_up(folder)
    give_up(folder)
    assert not folder.exists()


def test_folders_that_are_held_stay(holder: "subprocess.Popen[str]"):
    theirs, mine = told(holder), make_room()
    assert [folder.is_dir() for folder in (theirs, mine, make_room())] == [True, True, True]


def test_what_a_killed_process_left_goes_with_the_next_that_is_made(holder: "subprocess.Popen[str]"):
    left = told(holder)
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert left.is_dir()
    make_room()
    assert not left.exists()


def test_a_folder_that_is_just_being_made_stays(monkeypatch: pytest.MonkeyPatch, machine: Path):
    monkeypatch.undo()
    monkeypatch.setattr(tempfile, "tempdir", str(machine))
    (machine / "dataset-young").mkdir()
    (machine / "dataset-young" / ".held").touch()
    make_room()
    assert (machine / "dataset-young").is_dir()


def test_folders_of_others_stay(machine: Path):
    for name in ("dataset-mine", "elsewhere"):
        (machine / name).mkdir()
    (machine / "elsewhere" / ".held").touch()
    (machine / "dataset-link").symlink_to(machine / "elsewhere")
    make_room()
    assert {"dataset-mine", "dataset-link", "elsewhere"} <= {folder.name for folder in machine.iterdir()}
    assert (machine / "elsewhere" / ".held").exists()


def test_without_locks_nothing_is_swept(monkeypatch: pytest.MonkeyPatch, machine: Path):
    (machine / "dataset-left").mkdir()
    (machine / "dataset-left" / ".held").touch()
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "fcntl", None)
        make_room()
    assert (machine / "dataset-left").is_dir()
    make_room()
    assert not (machine / "dataset-left").exists()
