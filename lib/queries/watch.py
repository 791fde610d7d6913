"""Whether files are still the ones that were checked at the start."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from lib.queries.manifest import digest_of

Stamp = tuple[int, int, int] | None


class FileWatch:
    """Tells which of some files were replaced, changed or deleted since they were hashed."""

    def __init__(self, files: Iterable[Path]):
        """Hash the files; stamps are taken first, so that a change while hashing is noticed later."""
        self._stamps = {file: stamp_of(file) for file in files}
        self._digests = {file: digest_of(file) for file in self._stamps}

    @property
    def digests(self) -> Mapping[Path, str]:
        """SHA-256 of each file at the start."""
        return self._digests

    def changed(self) -> tuple[Path, ...]:
        """Return the files whose content is no longer the one that was hashed."""
        return tuple(file for file, stamp in self._stamps.items() if stamp_of(file) != stamp and not self._is_same(file))

    def _is_same(self, file: Path) -> bool:
        stamp = stamp_of(file)
        if stamp is None or digest_of(file) != self._digests[file]:
            return False
        # Touched or restored with the same bytes: remember the new stamp, so that it is not hashed on every question.
        self._stamps[file] = stamp
        return True


def stamp_of(file: Path) -> Stamp:
    """Return what changes with the file on disk; None when there is none, or a link that leads nowhere."""
    try:
        status = file.stat()
    except (OSError, ValueError):
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
