"""Figures keep their bound, their unit and every digit."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.vocabulary import Qualifier
from lib.text.catalogue import LANGUAGES
from lib.text.numbers import UnitWords, count, figure, number, sign, spoken_figure

YUAN = UnitWords("CNY", "yuan", "元", "yuan")
PERCENT = UnitWords("percent", "percent", "%", "percent")
RANK = UnitWords("rank", "", "", "")
BARE = UnitWords("ratio", "", "", "")
VILLAGES = UnitWords("villages", "villages", "个村", "village")
SCALES = {"trillion": 12, "billion": 9, "million": 6, "万亿": 12, "亿": 8, "万": 4}


def read_back(written: str) -> Decimal:
    """Read a written number again, by hand and without the code under test."""
    parts = re.fullmatch(r"([−+]?[\d,.]+) ?(\D*)", written)
    assert parts, f"{written!r} is no number"
    digits, scale = parts.groups()
    return Decimal(digits.replace(",", "").replace("−", "-")).scaleb(SCALES.get(scale, 0))


@pytest.mark.parametrize(
    ("value", "qualifier", "unit", "kind", "en", "zh"),
    [
        (1.36e12, "over", YUAN, "level", "> 1.36 trillion yuan", ">1.36万亿元"),
        (85_000, "exact", YUAN, "level", "85,000 yuan", "8.5万元"),
        (50_000, "over", YUAN, "level", "> 50,000 yuan", ">5万元"),
        (1.901e11, "exact", YUAN, "level", "190.1 billion yuan", "1,901亿元"),
        (9_430_000, "exact", VILLAGES, "count", "9.43 million villages", "943万个村"),
        (1_234_567, "exact", VILLAGES, "count", "1,234,567 villages", "123.4567万个村"),
        (1, "exact", VILLAGES, "count", "1 village", "1个村"),
        (50, "about", BARE, "level", "≈ 50", "≈50"),
        (5, "at_least", BARE, "count", "≥ 5", "≥5"),
        (3, "at_most", VILLAGES, "count", "≤ 3 villages", "≤3个村"),
        (0.5, "under", BARE, "ratio", "< 0.5", "<0.5"),
        (67, "exact", PERCENT, "share", "67%", "67%"),
        (7.4, "exact", PERCENT, "growth", "+7.4%", "+7.4%"),
        (-3.2, "exact", PERCENT, "growth", "−3.2%", "−3.2%"),
        (0, "exact", PERCENT, "growth", "0%", "0%"),
        (16_000, "exact", YUAN, "change", "+16,000 yuan", "+1.6万元"),
        (1, "exact", RANK, "rank", "1st", "第1"),
        (12, "exact", RANK, "rank", "12th", "第12"),
        (23, "exact", RANK, "rank", "23rd", "第23"),
        (10, "at_most", RANK, "rank", "top 10", "前10"),
        (1.599, "exact", BARE, "ratio", "1.599", "1.599"),
    ],
)
def test_a_figure_in_both_languages(value, qualifier, unit, kind, en, zh):
    assert figure(value, qualifier, unit, kind, "en") == en
    assert figure(value, qualifier, unit, kind, "zh") == zh


@pytest.mark.parametrize(
    ("value", "qualifier", "unit", "kind", "en", "zh"),
    [
        (1.36e12, "over", YUAN, "level", "more than 1.36 trillion yuan", "超过1.36万亿元"),
        (67, "about", PERCENT, "share", "about 67%", "约67%"),
        (122, "exact", VILLAGES, "count", "122 villages", "122个村"),
        (10, "at_most", RANK, "rank", "top 10", "前10"),
    ],
)
def test_a_figure_in_words_is_never_bare_when_it_is_a_bound(value, qualifier, unit, kind, en, zh):
    assert spoken_figure(value, qualifier, unit, kind, "en") == en
    assert spoken_figure(value, qualifier, unit, kind, "zh") == zh


@given(st.decimals(min_value=-(10**14), max_value=10**14, places=4, allow_nan=False), st.sampled_from(LANGUAGES))
def test_no_digit_is_lost(exact, language):
    value = float(exact)
    assert read_back(number(value, language)) == Decimal(repr(value))


@given(st.integers(1, 9999), st.integers(0, 12), st.sampled_from(LANGUAGES))
def test_round_amounts_of_any_size_keep_their_digits(digits, power, language):
    assert read_back(number(float(digits * 10**power), language)) == digits * 10**power


def test_every_bound_has_its_own_sign():
    signs = [sign(qualifier) for qualifier in Qualifier]
    assert signs == ["", "≈", ">", "<", "≥", "≤"]


def test_an_unknown_bound_is_refused():
    with pytest.raises(ValueError, match="'roughly' is not a valid Qualifier"):
        sign("roughly")


def test_unit_words_are_read_from_a_row():
    row = {"unit": "CNY", "unit_en": "yuan", "unit_zh": "元", "unit_singular_en": None}
    assert UnitWords.of(row) == UnitWords("CNY", "yuan", "元", "")


def test_counts_are_not_scaled():
    assert count(1_234_567, "en") == "1,234,567"


def test_a_number_keeps_the_decimals_of_its_print():
    row = {"unit": "ratio", "unit_en": "", "unit_zh": "", "unit_singular_en": "", "printed": "1.90"}
    assert figure(1.9, "exact", UnitWords.of(row), "ratio", "en") == "1.90"
    assert figure(1.599, "exact", UnitWords.of(row | {"printed": "1.599"}), "ratio", "zh") == "1.599"


def test_decimals_before_a_scale_word_are_not_those_of_the_value():
    row = {"unit": "CNY", "unit_en": "yuan", "unit_zh": "元", "unit_singular_en": "yuan", "printed": "3.560 thousand million yuan"}
    assert UnitWords.of(row).decimals == 0
