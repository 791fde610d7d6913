"""The changelog: what it accepts, what it refuses and in which words, and which corrections an old version still needs."""

import pytest

from lib.domain.changelog import Changelog, read_changelog
from lib.domain.errors import DatasetError

RELEASES = """
[[release]]
version = "1.10.0"
released = "2026-03-01"
told_en = "More."
told_zh = "更多。"

[[release]]
version = "1.9.0"
released = "2026-02-01"
told_en = "Less."
told_zh = "更少。"
"""
CORRECTION = """
[[correction]]
row = "zz24-03a"
on = "2026-03-01"
since = "1.9.0"
version = "1.10.0"
was_en = "Wrong."
was_zh = "错。"
now_en = "Right."
now_zh = "对。"
noticed_en = "A reader."
noticed_zh = "读者。"
"""


def faults(text: str) -> list[str]:
    """Return what is said against a changelog."""
    with pytest.raises(DatasetError) as error:
        read_changelog(text)
    assert {problem.file for problem in error.value.problems} == {"data/curated/changelog.toml"}
    return [f"{problem.subject}: {problem.message}" for problem in error.value.problems]


def test_releases_and_corrections_are_read():
    found = read_changelog(RELEASES + CORRECTION)
    assert [release.version for release in found.releases] == ["1.10.0", "1.9.0"]
    assert [(one.row, one.now_zh) for one in found.corrections] == [("zz24-03a", "对。")]
    assert read_changelog("") == Changelog()


def test_only_the_versions_in_which_it_was_wrong_need_a_correction():
    found = read_changelog(RELEASES + CORRECTION)
    assert [one.row for one in found.corrections_after("1.9.0")] == ["zz24-03a"]
    assert found.corrections_after("1.10.0") == ()
    assert found.corrections_after("0.1.0") == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('told_zh = "更多。"\n', "", "1.10.0: `told_zh` is missing or is no text."),
        ('told_zh = "更多。"', "told_zh = 3", "1.10.0: `told_zh` is missing or is no text."),
        ('told_en = "More."', 'told_en = " "', "1.10.0: `told_en` is missing or is no text."),
        ('"2026-03-01"\ntold', '"2026-02-30"\ntold', "1.10.0: `2026-02-30` is no date."),
        ('"1.9.0"\nreleased', '"1.9"\nreleased', "1.9: `1.9` is no version."),
        ('"1.9.0"\nreleased', '"1.10.0"\nreleased', "1.10.0: it does not stand below a newer release."),
        ('row = "zz24-03a"', 'row = "a b"', "a b: `a b` is no id."),
        ('since = "1.9.0"', 'since = "1.8.0"', "zz24-03a: version 1.8.0 was not released."),
        ('row = "zz24-03a"', 'row = "zz24-03a"\nwhy = "x"', "zz24-03a: `why` is no field of it."),
        ("[[correction]]", "[[mistake]]", "mistake: `mistake` is no part of a changelog."),
    ],
)
def test_a_slip_is_named(old: str, new: str, said: str):
    text = RELEASES + CORRECTION
    assert old in text
    assert said in faults(text.replace(old, new, 1))


def test_what_is_no_toml_is_refused():
    assert faults("[[release]")[0].startswith(": the file is no TOML: ")
