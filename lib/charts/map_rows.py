"""What the map draws for each place: its outline's code, its circle, its name, and its words."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from lib.charts.colours import CASE_AREAS, area_of
from lib.charts.description import bounded
from lib.charts.map_layout import Spot, lay_out
from lib.charts.map_panels import Panel
from lib.charts.records import records
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Layer, Level
from lib.text.catalogue import Language, join_names, say

Place = Mapping[Hashable, Any]

OUTLINED = {Level.PROVINCE: "provinces", Level.PREFECTURE: "prefectures", Level.COUNTY: "counties"}
_COLUMNS = (
    *("region_id", "level", "area", "figures", "is_selected", "is_approximate", "size", "hit_size", "spoken"),
    *("east", "north", "dx", "dy", "label", "label_dx", "label_dy", "align"),
)
_SMALLEST_TARGET = 24


def rows_of(places: pd.DataFrame, tree: RegionTree, panel: Panel, language: Language, chosen: Collection[str]) -> pd.DataFrame:
    """Turn places into rows.

    Needs: the columns of `region_map`, only places of this panel.
    """
    listed = records(places)
    spots = _spots(listed, panel, language)
    rows = [_row(place, spots.get(str(place["region_id"])), tree, language, chosen) for place in listed]
    # What is drawn last keeps its whole outline: the chosen place, then the case areas.
    rows.sort(key=lambda row: (bool(row["is_selected"]), row["region_id"] in CASE_AREAS))
    return pd.DataFrame(rows, columns=list(_COLUMNS))


def _spots(places: Sequence[Place], panel: Panel, language: Language) -> dict[str, Spot]:
    counted = [place for place in places if place["own"] and pd.notna(place["lon"])]
    spots = [_spot(place, panel, language) for place in counted]
    titles = [str(place[f"name_{language}"]) for place in places if place["region_id"] == panel.province]
    placed = lay_out(spots, panel, "".join(titles))
    return {spot.region: spot for spot in placed}


def _spot(place: Place, panel: Panel, language: Language) -> Spot:
    east, north = panel.projected(place["lon"], place["lat"])
    name = f"{place[f'name_{language}']} {place['own']}"
    return Spot(str(place["region_id"]), name, east, north, int(place["own"]), is_approximate(place))


def is_approximate(place: Place) -> bool:
    """Tell whether the place has no outline of its own and stands at the middle of what it lies in."""
    return str(place["coordinates"]).startswith("approx")


def _row(place: Place, spot: Spot | None, tree: RegionTree, language: Language, chosen: Collection[str]) -> dict[str, object]:
    region = str(place["region_id"])
    row = {
        "region_id": region,
        "level": OUTLINED.get(place["level"], ""),
        "area": area_of(tree, region, Layer.ARTICLE),
        "figures": int(place["own"]),
        "is_selected": region in chosen,
        "is_approximate": is_approximate(place),
        "spoken": spoken(place, language),
    }
    return row | (_circle(spot) if spot else dict(_NO_CIRCLE))


_NO_CIRCLE: Mapping[str, object] = {
    **dict.fromkeys(("size", "hit_size", "east", "north", "dx", "dy", "label_dx", "label_dy"), 0.0),
    "label": "",
    "align": "left",
}


def _circle(spot: Spot) -> dict[str, object]:
    dx, dy = spot.label or (0.0, 0.0)
    return {
        "size": spot.area,
        "hit_size": max(_SMALLEST_TARGET, 2 * spot.radius) ** 2,
        "east": spot.east,
        "north": spot.north,
        "dx": spot.shift[0],
        "dy": spot.shift[1],
        "label": spot.text if spot.label else "",
        "label_dx": spot.shift[0] + dx,
        "label_dy": spot.shift[1] + dy,
        "align": spot.align,
    }


def spoken(place: Place, language: Language) -> str:
    """Say how many figures there are about a place and about what lies inside it."""
    own, inside = int(place["own"]), int(place["within"]) - int(place["own"])
    form = "own_and_inside" if own and inside else "inside_only" if inside else "own" if own else "none"
    figures = say(language, "drawing.figures", count=own or inside)
    words = say(language, f"map.{form}", region=place[f"name_{language}"], figures=figures, inside=inside)
    return say(language, "map.near", words=words) if is_approximate(place) else words


def describe(places: pd.DataFrame, panel: Panel, language: Language, chosen: Collection[str]) -> str:
    """Describe the map of a province: how many places and figures, the fullest place, and what is chosen."""
    name = f"name_{language}"
    province = "".join(places.loc[places["region_id"] == panel.province, name])
    marked = places[(places["own"] > 0) & places["lon"].notna()]
    picture = _picture(marked, province, language) if len(marked) else say(language, "map.picture_empty", province=province)
    names = places.loc[places["region_id"].isin(list(chosen)), name].tolist()
    if names:
        picture = say(language, "map.picture_chosen", picture=picture, names=join_names(language, names))
    return bounded(picture)


def _picture(marked: pd.DataFrame, province: str, language: Language) -> str:
    fullest = marked.iloc[int(marked["own"].argmax())]
    figures = say(language, "drawing.figures", count=int(marked["own"].sum()))
    most = say(language, "map.own", region=fullest[f"name_{language}"], figures=say(language, "drawing.figures", count=int(fullest["own"])))
    return say(language, "map.picture", province=province, figures=figures, places=len(marked), most=most)
