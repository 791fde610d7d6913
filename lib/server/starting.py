"""What a server must have before it starts, and how it ends when that cannot be used."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lib.server.settings import SettingError

# What a supervisor need not try again: nothing changes until somebody mends the settings.
UNUSABLE = 2


@contextmanager
def needing_settings() -> Iterator[None]:
    """Where a setting cannot be used in this block, say which in one line and end the process."""
    try:
        yield
    except SettingError as error:
        print(f"The server cannot start. {error}", file=sys.stderr)
        raise SystemExit(UNUSABLE) from None


def need_folder(data: Path) -> Path:
    """Return the folder of the dataset. *Raises* SettingError where there is none."""
    if not data.is_dir():
        raise SettingError("DATASET_DIR", f"`{data}` is no folder", "name the one that holds manifest.json and the tables, or none.")
    return data
