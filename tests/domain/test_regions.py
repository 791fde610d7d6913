"""The region tree: what lies in what."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.errors import DatasetError
from lib.domain.regions import RegionTree

REMEDY = "\n    Correct `parent_id` in data/curated/regions.csv, then run `python -m lib.curation.build`."


def tree_of(*pairs: tuple[str, str | None]) -> RegionTree:
    return RegionTree.from_rows({"region_id": region, "parent_id": parent} for region, parent in pairs)


@pytest.fixture
def tree() -> RegionTree:
    return tree_of(("CN", ""), ("33", "CN"), ("41", "CN"), ("3301", "33"), ("330108", "3301"), ("3306", "33"), ("KH", None))


def test_within_is_the_region_and_all_inside_each_before_its_parts(tree: RegionTree) -> None:
    assert tree.within("33") == ("33", "3301", "330108", "3306")
    assert tree.within("330108") == ("330108",)


def test_ids_walk_the_whole_tree_from_the_roots(tree: RegionTree) -> None:
    assert tree.roots == ("CN", "KH")
    assert tree.ids == ("CN", "33", "3301", "330108", "3306", "41", "KH")


def test_path_leads_from_the_root_to_the_region(tree: RegionTree) -> None:
    assert tree.path("330108") == ("CN", "33", "3301", "330108")
    assert tree.path("KH") == ("KH",)


def test_parent_and_children_are_one_step(tree: RegionTree) -> None:
    assert tree.parent("3301") == "33"
    assert tree.parent("CN") is None
    assert tree.children("33") == ("3301", "3306")
    assert tree.children("KH") == ()


def test_nearest_is_the_closest_candidate_above_or_the_region_itself(tree: RegionTree) -> None:
    assert tree.nearest("330108", {"33", "3301"}) == "3301"
    assert tree.nearest("33", {"33", "CN"}) == "33"
    assert tree.nearest("41", {"33"}) is None


def test_an_unknown_region_raises_key_error(tree: RegionTree) -> None:
    assert "33" in tree
    assert "99" not in tree
    with pytest.raises(KeyError, match="99"):
        tree.within("99")


@pytest.mark.parametrize(
    ("pairs", "text"),
    [
        (
            [("33", "CN")],
            "data/curated/regions.csv, 33: the region lies in `CN`, which is not a region of the list. [RegionParentIsKnown]" + REMEDY,
        ),
        ([("CN", ""), ("CN", "")], "data/curated/regions.csv, CN: the region is listed twice. [RegionIsListedOnce]" + REMEDY),
        ([("a", "a")], "data/curated/regions.csv, a: the region lies inside itself: a in a. [RegionIsNotInsideItself]" + REMEDY),
        (
            [("a", "b"), ("b", "a"), ("c", "a")],
            "data/curated/regions.csv, a: the region lies inside itself: a in b in a. [RegionIsNotInsideItself]"
            + REMEDY
            + "\ndata/curated/regions.csv, b: the region lies inside itself: b in a in b. [RegionIsNotInsideItself]"
            + REMEDY,
        ),
    ],
)
def test_a_broken_tree_is_refused_by_name(pairs: list[tuple[str, str]], text: str) -> None:
    with pytest.raises(DatasetError) as caught:
        tree_of(*pairs)
    assert str(caught.value) == text


@given(st.lists(st.integers(0, 30), max_size=30))
def test_any_tree_holds_each_region_once_below_its_parent(choices: list[int]) -> None:
    rows = [(str(number + 1), str(choice % (number + 1)) if choice % (number + 1) else "") for number, choice in enumerate(choices)]
    tree = tree_of(*rows)
    assert sorted(tree.ids) == sorted(region for region, _ in rows)
    for region, parent in rows:
        assert tree.path(region)[-1] == region
        assert (tree.parent(region) or "") == parent
        assert all(inner in tree.within(outer) for outer, inner in pairwise(tree.path(region)))
