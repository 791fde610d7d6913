"""What holds for every chart: a constant specification, a snapshot of it, ids on every mark, and valid Vega-Lite."""

import os

import pytest
import vl_convert

from lib.charts.colours import AREAS, area_colours
from lib.charts.coverage import coverage_matrix
from lib.charts.figures_by_indicator import figures_by_indicator
from lib.charts.figures_over_time import figures_over_time
from tests.charts.specs import RENEW, SNAPSHOTS, as_snapshot, channels

FIGURE_WORDS = ["Indicator", "Region", "Period", "As printed", "As a number", "Status", "Source"]
EVENT_WORDS = ["Indicator", "Region", "Period", "Status", "Source"]
FIGURE_CHARTS = [figures_by_indicator, figures_over_time]


def counted(rows, *keys):
    return rows.groupby(list(keys), sort=False).size().reset_index(name="figures")


def by_region(rows):
    return counted(rows, "region_id", "region_en", "region_zh", "theme")


def drawings(rows, tree, language="en", mode="light"):
    return {
        "figures_by_indicator": figures_by_indicator(rows, tree, language, mode),
        "figures_over_time": figures_over_time(rows, tree, language, mode),
        "coverage_matrix": coverage_matrix(by_region(rows), language, mode),
    }


@pytest.mark.parametrize("name", ["figures_by_indicator", "figures_over_time", "coverage_matrix"])
def test_the_specification_is_as_reviewed(rows, tree, name):
    path = SNAPSHOTS / f"{name}.json"
    spec = as_snapshot(drawings(rows, tree)[name].spec)
    if os.environ.get("RENEW_SNAPSHOTS"):
        path.write_text(spec, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == spec, f"{path.name} is not what is drawn. Look at the chart; if it is right: {RENEW}"


def test_the_specification_does_not_depend_on_the_rows(rows, tree):
    for name, drawing in drawings(rows, tree).items():
        assert drawing.spec is drawings(rows[2:4], tree)[name].spec
        assert "data" not in drawing.spec and "datasets" not in drawing.spec


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_chart_is_valid_and_draws(rows, tree, language, mode):
    for drawing in drawings(rows, tree, language, mode).values():
        svg = vl_convert.vegalite_to_svg(drawing.standalone(320), show_warnings=False)
        assert f'width="320" height="{drawing.height}"' in svg


@pytest.mark.parametrize("draw", FIGURE_CHARTS)
def test_every_mark_leads_to_one_observation(rows, tree, draw):
    drawing = draw(rows, tree, "en", "light")
    listed = drawing.rows["observation_id"]
    assert sorted(listed[listed != ""]) == sorted(rows["observation_id"])
    picks = [param for param in drawing.spec["params"] if param["name"] == "pick"]
    assert [param["select"]["fields"] for param in picks] == [["observation_id"]]
    assert not any("aggregate" in layer or "data" in layer for layer in drawing.spec["layer"])


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("draw", FIGURE_CHARTS)
def test_colours_are_bound_to_areas_not_to_what_is_shown(rows, tree, draw, mode):
    for shown in (rows, rows[1:2]):
        spec = draw(shown, tree, "en", mode).spec
        scales = [channel["scale"] for name in ("stroke", "fill") for channel in channels(spec, name)]
        assert len(scales) >= 2
        assert all(scale == {"domain": list(AREAS), "range": list(area_colours(mode))} for scale in scales)


@pytest.mark.parametrize("draw", FIGURE_CHARTS)
def test_each_status_looks_different_without_colour(rows, tree, draw):
    spec = draw(rows, tree, "en", "light").spec
    shapes = [c["scale"] for c in channels(spec, "shape") if c["field"] == "status"]
    fills = [c["scale"] for c in channels(spec, "fillOpacity")]
    looks = dict(zip(shapes[0]["domain"], zip(shapes[0]["range"], fills[0]["range"], strict=True), strict=True))
    assert shapes[0]["domain"] == fills[0]["domain"]
    assert looks == {"actual": ("circle", 1), "ongoing": ("circle", 0.3), "plan": ("square", 0), "target": ("diamond", 0)}


@pytest.mark.parametrize("draw", FIGURE_CHARTS)
def test_a_screen_reader_hears_each_figure_once_with_bound_and_status(rows, tree, draw):
    svg = vl_convert.vegalite_to_svg(draw(rows, tree, "en", "light").standalone(600), show_warnings=False)
    spoken = 'aria-label="Keqiao District, 2022, Rural income per person: more than 50,000 yuan, reported"'
    assert svg.count(spoken) == 1
    assert svg.count(', target"') == 1


@pytest.mark.parametrize("draw", FIGURE_CHARTS)
def test_without_targets_no_mark_speaks_of_one(rows, tree, draw):
    svg = vl_convert.vegalite_to_svg(draw(rows[rows["status"] != "target"], tree, "en", "light").standalone(600), show_warnings=False)
    assert "target" not in svg


@pytest.mark.parametrize("draw", FIGURE_CHARTS)
def test_only_a_choice_dims_the_rest(rows, tree, draw):
    assert not draw(rows, tree, "en", "light").rows["is_dimmed"].any()
    assert not draw(rows, tree, "en", "light", "zz99-99z").rows["is_dimmed"].any()
    chosen = draw(rows, tree, "en", "light", "ab23-03a").rows.set_index("observation_id")
    assert chosen.index[chosen["is_selected"]].tolist() == ["ab23-03a"]
    assert chosen["is_dimmed"].sum() == len(rows) - 1
    fading = [channel["condition"] for channel in channels(draw(rows, tree, "en", "light").spec, "opacity")]
    assert fading and all(condition == {"test": "datum.is_dimmed", "value": 0.4} for condition in fading)


@pytest.mark.parametrize("draw", FIGURE_CHARTS)
def test_a_tooltip_never_gives_a_bound_as_a_bare_number(rows, tree, draw):
    drawn = draw(rows, tree, "en", "light")
    words = drawn.rows.set_index("observation_id")
    assert words.loc["ab23-02a", "tip_normalised"] == "more than 50,000 yuan"
    assert words.loc["ab23-02a", "tip_printed"] == "“50000” (more than)"
    assert words.loc["ab23-01a", "tip_printed"] == "“37600”"
    assert words.loc["ab23-06a", "tip_normalised"] == "top 10"
    assert words.loc["ab23-05a", "tip_source"] == "Daily News, 1 July 2023"
    told = [[tip["title"] for tip in tips] for tips in channels(drawn.spec, "tooltip")]
    assert FIGURE_WORDS in told and all(titles in (FIGURE_WORDS, EVENT_WORDS) for titles in told)


def test_the_alt_text_stands_in_the_picture(rows, tree):
    drawing = figures_by_indicator(rows, tree, "en", "light")
    assert drawing.standalone(600)["description"] == drawing.alt


@pytest.mark.parametrize("draw", FIGURE_CHARTS)
def test_a_year_that_is_judged_says_so_wherever_it_is_shown(rows, tree, draw):
    judged = draw(rows.assign(period_basis="inferred"), tree, "en", "light").rows
    judged = judged[judged["observation_id"] != ""]
    assert judged["place"].str.contains("(inferred)", regex=False).all()
    assert judged["tip_period"].str.contains("(inferred)", regex=False).all()
    assert not draw(rows, tree, "en", "light").rows["place"].dropna().str.contains("inferred").any()
