"""Every indicator has its own scale; nothing runs out of a narrow screen."""

import pandas as pd
import pytest

from lib.charts.evidence import evidence, filled
from lib.charts.figures_by_indicator import SLOT, figures_by_indicator
from lib.charts.indicator_layout import lay_out
from lib.text.measure import text_width


@pytest.fixture(params=["en", "zh"])
def laid_out(request, rows, tree):
    rows = filled(rows)
    return lay_out(evidence(rows, tree, request.param, ""), rows, request.param).set_index("observation_id")


def test_a_scale_runs_from_zero_to_the_highest_that_shares_it(laid_out):
    assert laid_out.loc["ab23-02a", "fraction"] == 1
    assert laid_out.loc["ab23-01a", "fraction"] == pytest.approx(37_600 / 50_000)
    assert laid_out.loc[["ab23-07a", "ab23-07b", "ab23-07c"], "fraction"].tolist() == [0, 0, 0]
    assert (laid_out["zero"] == 0).all()


def test_figures_of_several_places_share_a_scale_only_within_one_time_and_state(rows, tree):
    alone = filled(rows[rows["indicator_id"] == rows["indicator_id"][0]].reset_index(drop=True))
    assert alone["region_id"].nunique() == 2

    def fractions(**changed):
        given = alone.assign(**changed)
        return lay_out(evidence(given, tree, "en", ""), given, "en")["fraction"].tolist()

    assert fractions()[1] == 1
    assert fractions(year_start=[2021, 2022], year_end=[2021, 2022]) == [0, 0]
    assert fractions(status=["actual", "target"]) == [0, 0]
    assert fractions(series_break=["old_household_survey", ""]) == [0, 0]
    assert fractions(caveats=["single_case", "mean_of_many"]) == [0, 0]
    assert fractions(caveats=["rounded", ""])[1] == 1
    assert fractions(scope="economy", region_level=["province", "district"]) == [0, 0]


def test_under_a_heading_either_all_figures_have_a_length_or_none(rows, tree):
    cities = pd.concat([rows.head(2), rows.head(2).assign(observation_id=["ab23-08a", "ab23-08b"])], ignore_index=True)
    for years, placed in (([2022] * 4, 4), ([2022, 2022, 2022, 2021], 0)):
        given = filled(cities.assign(year_start=years, year_end=years))
        assert int((lay_out(evidence(given, tree, "en", ""), given, "en")["fraction"] > 0).sum()) == placed


def test_a_figure_behind_a_break_in_its_series_says_so(rows, tree):
    broken = filled(rows.head(1).assign(series_break="before_census"))
    assert evidence(broken, tree, "en", "")["place"].tolist() == ["Zhejiang Province · 2022 [before census]"]
    assert evidence(broken, tree, "zh", "")["place"].tolist() == ["浙江省 · 2022年［普查前口径］"]


def test_a_share_runs_to_a_hundred_even_alone(laid_out):
    assert laid_out.loc["ab23-04a", "fraction"] == pytest.approx(0.45)


def test_shares_of_two_places_and_years_have_no_length(rows, tree):
    share = rows[rows["indicator_id"] == "middle_share"]
    other = share.assign(observation_id="ab23-04b", region_id="410100", region_en="Zhengzhou", year_start=2023, year_end=2023)
    shares = filled(pd.concat([share, other], ignore_index=True))
    assert lay_out(evidence(shares, tree, "en", ""), shares, "en")["fraction"].tolist() == [0, 0]


def test_a_lone_figure_and_a_rank_have_no_place_on_a_scale(laid_out):
    assert laid_out.loc[["ab23-05a", "ab23-06a"], "fraction"].tolist() == [0, 0]


def test_stems_belong_to_amounts_and_shares_only(laid_out):
    with_stem = laid_out.index[laid_out["has_stem"]].tolist()
    assert with_stem == ["ab23-01a", "ab23-02a", "ab23-04a"]


def test_a_fall_goes_left_of_zero(rows, tree):
    rows = filled(rows.assign(value=[-10.0, 30.0, *rows["value"][2:]]))
    placed = lay_out(evidence(rows, tree, "en", ""), rows, "en")
    assert placed["zero"][0] == 0.25
    assert placed["fraction"][:2].tolist() == [0, 1]


def test_each_line_is_used_once_and_none_is_skipped(laid_out, rows, tree):
    headed = laid_out.loc[laid_out["heading"] != "", "heading_slot"].tolist()
    assert sorted([*laid_out["slot"], *headed]) == list(range(16))
    assert figures_by_indicator(rows, tree, "en", "light").height == 16 * SLOT


def test_the_heading_stands_before_the_first_figure_of_its_indicator_only(laid_out):
    assert laid_out.loc[laid_out["heading"] != ""].index.tolist() == [
        "ab23-01a",
        "ab23-03a",
        "ab23-04a",
        "ab23-05a",
        "ab23-06a",
        "ab23-07a",
    ]


def test_labels_fit_beside_the_longest_track_on_a_phone(laid_out):
    assert (laid_out["label_room"] + 24 + 22 + 6 <= 280).all()


def test_places_keep_period_and_status_when_the_region_is_cut(rows, tree):
    name = "A very long name of an experimental zone that no telephone could ever show on one line"
    rows = filled(rows.assign(region_en=name, status="plan"))
    short = lay_out(evidence(rows, tree, "en", ""), rows, "en")["place_short"]
    assert all(place.endswith("planned") and "…" in place for place in short)
    assert all(text_width(place, 12) <= 270 for place in short)


def test_two_lines_that_would_read_alike_say_who_published_each(rows, tree):
    official = {"layer": "official", "citation_id": "of001", "publisher": "Bureau of Statistics"}
    twins = filled(pd.concat([rows[:1], rows[:1].assign(observation_id="of001-01", **official), rows[1:]]))
    laid = lay_out(evidence(twins, tree, "en", ""), twins, "en")
    expected = ["Zhejiang Province · 2022 · Daily News", "Zhejiang Province · 2022 · Bureau of Statistics", "Keqiao District · 2022"]
    assert laid["place_words"].tolist()[:3] == expected
    assert laid["place_width"].tolist() == [text_width(words, 12) for words in laid["place_words"]]


def test_no_rows_make_an_empty_list(rows, tree):
    drawing = figures_by_indicator(rows[:0], tree, "en", "light")
    assert (drawing.height, len(drawing.rows), drawing.alt) == (0, 0, "No figure matches the view.")
