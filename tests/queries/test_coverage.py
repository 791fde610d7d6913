"""Coverage: counts where there are figures, no row where there are none."""

from lib.queries.coverage import coverage, coverage_by_year
from lib.queries.selection import Selection
from lib.queries.store import Store


def test_regions_by_theme_in_tree_order(sample_store: Store) -> None:
    rows = coverage(sample_store, Selection())
    assert rows.columns.tolist() == ["region_id", "region_en", "region_zh", "region_level", "region_ordinal", "theme", "figures"]
    assert list(zip(rows["region_id"], rows["theme"], rows["figures"], strict=True)) == [
        ("330000", "industry", 1),
        ("330100", "industry", 1),
        ("330110", "income_gap", 2),
        ("330603", "income_gap", 1),
        ("330603", "public_services", 1),
        ("410100", "industry", 1),
    ]


def test_themes_by_last_year(sample_store: Store) -> None:
    rows = coverage_by_year(sample_store, Selection(regions=("330600",)))
    assert rows.to_dict("list") == {"theme": ["income_gap", "public_services"], "year": [2025, 2023], "figures": [1, 1]}


def test_an_empty_view_covers_nothing(sample_store: Store) -> None:
    assert coverage(sample_store, Selection(years=(2024, 2024))).empty
    assert coverage_by_year(sample_store, Selection(years=(2024, 2024))).empty
