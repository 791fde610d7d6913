"""Takes a chart of Explore away, as the view has it at that moment."""

from collections.abc import Callable

from lib.charts.coverage import coverage_matrix
from lib.charts.figures_by_indicator import figures_by_indicator
from lib.charts.figures_over_time import areas_over_time, figures_over_time
from lib.export.about import About
from lib.queries.coverage import coverage
from lib.queries.events import events
from lib.queries.observations import observations
from lib.queries.selection import EXTRAS, Selection
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.ui.about_view import about
from lib.ui.drawn import cut_figures, cut_places, drawn_figures, drawn_places
from lib.ui.saving import Headed, Saving, counts_csv, figures_csv

CHARTS = ("by_indicator", "over_time", "coverage")
_EVENTS, _PANELS = EXTRAS
_PLACES_OF_A_SLIDE = 9


def explore_saving(store: Store, chart: str, chosen: Callable[[], Selection], address: str) -> Saving:
    """Say how a chart of Explore is taken away.

    Needs: one of `CHARTS`; what returns the view when a file is made, which may be later than now; the address of the page.
    """
    drawn = {"by_indicator": _by_indicator, "over_time": _over_time, "coverage": _coverage}[chart]
    cut = {"by_indicator": _figures_cut, "coverage": _places_cut}.get(chart)

    def described() -> About:
        view = chosen().replace(claim="")
        title, subtitle = (say(view.language, f"explore.{chart}{part}") for part in ("", "_note"))
        told = f"{subtitle} {cut(store, view)}".rstrip() if cut else subtitle
        return about(store, view, title, observations(store, view), subtitle=told, address=address)

    def figures() -> bytes:
        if chart == "coverage":
            return counts_csv(coverage(store, chosen().filters()), described())
        return figures_csv(observations(store, chosen()), described())

    return Saving(
        name=say("en", f"explore.{chart}"),
        store=store,
        csv=figures,
        about=described,
        drawings=lambda: drawn(store, chosen()),
        # The other charts count these figures or stand for them all: their sentences go along once.
        rows=(lambda: observations(store, chosen())) if chart == "by_indicator" else None,
        title=say(chosen().language, f"explore.{chart}"),
        slides=(lambda: _coverage_cut(store, chosen())) if chart == "coverage" else None,
    )


def _by_indicator(store: Store, view: Selection) -> list[Headed]:
    return [("", figures_by_indicator(drawn_figures(observations(store, view)), store.regions, view.language, "light"))]


def _figures_cut(store: Store, view: Selection) -> str:
    return cut_figures(observations(store, view), view.language)


def _places_cut(store: Store, view: Selection) -> str:
    return cut_places(coverage(store, view.filters()), view.language)


def _over_time(store: Store, view: Selection) -> list[Headed]:
    dated = events(store, view.filters()) if _EVENTS in view.show else None
    rows, language = observations(store, view), view.language
    if _PANELS not in view.show:
        return [("", figures_over_time(rows, store.regions, language, "light", events=dated))]
    panels = areas_over_time(rows, store.regions, language, "light", events=dated)
    return [(say(language, f"legend.{area}"), drawing) for area, drawing in panels.items()]


def _coverage(store: Store, view: Selection) -> list[Headed]:
    return [("", coverage_matrix(drawn_places(coverage(store, view.filters())), view.language, "light"))]


def _coverage_cut(store: Store, view: Selection) -> list[Headed]:
    counts = drawn_places(coverage(store, view.filters()))
    places = list(counts.region_id.unique())
    parts = [places[start : start + _PLACES_OF_A_SLIDE] for start in range(0, len(places), _PLACES_OF_A_SLIDE)]
    return [("", coverage_matrix(counts[counts.region_id.isin(part)], view.language, "light")) for part in parts]
