"""The register of pages."""

from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

from lib.text.catalogue import LANGUAGES, Language, say
from lib.ui import navigation
from lib.ui.navigation import ICON, PAGES, STAFF

ROOT = Path(__file__).resolve().parents[2]


def test_every_page_file_is_registered_once():
    assert sorted(ROOT / entry.file for entry in (*PAGES, *STAFF)) == sorted((ROOT / "pages").glob("*.py"))


def test_every_page_has_words_in_every_language():
    told = {say(language, f"nav.{entry.name}{part}") for language in LANGUAGES for entry in (*PAGES, *STAFF) for part in ("", "_help")}
    assert len(told) == len(LANGUAGES) * len((*PAGES, *STAFF)) * 2


def test_the_overview_comes_first():
    assert PAGES[0].name == "overview"


def test_the_register_stands_in_the_order_in_which_the_menu_shows_it():
    is_first_of_its_section = [before.section != entry.section for before, entry in pairwise(PAGES)]
    assert 1 + sum(is_first_of_its_section) == len({entry.section for entry in PAGES})
    assert not PAGES[0].section


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_stands_in_the_section_of_its_entry(language: Language, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(navigation, "st", SimpleNamespace(Page=lambda file, **settings: settings["url_path"]))
    menu = navigation.pages(language)
    assert sum(map(len, menu.values())) == len(PAGES)
    assert menu[say(language, "nav_section.questions")] == ["income_gap", "industry", "public_services"]
    assert menu[""][:2] == ["overview", "explore"]


def test_the_picture_of_the_tab_is_a_file_of_our_own():
    assert ICON.read_bytes().startswith(b"\x89PNG")
