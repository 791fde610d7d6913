"""The questions of the Public services page, each with the figures that answer it and what must be known before they are compared."""

from functools import partial

from lib.charts.bullet import bullet
from lib.domain.case_areas import HANGZHOU, KEQIAO, ZHEJIANG
from lib.domain.vocabulary import Theme
from lib.queries.about import figures_about
from lib.queries.conflicts import BOTH_LAYERS
from lib.queries.observations import observations
from lib.queries.questions import QUESTIONS
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.ui.cache import answer
from lib.ui.context import with_context
from lib.ui.number_cards import number_cards
from lib.ui.promise_list import promise_list
from lib.ui.question_block import Asked
from lib.ui.question_chart import charted

_SHILIANG, _XIAYANG, _HONGXI = "330802100", "330523105212", "330421112209"
_EQUALITY = ("compulsory_school_difference_coefficient", "compulsory_school_difference_rank_national", "public_sense_of_security")
_SCHOOL = ("primary_school_students_single", "cloud_computers_single", "distance_to_rural_campus")
_CULTURE = ("culture_practice_venues", "village_culture_sports_teams", "dance_team_average_age_single")
_ORDER = (
    "pingan_consecutive_titles", "digital_urban_management_years",
    "mediator_years_of_service_single", "mediation_to_payment_hours_single",
)  # fmt: skip
_THEME = (Theme.PUBLIC_SERVICES,)
_RUBBISH = ("village_garbage_cleared", "village_bottles_cleared")


def asked(store: Store) -> list[Asked]:
    """Ask what was promised, how equal schools are, and what the single cases show."""
    return [*_answered(store), *_cases(store)]


def _answered(store: Store) -> list[Asked]:
    promised, equality = QUESTIONS["q09"].selection, QUESTIONS["q11"].selection
    about = answer(store, figures_about, _EQUALITY, (ZHEJIANG,))
    return [
        Asked("q09", answer(store, observations, promised), promised, promise_list, ("services.parks",), "tab.promises"),
        *_delivered(store),
        Asked("q11", about, equality, number_cards, ("services.survey",), "tab.numbers"),
    ]


def _delivered(store: Store) -> list[Asked]:
    """Set what an official page reports inside what an article says was under way; nothing without official figures."""
    under_way = answer(store, figures_about, ("old_residential_communities_revamped",), (HANGZHOU,))
    rows = with_context(store, under_way, (HANGZHOU,))
    view = BOTH_LAYERS.replace(regions=(HANGZHOU,), inside=False, themes=_THEME, search="residential communities")
    return [Asked("delivered", rows, view, charted(bullet), ("services.delivered",))] if len(rows) > len(under_way) else []


def _cases(store: Store) -> list[Asked]:
    about = partial(answer, store, figures_about)
    views = {
        "culture": Selection(regions=(ZHEJIANG, _HONGXI), inside=False, themes=_THEME),
        "school": Selection(regions=(_SHILIANG,), themes=_THEME),
        "order": Selection(regions=(KEQIAO, HANGZHOU), themes=_THEME),
        "rubbish": Selection(regions=(_XIAYANG,), themes=_THEME),
    }
    rows = {"culture": _CULTURE, "school": _SCHOOL, "order": _ORDER, "rubbish": _RUBBISH}
    return [Asked(name, about(rows[name]), views[name], number_cards, (f"services.{name}",), "tab.numbers") for name in rows]
