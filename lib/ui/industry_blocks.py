"""The questions of the Industry page, each with the figures that answer it and what must be known before they are compared."""

from functools import partial

import pandas as pd

from lib.charts.bullet import bullet
from lib.charts.figures_by_indicator import figures_by_indicator
from lib.charts.growth_rates import growth_rates
from lib.charts.shared_scale import shared_scale
from lib.charts.start_to_end import start_to_end
from lib.domain.case_areas import HANGZHOU, KEQIAO, ZHEJIANG, ZHENGZHOU
from lib.domain.vocabulary import Layer, Status, Theme
from lib.queries.about import figures_about
from lib.queries.conflicts import BOTH_LAYERS
from lib.queries.observations import observations
from lib.queries.questions import QUESTIONS
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.ui.cache import answer
from lib.ui.context import told_of_context, with_context
from lib.ui.number_cards import number_cards
from lib.ui.promise_list import promise_list
from lib.ui.question_block import Asked
from lib.ui.question_chart import charted

_FREE_TRADE_ZONE = "zone-henan-ftz-zhengzhou"
_NOT_YET = (Status.ONGOING, Status.PLAN, Status.TARGET)
_SHARES = tuple(f"private_economy_share_{whole}" for whole in ("gdp", "tax", "exports", "employment", "enterprises"))
_RATES = (
    "gdp_growth_real", "industrial_value_added_growth", "fixed_asset_investment_growth", "retail_sales_growth", "vehicle_output_growth",
)  # fmt: skip
_WIDER = ("gdp_growth_real", "industrial_value_added_growth", "retail_sales_growth")
_AROUND_ZHENGZHOU = (ZHENGZHOU, "410000", "CN")
# The first year is that in which the city may have passed the mark that an article names without a year.
_PRODUCT_YEARS = range(2018, 2024)
_ENTITIES = ("market_entities_stock", "market_entities_new", "market_entities_new_growth")
_LITTLE_GIANTS = ("specialized_sophisticated_enterprises", "little_giants_stock", "little_giants_added")
_PROJECTS = (
    "large_industrial_projects_signed", "large_industrial_projects_contract_value",
    "investment_projects_introduced", "investment_projects_introduced_value",
)  # fmt: skip
_ZONE = ("ftz_registered_companies", "ftz_companies_newly_registered")
_JACKETS = (
    "outdoor_jacket_enterprises", "outdoor_jacket_national_output_share", "outdoor_jacket_output_value",
    "outdoor_jacket_workers", "outdoor_jacket_local_worker_share", "worker_annual_income_single",
)  # fmt: skip
_TOWN = (
    "persons_lifted_out_of_poverty", "poor_villages_lifted_out_of_poverty", "town_output",
    "resident_income_per_capita", "tourism_share_of_residents", "shop_profit_first_year_single",
)  # fmt: skip

_shares = charted(partial(shared_scale, form="bars", beside="definition"))
_growth = charted(growth_rates)
_change = charted(start_to_end)
_totals = charted(partial(shared_scale, form="bars"))
_listed = charted(figures_by_indicator)


def asked(store: Store) -> list[Asked]:
    """Ask how much is private, what grew, what is planned, what came of it, and what one industry or town shows."""
    return [*_private(store), *_grown(store), *_planned(store), *_firms(store), *_places(store)]


def _private(store: Store) -> list[Asked]:
    about, entities = partial(answer, store, figures_about), Selection(regions=(ZHEJIANG,), search="market entities")
    return [
        Asked("q06", about(_SHARES, (ZHEJIANG,)), _view("q06"), _shares),
        Asked("entities", about(_ENTITIES, (ZHEJIANG, KEQIAO)), entities, number_cards, ("industry.net_or_gross",), "tab.numbers"),
    ]


def _grown(store: Store) -> list[Asked]:
    rates = answer(store, figures_about, _RATES, (ZHENGZHOU,))
    gdp = with_context(store, answer(store, figures_about, ("gdp",), (ZHENGZHOU,)), (ZHENGZHOU,), _PRODUCT_YEARS)
    product = BOTH_LAYERS.replace(regions=(ZHENGZHOU,), search="gross domestic product")
    return [
        Asked("q08", rates, _view("q08"), _growth, ("industry.scope", "industry.nominal")),
        *_beside(store, rates),
        Asked(
            "gdp", gdp, product, _totals, ("industry.two_floors", "industry.tiers"),
            remarks=told_of_context(gdp, "industry.product_official"),
        ),
    ]  # fmt: skip


def _beside(store: Store, rates: pd.DataFrame) -> list[Asked]:
    """Set the city's rates beside those of its province and the nation; nothing without official figures."""
    rows = pd.concat([with_context(store, rates[rates["indicator_id"] == rate], (ZHENGZHOU,)) for rate in _WIDER], ignore_index=True)
    view = BOTH_LAYERS.replace(regions=_AROUND_ZHENGZHOU, inside=False, themes=(Theme.INDUSTRY,), years=(2023, 2023), search="growth")
    notes = ("industry.beside", "industry.beside_silent")
    return [Asked("beside", rows, view, _growth, notes)] if (rows["layer"] == Layer.OFFICIAL).any() else []


def _planned(store: Store) -> list[Asked]:
    about = partial(answer, store, figures_about)
    plans, zone = Selection(themes=(Theme.INDUSTRY,), statuses=_NOT_YET), Selection(regions=(_FREE_TRADE_ZONE,))
    return [
        Asked("q07", about(("nev_output",), (ZHENGZHOU,)), _view("q07"), _change, ("industry.off_the_line",)),
        Asked("plans", answer(store, observations, plans), plans, promise_list, ("industry.silence", "industry.output"), "tab.promises"),
        *_reached(store),
        Asked("zone", about(_ZONE), zone, number_cards, ("industry.stock_and_flow",), "tab.numbers"),
    ]


def _reached(store: Store) -> list[Asked]:
    """Set what official pages report of Hangzhou inside what it aims at; nothing without official figures."""
    aim = answer(store, figures_about, ("gdp_per_capita",), (HANGZHOU,))
    rows = with_context(store, aim, (HANGZHOU,), _until_due(aim))
    view = BOTH_LAYERS.replace(regions=(HANGZHOU,), inside=False, search="product per person")
    return [Asked("per_person", rows, view, charted(bullet), ("industry.per_person",))] if len(rows) > len(aim) else []


def _until_due(promised: pd.DataFrame) -> range:
    """Return the years from that in which promises were printed to that in which the last is due."""
    if promised.empty:
        return range(0)
    return range(int(promised["published"].min()[:4]), int(promised["year_end"].max()) + 1)


def _firms(store: Store) -> list[Asked]:
    about = partial(answer, store, figures_about)
    giants = Selection(regions=(ZHENGZHOU, KEQIAO), search="enterprises little giant")
    projects = Selection(regions=(ZHENGZHOU, KEQIAO), themes=(Theme.INDUSTRY,), search="projects")
    return [
        Asked("giants", about(_LITTLE_GIANTS), giants, number_cards, ("industry.stock_and_year",), "tab.numbers"),
        Asked("projects", about(_PROJECTS), projects, number_cards, ("industry.signed",), "tab.numbers"),
    ]


def _places(store: Store) -> list[Asked]:
    about = partial(answer, store, figures_about)
    return [
        Asked("q10", about(_JACKETS), _view("q10"), number_cards, ("industry.output_value", "industry.one_worker"), "tab.numbers"),
        Asked("q12", about(_TOWN), _view("q12"), number_cards, ("industry.town_output", "industry.one_town"), "tab.numbers"),
    ]


def _view(name: str) -> Selection:
    return QUESTIONS[name].selection
