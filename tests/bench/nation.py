"""Every county of China with its prefecture and province, as rows of `regions`: the codes of the outlines' package."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from lib.domain.folding import fold
from lib.outlines.tianditu import installed

NATION = "CN"
Row = dict[str, object]
# What each level is called in the package, here, and the level that it lies in.
_LEVELS = (("province", "province", ""), ("city", "prefecture", "province"), ("district", "county", "city"))


@dataclass(frozen=True)
class Unit:
    """One administrative unit: code, Chinese name, level, what it lies in and a point inside."""

    code: str
    name: str
    level: str
    parent: str
    lon: float
    lat: float

    def row(self) -> Row:
        """Return the unit as a row of `regions` without its place in the tree; its code stands for an English name."""
        words = {"name_en": f"{self.level.capitalize()} {self.code}", "name_zh": self.name, "search_text": fold(f"{self.code} {self.name}")}
        point = {"lon": self.lon, "lat": self.lat, "coordinates": "centroid"}
        codes = {"region_id": self.code, "parent_id": self.parent, "level": self.level, "code_scheme": "GB/T 2260", "code_mca": self.code}
        return {**codes, **words, **point, "name_zh_verified": True}


def units() -> list[Unit]:
    """Return provinces, then prefectures, then counties; a unit that stands on two levels counts on the wider one."""
    found: dict[str, Unit] = {}
    for name, level, above in _LEVELS:
        for row in _listed(name):
            code = str(row[f"{name}_adcode"])
            parent = str(row[f"{above}_adcode"]) if above else NATION
            found.setdefault(code, Unit(code, str(row[f"{name}_name"]), level, parent, float(row["lon"]), float(row["lat"])))
    return list(found.values())


def in_tree(rows: list[Row]) -> list[Row]:
    """Return rows of `regions` in the order of the tree, each before what lies inside it, with `ordinal` and `depth`."""
    inside: dict[str, list[Row]] = {}
    for row in rows:
        inside.setdefault(str(row["parent_id"] or ""), []).append(row)
    walked = list(_walk(inside, "", 0))
    return [{**row, "ordinal": ordinal, "depth": depth} for ordinal, (row, depth) in enumerate(walked, 1)]


def _walk(inside: dict[str, list[Row]], above: str, depth: int) -> Iterator[tuple[Row, int]]:
    for row in inside.get(above, []):
        yield row, depth
        yield from _walk(inside, str(row["region_id"]), depth + 1)


def _listed(name: str) -> "Iterator[pd.Series[float]]":
    return (row for _, row in pd.read_csv(installed() / f"cn_{name}.csv").iterrows())
