"""Writing files as one: all beside their places first, then each moved into its own, so that a broken run leaves no mixture."""

import sys
from collections.abc import Mapping
from pathlib import Path

from lib.curation.layout import Layout
from lib.curation.reporting import report
from lib.domain.errors import DatasetError, Problem


def write_all(layout: Layout, files: Mapping[Path, bytes], command: str) -> None:
    """Write all files or, when one cannot be written, none.

    Needs: the command that writes them, for the remedy.
    Raises: DatasetError naming the file that could not be written.
    """
    beside = {path: path.with_name(f".{path.name}.new") for path in files}
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside[path].write_bytes(content)
        for path, place in beside.items():
            place.replace(path)
    except OSError as error:
        message = f"the file cannot be written: {error.strerror}."
        remedy = f"Make its folder writable, with room on the disk, and run: {command}"
        raise DatasetError([Problem(layout.shown(path), "", "", "FileIsWritable", message, remedy)]) from error
    finally:
        for place in beside.values():
            if place.is_file():
                place.unlink()


def are_written(layout: Layout, files: Mapping[Path, bytes], command: str) -> bool:
    """Write all files, or say on standard error why none was; tells which of the two."""
    try:
        write_all(layout, files, command)
    except DatasetError as error:
        print(report(error.problems), file=sys.stderr)
        return False
    return True
