"""The splitter cuts where a sentence ends, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.curation.sentences import split


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in split(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rose. It fell.", ["It rose.", "It fell."]),
        ("Soon Mr. Li came. He left.", ["Soon Mr. Li came.", "He left."]),
        ("Tea Co., Ltd. Of Anji sells tea.", ["Tea Co., Ltd. Of Anji sells tea."]),
        ("It cost 1.36 yuan.", ["It cost 1.36 yuan."]),
        ("The 14th plan (2021-2025) ended.", ["The 14th plan (2021-2025) ended."]),
        ("“Tea is life.” He drank.", ["“Tea is life.”", "He drank."]),
        ('"Let us play ball!" and "Dance!" rang out.', ['"Let us play ball!" and "Dance!" rang out.']),
        ('It will be so. ".', ["It will be so.", '".']),
        ("Quality came first… last year it rose.", ["Quality came first… last year it rose."]),
        ("It rose; it fell, too.", ["It rose; it fell, too."]),
        ("【 Story 1: tea 】", ["【 Story 1: tea 】"]),
        ("It ended. 【 Story 2 】 began.", ["It ended.", "【 Story 2 】 began."]),
        ("It rose. 24 shops opened.", ["It rose.", "24 shops opened."]),
        ("茶叶上涨。他说：“好！”店铺增加。", ["茶叶上涨。", "他说：“好！”", "店铺增加。"]),
        ("One\nTwo", ["One", "Two"]),
        ("It\u00a0rose.  It fell.", ["It\u00a0rose.", "It fell."]),
        ("", []),
    ],
)
def test_a_text_falls_into_its_sentences(text, sentences):
    assert texts(text) == sentences


def test_a_sentence_knows_its_place():
    found = split("Title\n\nIt rose. It fell.\n")
    assert [(sentence.ordinal, sentence.locator) for sentence in found] == [
        (1, "paragraph 1, sentence 1"),
        (2, "paragraph 2, sentence 1"),
        (3, "paragraph 2, sentence 2"),
    ]


@given(st.text(alphabet="aA1 .!?”“\"'\n。！（）【】\u00a0", max_size=80))
def test_nothing_but_white_space_is_lost(text):
    assert "".join("".join(texts(text)).split()) == "".join(text.split())
