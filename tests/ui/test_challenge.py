"""The report that challenges a figure: whole in both languages, addressed only to what looks like an address."""

import re

import pytest

from lib.text.catalogue import LANGUAGES, Language
from lib.ui.challenge import challenge_words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_asks_for_all_that_is_needed_to_check_a_figure(language: Language):
    words = challenge_words(language, "1.1.0")
    asked = set(re.findall(r"\{(\w+)\}", words["body"]))
    assert asked == {"claim", "what", "place", "shown", "quote", "source", "version", "link"}
    assert re.findall(r"\{(\w+)\}", words["subject"]) == ["claim"]
    assert words["version"] == "1.1.0"


@pytest.mark.parametrize(
    ("given", "address"),
    [("data@example.org", "data@example.org"), (" data@example.org ", "data@example.org"), ("", ""), ("a@b?cc=all@c", ""), ("nobody", "")],
)
def test_only_an_address_becomes_the_addressee(monkeypatch: pytest.MonkeyPatch, given: str, address: str):
    monkeypatch.setenv("CHALLENGE_ADDRESS", given)
    assert challenge_words("en", "1.1.0")["address"] == address
