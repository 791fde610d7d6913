"""Texts are measured rather too wide than too narrow, and wrapped without losing a word that fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.text.measure import shorten, text_width, wrap


def test_a_chinese_character_is_as_wide_as_the_type_is_high():
    assert text_width("柯桥区", 12) == 36


@pytest.mark.parametrize(
    ("text", "width", "wrapped"),
    [
        ("Public services", 200, "Public services"),
        ("Public services", 60, "Public\nservices"),
        ("农村居民人均可支配收入", 84, "农村居民人均可\n支配收入"),
        ("Antidisestablishmentarianism", 60, "Antidisest\nablishm…"),
        ("", 60, ""),
    ],
)
def test_wrapping(text, width, wrapped):
    assert wrap(text, width, 12) == wrapped


@given(st.text(st.characters(categories=["L", "Zs"], max_codepoint=0x9FFF)), st.integers(40, 300))
def test_no_line_is_wider_than_its_room(text, width):
    assert all(text_width(line, 12) <= width for line in wrap(text, width, 12).split("\n"))


@given(st.text(min_size=1), st.integers(20, 300))
def test_shortening_keeps_the_beginning_or_everything(text, width):
    short = shorten(text, width, 12)
    assert short == text or (short.endswith("…") and text.startswith(short.removesuffix("…")))
