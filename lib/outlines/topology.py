"""Makes a TopoJSON of regions at several levels: every border is stored once, as an arc that all its regions share."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from lib.outlines.tianditu import UNITS_PER_DEGREE, Polygon, Ring

Levels = Mapping[str, Mapping[str, Sequence[Polygon]]]

STEP_DEGREES = 0.0002
SMALLEST_ISLAND_KM2 = 2.0
_KM_PER_DEGREE = 111.32
_STEP = round(STEP_DEGREES * UNITS_PER_DEGREE)
_SHORTEST_RING = 4
_ROW = 1 << 32


def topology(levels: Levels) -> dict[str, Any]:
    """Return the TopoJSON: one object a level, each region of it a MultiPolygon with its code as `id`.

    Exterior rings run clockwise and holes against the clock, as Vega takes them: the other way round, a region is all the world but itself.
    Points lie on a grid of 0.0002 degrees; islands under 2 square kilometres are left out.
    """
    drawn = {name: {code: _on_grid(polygons) for code, polygons in regions.items()} for name, regions in levels.items()}
    rings = [ring for regions in drawn.values() for polygons in regions.values() for polygon in polygons for ring in polygon]
    arcs = _Arcs(_junctions(rings), np.vstack(rings).min(axis=0))
    objects = {name: _collection(regions, arcs) for name, regions in drawn.items()}
    transform = {"scale": [STEP_DEGREES, STEP_DEGREES], "translate": [round(float(place) * STEP_DEGREES, 4) for place in arcs.origin]}
    return {"type": "Topology", "transform": transform, "objects": objects, "arcs": arcs.written}


def _on_grid(polygons: Iterable[Polygon]) -> list[Polygon]:
    kept = (polygon for polygon in polygons if _area_km2(polygon[0]) >= SMALLEST_ISLAND_KM2)
    coarse = ([_coarse(ring) for ring in polygon] for polygon in kept)
    return [
        [_turned(ring, clockwise=place == 0) for place, ring in enumerate(polygon) if len(ring) >= _SHORTEST_RING] for polygon in coarse
    ]


def _coarse(ring: Ring) -> Ring:
    points = np.floor_divide(ring + _STEP // 2, _STEP)
    moves = (points[1:] != points[:-1]).any(axis=1)
    return points[np.append(True, moves)]


def _turned(ring: Ring, *, clockwise: bool) -> Ring:
    return ring if (signed_area(ring) < 0) == clockwise else ring[::-1]


def signed_area(ring: Ring) -> float:
    """Return the area of a closed ring in square units of its coordinates: above zero where it runs against the clock."""
    x, y = (ring - ring[0]).astype(float).T
    return float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2)


def _area_km2(ring: Ring) -> float:
    north = np.radians(ring[:, 1].mean() / UNITS_PER_DEGREE)
    return abs(signed_area(ring)) * (_KM_PER_DEGREE / UNITS_PER_DEGREE) ** 2 * float(np.cos(north))


def _keys(ring: Ring) -> npt.NDArray[np.int64]:
    return ring[:, 0] * _ROW + ring[:, 1]


def _junctions(rings: Iterable[Ring]) -> npt.NDArray[np.int64]:
    """Return the points from which the rings go different ways: there, borders begin and end."""
    points = [_keys(ring[:-1]) for ring in rings]
    here = np.concatenate(points)
    around = np.sort(np.stack([np.concatenate([np.roll(ring, step) for ring in points]) for step in (1, -1)]), axis=0)
    order = np.lexsort((around[1], around[0], here))
    here, around = here[order], around[:, order]
    differs = (here[1:] == here[:-1]) & (around[:, 1:] != around[:, :-1]).any(axis=0)
    return np.unique(here[1:][differs])


class _Arcs:
    """The arcs found so far, each written once: its first point, then the steps from point to point."""

    def __init__(self, junctions: npt.NDArray[np.int64], origin: npt.NDArray[np.int64]) -> None:
        self.origin = origin
        self.written: list[list[list[int]]] = []
        self._junctions = junctions
        self._places: dict[bytes, int] = {}

    def of(self, ring: Ring) -> list[int]:
        """Return the arcs of a ring in its direction; one that runs backwards is written `~index`."""
        cuts = np.flatnonzero(np.isin(_keys(ring[:-1]), self._junctions))
        # An island has no junction: it begins at its least point, so that every level cuts it alike.
        start = int(cuts[0]) if len(cuts) else int(_keys(ring[:-1]).argmin())
        turned = np.vstack([ring[start:-1], ring[: start + 1]])
        ends = [*(cuts - start).tolist(), len(turned) - 1] if len(cuts) else [0, len(turned) - 1]
        return [self._place(turned[first : last + 1]) for first, last in pairwise(ends)]

    def _place(self, arc: Ring) -> int:
        forwards, backwards = arc.tobytes(), arc[::-1].tobytes()
        if backwards in self._places and forwards not in self._places:
            return ~self._places[backwards]
        if forwards not in self._places:
            self._places[forwards] = len(self.written)
            self.written.append(np.vstack([arc[:1] - self.origin, np.diff(arc, axis=0)]).tolist())
        return self._places[forwards]


def _collection(regions: Mapping[str, list[Polygon]], arcs: _Arcs) -> dict[str, Any]:
    shapes = [
        {"type": "MultiPolygon", "id": code, "arcs": [[arcs.of(ring) for ring in polygon] for polygon in polygons]}
        for code, polygons in regions.items()
    ]
    return {"type": "GeometryCollection", "geometries": shapes}
