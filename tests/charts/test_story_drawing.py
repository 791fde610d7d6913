"""The drawing of a step: as named where the guard lets the figures share an axis, cards or a list else."""

from pathlib import Path

import pandas as pd
import pytest

from lib.charts.story_drawing import drawing_name, story_drawing
from lib.domain.stories import StoryDrawing
from lib.queries.observations import figures_named, observations
from lib.queries.selection import Selection
from lib.queries.store import Store


@pytest.fixture(scope="module")
def store() -> Store:
    """Return a store over the real dataset."""
    return Store.open(Path(__file__).resolve().parents[2] / "data")


def rows(store: Store, *names: str) -> pd.DataFrame:
    """Return these figures."""
    return figures_named(store, names)


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("dots", ("kq23-12d", "zj23-37a")), ("bars", ("kq23-12b", "zj23-36a")), ("change", ("zz24-11c", "zz24-14a")),
        ("bullet", ("zj23-33a", "zj23-34a")), ("band", ("hz21-05a", "hz21-05b", "hz21-05c")), ("shares", ("zj23-25a", "zj23-25b")),
        ("growth", ("zz24-02a", "zz24-03a")), ("list", ("zz24-02b", "kq23-12d")),
    ],
)  # fmt: skip
def test_figures_that_may_share_an_axis_are_drawn(store: Store, name: str, figures: tuple[str, ...]):
    drawing = story_drawing(name, rows(store, *figures), store.regions, "en", "light")
    assert drawing is not None
    assert set(figures) <= set(drawing.rows.observation_id)


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("bars", ("zz24-02b", "kq23-08c")),
        ("bars", ("zz24-02b", "zz20-11a")),
        ("growth", ("zz24-02a", "kq23-08d")),
        ("growth", ("zz24-02a", "kq23-12a")),
        ("dots", ("kq23-12a", "kq23-08d")),
        ("dots", ("kq23-12d", "zj23-14a")),
        ("change", ("kq23-12d", "zj23-37a")),
        ("change", ("of016-06", "zj23-36a")),
        ("change", ("of027-05", "zj23-36a")),
        ("change", ("of016-06", "of027-05")),
        ("band", ("hz21-05a", "hz21-04a")),
        ("shares", ("zj23-49c", "kq23-11b")),
        ("shares", ("zj23-24a", "kq23-07b")),
        ("growth", ("of032-03", "of040-01")),
    ],
)
def test_figures_that_only_look_alike_get_no_axis_whatever_a_story_names(store: Store, name: str, figures: tuple[str, ...]):
    assert story_drawing(name, rows(store, *figures), store.regions, "en", "light") is None


def test_a_step_that_names_none_gets_cards_for_a_few_and_a_list_for_many(store: Store):
    every = observations(store, Selection())
    assert drawing_name("", every.head(6)) is StoryDrawing.NUMBERS
    assert drawing_name("", every.head(7)) is StoryDrawing.LIST
    assert story_drawing("", every.head(0), store.regions, "en", "light") is None
