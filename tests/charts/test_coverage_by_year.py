"""The picture of the coverage: every area, theme and year has a cell; what is empty is hatched, said, and never a zero."""

import os
from itertools import product

import pandas as pd
import vl_convert

from lib.charts.coverage_by_year import SLOT, coverage_by_year
from lib.domain.vocabulary import Theme
from tests.charts.specs import RENEW, SNAPSHOTS, as_snapshot

COUNTS = {("330000", "industry", 2021): 12, ("330603", "income_gap", 2021): 3, ("330603", "income_gap", 2022): 1}
NAMES = {"330000": ("Zhejiang Province", "浙江省", 0), "330603": ("Keqiao District", "柯桥区", 1)}
CELLS = pd.DataFrame(
    [
        {"region_id": area, "region_en": en, "region_zh": zh, "depth": depth, "theme": str(theme), "year": year}
        | {"figures": COUNTS.get((area, str(theme), year), 0)}
        for (area, (en, zh, depth)), theme, year in product(NAMES.items(), Theme, (2021, 2022))
    ]
)
EMPTY = 2 * 3 * 2 - len(COUNTS)


def test_every_empty_cell_is_hatched_and_none_says_zero():
    svg = vl_convert.vegalite_to_svg(coverage_by_year(CELLS, "en", "light").standalone(700), show_warnings=False)
    # One more in the key.
    assert svg.count("url(#gradient") == EMPTY + 1
    assert svg.count(">0<") == 0
    assert svg.count("not reported in these articles") == EMPTY + 1
    for told in ("Zhejiang Province and within", "2022", "1–2 figures", "10 figures or more"):
        assert f">{told}<" in svg


def test_an_area_inside_another_is_set_in_and_the_lines_are_counted():
    drawing = coverage_by_year(CELLS, "zh", "light")
    depths = drawing.rows[drawing.rows["part"] == "area"].set_index("words")["depth"]
    assert dict(depths) == {"浙江省及其辖区": 0, "柯桥区及其辖区": 1}
    assert drawing.height == (1 + 2 * 4 + 2) * SLOT


def test_the_alt_text_counts_cells_and_names_the_fullest():
    alt = coverage_by_year(CELLS, "en", "light").alt
    assert f"Not reported in these articles: {EMPTY} of 12 cells." in alt
    assert alt.endswith("Most: Zhejiang Province, Industry, 2021: 12 figures.")


def test_without_figures_nothing_is_drawn():
    drawing = coverage_by_year(CELLS[:0], "en", "light")
    assert (drawing.height, drawing.alt) == (0, "No figure matches the view.")


def test_the_specification_is_as_reviewed():
    path = SNAPSHOTS / "coverage_by_year.json"
    spec = as_snapshot(coverage_by_year(CELLS, "en", "light").spec)
    if os.environ.get("RENEW_SNAPSHOTS"):
        path.write_text(spec, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == spec, f"{path.name} is not what is drawn. Look at the chart; if it is right: {RENEW}"
