"""Pictures stand alone: their words are in them, on white, twice as large as on a screen, and with Chinese on every machine."""

import io
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from lib.export import fonts
from lib.export.about import About
from lib.export.pictures import SCALE, WIDTH, Picture, Plate, png, svg
from lib.export.png_file import repacked
from lib.export.svg import Type, element, paragraph
from lib.export.typesetting import in_typefaces_at_hand
from lib.text.catalogue import entries

ROOT = Path(__file__).resolve().parents[2]
LINK = "https://example.org/app/income_gap?" + "&".join(f"region=33060{digit}" for digit in range(9)) + "#q01"
ABOUT = About(
    "How wide is Keqiao’s gap?", "杭州 <b>&amp;</b> a finding.", "All 2 figures.", "Source: Daily.", "1.2.3", "2026-01-02",
    "2026-03-04", LINK, "en",
)  # fmt: skip
SPEC = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "data": {"values": [{"x": 1}]},
    "mark": {"type": "text", "text": "杭州", "fontWeight": 600},
    "height": 40,
    "background": "#FFFFFF",
}
KEY = [
    {"label": "Shape", "entries": [{"shape": "plan", "symbol": "square", "solid": 0.0, "words": "Planned"}]},
    {"label": "Sign", "entries": [{"sign": "→", "words": "Or more"}]},
    {"label": "Colour", "entries": [{"colour": "#1D4ED8", "words": "Zhengzhou"}]},
]
PICTURE = Picture([Plate(SPEC, "One word.", "Heading")], ABOUT, KEY, ["Read it so."])
# Run where no typeface is installed: fontconfig is led to a folder that is not there.
ALONE = """
import vl_convert
from lib.export import fonts
box = '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><text y="20">{}</text></svg>'
print(vl_convert.svg_to_png(box.format("杭")) == vl_convert.svg_to_png(box.format("\\U000e1235")))
print(fonts.can_draw("杭州"), fonts.can_draw("\\U000e1235"))
"""


def words_of(document: bytes) -> list[str]:
    root = ElementTree.fromstring(document)
    return ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]


def test_an_svg_says_in_text_all_that_it_needs_to_stand_alone():
    words = words_of(svg(PICTURE))
    assert words[:2] == [ABOUT.title, ABOUT.subtitle]
    assert {"Planned", "Or more", "Zhengzhou", "Heading", "杭州", "Read it so.", "Source: Daily.", "All 2 figures."} <= set(words)
    assert words[-2:] == ["Dataset 1.2.3 of 2026-01-02 · made on 4 March 2026", f"Link: {LINK}"]


def test_an_svg_links_back_lies_on_white_and_tells_what_it_shows():
    root = ElementTree.fromstring(svg(PICTURE))
    names = {part.tag.rpartition("}")[2]: part for part in root}
    assert names["a"].get("href") == LINK
    assert (names["title"].text, names["desc"].text) == (ABOUT.title, "One word.")
    ground = next(part for part in root if part.tag.endswith("rect"))
    assert (ground.get("fill"), ground.get("width"), ground.get("height")) == ("#FFFFFF", root.get("width"), root.get("height"))


def test_a_spec_that_asks_for_something_from_outside_gets_nothing():
    asking = {**SPEC, "data": {"url": "https://example.org/rows.json"}}
    with pytest.raises(ValueError, match="not allowed"):
        svg(Picture([Plate(asking, "")], ABOUT))


def test_two_charts_keep_the_names_of_their_parts_apart():
    clipped = {**SPEC, "mark": {"type": "rect", "clip": True}, "encoding": {"x": {"field": "x", "type": "quantitative"}}}
    root = ElementTree.fromstring(svg(Picture([Plate(clipped, ""), Plate(clipped, "")], ABOUT, columns=2)))
    names = [part.get("id") for part in root.iter() if part.get("id")]
    used = {part.get("clip-path") for part in root.iter() if part.get("clip-path")}
    assert len(names) == len(set(names)) > 1
    assert used <= {f"url(#{name})" for name in names}


def test_a_png_is_twice_as_wide_white_at_its_edges_and_says_in_the_file_what_it_is():
    image = Image.open(io.BytesIO(png(PICTURE)))
    image.load()
    assert image.width == SCALE * WIDTH
    assert image.convert("RGB").getpixel((2, 2)) == image.convert("RGB").getpixel((image.width - 3, image.height - 3)) == (255, 255, 255)
    assert image.text == ABOUT.fields()  # type: ignore[attr-defined]


def test_packing_keeps_every_pixel_and_adds_the_texts():
    drawn = io.BytesIO()
    Image.effect_noise((900, 700), 60).save(drawn, "png", compress_level=1)
    packed = Image.open(io.BytesIO(repacked(drawn.getvalue(), {"title": "杭州 \x00 end"})))
    assert packed.tobytes() == Image.open(drawn).tobytes()
    assert packed.text == {"title": "杭州 \x00 end"}  # type: ignore[attr-defined]


def test_chinese_is_drawn_where_no_typeface_is_installed(tmp_path: Path):
    (tmp_path / "fonts.conf").write_text("<fontconfig><dir>/nowhere</dir></fontconfig>")
    bare = {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    told = subprocess.run([sys.executable, "-c", ALONE], cwd=ROOT, env=bare, capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout.split() == ["True", "True", "False"], "a box without the package, a character with it"


def test_the_typeface_has_every_character_that_the_product_says():
    said = {character for entry in entries().values() for form in entry.forms.values() for character in form}
    assert [character for character in sorted(said) if not fonts.can_draw(character)] == []


def test_narrow_signs_are_set_in_latin_in_english_alone():
    for language, parts in (("en", ["’", "·"]), ("zh", [])):
        text = element("text", font_weight="600", font_size="10px", fill="#111111")
        text.text = "Keqiao’s · gap"
        set_in = in_typefaces_at_hand(text, language)  # type: ignore[arg-type]
        assert "".join(set_in.itertext()) == "Keqiao’s · gap"
        assert [part.text for part in set_in] == parts
        assert (set_in.get("stroke"), set_in.get("stroke-width")) == ("#111111", "0.35")


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), max_size=200).map(
        lambda text: " ".join(text.split())
    )
)
def test_a_paragraph_holds_its_whole_text_in_as_many_lines_as_it_is_high(text: str):
    look = Type(12, "#000000")
    block, height = paragraph(text, 0, 0, 200, look, "x")
    assert "".join(block.itertext()) == text
    assert height == len(block) * look.line
