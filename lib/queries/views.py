"""What a selection shows: the conditions on a figure, on a sentence without a figure, and on an event."""

from collections.abc import Collection
from enum import StrEnum
from functools import partial

from lib.domain.vocabulary import Layer
from lib.queries.conditions import ALWAYS, NEVER, Condition, all_of, among, any_of, chosen, lists, overlaps, within
from lib.queries.region_runs import in_regions
from lib.queries.search import found, says, terms
from lib.queries.selection import Selection
from lib.queries.store import Store

# A reader who names no layer asks for the articles: what stands around them is shown only on demand.
DEFAULT_LAYERS = (Layer.ARTICLE.value,)
_TAGGED = "select qp.quote_id from quote_programmes qp"
_VOICED = "select q.quote_id from quotes q"
_EVENT_TEXTS = ("e.search_text", "q.search_text", "r.search_text")
_FEW_TERMS = 6
_FIGURE_TEXTS = ("i.search_text", "q.search_text", "o.search_text", "r.search_text")
_JOINED = """
    select o.observation_id from observations o
    left join indicators i on i.indicator_id = o.indicator_id
    left join regions r on r.region_id = o.region_id
    left join quotes q on q.quote_id = o.quote_id
"""
# The words of a figure stand in other tables too: there each text is looked in once, however many figures share it.
_WORDED = {
    "o.indicator_id": ("select i.indicator_id from indicators i", "i.search_text"),
    "o.region_id": ("select r.region_id from regions r", "r.search_text"),
    "o.quote_id": ("select q.quote_id from quotes q", "q.search_text"),
}


class Facet(StrEnum):
    """One filter of a selection."""

    REGION = "region"
    THEME = "theme"
    YEAR = "year"
    STATUS = "status"
    LAYER = "layer"
    VOICE = "voice"
    PROGRAMME = "programme"


def figures_in_view(store: Store, selection: Selection) -> Condition:
    """Hold for the figures that the selection shows, over observations `o`."""
    return all_of((*figure_filters(store, selection).values(), figures_found(store, selection)))


def figure_filters(store: Store, selection: Selection) -> dict[Facet, Condition]:
    """Return what each filter demands of a figure, over observations `o`."""
    return {
        Facet.REGION: in_regions(store.regions, "o.region_id", _places(store, selection)) if selection.regions else ALWAYS,
        Facet.THEME: chosen("o.theme", selection.themes),
        Facet.YEAR: overlaps("o", selection.years),
        Facet.STATUS: chosen("o.status", selection.statuses),
        Facet.LAYER: among("o.layer", layers_of(selection)),
        Facet.VOICE: within("o.quote_id", _VOICED, among("q.voice", selection.voices)) if selection.voices else ALWAYS,
        Facet.PROGRAMME: _tagged("o.quote_id", selection),
    }


def figures_found(store: Store, selection: Selection) -> Condition:
    """Hold for the figures that the search finds, over observations `o`; without a search, for all."""
    if not selection.search:
        return ALWAYS
    places = partial(in_regions, store.regions, "o.region_id")
    if len(terms(selection.search, store.names)) <= _FEW_TERMS:
        return found(store, selection.search, _said_of_figure, places)
    # So many lookups at once would not fit the memory: the texts of each figure are joined instead.
    return within("o.observation_id", _JOINED, found(store, selection.search, partial(says, _FIGURE_TEXTS), places))


def _said_of_figure(spelling: str) -> Condition:
    elsewhere = (within(column, rows, says((text,), spelling)) for column, (rows, text) in _WORDED.items())
    return any_of((says(("o.search_text",), spelling), *elsewhere))


def sentences_in_view(store: Store, selection: Selection) -> Condition:
    """Hold for the sentences without a figure that the selection shows, over quotes `q`; a status filter shows none."""
    if selection.statuses or Layer.ARTICLE not in layers_of(selection):
        return NEVER
    return all_of(
        (
            Condition("q.quote_id not in (select o.quote_id from observations o where o.quote_id is not null)"),
            _among_listed("q.regions", _places(store, selection)),
            _among_listed("q.themes", selection.themes),
            overlaps("q", selection.years),
            chosen("q.voice", selection.voices),
            _tagged("q.quote_id", selection),
            found(store, selection.search, partial(says, ("q.search_text",)), lambda places: lists("q.regions", places)),
        )
    )


def layers_of(selection: Selection) -> tuple[str, ...]:
    """Return the layers whose figures the selection shows: those it names, else the articles."""
    return selection.layers or DEFAULT_LAYERS


def events_in_view(store: Store, selection: Selection) -> Condition:
    """Hold for the events that the selection shows, over events `e` with quote `q` and region `r`; status and layer do not apply."""
    years = selection.years
    return all_of(
        (
            chosen("e.region_id", _places(store, selection)),
            _among_listed("q.themes", selection.themes),
            Condition("e.year between ? and ?", years) if years else ALWAYS,
            chosen("q.voice", selection.voices),
            _tagged("e.quote_id", selection),
            found(store, selection.search, partial(says, _EVENT_TEXTS), lambda places: among("e.region_id", places)),
        )
    )


def _places(store: Store, selection: Selection) -> tuple[str, ...]:
    if not selection.inside:
        return selection.regions
    return tuple(dict.fromkeys(inner for region in selection.regions for inner in store.regions.within(region)))


def _among_listed(column: str, values: Collection[str]) -> Condition:
    return lists(column, values) if values else ALWAYS


def _tagged(column: str, selection: Selection) -> Condition:
    return within(column, _TAGGED, among("qp.programme_id", selection.programmes)) if selection.programmes else ALWAYS
