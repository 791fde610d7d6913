"""Bound words mean a qualifier, and are not overlooked."""

import pytest

from lib.domain.bounds import meanings, own_bound, undeclared_bound
from lib.domain.vocabulary import Qualifier


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("more than", Qualifier.OVER),
        ("Less than", Qualifier.UNDER),
        ("nearly", Qualifier.ABOUT),
        ("at least", Qualifier.AT_LEAST),
        ("within", Qualifier.AT_MOST),
        ("突破", Qualifier.OVER),
        ("不超过", Qualifier.AT_MOST),
        ("约", Qualifier.ABOUT),
    ],
)
def test_bound_words_mean_one_qualifier(words, qualifier):
    assert meanings(words) == (qualifier,)


def test_between_bounds_from_both_sides_and_other_words_do_not_bind():
    assert meanings("between") == (Qualifier.AT_LEAST, Qualifier.AT_MOST)
    assert meanings("exactly") == ()


@pytest.mark.parametrize(
    ("printed", "qualifier"), [("millions", "at_least"), ("top ten", "at_most"), ("数万", "at_least"), ("12", "exact")]
)
def test_some_figures_bind_by_themselves(printed, qualifier):
    assert own_bound(printed) == qualifier


def left_out(sentence: str, printed: str) -> str:
    start = sentence.index(printed)
    return undeclared_bound(sentence, start, start + len(printed))


@pytest.mark.parametrize(
    ("sentence", "printed", "words"),
    [
        ("It made more than 700 coats.", "700", "more than"),
        ("It broke through, surpassing the “50,000 yuan” mark.", "50,000 yuan", "surpassing"),
        ("It is home to over 400 shops.", "400", "over"),
        ("产值超过300亿元。", "300亿元", "超过"),
        ("居民300万以上。", "300万", "以上"),
    ],
)
def test_words_that_touch_the_figure_are_seen(sentence, printed, words):
    assert left_out(sentence, printed) == words


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("It brought the total up to 14.", "14"),
        ("Moreover 400 shops opened.", "400"),
        ("Over the years 400 shops opened.", "400"),
        ("It has 400 shops, more than others.", "400"),
    ],
)
def test_words_that_do_not_bind_the_figure_are_let_be(sentence, printed):
    assert left_out(sentence, printed) == ""
