"""What a server must have before it starts, and how it ends when that cannot be used."""

import sys
from collections.abc import Mapping
from pathlib import Path

from lib.server.settings import SettingError, Settings

# What a supervisor need not try again: nothing changes until somebody mends the settings.
UNUSABLE = 2


def settings_or_end(environment: Mapping[str, str], data: Path) -> Settings:
    """Read the settings of the environment for a server over a data folder; where one cannot be used, say which and end the process."""
    try:
        settings = Settings.read(environment)
        if not data.is_dir():
            raise SettingError("DATASET_DIR", f"`{data}` is no folder", "name the one that holds manifest.json and the tables, or none")
    except SettingError as error:
        print(f"The server cannot start. {error}", file=sys.stderr)
        raise SystemExit(UNUSABLE) from None
    return settings
