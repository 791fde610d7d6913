"""Every number of a sentence is a token."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.curation.tokens import numbers_in


@pytest.mark.parametrize(
    ("sentence", "tokens"),
    [
        ("It cost 1.36 trillion yuan ($188.6 billion) in 2023.", ["1.36", "trillion", "188.6", "billion", "2023"]),
        ("Nearly a thousand of the three hundred and five came first.", ["thousand", "three hundred and five", "first"]),
        ("Tens of thousands paid half; the twenty-one others twice.", ["Tens of thousands", "half", "twenty-one", "twice"]),
        ("See page A9, the 14th, 1+3 and 1,000.", ["9", "14", "1", "3", "1,000"]),
        ("Someone often attended the tenth.", ["tenth"]),
        ("全省第一，百分之七点四，三百家，一些人。", ["一", "七点四", "三百"]),
        ("共有12个村。", ["12"]),
        ("No numbers here, several or not.", []),
    ],
)
def test_tokens_are_found(sentence, tokens):
    assert [number.printed for number in numbers_in(sentence)] == tokens


@given(st.text(max_size=60))
def test_no_digit_is_passed_over_and_every_place_holds(text):
    found = numbers_in(text)
    covered = {at for number in found for at in range(number.start, number.end)}
    assert all(at in covered for at, char in enumerate(text) if char in "0123456789")
    assert all(text[number.start : number.end] == number.printed for number in found)
