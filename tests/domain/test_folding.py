"""Folding: one form for every way of writing the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.folding import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Lüshan  Township\n", "lushan township"),
        ("“People’s” livelihood", '"people\'s" livelihood'),
        ("37,600 yuan, up 7.4%", "37600 yuan up 7.4%"),
        ("Star Village\u00a0of", "star village of"),
        ("year‑on–year — so", "year-on-year - so"),
        ("ＧＤＰ２０２２", "gdp2022"),
        ("千村示范、万村整治", "千村示范万村整治"),
        ("经济，社会", "经济社会"),
        ("R&D", "r&d"),
        ("", ""),
        (" , ", ""),
    ],
)
def test_one_form(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


WRITTEN = st.text("abcdefgXYZ  .,;-–’“”%&$0123456789城乡\u00a0é", min_size=1, max_size=60)


@given(WRITTEN, st.integers(0, 59), st.integers(1, 20))
def test_what_is_copied_from_a_text_is_found_in_it(text: str, start: int, length: int) -> None:
    assert all(word in fold(text) for word in fold(text[start : start + length]).split())
