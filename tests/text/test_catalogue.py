"""Every word exists in both languages, with the same fields, and every code has a label."""

import inspect
import string
from enum import StrEnum
from pathlib import Path

import pytest

from lib.domain import vocabulary
from lib.domain.vocabulary import Status, Theme
from lib.text.catalogue import LANGUAGES, entries, inline_label, join_names, labels, meanings, read_words, say, subject_of

VOCABULARIES = [
    member for _, member in inspect.getmembers(vocabulary, inspect.isclass) if issubclass(member, StrEnum) and member is not StrEnum
]


def fields(form: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(form) if name is not None}


@pytest.mark.parametrize("key", sorted(entries()))
def test_each_key_has_both_languages_with_words(key):
    forms = entries()[key].forms
    assert {"en", "zh"} <= set(forms)
    assert all(form.strip() for form in forms.values())


@pytest.mark.parametrize("key", sorted(entries()))
def test_the_languages_use_the_same_fields(key):
    forms = entries()[key].forms
    assert fields(forms["zh"]) == fields(forms["en"])
    assert fields(forms.get("en_one", "")) <= fields(forms["en"])


def is_chinese(words: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in words)


@pytest.mark.parametrize("vocabulary_enum", VOCABULARIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_code_of_each_vocabulary_has_its_own_label(vocabulary_enum, language):
    words = labels(language, vocabulary_enum)
    assert list(words) == [code.value for code in vocabulary_enum]
    assert len(set(words.values())) == len(words)
    assert all(is_chinese(label) == (language == "zh") for label in words.values())


def test_no_vocabulary_words_are_left_over_from_a_code_that_is_gone():
    codes = {f"{subject_of(enum)}.{code.value}" for enum in VOCABULARIES for code in enum}
    subjects = {subject_of(enum) for enum in VOCABULARIES}
    worded = {".".join(key.split(".")[:2]) for key in entries() if key.split(".")[0] in subjects}
    assert worded == codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_meanings_are_sentences(language):
    explained = [meaning for enum in VOCABULARIES for meaning in meanings(language, enum).values()]
    assert len(explained) > 60
    assert all(meaning.endswith("." if language == "en" else "。") for meaning in explained)


def test_policy_words_in_chinese():
    assert list(labels("zh", Status).values()) == ["已报道", "进行中", "计划", "目标"]
    assert list(labels("zh", Theme).values()) == ["收入差距", "产业", "公共服务"]


def test_an_unknown_key_names_itself_and_the_file_to_add_it_to():
    with pytest.raises(KeyError) as error:
        say("en", "status.abandoned")
    assert error.value.args[0] == "no words for 'status.abandoned': add [status.abandoned] with en and zh to lib/text/words/evidence.toml"
    with pytest.raises(KeyError) as error:
        say("zh", "weather.rain")
    assert error.value.args[0] == "no words for 'weather.rain': add [weather.rain] with en and zh to lib/text/words/weather.toml"


def test_a_key_in_two_files_is_refused(tmp_path: Path):
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text('[greeting]\nen = "Hello"\nzh = "你好"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"^\[greeting\] stands in a\.toml and in b\.toml: keep one of the two$"):
        read_words(tmp_path)


def test_an_entry_may_hold_entries(tmp_path: Path):
    (tmp_path / "a.toml").write_text('[a.b]\nen = "x"\nzh = "x"\n[a.b.c]\nen = "y"\nzh = "y"\n', encoding="utf-8")
    assert list(read_words(tmp_path)) == ["a.b", "a.b.c"]


def test_the_singular_is_chosen_for_one_thing_in_english(tmp_path: Path):
    (tmp_path / "a.toml").write_text('[n]\nen = "{count} quotes"\nen_one = "{count} quote"\nzh = "{count}条"\n', encoding="utf-8")
    entry = read_words(tmp_path)["n"]
    assert [entry.form("en", {"count": n}) for n in (0, 1, 2)] == ["{count} quotes", "{count} quote", "{count} quotes"]
    assert entry.form("zh", {"count": 1}) == "{count}条"


@pytest.mark.parametrize(
    ("language", "names", "joined"),
    [
        ("en", [], ""),
        ("en", ["A"], "A"),
        ("en", ["A", "B"], "A and B"),
        ("en", ["A", "B", "C"], "A, B and C"),
        ("zh", ["甲", "乙", "丙"], "甲、乙和丙"),
    ],
)
def test_names_are_joined_as_in_prose(language, names, joined):
    assert join_names(language, names) == joined


def test_a_label_inside_a_sentence_starts_small():
    assert inline_label("en", Theme.INCOME_GAP) == "income gap"
    assert inline_label("zh", Theme.INCOME_GAP) == "收入差距"
