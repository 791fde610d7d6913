"""Every row has a cell for every theme; an empty cell says that nothing is reported, and shows no 0."""

import pandas as pd
import vl_convert

from lib.charts.coverage import SLOT, coverage_matrix

COUNTS = pd.DataFrame(
    {
        "region_id": ["330000", "330603", "330603"],
        "region_en": ["Zhejiang Province", "Keqiao District", "Keqiao District"],
        "region_zh": ["浙江省", "柯桥区", "柯桥区"],
        "theme": ["industry", "income_gap", "public_services"],
        "figures": [12, 3, 1],
    }
)


def test_the_matrix_is_full_and_keeps_the_order():
    cells = coverage_matrix(COUNTS, "en", "light").rows
    assert cells["region_id"].tolist() == ["330000"] * 3 + ["330603"] * 3
    assert cells["figures"].tolist() == [0, 12, 0, 3, 0, 1]


def test_absence_is_said_and_never_drawn_as_zero():
    svg = vl_convert.vegalite_to_svg(coverage_matrix(COUNTS, "en", "light").standalone(600), show_warnings=False)
    assert svg.count(">not reported<") == 3
    assert svg.count(">0<") == 0
    assert svg.count("Zhejiang Province, Income gap: not reported") == 1
    assert svg.count("stroke-dasharray") == 3


def test_a_click_yields_region_and_theme():
    params = coverage_matrix(COUNTS, "zh", "dark").spec["params"]
    selections = {param["name"]: param["select"]["fields"] for param in params if "select" in param}
    assert selections == {"cell": ["region_id", "theme"]}


def test_the_alt_text_counts_what_is_there_and_what_is_not():
    drawing = coverage_matrix(COUNTS, "zh", "light")
    assert drawing.height == 3 * SLOT
    assert drawing.alt == "按地区和主题统计的数据条数：6格中共16条数据。最多：浙江省，产业：12条数据。这些报道未提及：3格。"


def test_one_figure_is_singular():
    spoken = coverage_matrix(COUNTS, "en", "light").rows["spoken"].tolist()
    assert spoken[-1] == "Keqiao District, Public services: 1 figure"
    assert spoken[3] == "Keqiao District, Income gap: 3 figures"


def test_no_counts_make_an_empty_matrix():
    drawing = coverage_matrix(COUNTS[:0], "en", "light")
    assert (drawing.height, drawing.alt) == (0, "No figure matches the view.")
