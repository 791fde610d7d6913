"""Words in the reader's language, and data made safe for Markdown."""

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.ui.words import in_language, label_of, plain, t
from tests.ui.conftest import Reader

# ASCII punctuation that Markdown, Streamlit's directives, mathematics or HTML give a meaning to.
SIGNS = set("\\`*_{}[]()#+-.!$~|<>:&")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain words, 杭州 2,000", "plain words, 杭州 2,000"),
        ("$5 *a* _b_", r"\$5 \*a\* \_b\_"),
        ("[x](y) :red[z]", r"\[x\]\(y\) \:red\[z\]"),
        ("<b>&amp;", r"\<b\>\&amp;"),
        ("1. # `c` ~d~ a|b", r"1\. \# \`c\` \~d\~ a\|b"),
        ("\\*", r"\\\*"),
    ],
)
def test_signs_are_escaped_and_words_are_not(text: str, escaped: str):
    assert plain(text) == escaped


@given(st.text())
def test_the_escapes_undone_are_the_text(text: str):
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plain(text)) == text


@given(st.text(st.sampled_from([*SIGNS, "a", " ", "中"])))
def test_no_sign_stands_without_its_escape(text: str):
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", plain(text))
    assert SIGNS.isdisjoint(bare)


def test_words_follow_the_reader(reader: Reader):
    assert t("nav.explore") == "Explore"
    reader.reads("zh")
    assert t("nav.explore") == "探索"


def test_a_row_answers_in_the_language_it_has(reader: Reader):
    row = SimpleNamespace(publisher="The Daily", publisher_zh="日报", note="Mind.", note_zh="", label_en="Road", label_zh="路", gone=None)
    assert [in_language(row, name) for name in ("publisher", "note", "gone")] == ["The Daily", "Mind.", ""]
    assert label_of(row, "label") == "Road"
    reader.reads("zh")
    assert [in_language(row, name) for name in ("publisher", "note", "gone")] == ["日报", "Mind.", ""]
    assert label_of(row, "label") == "路"
