"""The outlines of one province, as the file that a map is drawn from."""

import json
from pathlib import Path

from lib.outlines.tianditu import LEVELS, PACKAGE, installed, read_level
from lib.outlines.topology import SMALLEST_ISLAND_KM2, STEP_DEGREES, topology

# Raise the number when the file is made in another way: browsers and servers keep what was made by the same recipe.
_MAKING = 1


def outlines(province: str, folder: Path | None = None) -> bytes:
    """Make the TopoJSON of a province with its prefectures and counties.

    Needs: the GB/T 2260 code of the province; a folder only when the data lie elsewhere than in the installed package.
    Raises: OutlinesError when the package is missing or is not the pinned one.
    """
    home = folder or installed()
    made = topology({name: read_level(home, name, province) for name in LEVELS})
    return json.dumps(made, separators=(",", ":")).encode()


def recipe(province: str) -> str:
    """Name all that the file depends on, to know it again."""
    hashes = " ".join(f"{level.shapes_sha256} {level.table_sha256}" for level in LEVELS.values())
    return f"outlines {_MAKING} {province} {PACKAGE} {hashes} {STEP_DEGREES} {SMALLEST_ISLAND_KM2}"
