"""A few invented figures: two regions side by side, bounds, every status, a region inside a region, an official figure."""

from typing import Any

import pandas as pd
import pytest

from lib.domain.regions import RegionTree

REGIONS = {
    "CN": ("", "China", "中国"),
    "330000": ("CN", "Zhejiang Province", "浙江省"),
    "330100": ("330000", "Hangzhou", "杭州市"),
    "330600": ("330000", "Shaoxing", "绍兴市"),
    "330603": ("330600", "Keqiao District", "柯桥区"),
    "410100": ("CN", "Zhengzhou", "郑州市"),
    "zone-data": ("410100", "National Big Data Comprehensive Experimental Zone", "国家大数据综合试验区"),
}
UNITS = {"CNY": ("yuan", "元"), "percent": ("percent", "%"), "rank": ("", ""), "ratio": ("", ""), "vehicles": ("vehicles", "辆")}
INDICATORS = {
    "rural_income": ("income_gap", "Rural income per person", "农村居民人均收入", "CNY", "level"),
    "income_ratio": ("income_gap", "Urban-rural income ratio", "城乡收入比", "ratio", "ratio"),
    "middle_share": ("income_gap", "Share of families with a middle income", "中等收入家庭占比", "percent", "share"),
    "gdp_growth": ("industry", "Growth of the gross domestic product", "地区生产总值增速", "percent", "growth"),
    "output_rank": ("industry", "Rank by growth of industrial output", "工业增速排名", "rank", "rank"),
    "vehicles": ("industry", "New energy vehicles made", "新能源汽车产量", "vehicles", "count"),
}


def a_figure(name: str, indicator: str, region: str, year: int, value: float, **changes: Any) -> dict[str, Any]:
    theme, label_en, label_zh, unit, kind = INDICATORS[indicator]
    row: dict[str, Any] = {"observation_id": name, "theme": theme}
    row |= {"indicator_id": indicator, "indicator_en": label_en, "indicator_zh": label_zh}
    row |= {"region_id": region, "region_en": REGIONS[region][1], "region_zh": REGIONS[region][2], "layer": "article"}
    row |= {"year_start": year, "year_end": year, "value": value, "printed": f"{value:.15g}", "bound_printed": None, "qualifier": "exact"}
    row |= {"unit": unit, "unit_en": UNITS[unit][0], "unit_zh": UNITS[unit][1], "unit_singular_en": None, "kind": kind, "status": "actual"}
    row |= {"period_basis": "resolved", "publisher": "Daily News", "publisher_zh": "每日新闻", "published": "2023-07-01"}
    is_official = changes.get("layer") == "official"
    row |= {"source_id": "" if is_official else "daily", "citation_id": "of001" if is_official else "", "vintage": ""}
    row |= {"scope": "persons", "region_level": "prefecture", "series_break": "", "caveats": ""}
    return row | changes


@pytest.fixture(scope="session")
def tree() -> RegionTree:
    return RegionTree.from_rows([{"region_id": region, "parent_id": parent} for region, (parent, _, _) in REGIONS.items()])


@pytest.fixture
def rows() -> pd.DataFrame:
    return pd.DataFrame(
        [
            a_figure("ab23-01a", "rural_income", "330000", 2022, 37_600.0),
            a_figure("ab23-02a", "rural_income", "330603", 2022, 50_000.0, qualifier="over", bound_printed="more than"),
            a_figure("ab23-03a", "income_ratio", "330000", 2022, 1.9),
            a_figure("ab23-03b", "income_ratio", "330603", 2022, 1.599),
            a_figure("ab23-04a", "middle_share", "330100", 2025, 45.0, status="target", year_start=2021),
            a_figure("ab23-05a", "gdp_growth", "410100", 2023, 7.4, qualifier="about", bound_printed="nearly"),
            a_figure("ab23-06a", "output_rank", "330603", 2022, 10.0, qualifier="at_most", bound_printed="top"),
            a_figure("ab23-07a", "vehicles", "zone-data", 2023, 316_000.0),
            a_figure("ab23-07b", "vehicles", "410100", 2024, 700_000.0, status="plan", qualifier="at_least", bound_printed="at least"),
            a_figure("ab23-07c", "vehicles", "410100", 2024, 626_000.0, layer="official", status="ongoing"),
        ]
    )
