"""Temporary folders for copies of a dataset, and the end of those that a process left behind which was killed."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_PREFIX, _MARK = "dataset-", ".held"
# A folder that was made this moment may not be held yet.
_SECONDS_TO_HOLD = 60.0
_HELD: dict[Path, int] = {}


def make_room() -> Path:
    """Make a folder in the temporary folder of the machine and hold it until `give_up`, or the end of this process.

    Folders that nobody holds any more are removed first. *Raises* OSError where none can be made.
    """
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    try:
        mark = os.open(folder / _MARK, os.O_RDWR | os.O_CREAT)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    _HELD[folder] = mark
    _hold(mark)
    return folder


def give_up(folder: Path) -> None:
    """Remove a folder that `make_room` made."""
    shutil.rmtree(folder, ignore_errors=True)
    if (mark := _HELD.pop(folder, None)) is not None:
        os.close(mark)


def give_up_all() -> None:
    """Remove every folder that this process holds: a server that is told to end may not come to its end by itself."""
    for folder in list(_HELD):
        give_up(folder)


def is_held(folder: Path) -> bool:
    """Tell whether `make_room` made this folder, and it was not given up."""
    return folder in _HELD


def _sweep() -> None:
    if _lock() is None:
        return
    for mark in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_MARK}"):
        # Another's folder, or one that goes this moment, is nobody's to tidy.
        with suppress(OSError):
            if mark.parent not in _HELD and time.time() - mark.stat().st_mtime > _SECONDS_TO_HOLD and _is_left(mark):
                shutil.rmtree(mark.parent, ignore_errors=True)


def _is_left(mark: Path) -> bool:
    # As the owner of both: in a folder for all, anybody may have put a link or a mark there.
    if mark.parent.is_symlink() or mark.is_symlink() or not mark.stat().st_uid == mark.parent.stat().st_uid == os.getuid():
        return False
    opened = os.open(mark, os.O_RDWR)
    try:
        return _hold(opened)
    finally:
        os.close(opened)


def _lock() -> Callable[[int], None] | None:
    """Return what locks an open file or raises OSError; None on a system that has no such locks, where nothing is swept."""
    try:
        import fcntl
    except ImportError:
        return None
    return lambda opened: fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _hold(opened: int) -> bool:
    if (lock := _lock()) is None:
        return False
    try:
        lock(opened)
    except OSError:
        return False
    return True
