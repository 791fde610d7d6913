"""The register of pages."""

from pathlib import Path

from lib.text.catalogue import LANGUAGES, say
from lib.ui.navigation import ICON, PAGES

ROOT = Path(__file__).resolve().parents[2]


def test_every_page_file_is_registered_once():
    assert sorted(ROOT / entry.file for entry in PAGES) == sorted((ROOT / "pages").glob("*.py"))


def test_every_page_has_words_in_every_language():
    told = {say(language, f"nav.{entry.name}{part}") for language in LANGUAGES for entry in PAGES for part in ("", "_help")}
    assert len(told) == len(LANGUAGES) * len(PAGES) * 2


def test_the_overview_comes_first():
    assert PAGES[0].name == "overview"


def test_the_picture_of_the_tab_is_a_file_of_our_own():
    assert ICON.read_bytes().startswith(b"\x89PNG")
