"""Colour means region, stays the same, and can be read."""

import itertools

import pytest

from lib.charts.colours import AREAS, INKS, area_colours, area_of


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_contrast_measure_itself():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_region_colours_stand_out_from_the_background_and_from_a_chosen_line(mode):
    for colour in area_colours(mode):
        assert contrast(colour, INKS[mode].background) >= 4.5
        assert contrast(colour, INKS[mode].highlight) >= 3


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_can_be_read_on_every_ground_it_stands_on(mode):
    ink = INKS[mode]
    for ground in (ink.background, ink.highlight, *ink.tints):
        assert contrast(ink.text, ground) >= 4.5
    for ground in (ink.background, ink.highlight, ink.empty):
        assert contrast(ink.muted, ground) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_stems_and_outlines_can_be_seen(mode):
    ink = INKS[mode]
    assert contrast(ink.stem, ink.background) >= 3
    assert contrast(ink.stem, ink.empty) >= 3


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_each_area_has_its_own_colour(mode):
    assert len(area_colours(mode)) == len(AREAS)
    assert all(one != other for one, other in itertools.combinations(area_colours(mode), 2))


@pytest.mark.parametrize(
    ("region", "layer", "area"),
    [
        ("410100", "article", "410100"),
        ("zone-data", "article", "410100"),
        ("330100", "article", "330100"),
        ("330603", "article", "330603"),
        ("330600", "article", "330000"),
        ("330000", "article", "330000"),
        ("CN", "article", "elsewhere"),
        ("330603", "official", "context"),
    ],
)
def test_a_figure_takes_the_colour_of_the_nearest_case_area(tree, region, layer, area):
    assert area_of(tree, region, layer) == area
