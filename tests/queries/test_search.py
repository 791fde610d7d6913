"""The search over figures: every word, any name of a place, nothing read as a pattern."""

import pytest

from lib.queries.observations import observations
from lib.queries.search import Term, terms
from lib.queries.selection import Selection
from lib.queries.store import Store

HANGZHOU = {"hz21-01a", "hz21-02a", "hz21-02b"}
WORKSHOPS = {"hz21-02a", "hz21-02b"}


def found(store: Store, search: str) -> set[str]:
    return set(observations(store, Selection(search=search))["observation_id"])


@pytest.mark.parametrize("search", ["杭州", "杭州市", "Hangzhou", "hangzhou", "hangzhou shi", "hangzhoushi", "HANGZHOU city", "Hangchow"])
def test_every_name_of_a_place_finds_the_same(sample_store: Store, search: str) -> None:
    assert found(sample_store, search) == HANGZHOU


@pytest.mark.parametrize(
    ("search", "ids"),
    [
        ("浙江", {*HANGZHOU, "kq23-01a", "kq23-03a"}),
        ("zhejiang schools", {"kq23-01a"}),
        ("hangzhou keqiao", set()),
        ("yuhang", WORKSHOPS),
        ("gross PRODUCT", {"hz21-01a"}),
        ("地区生产总值", {"hz21-01a"}),
        ("gdp", {"hz21-01a"}),
        ("1.36", {"hz21-01a"}),
        ("7,771.5", set()),
        ("surpas", {"hz21-01a"}),
        ("工坊", WORKSHOPS),
        ("gongfang", WORKSHOPS),
        ("common workshop", WORKSHOPS),
        ("silk", set()),
        ("invented", {*HANGZHOU, "kq23-01a", "kq23-03a", "zz20-01a"}),
    ],
)
def test_all_words_must_be_found(sample_store: Store, search: str, ids: set[str]) -> None:
    assert found(sample_store, search) == ids


@pytest.mark.parametrize(
    ("search", "ids"),
    [
        ("50%", WORKSHOPS),
        ("%", WORKSHOPS),
        ("5%", set()),
        ("a_b", WORKSHOPS),
        ("a_", WORKSHOPS),
        ("o_", set()),
        ("it's", {"zz20-01a"}),
        ("it’s", {"zz20-01a"}),
        ("hangzhou's", {"hz21-01a"}),
        ("\\", set()),
        ("'", {"hz21-01a", "zz20-01a"}),
        ("'; drop view observations; --", set()),
        ("?", set()),
        ("*", set()),
        ("$1", set()),
    ],
)
def test_signs_are_literal(sample_store: Store, search: str, ids: set[str]) -> None:
    assert found(sample_store, search) == ids


def test_a_hundred_characters_of_single_letters_still_answer(sample_store: Store) -> None:
    assert found(sample_store, "a " * 60) == {"hz21-01a", "hz21-02a", "hz21-02b", "kq23-01a", "kq23-03a", "zz20-01a"}


def test_the_longest_name_is_one_term_and_other_words_stand_alone(sample_store: Store) -> None:
    assert terms("new keqiao district schools", sample_store.names) == (
        Term(("new",)),
        Term(("keqiao", "柯桥"), ("330603",)),
        Term(("schools",)),
    )


def test_the_word_for_another_level_stays_a_word(sample_store: Store) -> None:
    assert terms("zhejiang village", sample_store.names) == (Term(("zhejiang", "浙江"), ("330000",)), Term(("village",)))
