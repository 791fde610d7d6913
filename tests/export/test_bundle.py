"""The offline folder: one document that asks for nothing, says everything as text, and is the same for the same story."""

import io
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from lib.export.bundle import bundle
from lib.export.bundle_page import page
from lib.export.slides import Deck, printable
from tests.export.conftest import HOSTILE


class Read(HTMLParser):
    """What a browser would take from the document."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.fixture(scope="module")
def read(deck: Deck) -> Read:
    return Read(page(deck, "data/figures.csv").decode())


def test_the_folder_holds_the_document_and_the_figures_and_is_the_same_each_time(deck: Deck):
    made = bundle(deck, b"a,b", "story-1.2.3-zh")
    assert made == bundle(deck, b"a,b", "story-1.2.3-zh")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == ["story-1.2.3-zh/index.html", "story-1.2.3-zh/data/figures.csv"]
        assert archive.read("story-1.2.3-zh/data/figures.csv") == b"a,b"


@pytest.mark.parametrize("name", ["", "..", "../x", "a/b", "a\\b", "/a", "a..b", "c:", "A", ".hidden", "x" * 101])
def test_a_name_that_leads_elsewhere_is_refused(deck: Deck, name: str):
    with pytest.raises(ValueError, match="is no name of a folder"):
        bundle(deck, b"", name)


def test_what_a_quote_says_stays_text(read: Read):
    assert [attributes for tag, attributes in read.tags if tag == "script"] == [{}]
    assert printable(HOSTILE) in read.texts
    assert not [name for _, attributes in read.tags for name in attributes if name.startswith("on")]


def test_only_addresses_of_the_web_and_the_figures_are_links(read: Read):
    links = {str(attributes["href"]) for tag, attributes in read.tags if tag == "a"}
    assert "data/figures.csv" in links
    assert all(link.startswith("https://example.org/") for link in links - {"data/figures.csv"})


def test_nothing_is_asked_from_anywhere(read: Read):
    assert not [tag for tag, attributes in read.tags if "src" in attributes or tag in {"link", "iframe", "object", "img", "image"}]
    rules = next(attributes["content"] for _, attributes in read.tags if attributes.get("http-equiv") == "Content-Security-Policy")
    assert str(rules).startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in str(rules)


def test_every_chart_is_drawn_in_the_document_and_keeps_its_names_apart(read: Read):
    assert sum(tag == "svg" and attributes.get("role") == "img" for tag, attributes in read.tags) == 4
    names = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert len(names) == len(set(names))


def test_version_date_filters_and_link_stand_on_it(read: Read):
    told = " ".join(read.texts)
    assert all(re.search(words, told) for words in ("数据集1.2.3", "2026年3月4日", "All 2 figures", "Source: Daily", "step=3"))


def test_a_chart_without_figures_or_sentences_has_the_page_for_itself(deck: Deck):
    bare = replace(deck.slides[2], cards=(), sentences=(), notes=())
    alone, beside = (Read(page(Deck(deck.about, [slide]), "figures.csv").decode()).tags for slide in (bare, deck.slides[0]))
    assert ["body alone" in [given.get("class") for _, given in tags] for tags in (alone, beside)] == [True, False]
    assert ["details" in dict(tags) for tags in (alone, beside)] == [False, True]
