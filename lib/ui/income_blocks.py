"""The questions of the Income gap page, each with the figures that answer it and what must be known before they are compared."""

from functools import partial

import pandas as pd

from lib.charts.bullet import bullet
from lib.charts.colours import Mode, area_of
from lib.charts.drawing import Drawing
from lib.charts.income_band import income_band
from lib.charts.parity import parity
from lib.charts.question_marks import InView
from lib.charts.shared_scale import shared_scale
from lib.charts.start_to_end import start_to_end
from lib.charts.track_layout import Form, Silent
from lib.domain.case_areas import CASE_AREAS, HANGZHOU, KEQIAO, ZHEJIANG
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Layer, Theme
from lib.queries.about import figures_about
from lib.queries.codes import regions
from lib.queries.conflicts import BOTH_LAYERS
from lib.queries.questions import QUESTIONS
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import Language
from lib.ui.cache import answer
from lib.ui.context import remarks, with_context
from lib.ui.number_cards import number_cards
from lib.ui.question_block import Asked
from lib.ui.question_chart import Builder, charted

# Figures on the basis of before are marked as such and left out, whatever their year.
_SINCE_THE_SURVEY = range(2013, 2023)
_XIAYANG = "330523105212"
_THEME = (Theme.INCOME_GAP,)
_GAINS = (
    "workshop_workers", "workshop_low_income_workers", "workshop_monthly_income_gain",
    "workshop_low_income_farmers_single", "workshop_annual_income_gain_single",
)  # fmt: skip
_VILLAGES = (
    "villages_collective_economy", "village_collective_operating_income", "weak_village_operating_income",
    "villages_collective_economy_subset", "village_collective_operating_income_subset", "village_collective_operating_income_subset_growth",
)  # fmt: skip
_BAND = ("middle_group_household_income_floor", "middle_group_household_income_ceiling", "middle_group_household_share")
_COUNTIES = (
    "mountain_counties_less_developed", "mountain_counties_with_work_plans", "counties_giving_paired_assistance",
    "workshop_mountain_counties_covered",
)  # fmt: skip
_RANKS = (
    "urban_rural_gap_rank_national", "rural_income_rank_national", "rural_income_first_rank_streak",
    "rural_disposable_income_rank_province", "common_prosperity_evaluation_rank_city", "charity_development_index_rank_province",
)  # fmt: skip


def asked(store: Store) -> list[Asked]:
    """Ask how wide the gap is, who gained from the workshops, what villages gained, which middle is aimed at, and what is only claimed."""
    return [*_gap(store), *_workshops(store), *_villages(store), *_aims(store)]


def _gap(store: Store) -> list[Asked]:
    ratios = answer(store, figures_about, ("urban_rural_income_ratio",), CASE_AREAS)
    incomes = answer(store, figures_about, ("rural_disposable_income_per_capita",), CASE_AREAS)
    return [
        Asked(
            "q01",
            with_context(store, ratios, CASE_AREAS),
            _view("q01"),
            charted(_beside_silence(store, "dots")),
            ("income_gap.averages", "income_gap.earlier"),
            remarks=remarks(store, ratios, CASE_AREAS),
        ),
        *_narrowed(store, ratios[ratios["region_id"] == ZHEJIANG]),
        Asked(
            "q02",
            with_context(store, incomes, CASE_AREAS),
            _view("q02"),
            charted(_beside_silence(store, "bars")),
            ("income_gap.other_incomes",),
            remarks=remarks(store, incomes, CASE_AREAS),
        ),
    ]


def _narrowed(store: Store, ratio: pd.DataFrame) -> list[Asked]:
    """Set official figures of earlier years beside the one that an article calls narrowed; nothing without them."""
    rows = with_context(store, ratio, (ZHEJIANG,), _SINCE_THE_SURVEY)
    view = BOTH_LAYERS.replace(regions=(ZHEJIANG,), inside=False, search="urban ratio")
    notes = ("income_gap.releases", "income_gap.older")
    return [Asked("narrowed", rows, view, charted(_from_parity), notes)] if len(rows) > len(ratio) else []


def _workshops(store: Store) -> list[Asked]:
    built = answer(store, figures_about, ("workshops_built",), (ZHEJIANG,))
    gains, view = answer(store, figures_about, _GAINS), Selection(programmes=("workshops",), search="farmers")
    return [
        Asked("q03", built, _view("q03"), charted(bullet), ("income_gap.workshop_size",)),
        Asked("gains", gains, view, number_cards, ("income_gap.month_and_year", "income_gap.gain"), "tab.numbers"),
    ]


def _villages(store: Store) -> list[Asked]:
    one = answer(store, figures_about, ("village_collective_operating_income",), (_XIAYANG,))
    many, view = answer(store, figures_about, _VILLAGES, (KEQIAO,)), Selection(regions=(KEQIAO,), themes=_THEME, search="villages")
    return [
        Asked("q04", one, _view("q04"), charted(start_to_end), ("income_gap.before", "income_gap.collective")),
        Asked("villages", many, view, number_cards, ("income_gap.subset", "income_gap.weaker", "income_gap.one_and_many"), "tab.numbers"),
    ]


def _aims(store: Store) -> list[Asked]:
    about = partial(answer, store, figures_about)
    counties, ranks = Selection(regions=(ZHEJIANG,), themes=_THEME, search="counties"), Selection(themes=_THEME, search="rank")
    return [
        Asked("q05", about(_BAND, (HANGZHOU,)), _view("q05"), charted(income_band), ("income_gap.band_year", "income_gap.outside")),
        Asked("counties", about(_COUNTIES), counties, number_cards, ("income_gap.helpers", "income_gap.township"), "tab.numbers"),
        Asked("ranks", about(_RANKS), ranks, number_cards, ("income_gap.leagues", "income_gap.field"), "tab.numbers"),
    ]


def _from_parity(rows: pd.DataFrame, tree: RegionTree, language: Language, mode: Mode, selected: str, in_view: InView) -> Drawing:
    return shared_scale(rows, tree, language, mode, selected, in_view, reference=parity(rows, language))


def _beside_silence(store: Store, form: Form) -> Builder:
    """Draw the figures on one scale, and every case area without one on a blank line."""

    def build(rows: pd.DataFrame, tree: RegionTree, language: Language, mode: Mode, selected: str, in_view: InView) -> Drawing:
        silent, line = _silent(store, rows, language), parity(rows, language)
        return shared_scale(rows, tree, language, mode, selected, in_view, form=form, reference=line, silent=silent)

    return build


def _silent(store: Store, rows: pd.DataFrame, language: Language) -> list[Silent]:
    names = answer(store, regions).set_index("region_id")[f"name_{language}"]
    reported = set(rows.loc[rows["layer"] == Layer.ARTICLE, "region_id"])
    missing = [region for region in CASE_AREAS if region in names.index and region not in reported]
    return [Silent(str(names[region]), area_of(store.regions, region, Layer.ARTICLE)) for region in missing]


def _view(name: str) -> Selection:
    return QUESTIONS[name].selection
