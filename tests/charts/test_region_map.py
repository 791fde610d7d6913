"""The map: circles where the places are, names that never collide, outlines by address or inside, and one constant specification."""

import json
import os
import re
from functools import cache
from math import hypot, pi
from typing import Any

import altair as alt
import pandas as pd
import pytest
import vl_convert

from lib.charts.map_layout import WIDTHS, Spot, lay_out
from lib.charts.map_panels import HENAN, MAP_HEIGHT, PANELS, ZHEJIANG, panel_of
from lib.charts.region_map import HEIGHT, region_map, with_outlines
from lib.domain.regions import RegionTree
from lib.outlines.provinces import outlines
from tests.charts.specs import RENEW, SNAPSHOTS, as_snapshot

ADDRESS = "app/static/0/outlines.json"
COLUMNS = ("region_id", "parent_id", "name_en", "name_zh", "level", "lon", "lat", "coordinates", "own", "within")
NEAR, EXACT = "approx: county centroid", "centroid"
ROWS = [
    ("CN", None, "China", "中国", "nation", None, None, "", 1, 80),
    ("330000", "CN", "Zhejiang Province", "浙江省", "province", 120.1017, 29.1852, EXACT, 24, 57),
    ("330100", "330000", "Hangzhou", "杭州市", "prefecture", 119.4701, 29.9006, EXACT, 13, 13),
    ("330600", "330000", "Shaoxing", "绍兴市", "prefecture", 120.6364, 29.7355, EXACT, 0, 10),
    ("330603", "330600", "Keqiao District", "柯桥区", "county", 120.4237, 30.0525, "inner point", 9, 10),
    ("330603001", "330603", "A Very Long Name of a Subdistrict That Fits Nowhere", "某街道", "town", 120.4237, 30.0525, NEAR, 1, 1),
    ("group-hills", "330000", "26 mountain counties", "山区26县", "group", None, None, "", 10, 10),
    ("410000", "CN", "Henan Province", "河南省", "province", 113.6135, 33.8823, EXACT, 0, 22),
    ("410100", "410000", "Zhengzhou", "郑州市", "prefecture", 113.4676, 34.6272, EXACT, 22, 22),
]


@pytest.fixture(scope="module")
def places() -> pd.DataFrame:
    return pd.DataFrame(ROWS, columns=list(COLUMNS))


@pytest.fixture(scope="module")
def nested() -> RegionTree:
    return RegionTree.from_rows([{"region_id": row[0], "parent_id": row[1] or ""} for row in ROWS])


@cache
def topology(province: str) -> dict[str, Any]:
    return json.loads(outlines(province))


def picture(drawing, province, width=440) -> str:
    return vl_convert.vegalite_to_svg(with_outlines(drawing, topology(province)).standalone(width), show_warnings=False)


@pytest.mark.parametrize(("name", "address"), [("region_map", ADDRESS), ("region_map_dots", "")])
def test_the_specification_is_as_reviewed(places, nested, name, address):
    path = SNAPSHOTS / f"{name}.json"
    spec = as_snapshot(region_map(places, nested, ZHEJIANG, "en", "light", outlines=address).spec)
    if os.environ.get("RENEW_SNAPSHOTS"):
        path.write_text(spec, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == spec, f"{path.name} is not what is drawn. Look at the chart; if it is right: {RENEW}"


def test_a_choice_changes_rows_alone(places, nested):
    free = region_map(places, nested, ZHEJIANG, "en", "light", outlines=ADDRESS)
    chosen = region_map(places, nested, ZHEJIANG, "en", "light", ("330603",), ADDRESS)
    assert free.spec is chosen.spec
    assert "data" not in free.spec and "datasets" not in free.spec
    assert not free.rows["is_selected"].any()
    assert chosen.rows.loc[chosen.rows["is_selected"], "region_id"].tolist() == ["330603"]
    assert chosen.rows["region_id"].iloc[-1] == "330603"  # drawn last, so that its outline is whole
    unmoved = ["region_id", "east", "north", "dx", "dy", "label_dx", "label_dy"]
    before, after = (one.rows[unmoved].sort_values("region_id", ignore_index=True) for one in (free, chosen))
    pd.testing.assert_frame_equal(before, after)


def test_a_panel_holds_the_places_of_its_province_alone(places, nested):
    rows = {province: region_map(places, nested, province, "en", "light").rows for province in PANELS}
    assert set(rows[HENAN]["region_id"]) == {"410000", "410100"}
    assert "CN" not in set(rows[ZHEJIANG]["region_id"])
    assert panel_of(nested, "330603001") == ZHEJIANG
    assert panel_of(nested, "CN") == ""


def test_circles_count_what_is_said_of_the_place_itself(places, nested):
    rows = region_map(places, nested, ZHEJIANG, "en", "light").rows.set_index("region_id")
    sizes = {str(region): float(size) for region, size in rows["size"].items()}
    assert sizes["330000"] / sizes["330603"] == pytest.approx(24 / 9)
    assert sizes["330600"] == 0  # nothing about Shaoxing itself
    assert sizes["group-hills"] == 0  # a set of counties has no place
    assert rows["is_approximate"][lambda approximate: approximate].index.tolist() == ["330603001"]
    assert (rows.loc[rows["size"] > 0, "hit_size"] >= 24**2).all()


def test_the_words_of_a_place(places, nested):
    told = region_map(places, nested, ZHEJIANG, "en", "light").rows.set_index("region_id")["spoken"]
    assert told["330000"] == "Zhejiang Province: 24 figures, and 33 about places inside it"
    assert told["330100"] == "Hangzhou: 13 figures"
    assert told["330600"] == "Shaoxing: 10 figures about places inside it"
    assert told["330603001"].endswith("Nowhere: 1 figure (position approximate)")
    nothing = region_map(places.assign(own=0, within=0), nested, ZHEJIANG, "en", "light")
    assert set(nothing.rows["spoken"]) >= {"Hangzhou: not reported in these articles"}
    assert nothing.alt == "Map of Zhejiang Province: no place in this view has a figure."


def test_the_alt_text_is_computed_from_the_rows(places, nested):
    alt_text = region_map(places, nested, ZHEJIANG, "en", "light", ("330603",)).alt
    assert alt_text == (
        "Map of Zhejiang Province with 47 figures about 4 marked places; most about Zhejiang Province: 24 figures. Chosen: Keqiao District."
    )
    assert region_map(places, nested, HENAN, "zh", "dark").alt == "河南省地图，1处标记，共22条数据；最多的是郑州市：22条数据。"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("province", PANELS)
def test_every_map_draws_with_its_outlines_and_without(places, nested, language, mode, province):
    outlined = region_map(places, nested, province, language, mode, outlines=ADDRESS)
    svg = picture(outlined, province, 340)
    assert f'width="340" height="{HEIGHT}"' in svg
    assert svg.count('aria-roledescription="point"') == (outlined.rows["size"] > 0).sum()
    dots = vl_convert.vegalite_to_svg(region_map(places, nested, province, language, mode).standalone(340), show_warnings=False)
    assert dots.count("<path") < svg.count("<path")


def test_what_the_map_is_stands_inside_its_frame(places, nested):
    svg = picture(region_map(places, nested, ZHEJIANG, "en", "light", outlines=ADDRESS), ZHEJIANG)
    assert "Schematic, not for boundary demarcation" in svg and "Boundary data: Tianditu<" in svg
    assert "审图号" not in svg
    reviewed = region_map(places, nested, ZHEJIANG, "zh", "light", outlines=ADDRESS, review_number="GS(2099)1号")
    assert "审图号：GS(2099)1号" in picture(reviewed, ZHEJIANG)
    dots = vl_convert.vegalite_to_svg(region_map(places, nested, ZHEJIANG, "en", "light").standalone(440), show_warnings=False)
    assert "not to scale" in dots and "Tianditu" not in dots


def test_land_is_filled_and_not_the_world_around_it(places, nested):
    """A ring the wrong way round fills the panel from corner to corner."""
    svg = picture(region_map(places, nested, ZHEJIANG, "en", "light", outlines=ADDRESS), ZHEJIANG)
    paths = [path for path in re.findall(r' d="([^"]*)"', svg) if len(path) > 2000]
    assert len(paths) >= 6
    for path in paths:
        points = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", path)]
        assert all(0 < x < 440 and 0 < y < MAP_HEIGHT for x, y in points)


@pytest.mark.parametrize("width", [320, 440, 900])
@pytest.mark.parametrize("province", PANELS)
def test_places_are_projected_as_the_outlines_are(places, nested, province, width):
    panel = PANELS[province]
    lon, lat = panel.west + 1.3, panel.south + 0.7
    x, y = panel.origin(width)
    projection: dict[str, Any] = {"rotate": [-panel.meridian, 0], "center": [0, panel.middle], "parallels": list(panel.parallels)}
    point = alt.Chart(alt.InlineData(values=[{"lon": lon, "lat": lat}])).mark_circle().encode(longitude="lon:Q", latitude="lat:Q")
    chart = point.project(type="conicEqualArea", scale=panel.scale(width), translate=[x, y], **projection)
    svg = vl_convert.vegalite_to_svg(chart.properties(width=width, height=400, padding=0).to_dict())
    drawn = re.search(r"<path aria-label[^>]*transform=\"translate\(([\d.]+),([\d.]+)\)", svg)
    assert drawn
    east, north = panel.projected(lon, lat)
    assert float(drawn[1]) == pytest.approx(x + panel.scale(width) * east, abs=0.6)
    assert float(drawn[2]) == pytest.approx(y - panel.scale(width) * north, abs=0.6)


def boxes(spots, panel, width):
    return [box for spot in spots if (box := spot.label_box(panel, width))]


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("width", [*WIDTHS, 350, 400, 440])
@pytest.mark.parametrize("crowd", range(4))
def test_names_and_circles_never_collide(crowd: int, width: int):
    panel = PANELS[ZHEJIANG]
    lons = [118.9, 119.5, 119.55, 120.2, 120.2, 120.21, 120.5, 121.3, 121.3, 121.6]
    points = [panel.projected(lon + 0.01 * crowd, 28.5 + ((7 * place + crowd) % 10) / 5) for place, lon in enumerate(lons)]
    spots = [Spot(str(i), f"Place number {i} {i}", x, y, 3 + 4 * i, i % 3 == 0) for i, (x, y) in enumerate(points)]
    placed = lay_out(spots, panel, "Zhejiang Province")
    assert {spot.region for spot in placed} == {spot.region for spot in spots}
    named = boxes(placed, panel, width)
    assert len(named) >= 8
    assert not [(one, other) for place, one in enumerate(named) for other in named[place + 1 :] if overlap(one, other)]
    assert all(box[0] >= 0 and box[2] <= width and box[1] >= 0 and box[3] <= MAP_HEIGHT for box in named)
    for spot in placed:
        near = [
            o
            for o in placed
            if o is not spot
            and hypot(*(a - b for a, b in zip(spot.centre(panel, width), o.centre(panel, width), strict=True))) < spot.radius + o.radius
        ]
        assert not (spot.is_approximate and near)


def test_a_place_that_is_known_is_never_moved():
    panel = PANELS[HENAN]
    spots = [Spot("a", "A 40", 0.0, 0.01, 40, False), Spot("b", "B 9", 0.0, 0.01, 9, True), Spot("c", "C 5", 0.0005, 0.01, 5, False)]
    placed = {spot.region: spot for spot in lay_out(spots, panel, "Henan")}
    assert placed["a"].shift == placed["c"].shift == (0.0, 0.0)
    assert placed["b"].shift != (0.0, 0.0)
    assert placed["a"].radius ** 2 * pi == pytest.approx(placed["a"].area)


def test_where_no_name_fits_the_number_stands_alone(places, nested):
    rows = region_map(places, nested, ZHEJIANG, "en", "light").rows.set_index("region_id")
    assert rows.loc["330603001", "label"] == "1"
    assert rows.loc["330603", "label"] == "Keqiao District 9"
    assert rows.loc["330600", "label"] == ""


def test_a_map_compiles_to_plain_vega_for_the_browser(places, nested):
    vega = vl_convert.vegalite_to_vega(region_map(places, nested, ZHEJIANG, "en", "light", outlines=ADDRESS).spec)
    addresses = {data["url"] for data in vega["data"] if "url" in data}
    assert addresses == {ADDRESS}
    assert all(data.get("format", {}).get("type") == "topojson" for data in vega["data"] if "url" in data)
