"""The list of places beside the map: each a button, inside the place that it lies in, with its figures."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from lib.charts.colours import AREAS, area_colours, area_of
from lib.charts.map_rows import spoken
from lib.domain.vocabulary import Layer
from lib.queries.store import Store
from lib.ui import state
from lib.ui.appearance import mode
from lib.ui.component import component
from lib.ui.words import t

_COMPONENT = component("places", '<div class="places" role="group"></div>')


def place_list(store: Store, places: pd.DataFrame, key: str, height: int, on_pick: Callable[[], None]) -> None:
    """Show the places as a tree of buttons; the one pressed is told in `picked`.

    Needs: places as `lib.queries.places.places`, a key of its own, a height in pixels.
    """
    listed = {str(place["region_id"]): place for place in places.to_dict("records")}
    nearest = {region: _parent(store, region, listed) for region in listed}
    tree = _parts("", nearest, [_entry(store, place) for place in listed.values()])
    data = {"places": tree, "label": t("map.list"), "height": height}
    _COMPONENT(key=key, data=data, on_picked_change=on_pick)


def _parent(store: Store, region: str, listed: Mapping[str, Any]) -> str:
    above = store.regions.parent(region)
    return (store.regions.nearest(above, listed) or "") if above else ""


def _parts(parent: str, nearest: Mapping[str, str], entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    inside = [entry for entry in entries if nearest[entry["id"]] == parent]
    return [entry | {"parts": _parts(entry["id"], nearest, entries)} for entry in inside]


def _entry(store: Store, place: Mapping[Any, Any]) -> dict[str, Any]:
    chosen, region = state.selection(), str(place["region_id"])
    colours = dict(zip(AREAS, area_colours(mode()), strict=True))
    return {
        "id": region,
        "name": place[f"name_{chosen.language}"],
        "own": int(place["own"]),
        "inside": _inside(int(place["own"]), int(place["within"])),
        "spoken": spoken(place, chosen.language),
        "colour": colours[area_of(store.regions, region, Layer.ARTICLE)],
        "selected": region in chosen.regions,
    }


def _inside(own: int, within: int) -> str:
    if own == within:
        return ""
    return t("map.inside_too", count=within - own) if own else t("map.inside", count=within)
