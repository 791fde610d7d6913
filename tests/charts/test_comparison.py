"""Figures beside each other: constant, in the order given, and what is not like for like says so in the drawing itself."""

import os
from typing import Any

import pandas as pd
import pytest
import vl_convert

from lib.charts.comparison import Beside, comparison
from lib.charts.comparison_head import Warned
from lib.charts.track_layout import Silent
from tests.charts.conftest import a_figure
from tests.charts.question_figures import INCOMES, RATIOS, figures
from tests.charts.specs import RENEW, SNAPSHOTS, as_snapshot

WARNED = Beside(Warned("Not like-for-like. They differ in: period and whom or what it is about.", "not like-for-like"))


def test_the_specification_is_as_reviewed(tree):
    path = SNAPSHOTS / "comparison.json"
    spec = as_snapshot(comparison(INCOMES, tree, "en", "light").spec)
    if os.environ.get("RENEW_SNAPSHOTS"):
        path.write_text(spec, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == spec, f"{path.name} is not what is drawn. Look at the chart; if it is right: {RENEW}"


def test_the_specification_is_the_same_with_and_without_a_warning(tree):
    assert comparison(INCOMES, tree, "en", "light").spec is comparison(RATIOS, tree, "en", "light", beside=WARNED).spec


def with_rows(rows: pd.DataFrame, *more: dict[str, Any]) -> pd.DataFrame:
    """Put further figures below others."""
    return pd.concat([rows, figures(*more)], ignore_index=True)


@pytest.mark.parametrize(("language", "mode", "width"), [("en", "light", 320), ("zh", "dark", 900)])
def test_the_warning_stands_in_every_picture(tree, language, mode, width):
    drawing = comparison(INCOMES, tree, language, mode, beside=WARNED)
    svg = vl_convert.vegalite_to_svg(drawing.standalone(width), show_warnings=False)
    assert svg.count(">not like-for-like<") == 1
    assert "Not like-for-like. They" in svg
    assert drawing.standalone(width)["description"].startswith("Not like-for-like. They differ in: period")


def test_without_a_warning_nothing_is_written_across(tree):
    svg = vl_convert.vegalite_to_svg(comparison(INCOMES, tree, "en", "light").standalone(600), show_warnings=False)
    assert "like-for-like" not in svg


def test_the_figures_keep_the_order_given(tree):
    for rows in (INCOMES, INCOMES[::-1]):
        assert comparison(rows, tree, "en", "light").rows["observation_id"].tolist() == rows["observation_id"].tolist()


def test_the_warning_moves_the_figures_down_and_no_further_apart(tree):
    plain, warned = comparison(INCOMES, tree, "en", "light").rows, comparison(INCOMES, tree, "en", "light", beside=WARNED).rows
    moved = (warned["top"] - plain["top"]).unique()
    assert len(moved) == 1 and moved[0] > 0
    assert (warned["mark_wide"] - warned["top"]).equals(plain["mark_wide"] - plain["top"])


def test_amounts_are_measured_from_zero_ratios_from_parity_and_an_index_from_nothing(tree):
    gaps = RATIOS.assign(indicator_id="urban_rural_income_ratio")
    amounts, ratios = (comparison(rows, tree, "en", "light").rows for rows in (INCOMES, gaps))
    assert amounts["has_reference"].all() and ratios["has_reference"].all()
    assert (amounts["reference_words"][0], ratios["reference_words"][0]) == ("", "1 = town and country earn the same")
    assert {rows["tick_words"][0].split("|")[0] for rows in (amounts, ratios)} == {"0", "1"}
    coefficients = RATIOS.assign(unit="coefficient")
    assert not comparison(coefficients, tree, "en", "light").rows["has_reference"].any()


def test_ratios_of_several_things_are_read_from_parity_without_naming_one_of_them(tree):
    mixed = RATIOS.assign(indicator_id=[f"ratio_{place}" for place in range(len(RATIOS))])
    assert comparison(mixed, tree, "zh", "light").rows["reference_words"][0] == "1 = 两边相等"


def test_the_alt_text_says_how_the_ends_stand(tree):
    told = comparison(INCOMES, tree, "en", "light").alt
    assert told.startswith("Keqiao District (more than 50,000 yuan) is above Zhejiang Province (37,600 yuan).")
    assert len(told) <= 300


def test_two_floors_do_not_tell_which_is_higher(tree):
    floors = INCOMES.assign(qualifier="over", bound_printed="more than")
    assert " is above " not in comparison(floors, tree, "en", "light").alt


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (
            {"region_id": "330603", "region_en": "Keqiao District"},
            "Zhejiang Province (37,600 yuan) is above Keqiao District (37,565 yuan).",
        ),
        ({"year_start": 2021, "year_end": 2021}, "Zhejiang Province · 2022 (37,600 yuan) is above Zhejiang Province · 2021 (37,565 yuan)."),
        ({}, ""),
        ({"source_id": "weekly"}, ""),
        ({"layer": "official", "source_id": "", "citation_id": "of001", "vintage": "final"}, ""),
        ({"year_start": 2021, "year_end": 2021, "source_id": "weekly"}, ""),
    ],
)
def test_one_place_is_above_itself_only_over_time_and_within_one_release(tree, second, told):
    first = a_figure("ab23-01a", "rural_income", "330000", 2022, 37_600.0)
    alt = comparison(figures(first, first | {"observation_id": "ab23-02a", "value": 37_565.0} | second), tree, "en", "light").alt
    assert alt.startswith(told) and (" is above " in alt) == bool(told)


def test_a_place_without_a_figure_has_a_line_that_says_so(tree):
    drawing = comparison(INCOMES, tree, "en", "light", beside=Beside(silent=(Silent("Hangzhou", "330100"),)))
    svg = vl_convert.vegalite_to_svg(drawing.standalone(700), show_warnings=False)
    assert "not reported in these articles" in svg
    assert drawing.rows["is_silent"].tolist() == [False, False, True]


def test_an_official_figure_says_that_it_is_context_and_draws_a_line(tree):
    official = a_figure("of001-01", "rural_income", "CN", 2022, 20_133.0, layer="official", publisher="Bureau")
    rows = with_rows(INCOMES, official)
    drawing = comparison(rows, tree, "en", "light", beside=Beside(benchmarks=("of001-01",)))
    assert drawing.rows["is_benchmark"].tolist() == [False, False, True]
    assert drawing.rows["note"].tolist() == ["", "", "official context: Bureau"]
    assert drawing.rows["area"].iloc[-1] == "context"


def test_removing_the_context_restores_the_axis(tree):
    high = a_figure("of001-01", "rural_income", "CN", 2022, 900_000.0, layer="official")
    before, beside = (comparison(rows, tree, "en", "light").rows["tick_words"].iloc[0] for rows in (INCOMES, with_rows(INCOMES, high)))
    assert before != beside
    assert comparison(INCOMES, tree, "en", "light").rows["tick_words"].iloc[0] == before


def test_figures_of_two_units_are_refused(tree):
    rows = pd.concat([INCOMES[:1], RATIOS[:1]])
    with pytest.raises(ValueError, match=r"figures on one scale need one unit, these have CNY, ratio"):
        comparison(rows, tree, "en", "light", beside=WARNED)


def test_what_is_measured_is_named_where_it_differs(tree):
    rows = with_rows(INCOMES[1:], a_figure("ab23-09a", "rural_income", "330603", 2022, 1.0, indicator_id="x", indicator_en="Profit"))
    assert comparison(rows, tree, "en", "light").rows["name"].str.contains("Profit").tolist() == [False, True]
