"""One mark a figure, stacked by theme and last year; skipped years leave a gap."""

import pandas as pd
import pytest

from lib.charts.figures_over_time import SLOT, figures_over_time
from tests.charts.conftest import a_figure


@pytest.fixture
def placed(rows, tree):
    return figures_over_time(rows, tree, "en", "light").rows.set_index("observation_id")


def test_a_figure_stands_in_the_band_of_its_last_year(placed):
    assert placed.loc["ab23-04a", "band_centre"] == pytest.approx(3.5 / 4)
    assert placed.loc["ab23-05a", "band_centre"] == pytest.approx(1.5 / 4)


def test_each_theme_has_one_lane_and_each_year_one_label(placed):
    assert [lane for lane in placed["lane"] if lane] == ["Income gap", "Industry"]
    assert sorted(year for year in placed["year"] if year) == ["2022", "2023", "2024", "2025"]


def test_no_two_marks_share_a_place(placed):
    assert not placed.duplicated(["band_centre", "column", "slot"]).any()


def test_no_line_is_left_empty_between_the_first_and_the_last(placed, rows, tree):
    used = {*placed["slot"], *placed["lane_slot"], *placed["year_slot"]}
    assert used == set(range(max(used) + 1))
    assert figures_over_time(rows, tree, "en", "light").height == len(used) * SLOT


def test_a_fifth_figure_goes_on_top(tree):
    rows = pd.DataFrame([a_figure(f"ab23-0{n}a", "rural_income", "330000", 2022, float(n)) for n in range(1, 7)])
    placed = figures_over_time(rows, tree, "en", "light").rows
    assert placed["column"].tolist() == [0, 1, 2, 3, 0, 1]
    assert placed["slot"].tolist() == [2, 2, 2, 2, 1, 1]
    assert (placed["columns"] == 4).all()


def test_skipped_years_leave_a_gap(tree):
    rows = pd.DataFrame([a_figure(f"ab23-{year}", "rural_income", "330000", year, 1.0) for year in (2022, 2035)])
    placed = figures_over_time(rows, tree, "en", "light").rows
    assert placed["bands"].tolist() == [2.5, 2.5]
    assert placed["gap_centre"].isna().tolist() == [True, False]
    assert placed["gap_centre"][1] == pytest.approx(1.25 / 2.5)


def test_years_side_by_side_have_no_gap(placed):
    assert placed["gap_centre"].isna().all()
