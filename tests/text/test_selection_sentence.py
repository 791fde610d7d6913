"""The active view in one sentence."""

import pytest

from lib.text.selection_sentence import describe_view


def test_the_default_view():
    assert describe_view("en", 165, 165) == "Showing all 165 figures."
    assert describe_view("zh", 165, 165) == "显示全部165条数据。"


def test_a_filtered_view_names_each_filter_in_order():
    english = describe_view("en", 14, 165, regions=["Keqiao District"], themes=["income_gap"], years=(2022, 2022), statuses=["actual"])
    assert english == "Showing 14 of 165 figures: Keqiao District and within · income gap · 2022 · reported."
    chinese = describe_view("zh", 14, 165, regions=["柯桥区"], themes=["income_gap"], years=(2022, 2022), statuses=["actual"])
    assert chinese == "显示165条数据中的14条：柯桥区及其辖区 · 收入差距 · 2022年 · 已报道。"


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ({"regions": ["A"], "inside": False}, "A only"),
        ({"regions": ["A", "B"]}, "A and B, each with all within"),
        ({"regions": ["A", "B", "C", "D", "E"], "inside": False}, "A, B and 3 more only"),
        ({"years": (2021, 2023)}, "2021–2023"),
        ({"layers": ["official"]}, "official statistics"),
        ({"voices": ["official_statistic", "resident"]}, "statistics cited and a person’s own case"),
        ({"programmes": ["Star Village", "Air Silk Road"]}, "Star Village and Air Silk Road"),
        ({"search": "  $5 *x*\n[y] "}, "with “$5 *x* [y]”"),
    ],
)
def test_one_filter(view, words):
    assert describe_view("en", 2, 9, **view) == f"Showing 2 of 9 figures: {words}."


def test_blank_search_is_no_filter():
    assert describe_view("en", 9, 9, search="  ") == "Showing all 9 figures."


def test_nothing_found_keeps_the_filters_in_sight():
    assert describe_view("en", 0, 9, search="moon") == "None of 9 figures matches: with “moon”."


def test_filters_that_let_everything_through_are_still_named():
    assert describe_view("en", 9, 9, years=(2017, 2035)) == "Showing all 9 figures: 2017–2035."
