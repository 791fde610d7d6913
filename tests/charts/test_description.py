"""Alt texts say what the rows show, in at most 300 characters."""

import pytest

from lib.charts.description import bounded, describe_by_indicator, describe_over_time
from lib.charts.evidence import filled

DESCRIBERS = [describe_by_indicator, describe_over_time]


def test_the_list_names_regions_statuses_and_end_values(rows):
    shown = filled(rows[:4])
    assert describe_by_indicator(shown, "en") == (
        "4 figures by indicator, 2022, Zhejiang Province and Keqiao District. 4 reported. "
        "Rural income per person: from 37,600 yuan (Zhejiang Province · 2022) to more than 50,000 yuan (Keqiao District · 2022)."
    )
    assert describe_by_indicator(shown, "zh") == (
        "按指标列出4条数据，2022年，浙江省和柯桥区。已报道4条。"
        "农村居民人均收入：从3.76万元（浙江省 · 2022年）到超过5万元（柯桥区 · 2022年）。"
    )


def test_the_count_over_time_names_the_fullest_year(rows):
    assert describe_over_time(filled(rows[4:7]), "en") == (
        "3 figures over the years 2021–2025, Hangzhou, Zhengzhou and Keqiao District. 2 reported and 1 target. Most in 2022: 1. "
        "Share of families with a middle income: 45% (Hangzhou · 2021–2025)."
    )


@pytest.mark.parametrize("describe", DESCRIBERS)
def test_the_text_follows_the_rows(rows, describe):
    assert describe(filled(rows), "en") != describe(filled(rows[1:]), "en")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("describe", DESCRIBERS)
def test_long_names_do_not_make_a_long_text(rows, language, describe):
    rows = filled(rows.assign(**{f"indicator_{language}": "Name " * 80, f"region_{language}": rows["region_en"] * 10}))
    assert 40 < len(describe(rows, language)) <= 300


@pytest.mark.parametrize("describe", DESCRIBERS)
def test_nothing_shown_is_said(rows, describe):
    assert describe(rows[:0], "zh") == "没有符合条件的数据。"


def test_a_bounded_text_ends_in_an_ellipsis():
    assert bounded("a" * 300) == "a" * 300
    assert bounded("a" * 301) == "a" * 299 + "…"
