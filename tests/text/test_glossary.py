"""The glossary: terms are found in running text, once each, whole and longest first, and the text stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.text.glossary import TERMS, Word, marked, meaning, spellings


def terms_in(text, language="en"):
    return [(word.text, word.term) for word in marked(text, language) if word.term]


def test_a_term_is_marked_where_it_first_occurs():
    text = "Urban-rural income ratio 2022; the urban-rural income ratio is lower where incomes are more equal."
    assert terms_in(text) == [("Urban-rural income ratio", "urban_rural_ratio")]


def test_the_longest_spelling_wins():
    assert terms_in("Growth of industrial value added") == [("industrial value added", "value_added")]
    assert terms_in("城乡居民收入倍差", "zh") == [("城乡居民收入倍差", "urban_rural_ratio")]


def test_a_part_of_another_word_is_no_term():
    assert terms_in("Multiplex overstock and mutton") == []


def test_chinese_terms_stand_without_spaces():
    assert terms_in("浙江共富工坊吸纳就业", "zh") == [("共富工坊", "workshop")]


def test_plain_text_is_one_run():
    assert marked("Nothing technical here.", "en") == (Word("Nothing technical here."),)
    assert marked("", "en") == ()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_spelling_stands_for_two_terms(language):
    listed = [spelling.casefold() for term in TERMS for spelling in spellings(term, language)]
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("term", TERMS)
def test_every_term_is_found_by_its_usual_name_and_explained(term, language):
    assert terms_in(spellings(term, language)[0], language) == [(spellings(term, language)[0], term)]
    assert meaning(term, language).endswith(("。", "."))


@given(st.text(max_size=80) | st.sampled_from([f"x {spellings(term, 'en')[0]} y" for term in TERMS]), st.sampled_from(["en", "zh"]))
def test_joined_again_the_runs_are_the_text(text, language):
    assert "".join(word.text for word in marked(text, language)) == text
