"""The map of the Overview and the list beside it: the same places, one selection."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.queries.observations import observations
from lib.queries.places import places
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import say
from tests.pages.visits import charts, component_data, elements, visit

KEQIAO, NINGBO = "330603", "330200"


def listed(reader: AppTest) -> dict[str, Mapping[str, Any]]:
    def walk(entries: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for entry in entries:
            yield entry
            yield from walk(entry["parts"])

    return {entry["id"]: entry for entry in walk(component_data(reader, "map_places")["places"])}


def test_the_list_holds_every_place_with_figures_in_its_place(real_store: Store):
    reader = visit("overview")
    counted = places(real_store, Selection()).set_index("region_id")
    entries = listed(reader)
    assert set(entries) == set(counted.index[counted["within"] > 0])
    assert {region: entry["own"] for region, entry in entries.items()} == {region: counted.loc[region, "own"] for region in entries}
    inside = {part["id"]: region for region, entry in entries.items() for part in entry["parts"]}
    assert all(real_store.regions.nearest(str(real_store.regions.parent(region)), entries) == parent for region, parent in inside.items())
    assert not any(entry["selected"] for entry in entries.values())
    assert say("en", "map.nothing_chosen") in [text.value for text in reader.text]
    assert len([chart for chart in charts(reader) if chart.proto.alt.startswith("Map of ")]) == 2


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_chosen_place_is_told_with_the_way_on(language: Any, real_store: Store):
    reader = visit("overview", {"region": KEQIAO, "lang": language})
    rows = observations(real_store, Selection(regions=(KEQIAO,)))
    assert listed(reader)[KEQIAO]["selected"]
    told = reader.button("chip_map").label.replace("\\", "")
    assert str(len(rows)) in told and f"{rows.year_start.min()}–{rows.year_end.max()}" in told
    (link,) = [one.proto for one in elements(reader, "page_link") if one.proto.label == say(language, "map.open", count=len(rows))]
    assert f"region={KEQIAO}" in link.query_string
    reader.button("chip_map").click().run()
    assert "region" not in reader.query_params
    assert not listed(reader)[KEQIAO]["selected"]


def test_a_place_without_figures_says_so_and_leads_nowhere():
    reader = visit("overview", {"region": NINGBO})
    assert reader.button("chip_map").label.replace("\\", "") == "Ningbo: not reported in these articles"
    assert listed(reader)[NINGBO]["selected"]
    assert f"region={NINGBO}" not in [one.proto.query_string for one in elements(reader, "page_link")]


def test_other_filters_count_and_are_told(real_store: Store):
    reader = visit("overview", {"theme": "public_services", "region": "330000"})
    counted = places(real_store, Selection(themes=("public_services",))).set_index("region_id")
    assert listed(reader)["330000"]["own"] == counted.loc["330000", "own"]
    assert say("en", "map.filtered") in [caption.value for caption in reader.caption]
    assert say("en", "map.filtered") not in [caption.value for caption in visit("overview", {"region": "330000"}).caption]


def test_the_setting_leaves_the_outlines_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MAP_OUTLINES", "off")
    specs = [chart.proto.spec for chart in charts(visit("overview")) if chart.proto.alt.startswith("Map of ")]
    assert len(specs) == 2 and not any("app/static" in spec for spec in specs)
    assert all(say("en", "map.schematic_dots") in spec for spec in specs)
