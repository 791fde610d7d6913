"""The words by which a figure is cited: whole in both languages and in every style, with open places for the browser alone."""

import json
import re

import pytest

from lib.export.references import STYLES
from lib.queries.sources import source_list
from lib.queries.store import Store
from lib.text.catalogue import LANGUAGES, Language
from lib.ui.cite import document_reference, figure_words
from lib.ui.rows import each

PLACE = re.compile("\ue000(\\w+)\ue001")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_style_names_figure_version_address_and_day(language: Language, real_store: Store):
    words = figure_words(language, real_store)
    assert {style["name"] for style in words["styles"]} == set(STYLES)
    for style in words["styles"]:
        assert {"claim", "what", "place", "shown", "link"} <= set(PLACE.findall(style["reference"]))
        assert set(PLACE.findall(style["reference"])) & {"accessed", "accessedlong", "year"}
        assert real_store.version in style["reference"]


def test_each_document_is_cited_as_it_prints_itself(real_store: Store):
    words = figure_words("en", real_store)
    for row in each(source_list(real_store)):
        for style in words["styles"]:
            cited = style["documents"][row.prefix]
            assert row.published[:4] in cited
            title = json.loads(cited)["title"] if style["name"] == "csl" else row.title
            assert title == " ".join(row.title.split())


def test_the_kind_of_document_decides_its_code(real_store: Store):
    kinds = {row.source_id: document_reference(row).kind for row in each(source_list(real_store))}
    assert (kinds["china-daily-2024-zhengzhou"], kinds["keqiao-release-2023-keqiao"]) == ("news", "page")


def test_chinese_readers_meet_their_standard_first(real_store: Store):
    assert [figure_words(language, real_store)["styles"][0]["name"] for language in LANGUAGES] == ["apa", "gbt"]
