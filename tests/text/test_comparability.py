"""The guard's words: both sides named, in both languages, the gravest first."""

from collections.abc import Hashable
from typing import Any

import pytest

from lib.domain.comparability import Aspect, judge
from lib.domain.comparand import Comparand
from lib.domain.regions import RegionTree
from lib.text.catalogue import LANGUAGES, Language
from lib.text.comparability import aspect_names, reasons, verdict_words

TREE = RegionTree.from_rows([{"region_id": "p", "parent_id": ""}, {"region_id": "c", "parent_id": "p"}])
PERSON: dict[Hashable, Any] = {
    "observation_id": "ab23-01a", "value": 50_000.0, "qualifier": "over", "unit": "CNY_PER_YEAR",
    "unit_en": "yuan a year", "unit_zh": "元/年",
    "indicator_id": "income", "indicator_en": "Income per person", "indicator_zh": "人均收入",
    "region_id": "c", "region_en": "Keqiao", "region_zh": "柯桥区", "region_level": "county",
    "kind": "level", "scope": "persons", "basis": "nominal", "stock_flow": "flow", "year_start": 2022, "year_end": 2022,
    "period_basis": "stated", "status": "actual", "layer": "article", "source_id": "daily", "citation_id": "", "vintage": "",
    "series_break": "", "caveats": "rounded", "publisher": "Daily", "publisher_zh": "日报", "published": "2023-07-01",
}  # fmt: skip
FAMILY = PERSON | {
    "observation_id": "ab23-02a", "indicator_id": "family_income", "indicator_en": "Family income", "indicator_zh": "家庭收入",
    "region_id": "p", "region_en": "Zhejiang", "region_zh": "浙江省", "region_level": "province", "scope": "households",
    "year_start": 2025, "year_end": 2025, "period_basis": "inferred", "status": "target", "caveats": "definition_unclear",
}  # fmt: skip
OTHER = FAMILY | {
    "unit": "ratio", "unit_en": "", "unit_zh": "", "kind": "rank", "scope": "regions", "basis": "none", "stock_flow": "stock",
    "layer": "official", "source_id": "", "citation_id": "of001", "vintage": "final", "series_break": "old_household_survey",
    "published": "",
}  # fmt: skip


def told(first: dict[Hashable, Any], second: dict[Hashable, Any], language: Language = "en") -> dict[Aspect, str]:
    verdict = judge(Comparand.of(first, TREE), Comparand.of(second, TREE))
    return dict(reasons(verdict, first, second, language))


def test_both_sides_are_named():
    assert told(PERSON, FAMILY) == {
        Aspect.INDICATOR: "They measure different things: “Income per person” and “Family income”.",
        Aspect.SCOPE: "One is per person, the other per household.",
        Aspect.PERIOD: "One is of 2022, the other of 2025 (inferred).",
        Aspect.STATUS: "One is reported as reached, the other only aimed at.",
        Aspect.DEFINITION: "What exactly is counted differs or is unclear: Keqiao: no such doubt; Zhejiang: definition unclear.",
        Aspect.LEVEL: "The places are of different levels: Keqiao is a county or district; Zhejiang is a province.",
    }


def test_two_figures_of_one_place_are_told_apart_by_document_by_indicator_or_by_year():
    unclear = PERSON | {"observation_id": "ab23-03a", "caveats": "definition_unclear"}
    cases = {"layer": "official", "indicator_en": "Wage", "year_start": 2020}
    others = {name: PERSON | {name: value, "year_end": value if name == "year_start" else 2022} for name, value in cases.items()}
    lead = "What exactly is counted differs or is unclear:"
    assert {name: told(unclear, other)[Aspect.DEFINITION] for name, other in others.items()} == {
        "layer": f"{lead} article: definition unclear; official page: no such doubt.",
        "indicator_en": f"{lead} Income per person: definition unclear; Wage: no such doubt.",
        "year_start": f"{lead} 2022: definition unclear; 2020: no such doubt.",
    }


def test_both_sides_are_named_in_chinese():
    assert told(PERSON, FAMILY, "zh")[Aspect.SCOPE] == "一个按人计，另一个按户计。"
    assert told(PERSON, FAMILY, "zh")[Aspect.STATUS] == "一个据报道已实现，另一个仅为目标。"


def test_what_weighs_most_is_told_first():
    assert list(told(PERSON, FAMILY))[-2:] == [Aspect.DEFINITION, Aspect.LEVEL]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_aspect_has_its_words(language: Language):
    ranks = told(PERSON | {"kind": "rank"}, OTHER, language)
    again = told(OTHER, OTHER | {"vintage": "preliminary", "published": "2024-02"}, language)
    kinds = told(PERSON, OTHER, language)
    assert set(ranks) | set(again) | set(kinds) == set(Aspect)
    assert all(words and "{" not in words for words in (*ranks.values(), *again.values(), *kinds.values()))


def test_the_two_in_the_other_order_are_named_in_that_order():
    assert told(FAMILY, PERSON)[Aspect.SCOPE] == "One is per household, the other per person."


def test_the_verdict_and_its_weight_in_one_line():
    verdict = judge(Comparand.of(PERSON, TREE), Comparand.of(FAMILY, TREE))
    assert verdict_words(verdict, "en") == "Not comparable: these two do not belong on one axis."
    names = "what is measured, whom or what it is about, period, reported or promised and definition"
    assert aspect_names([verdict], "en") == names
    assert aspect_names([], "en") == ""
