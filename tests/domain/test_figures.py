"""A printed figure reads as one number, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.figures import FigureError, is_ceiling, is_floor, parse_figure

READS_AS = {
    "1.36 trillion yuan": 1.36e12,
    "290 billion": 2.9e11,
    "9.43 million": 9_430_000,
    "28,200": 28_200,
    "1,000": 1_000,
    "45000": 45_000,
    "0.27": 0.27,
    "1.599": 1.599,
    "-3.2 percent": -3.2,
    "7.4 percent": 7.4,
    "67%": 67,
    "three": 3,
    "twenty-one": 21,
    "seventeen": 17,
    "fifty years": 50,
    "two hundred and five thousand": 205_000,
    "a thousand": 1_000,
    "a dozen": 12,
    "hundreds": 100,
    "millions": 1e6,
    "tens of thousands": 1e4,
    "tens of thousands of yuan a day": 1e4,
    "hundreds of millions": 1e8,
    "half": 0.5,
    "half a month": 0.5,
    "a quarter": 0.25,
    "first": 1,
    "third": 3,
    "15th": 15,
    "lowest": 1,
    "top ten": 10,
    "top 1,000": 1_000,
    "one worker in five": 20,
    "one in five": 20,
    "nine out of 10": 90,
    "twice": 2,
    "“50,000 yuan”": 50_000,
    "133 days": 133,
    "15,000 square meters": 15_000,
    "$188.6 billion": 1.886e11,
    "US$28,260": 28_260,
    "２８，２００": 28_200,
    "3.56万元": 35_600,
    "1.36万亿元": 1.36e12,
    "943万": 9_430_000,
    "1亿3000万": 1.3e8,
    "百分之七点四": 7.4,
    "八成": 80,
    "三百二十一": 321,
    "两千零五": 2_005,
    "十二": 12,
    "一亿三千万": 1.3e8,
    "一点三六万亿": 1.36e12,
    "数百万": 1e6,
    "第一": 1,
    "前十": 10,
    "一半": 0.5,
}

CANNOT_BE_READ = {
    "": "the figure is empty",
    "1,36": "`1,36` can be read in more than one way",
    "1,0000": "`1,0000` can be read in more than one way",
    "7.4.2": "`7.4.2` can be read in more than one way",
    "several": "`several` is not a number",
    "14 and 12": "`and` is not a number, a magnitude or a unit",
    "14 12": "`12` is a second number",
    "twelve twenty": "`twenty` is a second number",
    "1.36 gazillion yuan": "`gazillion` is not a number, a magnitude or a unit",
    "six in five": "`six in five` is not a part of a whole",
    "$": "`$` holds no number",
    "top -": "a number is missing",
    "- in -": "a number is missing",
    f"1{'0' * 400}": "the number is too large",
    "百分": "`分` is not a number, a magnitude or a unit",
    "十百": "`十百` is not a number, a magnitude or a unit",
}


@pytest.mark.parametrize(("printed", "value"), READS_AS.items())
def test_a_figure_reads_as_its_value(printed, value):
    assert parse_figure(printed) == value


@pytest.mark.parametrize(("printed", "message"), CANNOT_BE_READ.items())
def test_an_unreadable_figure_says_what_could_not_be_read(printed, message):
    with pytest.raises(FigureError) as caught:
        parse_figure(printed)
    assert str(caught.value) == message


def test_a_bare_half_depends_on_the_unit():
    assert parse_figure("half", "percent") == 50
    assert parse_figure("half a month", "percent") == 0.5
    assert parse_figure("half", "ratio") == 0.5


@pytest.mark.parametrize(
    ("printed", "floor", "ceiling"), [("millions", True, False), ("top ten", False, True), ("9 million", False, False)]
)
def test_bare_floors_and_ceilings_are_told(printed, floor, ceiling):
    assert (is_floor(printed), is_ceiling(printed)) == (floor, ceiling)


@given(st.integers(0, 10**15))
def test_a_whole_number_survives_grouping(number):
    assert parse_figure(f"{number:,}") == number
    assert parse_figure(f"{number} yuan") == number


@given(st.integers(0, 10**7), st.sampled_from([("thousand", 10**3), ("million", 10**6), ("billion", 10**9), ("万", 10**4), ("亿", 10**8)]))
def test_a_number_with_two_decimals_survives_its_magnitude(hundredths, magnitude):
    word, size = magnitude
    whole, rest = divmod(hundredths, 100)
    assert parse_figure(f"{whole}.{rest:02d} {word}") == hundredths * size / 100


PIECES = ["top", "-", "in", "out", "of", ",", ".", "0", "1", "a", "half", "$", "%", "million", "百分之", "第", "成"]


@given(st.text(max_size=30) | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_any_text_reads_or_is_refused(text):
    try:
        assert isinstance(parse_figure(text), float)
    except FigureError as error:
        assert str(error)
