"""Chinese numerals read as written, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.chinese_numerals import chinese_number

DIGITS = "零一二三四五六七八九"


def in_characters(number: int) -> str:
    if number >= 10_000:
        size, word = (10**8, "亿") if number >= 10**8 else (10**4, "万")
        head, tail = divmod(number, size)
        gap = "零" if tail and tail < size // 10 else ""
        return in_characters(head) + word + gap + (in_characters(tail) if tail else "")
    written, pending = "", False
    for size, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            written += ("零" if pending and written else "") + DIGITS[digit] + word
            pending = False
        else:
            pending = True
    return written or "零"


@given(st.integers(0, 10**12))
def test_a_number_survives_being_written(number):
    assert chinese_number(in_characters(number)) == number


@pytest.mark.parametrize("text", ["", "百", "十百", "一零", "点五", "三点", "人", "一二", "万"])
def test_what_is_no_number_is_refused(text):
    assert chinese_number(text) is None
