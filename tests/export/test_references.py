"""References: each style as its standard writes it, whatever a title holds."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.export.references import STYLES, Day, Kind, Reference, apa, bibtex, csl_json, gbt, tex

TODAY = Day.of("2026-11-22")
DATASET = Reference(
    "cpe", Kind.DATASET, "The dataset", ("The Explorer",), TODAY, TODAY, "https://example.org/data?v=1.2.0", "The Explorer", version="1.2.0"
)
NEWS = Reference(
    "zz24", Kind.NEWS, "City outlines goals", ("Wu Huanqing", "Wang Junlu", "Tang Tao", "Zhu Han"), Day.of("2024-04-12"), TODAY,
    "https://example.org/a_b", "China Daily", language="en",
)  # fmt: skip
PAGE = replace(NEWS, kind=Kind.PAGE, authors=(), title="Tops!")
# Responsible. Title[code/OL]. (date)[access]. address. — or with the newspaper before the date.
GBT = re.compile(
    r"(?:[^\[\]]+\. )?[^\[\]]+\[(?:DS|N|EB)/OL\](?://[^\[\]]+)?[.!] (?:[^\[\]]+, )?\(?\d{4}-\d\d-\d\d\)?\[\d{4}-\d\d-\d\d\]\. https?://\S+\."
)


def test_apa_names_author_year_version_and_the_day_of_access():
    assert apa(DATASET) == (
        "The Explorer. (2026). The dataset (Version 1.2.0) [Data set]. Retrieved November 22, 2026, from https://example.org/data?v=1.2.0"
    )
    assert apa(NEWS) == (
        "Wu Huanqing, Wang Junlu, Tang Tao, & Zhu Han. (2024, April 12). City outlines goals. China Daily. "
        "Retrieved November 22, 2026, from https://example.org/a_b"
    )
    assert apa(PAGE) == "China Daily. (2024, April 12). Tops! Retrieved November 22, 2026, from https://example.org/a_b"


def test_gbt_gives_the_code_of_what_is_cited():
    assert gbt(DATASET) == "The Explorer. The dataset: 1.2.0[DS/OL]. (2026-11-22)[2026-11-22]. https://example.org/data?v=1.2.0."
    assert gbt(NEWS) == (
        "Wu Huanqing, Wang Junlu, Tang Tao, et al. City outlines goals[N/OL]. China Daily, 2024-04-12[2026-11-22]. https://example.org/a_b."
    )
    assert gbt(PAGE) == "China Daily. Tops![EB/OL]. (2024-04-12)[2026-11-22]. https://example.org/a_b."
    assert ", 等. " in gbt(replace(NEWS, language="zh"))


@pytest.mark.parametrize("reference", [DATASET, NEWS, PAGE, replace(DATASET, container="The whole")])
def test_gbt_has_the_form_of_the_standard(reference: Reference):
    assert GBT.fullmatch(gbt(reference))


def test_a_reference_without_a_day_of_access_fails_the_form():
    assert not GBT.fullmatch(gbt(replace(NEWS, accessed=None)))


def test_what_is_not_known_is_left_out():
    bare = Reference("x", Kind.DATASET, "Title", ("Name",), None)
    assert apa(bare) == "Name. (n.d.). Title [Data set]."
    assert gbt(bare) == "Name. Title[DS/OL]."
    assert bibtex(bare) == "@misc{x,\n  author = {{Name}},\n  title = {{Title}}\n}"
    assert json.loads(csl_json(bare)) == {"id": "x", "type": "dataset", "title": "Title", "author": [{"literal": "Name"}]}


def test_two_names_are_joined_without_a_comma():
    assert apa(replace(NEWS, authors=("A B", "C D"))).startswith("A B & C D. (2024")


def test_a_hostile_title_stays_one_field():
    title = "100% {sure} \\input{x} $a_b$ #1 & ~^\n  next"
    assert r"title = {{100\% \{sure\} \textbackslash{}input\{x\} \$a\_b\$ \#1 \& \textasciitilde{}\textasciicircum{} next}}" in bibtex(
        replace(NEWS, title=title)
    )
    assert json.loads(csl_json(replace(NEWS, title='a "b" \\ c')))["title"] == 'a "b" \\ c'


def test_an_address_cannot_end_its_field():
    assert "url = {https://example.org/a%7Bb%7D%20%5Cc}" in bibtex(replace(NEWS, url="https://example.org/a{b} \\c"))


def test_a_quote_is_kept_as_printed():
    assert json.loads(csl_json(replace(DATASET, note="“Tea is life”, 约7.4%")))["note"] == "“Tea is life”, 约7.4%"


def test_no_day_is_made_up():
    with pytest.raises(ValueError, match="day"):
        Day.of("2026-02-30")


@given(st.text(), st.text())
def test_every_style_survives_any_text(title: str, name: str):
    reference = replace(NEWS, title=title, authors=(name,), publisher=name)
    for write in STYLES.values():
        assert write(reference)
    entry = bibtex(reference)
    unescaped = re.sub(r"\\[{}]", "", entry)
    assert unescaped.count("{") == unescaped.count("}")
    assert json.loads(csl_json(reference))["title" if title.split() else "id"]
    assert not re.search(r"(?<!\\)[$&#%_]", tex(title))
