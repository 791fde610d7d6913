"""Takes the map of the Overview away: its panels side by side, or the places with their counts."""

import json

from lib.charts.map_panels import PANELS
from lib.charts.region_map import region_map, with_outlines
from lib.export.about import About
from lib.queries.observations import observations
from lib.queries.places import places
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.ui import state
from lib.ui.about_view import about, address_of
from lib.ui.cache import answer
from lib.ui.map_outlines import outlines_address, review_number
from lib.ui.publish import content_of
from lib.ui.saving import Headed, Saving, counts_csv


def map_saving(store: Store) -> Saving:
    """Say how the map is taken away: as it shows the reader's view, in light colours."""
    chosen, address = state.selection().replace(claim=""), address_of()
    language = chosen.language
    counted = answer(store, places, chosen.filters())

    def described() -> About:
        rows = observations(store, chosen)
        return about(store, chosen, say(language, "map.title"), rows, subtitle=say(language, "map.counted"), address=address, anchor="map")

    def drawn() -> list[Headed]:
        shown = counted[(counted["within"] > 0) | counted["region_id"].isin(chosen.regions)]
        drawings = []
        for province in PANELS:
            outlines = outlines_address(province)
            drawing = region_map(shown, store.regions, province, language, "light", chosen.regions, outlines, review_number())
            drawings.append(("", with_outlines(drawing, json.loads(content_of(outlines))) if outlines else drawing))
        return drawings

    notes = (say(language, "map.approximate"),)

    def figures() -> bytes:
        return counts_csv(counted, described())

    title = say(language, "map.title")
    return Saving(say("en", "map.title"), store, figures, described, drawn, notes, columns=len(PANELS), title=title)
