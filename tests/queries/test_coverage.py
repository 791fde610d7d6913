"""Coverage: counts where there are figures; by area, theme and year every cell has a row."""

from pathlib import Path

import pytest

from lib.domain.case_areas import CASE_AREAS
from lib.domain.vocabulary import Layer, Theme
from lib.queries.coverage import cell_view, coverage, coverage_by_area
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store

ROOT = Path(__file__).resolve().parents[2]


def test_regions_by_theme_in_tree_order(sample_store: Store) -> None:
    rows = coverage(sample_store, Selection())
    assert rows.columns.tolist() == ["region_id", "region_en", "region_zh", "region_level", "region_ordinal", "theme", "figures"]
    assert list(zip(rows["region_id"], rows["theme"], rows["figures"], strict=True)) == [
        ("330100", "industry", 1),
        ("330110", "income_gap", 2),
        ("330603", "income_gap", 1),
        ("330603", "public_services", 1),
        ("410100", "industry", 1),
    ]


def test_an_empty_view_covers_nothing(sample_store: Store) -> None:
    assert coverage(sample_store, Selection(years=(2024, 2024))).empty


def test_every_cell_has_a_row_in_tree_order(sample_store: Store) -> None:
    cells = coverage_by_area(sample_store, ("410100", "330100", "330000"))
    years = cells["year"].nunique()
    assert cells.columns.tolist() == ["region_id", "region_en", "region_zh", "depth", "theme", "year", "figures", "actual"]
    assert len(cells) == 3 * len(Theme) * years
    assert cells.drop_duplicates("region_id")[["region_id", "depth"]].to_numpy().tolist() == [["330000", 0], ["330100", 1], ["410100", 0]]
    assert sorted(cells["year"].unique()) == list(range(cells["year"].min(), cells["year"].max() + 1))


def test_official_figures_fill_no_cell_of_the_articles(sample_store: Store) -> None:
    cells = coverage_by_area(sample_store, ("330000",))
    own = observations(sample_store, Selection(regions=("330000",), layers=tuple(Layer)))
    assert set(own["layer"]) == {"article", "official"}
    spans = own[own["layer"] == "article"]
    assert cells["figures"].sum() == (spans["year_end"] - spans["year_start"] + 1).sum()


def test_without_areas_there_is_no_cell(sample_store: Store) -> None:
    assert coverage_by_area(sample_store, ()).empty


@pytest.mark.parametrize("area", CASE_AREAS)
def test_a_cell_counts_what_its_view_shows(area: str) -> None:
    store = Store.open(ROOT / "data")
    for cell in coverage_by_area(store, (area,)).to_dict("records"):
        shown = observations(store, cell_view(area, cell["theme"], cell["year"]))
        assert len(shown) == cell["figures"], cell
        assert (shown["status"] == "actual").sum() == cell["actual"], cell
