"""Derived numbers in words: the formula with the signs of its bounds, and the number that came of it."""

import pytest

from lib.domain.derived import Bounded, Derived, difference, growth, share, times
from lib.text.derivations import formula, spoken


def figure(value: float, qualifier: str = "exact") -> Bounded:
    return Bounded.of("ab23-01a", value, qualifier, "vehicles")


def derived(outcome: object) -> Derived:
    assert isinstance(outcome, Derived)
    return outcome


@pytest.mark.parametrize(
    ("outcome", "language", "decimals", "expected"),
    [
        (difference(figure(1.9), figure(1.599)), "en", (2, 3), "1.90 − 1.599 = 0.301"),
        (times(figure(700_000, "over"), figure(316_000)), "en", (0, 0), "> 700,000 ÷ 316,000 ≥ 2.215"),
        (times(figure(700_000, "over"), figure(316_000)), "zh", (0, 0), "> 70万 ÷ 31.6万 ≥ 2.215"),
        (share(figure(7_000, "over"), figure(10_000)), "en", (0, 0), "> 7,000 ÷ 10,000 ≥ 70%"),
        (growth(figure(150), figure(100)), "en", (0, 0), "(150 − 100) ÷ 100 = 50%"),
        (times(figure(2), figure(3)), "en", (0, 0), "2 ÷ 3 ≈ 0.667"),
        (times(figure(2, "under"), figure(3)), "en", (0, 0), "< 2 ÷ 3 ≤ 0.667"),
        (difference(figure(5), figure(7, "about")), "en", (0, 0), "5 − (≈ 7) ≈ −2"),
    ],
)
def test_a_formula_shows_both_figures_and_keeps_the_bound(outcome, language, decimals, expected):
    assert formula(derived(outcome), language, decimals) == expected


@pytest.mark.parametrize(
    ("outcome", "decimals", "expected"),
    [
        (difference(figure(1.9), figure(1.599)), 2, "0.30"),
        (times(figure(700_000, "over"), figure(316_000)), 1, "at least 2.2"),
        (times(figure(700_000), figure(316_000, "over")), 1, "at most 2.3"),
        (share(figure(7_000, "over"), figure(10_000)), 0, "at least 70%"),
        (difference(figure(5, "under"), figure(7)), 0, "at least 2"),
        (difference(figure(5, "about"), figure(7)), 0, "about 2"),
    ],
)
def test_the_number_is_said_by_its_size_with_its_bound(outcome, decimals, expected):
    assert spoken(derived(outcome), "en", decimals) == expected
