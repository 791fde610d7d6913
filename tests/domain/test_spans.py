"""A figure stands as a whole, or not at all."""

import pytest

from lib.domain.spans import is_whole, raw_places, whole_places


@pytest.mark.parametrize(
    ("sentence", "printed", "places"),
    [
        ("In 2023 it made 23 coats.", "23", [16]),
        ("It rose by 1.36 percent.", "36", []),
        ("It often has ten.", "ten", [13]),
        ("He has 37,000 of 7,000.", "7,000", [17]),
        ("It ends with 12.", "12", [13]),
        ("共12家。", "12", [1]),
        ("No such thing.", "", []),
    ],
)
def test_only_whole_places_count(sentence, printed, places):
    assert whole_places(sentence, printed) == places


def test_raw_places_also_count_parts():
    assert raw_places("In 2023 it made 23 coats.", "23") == [5, 16]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (0, 99)])
def test_a_span_outside_the_sentence_is_not_whole(start, end):
    assert not is_whole("ten", start, end)
