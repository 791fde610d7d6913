"""The map: one panel a province, a circle for the figures of each place, and outlines under it when there are any."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from lib.charts.colours import CASE_AREAS, INKS, Mode
from lib.charts.config import SMALL_TEXT_SIZE
from lib.charts.drawing import Drawing, Spec, specification
from lib.charts.map_panels import MAP_HEIGHT, PANELS, Panel, panel_of
from lib.charts.map_rows import OUTLINED, describe, rows_of
from lib.charts.marks import area_fill, area_stroke, either
from lib.domain.regions import RegionTree
from lib.text.catalogue import Language, say

HEIGHT = MAP_HEIGHT + 36
PICK = "region"

# By night the tint is fainter, so that every circle stands out against it.
_TINT: Mapping[Mode, float] = {"light": 0.14, "dark": 0.08}
_CHOSEN_TINT = 0.34
_DASH = [3, 2]
_WIDTHS = {"provinces": 0, "prefectures": 1, "counties": 0.7}


def region_map(
    places: pd.DataFrame, tree: RegionTree, province: str, language: Language, mode: Mode,
    chosen: Collection[str] = (), outlines: str = "", review_number: str = "",
) -> Drawing:  # fmt: skip
    """Draw the figures of one province at their places.

    Needs: region_id, name_en, name_zh, level, lon, lat, coordinates, own and within (figures about the place itself, and about it and all
    inside it), in the order of the tree; the address of the province's outlines, or none.
    """
    panel = PANELS[province]
    inside = places[pd.Series([panel_of(tree, region) == province for region in places["region_id"]], index=places.index, dtype=bool)]
    names = places.loc[places["region_id"] == province, f"name_{language}"]
    title = str(names.iloc[0]) if len(names) else ""
    spec = _spec(province, title, language, mode, outlines, review_number)
    rows = rows_of(inside, tree, panel, language, chosen)
    return Drawing(spec, rows, HEIGHT, describe(inside, panel, language, chosen))


@lru_cache(maxsize=16)
def _spec(province: str, title: str, language: Language, mode: Mode, outlines: str, review_number: str) -> Spec:
    panel = PANELS[province]
    ground = _land(panel, outlines, mode) if outlines else [_graticule(panel, mode)]
    places = [_hits(), _circles(mode), *_names(mode)]
    return specification([*ground, *places, *_margin(title, language, mode, bool(outlines), review_number)], 0, mode, _params(panel))


def with_outlines(drawing: Drawing, topology: dict[str, Any]) -> Drawing:
    """Put the outlines themselves where a map has their address, so that a picture of it needs no server."""

    def inside(part: Any) -> Any:
        if isinstance(part, dict) and "url" in part and "format" in part:
            return {"values": topology, "format": part["format"]}
        if isinstance(part, dict):
            return {name: inside(value) for name, value in part.items()}
        return [inside(value) for value in part] if isinstance(part, list) else part

    return replace(drawing, spec=inside(drawing.spec))


def _params(panel: Panel) -> list[alt.Parameter]:
    x, y = panel.origin_expressions
    values = {"map_scale": panel.scale_expression, "map_x": x, "map_y": y, "map_foot": panel.foot_expression}
    return [alt.param(name=name, expr=expression) for name, expression in values.items()]


def _projection(panel: Panel) -> dict[str, Any]:
    return {
        "type": "conicEqualArea",
        "rotate": [-panel.meridian, 0],
        "center": [0, panel.middle],
        "parallels": list(panel.parallels),
        "scale": alt.expr("map_scale"),
        "translate": alt.expr("[map_x, map_y]"),
    }


def _graticule(panel: Panel, mode: Mode) -> alt.Chart:
    box = [[panel.west - 1, panel.south - 1], [panel.east + 1, panel.north + 1]]
    lines = alt.Chart(alt.graticule(step=[1, 1], extent=box)).mark_geoshape(filled=False, stroke=INKS[mode].tints[0], strokeWidth=1)
    return lines.project(**_projection(panel))


def _land(panel: Panel, outlines: str, mode: Mode) -> list[alt.Chart]:
    """Lay down the land, its borders from fine to strong, and over them the outlines that answer to a click."""
    ink = INKS[mode]
    looks: list[tuple[str, bool, dict[str, Any]]] = [
        ("provinces", True, {"fill": ink.tints[0]}),
        ("counties", False, {"filled": False, "stroke": ink.background, "strokeWidth": 0.7}),
        ("prefectures", False, {"filled": False, "stroke": ink.background, "strokeWidth": 1.6}),
        ("provinces", False, {"filled": False, "stroke": ink.stem, "strokeWidth": 1}),
    ]
    quiet = [
        alt.Chart(_data(outlines, name, is_feature)).mark_geoshape(strokeJoin="round", **look).project(**_projection(panel))
        for name, is_feature, look in looks
    ]
    return [*quiet, *(_outlined(panel, outlines, name, mode) for name in OUTLINED.values())]


def _data(outlines: str, name: str, is_feature: bool) -> alt.UrlData:
    kind = alt.TopoDataFormat(type="topojson", feature=name) if is_feature else alt.TopoDataFormat(type="topojson", mesh=name)
    return alt.UrlData(url=outlines, format=kind)


def _outlined(panel: Panel, outlines: str, name: str, mode: Mode) -> alt.Chart:
    """Outline the places of one level; a case area is tinted, what is chosen stands out, the rest only answers to a click."""
    ink = INKS[mode]
    is_case_area = f"indexof({list(CASE_AREAS)}, datum.region_id) >= 0 && datum.level != 'provinces'"
    width = [{"test": "datum.is_selected", "value": 2.2}, {"test": is_case_area, "value": 1.2}]
    tint = [{"test": "datum.is_selected", "value": _CHOSEN_TINT}, {"test": is_case_area, "value": _TINT[mode]}]
    line: list[Any] = [{"test": "datum.is_selected", "value": ink.text}, {"test": f"!({is_case_area})", "value": ink.stem}]
    outline = (
        alt.Chart()
        .transform_filter(f"datum.level === '{name}'")
        .transform_lookup("region_id", alt.LookupData(data=_data(outlines, name, True), key="id"), as_="outline")
        .mark_geoshape(cursor="pointer", strokeJoin="round")
        .project(**_projection(panel))
    )
    return outline.encode(
        shape=alt.Shape("outline:G"),
        fill=area_fill(mode),
        stroke=area_stroke(mode).condition(line),
        fillOpacity={"condition": tint, "value": 0},
        strokeWidth={"condition": width, "value": _WIDTHS[name]},
        tooltip=alt.Tooltip("spoken:N"),
    )


def _place(dx: str, dy: str) -> dict[str, Any]:
    return {"x": alt.expr(f"map_x + map_scale * datum.east + {dx}"), "y": alt.expr(f"map_y - map_scale * datum.north + {dy}")}


def _counted() -> alt.Chart:
    return alt.Chart().transform_filter("datum.size > 0")


def _hits() -> alt.Chart:
    """Lie under the circles, so that a finger meets the smallest of them."""
    cover = _counted().mark_point(shape="circle", filled=True, opacity=0, cursor="pointer", **_place("datum.dx", "datum.dy"))
    pick = alt.selection_point(name=PICK, fields=["region_id"], on="click", clear=False, toggle="true")
    return cover.encode(size=alt.Size("hit_size:Q", scale=None), tooltip=alt.Tooltip("spoken:N")).add_params(pick)


def _circles(mode: Mode) -> alt.Chart:
    ink = INKS[mode]
    # A seam of the ground's colour parts a circle from the borders it covers.
    ring: list[Any] = [{"test": "datum.is_selected", "value": ink.text}, {"test": "!datum.is_approximate", "value": ink.background}]
    circle = _counted().mark_point(shape="circle", opacity=1, cursor="pointer", aria=True, **_place("datum.dx", "datum.dy"))
    return circle.encode(
        size=alt.Size("size:Q", scale=None),
        fill=area_fill(mode),
        stroke=area_stroke(mode).condition(ring),
        fillOpacity=either("datum.is_approximate", 0.35, 1),
        strokeWidth=either("datum.is_selected", 2.5, 1.2),
        strokeDash={"condition": {"test": "datum.is_approximate", "value": _DASH}, "value": [1, 0]},
        description="spoken:N",
        tooltip=alt.Tooltip("spoken:N"),
    )


def _names(mode: Mode) -> list[alt.Chart]:
    """Write the names, each over a seam of the ground's colour so that borders do not run through the letters."""
    ink = INKS[mode]
    words = {
        "align": alt.expr("datum.align"),
        "text": alt.expr("datum.label"),
        "fontSize": SMALL_TEXT_SIZE,
        "fontWeight": alt.expr("datum.is_selected ? 800 : 600"),
        "cursor": "pointer",
        **_place("datum.label_dx", "datum.label_dy"),
    }
    named = _counted().transform_filter("datum.label !== ''")
    seam = named.mark_text(color=ink.background, stroke=ink.background, strokeWidth=3, strokeJoin="round", opacity=0.85, **words)
    return [layer.encode(tooltip=alt.Tooltip("spoken:N")) for layer in (seam, named.mark_text(color=ink.text, **words))]


def _margin(title: str, language: Language, mode: Mode, is_outlined: bool, review_number: str) -> list[alt.Chart]:
    """Write the province's name in its corner and, inside the frame, what the map is and whose outlines it shows."""
    ink = INKS[mode]
    origin = say(language, "map.reviewed", number=review_number) if review_number else say(language, "map.boundary_data")
    lines = [say(language, "map.schematic"), origin] if is_outlined else [say(language, "map.schematic_dots")]
    once = alt.Chart(alt.sequence(1))
    head = once.mark_text(x=2, y=10, align="left", text=title, fontSize=15, fontWeight=600, color=ink.text)
    foot = [
        once.mark_text(x=2, y=alt.expr(f"map_foot + {8 + 15 * place}"), align="left", text=line, fontSize=11, color=ink.muted)
        for place, line in enumerate(lines)
    ]
    return [head, *foot]
