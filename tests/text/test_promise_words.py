"""What is said of a promise: rule, number and workings, in either language."""

from dataclasses import replace

import pytest

from lib.domain.derived import Bounded
from lib.domain.periods import Period
from lib.domain.promise_states import Assessment, PromiseState, assess
from lib.domain.promises import Promise, Report
from lib.text.catalogue import LANGUAGES, Language
from lib.text.promise_words import STATE_MARKS, result, rule, workings

AS_OF = "2024-04-12"
WORKSHOPS = Promise(Bounded.of("zj23-33a", 10_000, "exact", "workshops"), Period(2023, 2025), "2022-06-12")
DECIMALS = {"zj23-33a": 0, "zj23-34a": 0}


def told(value: float, qualifier: str = "exact", years: tuple[int, int] = (2022, 2024)) -> Assessment:
    return assess(WORKSHOPS, [Report(Bounded.of("zj23-34a", value, qualifier, "workshops"), Period(*years))], AS_OF)


@pytest.mark.parametrize(
    ("assessment", "language", "words"),
    [
        (told(7_000, "over"), "en", "Of the promised figure: at least 70%"),
        (told(7_000, "over"), "zh", "占承诺数值：至少70%"),
        (told(1_234), "en", "Of the promised figure: 12.3%"),
        (told(10_500), "en", "Difference from the promised figure: 500"),
        (told(4_000, "over", (2018, 2020)), "en", "Promised, as a multiple of the figure before: at most 2.5"),
        (told(7_000, "under"), "en", "Of the promised figure: at most 70%"),
        (assess(WORKSHOPS, [], AS_OF), "en", ""),
    ],
)
def test_the_number_is_said_with_its_bound(assessment: Assessment, language: Language, words: str):
    assert result(assessment, language) == words


def test_the_workings_name_both_figures():
    assert workings(told(7_000, "over"), DECIMALS, "en") == "> 7,000 ÷ 10,000 ≥ 70%  [zj23-34a, zj23-33a]"
    assert workings(assess(WORKSHOPS, [], AS_OF), DECIMALS, "en") == ""


def test_the_rule_names_the_years_and_the_date_it_compares():
    assert rule(told(7_000), AS_OF, "en") == "Rule: the figure for 2022–2024 does not prove it met, and 2025 was not over by 12 April 2024."
    assert rule(assess(WORKSHOPS, [], AS_OF), AS_OF, "zh") == "规则：承诺之后没有报道，且截至2024年4月12日2025年尚未结束。"


def test_the_rule_of_a_promise_without_a_year_names_no_year_for_it():
    open_ended = replace(WORKSHOPS, is_dated=False)
    met = assess(open_ended, [Report(Bounded.of("zj23-34a", 10_500, "exact", "workshops"), Period(2022, 2024))], AS_OF)
    silent = assess(open_ended, [], AS_OF)
    assert rule(silent, AS_OF, "en") == "Rule: the sentence gives no year, so nothing was due, and nothing reported proves it met."
    assert rule(met, AS_OF, "en") == "Rule: the figure for 2022–2024 meets what was promised; the sentence gives no year for it."
    assert not any("2025" in rule(one, AS_OF, language) for one in (silent, met) for language in LANGUAGES)


def test_every_state_has_a_mark():
    assert set(STATE_MARKS) == set(PromiseState)
