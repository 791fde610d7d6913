"""What holds for every chart of a question: a constant specification, a snapshot, an id on every mark, and nothing lost on a phone."""

import os

import pytest
import vl_convert

from lib.charts.colours import AREAS, area_colours
from tests.charts.question_figures import CEILING, CHARTS, DEFINED, FLOOR
from tests.charts.specs import RENEW, SNAPSHOTS, as_snapshot, channels

EVERY_CHART = pytest.mark.parametrize(("draw", "rows"), CHARTS.values(), ids=CHARTS)


def svg(drawing, width=320):
    return vl_convert.vegalite_to_svg(drawing.standalone(width), show_warnings=False)


@pytest.mark.parametrize("name", CHARTS)
def test_the_specification_is_as_reviewed(tree, name):
    draw, rows = CHARTS[name]
    path = SNAPSHOTS / f"{name}.json"
    spec = as_snapshot(draw(rows, tree, "en", "light").spec)
    if os.environ.get("RENEW_SNAPSHOTS"):
        path.write_text(spec, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == spec, f"{path.name} is not what is drawn. Look at the chart; if it is right: {RENEW}"


@EVERY_CHART
def test_the_specification_depends_on_language_and_mode_alone(tree, draw, rows):
    first = draw(rows, tree, "en", "light")
    assert draw(rows[:1], tree, "en", "light", "ab23-01a", frozenset()).spec is first.spec
    assert "data" not in first.spec and "datasets" not in first.spec
    assert draw(rows, tree, "zh", "dark").spec != first.spec


@EVERY_CHART
@pytest.mark.parametrize(("language", "mode", "width"), [("en", "light", 280), ("zh", "dark", 900)])
def test_every_chart_draws_from_phone_to_desktop(tree, draw, rows, language, mode, width):
    drawing = draw(rows, tree, language, mode)
    picture = svg(drawing, width)
    assert f'width="{width}" height="{drawing.height}"' in picture
    assert "NaN" not in picture and "undefined" not in picture


@EVERY_CHART
def test_every_mark_leads_to_one_observation(tree, draw, rows):
    drawing = draw(rows, tree, "en", "light")
    assert sorted(drawing.rows["observation_id"]) == sorted(rows["observation_id"])
    assert [param["select"]["fields"] for param in drawing.spec["params"] if param["name"] == "pick"] == [["observation_id"]]


@EVERY_CHART
def test_a_screen_reader_hears_each_figure_once(tree, draw, rows):
    drawing = draw(rows, tree, "en", "light")
    picture = svg(drawing)
    assert [picture.count(f'aria-label="{spoken}"') for spoken in drawing.rows["spoken"]] == [1] * len(rows)


@EVERY_CHART
def test_no_figure_makes_an_empty_chart(tree, draw, rows):
    drawing = draw(rows[:0], tree, "en", "light")
    assert (drawing.height, len(drawing.rows), drawing.alt) == (0, 0, "No figure matches the view.")


@EVERY_CHART
def test_one_figure_alone_is_drawn_and_told(tree, draw, rows):
    drawing = draw(rows[:1], tree, "en", "light")
    assert svg(drawing).count(f'aria-label="{drawing.rows["spoken"].iloc[0]}"') == 1
    assert drawing.alt == drawing.rows["spoken"].iloc[0]


@EVERY_CHART
def test_figures_out_of_view_are_dimmed_and_the_chosen_one_never(tree, draw, rows):
    ids = sorted(rows["observation_id"])

    def dimmed(selected, in_view):
        marks = draw(rows, tree, "en", "light", selected, in_view).rows
        return sorted(marks.loc[marks["is_dimmed"], "observation_id"])

    assert dimmed("", None) == []
    assert dimmed("", frozenset(ids)) == []
    assert dimmed("", frozenset(ids[1:])) == ids[:1]
    assert dimmed(ids[0], frozenset(ids[1:])) == ids[1:]


@EVERY_CHART
@pytest.mark.parametrize("bound", [FLOOR, CEILING])
def test_every_bound_has_its_arrow_and_its_sign(tree, draw, rows, bound):
    plain, bounded = (draw(rows.assign(**words), tree, "en", "light") for words in ({"qualifier": "exact", "bound_printed": None}, bound))
    assert svg(bounded).count("<path ") - svg(plain).count("<path ") == len(rows)
    sign = ">" if bound is FLOOR else "<"
    assert bounded.rows["label"].str.startswith(sign).all() and not plain.rows["label"].str.startswith(sign).any()


@EVERY_CHART
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_colours_are_bound_to_areas(tree, draw, rows, mode):
    spec = draw(rows, tree, "en", mode).spec
    scales = [channel["scale"] for name in ("stroke", "fill") for channel in channels(spec, name)]
    assert len(scales) >= 2
    assert all(scale == {"domain": list(AREAS), "range": list(area_colours(mode))} for scale in scales)


@EVERY_CHART
@pytest.mark.parametrize("language", ["en", "zh"])
def test_long_names_make_no_long_text_and_no_wide_line(tree, draw, rows, language):
    long = {f"{name}_{language}": "A very long name of an experimental zone " * 4 for name in ("region", "indicator", "definition")}
    drawing = draw(rows.assign(**long), tree, language, "light")
    assert 10 < len(drawing.alt) <= 300
    assert "NaN" not in svg(drawing, 280)


@EVERY_CHART
def test_the_words_under_a_chart_say_how_to_read_it(tree, draw, rows):
    told = draw(rows, tree, "en", "light").captions
    assert set(told) == {"reading", "common"} and told["reading"].endswith(".")


def test_figures_of_several_units_are_refused(tree, rows):
    draw, _ = CHARTS["dots_on_one_scale"]
    with pytest.raises(ValueError, match=r"^figures on one scale need one unit, these have CNY, ratio, percent, rank, vehicles$"):
        draw(rows.assign(**DEFINED), tree, "en", "light")


@pytest.mark.parametrize("name", ["start_to_end", "bullet"])
def test_figures_of_several_places_are_refused(tree, name):
    draw, rows = CHARTS[name]
    with pytest.raises(ValueError, match=r"^figures on one scale need one region_id, these have 330000, 330603$"):
        draw(rows.assign(region_id=["330000", "330603"]), tree, "en", "light")
