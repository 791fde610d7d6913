"""What a search looks in: folded, with synonyms both ways and pinyin; the built texts find what a reader would try."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.curation.pinyin import joined, syllables
from lib.curation.search_texts import with_search_texts
from lib.curation.synonyms import Synonyms
from lib.domain.folding import fold
from lib.domain.tables import TABLES

JACKETS = Synonyms(("shell jacket", "assault suit", "冲锋衣"))


def rows(**given: list[dict[str, object]]) -> dict[str, list[dict[str, object]]]:
    return {table.name: given.get(table.name, []) for table in TABLES}


@pytest.mark.parametrize(
    ("text", "spaced", "run_on"),
    [
        ("柯桥区", "ke qiao qu", ("keqiaoqu",)),
        ("共富工坊", "gong fu gong fang", ("gongfugongfang",)),
        ("吕山乡", "lv shan xiang", ("lvshanxiang", "lushanxiang")),
        ("中国(河南)", "zhong guo he nan", ("zhongguo", "henan")),
        ("plain words", "", ()),
    ],
)
def test_pinyin_is_without_tones(text: str, spaced: str, run_on: tuple[str, ...]) -> None:
    assert (syllables(text), joined(text)) == (spaced, run_on)


@pytest.mark.parametrize("text", ["fifty assault suits", "an assault-suit firm", "“Assault Suits”", "冲锋衣产业", "a shell jacket"])
def test_a_text_holds_a_synonym(text: str) -> None:
    assert JACKETS.stand_in(fold(text))


@pytest.mark.parametrize("text", ["an assault", "assault suitcase", "nutshell jacket", "冲锋"])
def test_a_part_of_a_word_is_no_synonym(text: str) -> None:
    assert not JACKETS.stand_in(fold(text))


def test_a_quote_is_found_by_its_words_its_speaker_its_programmes_and_synonyms() -> None:
    quote: dict[str, object] = {
        "quote_id": "q",
        "text": "He “sews” 1,000 Assault Suits.",
        "speaker": "Mr. Li",
        "speaker_zh": "李先生",
        "programmes": "workshops",
    }
    programme: dict[str, object] = {
        "programme_id": "workshops",
        "label_en": "Workshops",
        "label_zh": "共富工坊",
        "aliases": "Gongfu Workshop",
    }
    made = with_search_texts(rows(quotes=[quote], programmes=[programme]), (JACKETS,))["quotes"][0]["search_text"]
    assert made == (
        'he "sews" 1000 assault suits. mr. li 李先生 workshops 共富工坊 gongfu workshop gongfugongfang '
        "shell jackets assault suits 冲锋衣 chongfengyi"
    )


def test_other_rows_are_found_by_their_own_words() -> None:
    made = with_search_texts(
        rows(
            observations=[{"printed": "1,000 pieces"}],
            indicators=[
                {"indicator_id": "jackets", "label_en": "Jackets", "label_zh": "冲锋衣数", "definition_en": "D.", "definition_zh": "义。"}
            ],
            regions=[{"name_en": "Lüshan Township", "name_zh": "吕山乡", "aliases": None}],
            events=[{"label_en": "Opens", "label_zh": "开放"}],
        ),
        (JACKETS,),
    )
    assert made["observations"] == [{"printed": "1,000 pieces", "search_text": "1000 pieces"}]
    assert (
        made["indicators"][0]["search_text"]
        == "jackets jackets 冲锋衣数 d. 义。 chongfengyishu shell jackets assault suits 冲锋衣 chongfengyi"
    )
    assert made["regions"][0]["search_text"] == "lushan township 吕山乡 lvshanxiang lushanxiang"
    assert made["regions"][0]["pinyin"] == "lv shan xiang"
    assert made["events"][0]["search_text"] == "opens 开放 kaifang"


def test_a_name_without_chinese_has_no_pinyin() -> None:
    assert with_search_texts(rows(regions=[{"name_en": "ASEAN", "name_zh": "ASEAN"}]), ())["regions"][0]["pinyin"] is None


@given(st.text(), st.text())
def test_any_words_make_a_search_text(text: str, speaker: str) -> None:
    made = with_search_texts(rows(quotes=[{"text": text, "speaker": speaker}]), (JACKETS,))["quotes"][0]["search_text"]
    assert isinstance(made, str)
    assert all(word in made for word in fold(text).split())
