"""The key of a picture names what is drawn in it, and nothing else."""

import pandas as pd
import pytest

from lib.charts.coverage import coverage_matrix
from lib.charts.drawing import Drawing
from lib.charts.figures_by_indicator import figures_by_indicator
from lib.charts.figures_over_time import figures_over_time
from lib.charts.key import key_of, whole_key
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Status


def told(drawing: Drawing) -> list[str]:
    return [entry["words"] for group in key_of([drawing], "en", "light") for entry in group["entries"]]


def test_a_chart_of_two_reported_figures_needs_few_words(rows: pd.DataFrame, tree: RegionTree):
    assert told(figures_by_indicator(rows[2:4], tree, "en", "light")) == ["Reported", "Keqiao", "Zhejiang and the rest of it"]


def test_bounds_and_statuses_are_named_where_they_are_drawn(rows: pd.DataFrame, tree: RegionTree):
    assert told(figures_by_indicator(rows, tree, "en", "light")) == [
        "Reported", "Under way", "Planned", "Target", "Or more", "Or less", "About",
        "Zhengzhou and inside", "Hangzhou and inside", "Keqiao", "Zhejiang and the rest of it", "Official context, not in the articles",
    ]  # fmt: skip


def test_a_chart_that_counts_figures_shows_no_bounds_and_names_none(rows: pd.DataFrame, tree: RegionTree):
    named = told(figures_over_time(rows, tree, "en", "light"))
    assert "Planned" in named and not {"Or more", "Or less", "About"} & set(named)


def test_a_chart_without_marks_needs_no_key():
    counts = pd.DataFrame({"region_id": ["330603"], "region_en": ["Keqiao"], "region_zh": ["柯桥"], "theme": ["industry"], "figures": [2]})
    assert key_of([coverage_matrix(counts, "en", "light")], "en", "light") == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_whole_key_draws_each_status_in_its_own_way(mode):
    shapes = whole_key("en", mode)[0]["entries"]
    assert [entry["shape"] for entry in shapes] == list(Status)
    assert len({(entry["symbol"], entry["solid"]) for entry in shapes}) == len(Status)
