"""The panels of the map, one a province: how each is projected, and where a place lies in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import cos, radians, sin, sqrt

from lib.domain.regions import RegionTree

MAP_HEIGHT = 384
MARGIN = 8
ZHEJIANG, HENAN = "330000", "410000"


@dataclass(frozen=True)
class Panel:
    """One province: its code, the meridian and parallels of its equal-area cone, and the box of degrees that it fills."""

    province: str
    meridian: float
    parallels: tuple[float, float]
    west: float
    south: float
    east: float
    north: float

    @cached_property
    def middle(self) -> float:
        """Latitude around which the panel is drawn."""
        return round((self.south + self.north) / 2, 4)

    def projected(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a place lies, east and north of meridian and middle, as shares of the earth's radius: d3's conicEqualArea."""
        x, y = self._cone(lon, lat)
        return x, y - self._cone(self.meridian, self.middle)[1]

    def _cone(self, lon: float, lat: float) -> tuple[float, float]:
        low, high = (sin(radians(parallel)) for parallel in self.parallels)
        steep = (low + high) / 2
        radius = sqrt(1 + low * high - 2 * steep * sin(radians(lat))) / steep
        turn = steep * radians(lon - self.meridian)
        return radius * sin(turn), -radius * cos(turn)

    @cached_property
    def extent(self) -> tuple[float, float, float, float]:
        """West, south, east and north ends of the projected box."""
        lons = (self.west, self.meridian, self.east)
        points = [self.projected(lon, lat) for lon in lons for lat in (self.south, self.north)]
        easts, norths = zip(*points, strict=True)
        return min(easts), min(norths), max(easts), max(norths)

    def scale(self, width: float) -> float:
        """Return how many pixels the earth's radius takes in a panel of that width."""
        return min((width - 2 * MARGIN) / self._spans[0], (MAP_HEIGHT - 2 * MARGIN) / self._spans[1])

    @cached_property
    def _spans(self) -> tuple[float, float]:
        west, south, east, north = self.extent
        return east - west, north - south

    @property
    def scale_expression(self) -> str:
        """Say `scale` in the chart's own language."""
        return f"min((width - {2 * MARGIN}) / {self._spans[0]:.6f}, {MAP_HEIGHT - 2 * MARGIN} / {self._spans[1]:.6f})"

    def origin(self, width: float) -> tuple[float, float]:
        """Return the pixel of meridian and middle in a panel of that width."""
        west, _, east, north = self.extent
        scale = self.scale(width)
        return width / 2 - scale * (west + east) / 2, MARGIN + scale * north

    @property
    def origin_expressions(self) -> tuple[str, str]:
        """Say `origin` in the chart's own language, where the scale is `map_scale`."""
        west, _, east, north = self.extent
        return f"width / 2 - map_scale * {(west + east) / 2:.6f}", f"{MARGIN} + map_scale * {north:.6f}"

    @property
    def foot_expression(self) -> str:
        """Say in the chart's own language where the map ends below."""
        return f"{2 * MARGIN} + map_scale * {self._spans[1]:.6f}"


PANELS: Mapping[str, Panel] = {
    ZHEJIANG: Panel(ZHEJIANG, 120.5, (28.0, 31.0), 118.02, 27.15, 122.85, 31.20),
    HENAN: Panel(HENAN, 113.5, (32.0, 36.0), 110.35, 31.38, 116.66, 36.38),
}


def panel_of(tree: RegionTree, region: str) -> str:
    """Return the province whose panel holds the region, or nothing."""
    return tree.nearest(region, PANELS) or ""
