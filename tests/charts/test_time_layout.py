"""One mark a figure, stacked by theme and last year; skipped years leave a gap; events stand above; panels share their frame."""

import re

import pandas as pd
import pytest
import vl_convert

from lib.charts.colours import AREAS
from lib.charts.figures_over_time import SLOT, areas_over_time, figures_over_time
from tests.charts.conftest import a_figure

EVENTS = pd.DataFrame(
    [
        {"event_id": "ab23-e01", "date": "2021-06-10", "kind": "decree", "label_en": "A plan is issued", "label_zh": "规划发布"}
        | {"year": 2021, "region_id": "330000", "region_en": "Zhejiang Province", "region_zh": "浙江省"}
        | {"publisher": "Daily News", "publisher_zh": "每日新闻", "published": "2023-07-01"},
    ]
)


def of_kind(rows, kind):
    return rows[rows["kind"] == kind]


@pytest.fixture
def drawn(rows, tree):
    return figures_over_time(rows, tree, "en", "light").rows


@pytest.fixture
def placed(drawn):
    return of_kind(drawn, "mark").set_index("observation_id")


def test_a_figure_stands_in_the_band_of_its_last_year(placed):
    assert placed.loc["ab23-04a", "band_centre"] == pytest.approx(3.5 / 4)
    assert placed.loc["ab23-05a", "band_centre"] == pytest.approx(1.5 / 4)


def test_each_theme_has_one_lane_and_each_year_one_label(drawn):
    assert [lane for lane in drawn["lane_title"] if lane] == ["Income gap", "Industry"]
    assert of_kind(drawn, "year")["year_name"].tolist() == ["2022", "2023", "2024", "2025"]
    assert int(of_kind(drawn, "line")["is_base"].sum()) == 2


def test_no_two_marks_share_a_place(placed):
    assert not placed.duplicated(["band_centre", "column", "slot"]).any()


def test_no_line_is_left_empty_between_the_first_and_the_last(drawn, rows, tree):
    used = set(drawn["slot"])
    assert used == set(range(max(used) + 1))
    assert figures_over_time(rows, tree, "en", "light").height == len(used) * SLOT


def test_a_fifth_figure_goes_on_top(tree):
    rows = pd.DataFrame([a_figure(f"ab23-0{n}a", "rural_income", "330000", 2022, float(n)) for n in range(1, 7)])
    placed = of_kind(figures_over_time(rows, tree, "en", "light").rows, "mark")
    assert placed["column"].tolist() == [0, 1, 2, 3, 0, 1]
    assert placed["slot"].tolist() == [2, 2, 2, 2, 1, 1]
    assert (placed["columns"] == 4).all()


def test_skipped_years_leave_a_gap(tree):
    rows = pd.DataFrame([a_figure(f"ab23-{year}", "rural_income", "330000", year, 1.0) for year in (2022, 2035)])
    drawn = figures_over_time(rows, tree, "en", "light").rows
    years = of_kind(drawn, "year")
    assert drawn["bands"].tolist() == [2.5] * len(drawn)
    assert years["gap_centre"].isna().tolist() == [True, False]
    assert years["gap_centre"].iloc[1] == pytest.approx(1.25 / 2.5)


def test_years_side_by_side_have_no_gap(drawn):
    assert drawn["gap_centre"].isna().all()


def test_events_have_a_lane_of_their_own_above_the_themes_and_may_be_chosen(rows, tree):
    drawing = figures_over_time(rows, tree, "en", "light", "ab23-e01", EVENTS)
    event = drawing.rows[drawing.rows["observation_id"] == "ab23-e01"].iloc[0]
    assert (event["status"], event["area"], event["slot"]) == ("events", "330000", 1)
    assert event["spoken"] == "10 June 2021, Zhejiang Province: A plan is issued (Decree)"
    assert [lane for lane in drawing.rows["lane_title"] if lane][:1] == ["Events and deadlines"]
    assert of_kind(drawing.rows, "year")["year_name"].tolist()[0] == "2021"
    assert bool(event["is_selected"]) and of_kind(drawing.rows, "mark").query("observation_id != 'ab23-e01'")["is_dimmed"].all()


def test_no_event_leaves_the_chart_as_it_is(rows, tree):
    without = figures_over_time(rows, tree, "en", "light", "", EVENTS[:0])
    assert without.rows.equals(figures_over_time(rows, tree, "en", "light").rows)


def test_panels_hold_every_figure_once_and_share_years_and_lanes(rows, tree):
    panels = areas_over_time(rows, tree, "en", "light", "", EVENTS)
    assert list(panels) == [area for area in AREAS if area in panels]
    listed = [figure for panel in panels.values() for figure in of_kind(panel.rows, "mark")["observation_id"] if figure != "ab23-e01"]
    assert sorted(listed) == sorted(rows["observation_id"])
    frames = [panel.rows[panel.rows["kind"] != "mark"].drop(columns=["is_selected", "is_dimmed"]) for panel in panels.values()]
    shared = ["kind", "slot", "lane_title", "is_base", "year_name", "band_centre", "gap_centre", "bands", "floor"]
    assert all(frame[shared].reset_index(drop=True).equals(frames[0][shared].reset_index(drop=True)) for frame in frames)
    assert len({panel.height for panel in panels.values()}) == 1


def test_an_event_of_an_area_without_figures_gets_no_panel(rows, tree):
    shown = rows[rows["region_id"] == "410100"]
    assert list(areas_over_time(shown, tree, "en", "light", "", EVENTS)) == ["410100", "context"]


def test_a_lane_stands_at_the_same_height_in_every_panel(rows, tree):
    panels = areas_over_time(rows, tree, "en", "light").values()
    pictures = [vl_convert.vegalite_to_svg(panel.standalone(300), show_warnings=False) for panel in panels]
    places = {tuple(re.findall(r'translate\(0,([0-9.]+)\)"[^>]*>(Income gap|Industry)<', picture)) for picture in pictures}
    assert len(pictures) > 2
    assert [[name for _, name in place] for place in places] == [["Income gap", "Industry"]]
