"""Where figures stand in the charts of one question: true to scale, in order, their words apart."""

from itertools import pairwise

import pytest

from lib.charts.bullet import bullet
from lib.charts.growth_rates import growth_rates
from lib.charts.income_band import income_band
from lib.charts.shared_scale import shared_scale
from lib.charts.start_to_end import start_to_end
from lib.charts.track_layout import Silent
from lib.text.measure import text_width
from tests.charts.conftest import a_figure
from tests.charts.question_figures import CEILING, FAMILIES, FLOOR, INCOMES, PARITY, RATES, RATIOS, VEHICLES, figures

NAMES_ROOM, NARROW_ROOM = 224, 256


def placed(draw, rows, tree, language="en", **form):
    return draw(rows, tree, language, "light", **form).rows.set_index("observation_id")


def test_bars_start_at_zero_and_stand_highest_first(tree):
    bars = placed(shared_scale, INCOMES, tree, form="bars")
    assert bars.index.tolist() == ["ab23-02a", "ab23-01a"]
    assert bars["fraction"].tolist() == [1.0, pytest.approx(0.752)]
    assert (bars["start"] == 0).all() and bars["has_start"].all()
    assert bars["name"].tolist() == ["Keqiao District · 2022", "Zhejiang Province · 2022"]


def test_bars_of_percent_run_to_the_whole(tree):
    share = figures(a_figure("ab23-04a", "middle_share", "330100", 2025, 45.0))
    assert placed(shared_scale, share, tree, form="bars")["fraction"].tolist() == [0.45]


@pytest.mark.parametrize(
    ("changes", "solidity"),
    [({}, 1.0), ({"status": "ongoing"}, 0.3), ({"status": "plan"}, 0.0), ({"status": "target"}, 0.0), (FLOOR, 1.0), (CEILING, 0.3)],
)
def test_a_bar_is_as_solid_as_what_is_known_of_it(tree, changes, solidity):
    assert placed(shared_scale, INCOMES[:1].assign(**changes), tree, form="bars")["solidity"].tolist() == [solidity]


def test_one_place_stands_in_the_order_of_time_and_in_one_scale(tree):
    made = [(2023, 1.36e12), (2019, 1e12), (2020, 1_200.3e9)]
    years = figures(*(a_figure(f"ab23-0{place}a", "rural_income", "410100", year, value) for place, (year, value) in enumerate(made)))
    bars = placed(shared_scale, years, tree, form="bars")
    assert bars["label"].tolist() == ["1 trillion yuan", "1.2003 trillion yuan", "1.36 trillion yuan"]
    assert bars["tick_words"].iloc[0] == "0|1 trillion|2 trillion"
    smaller = years.assign(value=[1.36e12, 800e9, 1_200.3e9])
    assert placed(shared_scale, smaller, tree, form="bars")["label"].iloc[-1] == "1,360 billion yuan"
    assert placed(shared_scale, smaller.assign(value=[1.36e12, 800.0, 2.0]), tree, form="bars")["label"].iloc[-1] == "1.36 trillion yuan"


def test_rates_of_several_places_stay_together_in_their_order_and_say_what_is_official(tree):
    made = [("gdp_growth", "410100", 7.4), ("vehicles", "410100", 12.8), ("gdp_growth", "CN", 5.2), ("vehicles", "CN", 13.0)]
    of_one_unit = {"unit": "percent", "unit_en": "percent", "unit_zh": "%", "kind": "growth"}
    rows = [
        a_figure(f"ab23-0{place}a", indicator, region, 2023, value) | of_one_unit | {"layer": "official" if region == "CN" else "article"}
        for place, (indicator, region, value) in enumerate(made)
    ]
    rates = placed(growth_rates, figures(*rows), tree)
    assert rates.index.tolist() == ["ab23-00a", "ab23-02a", "ab23-01a", "ab23-03a"]
    assert rates["note"].tolist() == ["What it is, in one sentence.", "official context, not in the articles"] * 2


def test_dots_are_read_against_a_reference(tree):
    dots = placed(shared_scale, RATIOS, tree, reference=PARITY)
    assert dots["fraction"].tolist() == [pytest.approx(0.9), pytest.approx(0.599)]
    assert dots["reference"].tolist() == [0.0, 0.0]
    assert dots["reference_words"].tolist() == ["1 = parity", ""]
    assert dots["tick_words"].iloc[0] == "1|1.25|1.5|1.75|2"


def test_dots_without_a_reference_start_nowhere(tree):
    dots = placed(shared_scale, RATIOS, tree)
    assert not dots["has_start"].any() and not dots["has_reference"].any()


def test_growth_is_read_against_no_change_and_may_be_a_fall(tree):
    rates = placed(growth_rates, RATES.assign(value=[-20.0, 61.7]), tree)
    assert rates["name"].tolist() == ["New energy vehicles made", "Growth of the gross domestic product"]
    assert rates["tick_words"].iloc[0] == "−50%|0%|50%|100%"
    assert rates["reference"].tolist() == [pytest.approx(1 / 3)] * 2
    assert rates["fraction"].tolist()[1] == pytest.approx(0.2)
    assert (rates["note"] == "What it is, in one sentence.").all()


def test_a_place_without_a_figure_keeps_a_blank_line_that_says_so(tree):
    drawing = shared_scale(RATIOS, tree, "en", "light", silent=[Silent("Hangzhou", "330100")])
    assert drawing.rows["observation_id"].tolist() == ["ab23-03a", "ab23-03b", ""]
    assert drawing.rows["is_silent"].tolist() == [False, False, True]
    assert drawing.rows["is_last"].tolist() == [False, False, True]
    assert drawing.alt.endswith("; Not reported in these articles: Hangzhou")
    assert drawing.height > shared_scale(RATIOS, tree, "en", "light").height


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_line_of_words_leaves_its_room(tree, language):
    long = {f"{name}_{language}": "经济 An exceptionally long name of something " * 5 for name in ("indicator", "definition")}
    lines = placed(growth_rates, RATES.assign(**long), tree, language)
    for name, room, size in (("name_wide", NAMES_ROOM, 13), ("name_narrow", NARROW_ROOM, 13), ("note_narrow", NARROW_ROOM, 12)):
        assert all(text_width(line, size, bold=size == 13) <= room for text in lines[name] for line in text.split("\n"))


def test_lines_do_not_overlap_and_leave_each_mark_its_room(tree):
    lines = placed(growth_rates, RATES, tree)
    assert (lines["top"] + lines["row_height"]).iloc[0] == lines["top"].iloc[1]
    for at in ("mark_wide", "mark_narrow"):
        assert ((lines[at] - 10 > lines["top"]) & (lines[at] + 10 < lines["top"] + lines["row_height"])).all()


def test_a_slope_runs_with_time_from_zero_upwards(tree):
    slope = placed(start_to_end, VEHICLES, tree)
    assert slope.index.tolist() == ["ab23-07a", "ab23-07b"]
    assert slope["along"].tolist() == [0, 1]
    heights = slope["zero_y"] - slope["y"]
    assert heights.iloc[0] / heights.iloc[1] == pytest.approx(316 / 700)
    assert slope[["number", "unit_words", "said", "period"]].to_numpy().tolist() == [
        ["316,000", "vehicles", "Reported", "2023"],
        ["> 700,000", "vehicles", "Target", "2024"],
    ]


@pytest.mark.parametrize(
    ("first", "second", "line"),
    [
        ({}, {}, "reported"),
        (CEILING, {}, "reported"),
        ({}, FLOOR, "reported"),
        (FLOOR, FLOOR, ""),
        (CEILING, CEILING, ""),
        ({}, {"status": "target"}, "promised"),
        (FLOOR, {"status": "plan", **FLOOR}, "promised"),
        ({"status": "plan"}, {"status": "target"}, ""),
        ({}, {"source_id": "weekly"}, ""),
        ({}, {"layer": "official"}, ""),
        ({"layer": "official"}, {"layer": "official"}, "reported"),
        ({"layer": "official"}, {"layer": "official", "vintage": "preliminary"}, ""),
        ({}, {"status": "target", "source_id": "weekly"}, ""),
    ],
)
def test_a_line_is_drawn_only_where_a_change_is_known_or_promised(tree, first, second, line):
    rows = figures(
        a_figure("ab23-07a", "vehicles", "410100", 2019, 100.0, **first), a_figure("ab23-07b", "vehicles", "410100", 2023, 200.0, **second)
    )
    assert placed(start_to_end, rows, tree)["line"].tolist() == [line, ""]


def test_the_words_of_a_low_figure_stand_above_the_line_of_zero(tree):
    low = placed(start_to_end, VEHICLES.assign(value=[700_000.0, 1_000.0]), tree).loc["ab23-07a"]
    assert low["words_y"] < low["y"] < low["zero_y"]


def test_figures_of_one_year_stand_side_by_side(tree):
    assert placed(start_to_end, VEHICLES.assign(year_start=2024, year_end=2024), tree)["along"].tolist() == [0, 1]


def test_a_bullet_tells_promises_above_and_outcomes_below(tree):
    told = placed(bullet, VEHICLES, tree)
    assert told["is_promise"].tolist() == [True, False]
    assert told["fraction"].tolist() == [1.0, pytest.approx(316 / 700)]
    assert told.loc["ab23-07b", "words_y"] + 34 < told.loc["ab23-07b", "bar_top"]
    assert told.loc["ab23-07a", "words_y"] > told.loc["ab23-07a", "bar_bottom"]
    assert told["when"].tolist() == ["Target · 2024", "Reported · 2023"]


def test_work_under_way_is_promised_and_an_official_figure_says_that_it_is_one(tree):
    rows = figures(
        a_figure("hz21-06b", "vehicles", "330100", 2021, 200.0, status="ongoing"),
        a_figure("of067-01", "vehicles", "330100", 2021, 201.0, layer="official"),
    )
    told = placed(bullet, rows, tree)
    assert told["is_promise"].to_dict() == {"hz21-06b": True, "of067-01": False}
    assert told.loc["of067-01", ["when", "area"]].tolist() == ["Reported · 2021 · official, not in the articles", "context"]


def test_many_figures_of_a_bullet_have_words_apart(tree):
    rows = figures(
        *(
            a_figure(f"ab23-1{n}a", "vehicles", "410100", 2020 + n, 10.0 + n, status=status)
            for n, status in enumerate(["actual", "plan"] * 3)
        )
    )
    tops = sorted(placed(bullet, rows, tree)["words_y"])
    assert all(later - earlier >= 34 for earlier, later in pairwise(tops))


def test_a_band_holds_its_share_between_its_ends(tree):
    band = placed(income_band, FAMILIES, tree)
    assert band.loc["ab23-08a", "fraction"] == band.loc["ab23-08a", "band_start"] == 0.25
    assert band.loc["ab23-08b", "fraction"] == band.loc["ab23-08b", "band_end"] == 0.75
    assert band.loc["ab23-08c", "fraction"] == 0.5
    assert band["has_band"].all()
    assert band.loc["ab23-08c", ["number", "unit_words"]].tolist() == ["50%", "of families"]


def test_without_both_ends_there_is_no_band(tree):
    assert not placed(income_band, FAMILIES[1:], tree)["has_band"].any()


def test_what_figures_share_is_said_once(tree):
    assert shared_scale(RATIOS, tree, "en", "light").captions["common"] == "Urban-rural income ratio"
    assert growth_rates(RATES, tree, "en", "light").captions["common"] == "Zhengzhou · 2023"
    assert start_to_end(VEHICLES, tree, "en", "light").captions["common"] == "Zhengzhou · New energy vehicles made"


def test_an_indicator_told_twice_for_one_place_is_named_with_both(tree):
    rows = figures(
        a_figure("ab23-09a", "rural_income", "330000", 2022, 3.0),
        a_figure("ab23-09b", "vehicles", "330000", 2022, 2.0, unit="CNY"),
        a_figure("ab23-09c", "rural_income", "330603", 2022, 1.0),
    )
    assert placed(shared_scale, rows, tree)["name"].tolist() == [
        "Rural income per person · Zhejiang Province · 2022",
        "Rural income per person · Keqiao District · 2022",
        "New energy vehicles made · Zhejiang Province · 2022",
    ]
