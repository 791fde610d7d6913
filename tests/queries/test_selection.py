"""The selection: one form for each view, and its link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.queries.selection import SEARCH_LENGTH, Selection, clean_search


def test_a_selection_that_asks_nothing_has_an_empty_link() -> None:
    assert Selection().to_params() == {}
    assert Selection().is_default


def test_the_link_names_every_part_in_a_fixed_order() -> None:
    selection = Selection(
        language="zh",
        version="1.0.0",
        show=("panels", "events"),
        pair=("zz20-01a", "hz21-01a"),
        claim="hz21-01a",
        search="gdp 杭州",
        programmes=("roads",),
        layers=("article",),
        voices=("resident",),
        statuses=("target", "plan"),
        years=(2021, 2023),
        themes=("industry",),
        inside=False,
        regions=("330100", "410100"),
    )
    assert list(selection.to_params().items()) == [
        ("region", ["330100", "410100"]),
        ("inside", ["no"]),
        ("theme", ["industry"]),
        ("year", ["2021-2023"]),
        ("status", ["target", "plan"]),
        ("layer", ["article"]),
        ("voice", ["resident"]),
        ("programme", ["roads"]),
        ("q", ["gdp 杭州"]),
        ("claim", ["hz21-01a"]),
        ("pair", ["zz20-01a", "hz21-01a"]),
        ("show", ["panels", "events"]),
        ("v", ["1.0.0"]),
        ("lang", ["zh"]),
    ]


def test_one_year_is_written_as_one() -> None:
    assert Selection(years=(2022, 2022)).to_params() == {"year": ["2022"]}


def test_parts_take_their_one_form() -> None:
    selection = Selection(regions=("330100", "330100"), years=(2023, 2021), search="  two\n words ")
    assert selection == Selection(regions=("330100",), years=(2021, 2023), search="two words")


def test_lists_from_controls_become_tuples() -> None:
    assert Selection(themes=["industry"]).themes == ("industry",)  # type: ignore[arg-type]


@pytest.mark.parametrize("parts", [{"inside": False}, {"search": "x"}, {"years": (2020, 2020)}, {"layers": ("official",)}])
def test_any_filter_ends_the_default(parts: dict[str, object]) -> None:
    assert not Selection().replace(**parts).is_default


def test_a_pair_is_two_different_figures_and_no_filter() -> None:
    assert Selection(pair=("a", "a", "b", "c")).pair == ("a", "b")
    assert Selection(pair=("a", "b")).is_default
    assert Selection(pair=("a", "b"), themes=("industry",)).filters() == Selection(themes=("industry",))


def test_the_chosen_figure_and_the_language_are_no_filters() -> None:
    assert Selection(claim="hz21-01a", language="zh").is_default


def test_filters_leaves_out_what_does_not_filter() -> None:
    assert Selection(claim="hz21-01a", source="daily", language="zh", themes=("industry",)).filters() == Selection(themes=("industry",))


@given(st.text())
def test_a_clean_search_stays_as_it_is(text: str) -> None:
    clean = clean_search(text)
    assert clean_search(clean) == clean
    assert len(clean) <= SEARCH_LENGTH
    assert all(letter.isprintable() for letter in clean)
    assert clean == clean.strip()
