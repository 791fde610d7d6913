"""The search over the dataset itself: what a reader would try, in either language or in pinyin, and what is copied from a sentence."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.domain.folding import fold
from lib.queries.observations import observations
from lib.queries.quotes import quotes
from lib.queries.search import terms
from lib.queries.selection import SEARCH_LENGTH, Selection
from lib.queries.store import Store

WINDOW = 6


def ids(store: Store, search: str) -> frozenset[str]:
    """Return the ids of the figures that a search finds."""
    return frozenset(observations(store, Selection(search=search))["observation_id"])


@pytest.mark.parametrize(
    "spellings",
    [
        ("杭州", "Hangzhou", "hangzhou", "hangzhou shi", "hang zhou", "hangzhoushi", "杭州市", "HANGZHOU CITY", "ｈａｎｇｚｈｏｕ"),
        ("柯桥", "Keqiao", "ke qiao qu", "keqiao district"),
        ("吕山", "Lüshan", "lushan", "lvshan", "lv shan xiang"),
        ("冲锋衣", "shell jacket", "shell jackets", "stormwear", "assault suit", "stormtrooper", "chongfengyi", "chong feng yi"),
        ("新能源汽车", "NEVs", "new energy vehicles", "xinnengyuanqiche"),
        ("共富工坊", "Gongfu Workshop", "gongfu gongfang", "gongfugongfang"),
        ("城乡收入比", "urban-rural income ratio", "城乡居民收入比", "chengxiangshouru bi"),
        ("基尼", "Gini", "gini coefficient", "jini xishu"),
    ],
)
def test_every_way_of_writing_a_thing_finds_the_same(real_store: Store, spellings: tuple[str, ...]) -> None:
    found = {spelling: ids(real_store, spelling) for spelling in spellings}
    assert found[spellings[0]]
    assert {spelling: found[spelling] ^ found[spellings[0]] for spelling in spellings} == dict.fromkeys(spellings, frozenset())


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("new energy vehicles", "NEV"),
        ("郑州新能源汽车", "新能源汽车"),
        ("郑州的新能源汽车", "郑州新能源汽车"),
        ("浙江杭州住房", "杭州"),
        ("Li Xiaoqin", "sanmen"),
        ("R&D", "研发"),
        ("gdp", "地区生产总值"),
        ("37600", "37,600"),
        ("大数据 人才", "big data"),
    ],
)
def test_a_narrower_search_finds_a_part(real_store: Store, narrow: str, wide: str) -> None:
    assert ids(real_store, narrow)
    assert ids(real_store, narrow) <= ids(real_store, wide)


def test_a_phrase_copied_from_a_sentence_finds_it(real_store: Store) -> None:
    # Every stretch of six letters of every sentence, against the very terms that the search asks for.
    for row in real_store.run("select quote_id, text, search_text from quotes order by quote_id").to_dict("records"):
        for start in range(len(row["text"]) - WINDOW + 1):
            phrase = Selection(search=row["text"][start : start + WINDOW]).search
            for term in terms(phrase, real_store.names):
                assert any(spelling in row["search_text"] for spelling in term.spellings), (row["quote_id"], phrase, term)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_whole_beginning_of_a_sentence_finds_it(real_store: Store, data: st.DataObject) -> None:
    rows = real_store.run("select quote_id, text from quotes order by quote_id")
    place = data.draw(st.integers(0, len(rows) - 1))
    start = data.draw(st.integers(0, len(rows["text"][place]) - WINDOW))
    length = data.draw(st.integers(WINDOW, SEARCH_LENGTH))
    found = quotes(real_store, Selection(search=rows["text"][place][start : start + length]))
    assert rows["quote_id"][place] in set(found["quote_id"])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(search=st.text(st.characters(codec=None, categories=None), max_size=40) | st.text("'\";%_?*\\的市杭州 a,-", max_size=40))
def test_any_search_at_all_is_answered(real_store: Store, search: str) -> None:
    chosen = Selection(search=search)
    for term in terms(chosen.search, real_store.names):
        assert all(spelling and spelling == fold(spelling) for spelling in term.spellings)
    assert len(observations(real_store, chosen)) <= len(observations(real_store, Selection()))


def test_another_word_narrows(real_store: Store) -> None:
    assert ids(real_store, "new keqiao") < ids(real_store, "new")
    assert ids(real_store, "zzz-nothing") == frozenset()
