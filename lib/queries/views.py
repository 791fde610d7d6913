"""What a selection shows: the conditions on a figure, on a sentence without a figure, and on an event."""

from collections.abc import Callable, Collection
from enum import StrEnum

from lib.domain.vocabulary import Layer
from lib.queries.conditions import ALWAYS, NEVER, Condition, all_of, among, chosen, lists, overlaps, within
from lib.queries.search import found
from lib.queries.selection import Selection
from lib.queries.store import Store

_TAGGED = "select qp.quote_id from quote_programmes qp"
_VOICED = "select q.quote_id from quotes q"
FIGURE_TEXTS = ("i.search_text", "q.search_text", "o.search_text", "r.search_text")
_EVENT_TEXTS = ("e.search_text", "q.search_text", "r.search_text")
_WORDED = """
    select o.observation_id from observations o
    left join indicators i on i.indicator_id = o.indicator_id
    left join regions r on r.region_id = o.region_id
    left join quotes q on q.quote_id = o.quote_id
"""


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
        Facet.REGION: chosen("o.region_id", _places(store, selection)),
        Facet.THEME: chosen("o.theme", selection.themes),
        Facet.YEAR: overlaps("o", selection.years),
        Facet.STATUS: chosen("o.status", selection.statuses),
        Facet.LAYER: chosen("o.layer", selection.layers),
        Facet.VOICE: within("o.quote_id", _VOICED, among("q.voice", selection.voices)) if selection.voices else ALWAYS,
        Facet.PROGRAMME: _tagged("o.quote_id", selection),
    }


def figures_found(store: Store, selection: Selection) -> Condition:
    """Hold for the figures that the search finds, over observations `o`; without a search, for all."""
    if not selection.search:
        return ALWAYS
    worded = found(store, selection.search, FIGURE_TEXTS, _in_column("o.region_id"))
    return within("o.observation_id", _WORDED, worded)


def sentences_in_view(store: Store, selection: Selection) -> Condition:
    """Hold for the sentences without a figure that the selection shows, over quotes `q`; a status filter shows none."""
    if selection.statuses or (selection.layers and Layer.ARTICLE not in selection.layers):
        return NEVER
    return all_of(
        (
            Condition("q.quote_id not in (select o.quote_id from observations o where o.quote_id is not null)"),
            _among_listed("q.regions", _places(store, selection)),
            _among_listed("q.themes", selection.themes),
            overlaps("q", selection.years),
            chosen("q.voice", selection.voices),
            _tagged("q.quote_id", selection),
            found(store, selection.search, ("q.search_text",), lambda places: lists("q.regions", places)),
        )
    )


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
            found(store, selection.search, _EVENT_TEXTS, _in_column("e.region_id")),
        )
    )


def _places(store: Store, selection: Selection) -> tuple[str, ...]:
    if not selection.inside:
        return selection.regions
    return tuple(dict.fromkeys(inner for region in selection.regions for inner in store.regions.within(region)))


def _in_column(column: str) -> Callable[[Collection[str]], Condition]:
    return lambda places: among(column, places)


def _among_listed(column: str, values: Collection[str]) -> Condition:
    return lists(column, values) if values else ALWAYS


def _tagged(column: str, selection: Selection) -> Condition:
    return within(column, _TAGGED, among("qp.programme_id", selection.programmes)) if selection.programmes else ALWAYS
