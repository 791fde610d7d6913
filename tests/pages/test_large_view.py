"""A view of many figures on Explore, drawn by the server: lists draw the first of them and say so, tables have all."""

from collections.abc import Iterator

import pytest

from lib.queries.coverage import coverage
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import say
from lib.ui import drawn
from lib.ui.drawn import cut_figures, cut_places, drawn_figures, drawn_places
from lib.ui.explore_saving import explore_saving
from lib.ui.words import plain
from tests.pages.visits import component_data, seen, visit

FIGURES, PLACES = 20, 3


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let charts draw few figures and places."""
    monkeypatch.setattr(drawn, "MOST_FIGURES", FIGURES)
    monkeypatch.setattr(drawn, "MOST_PLACES", PLACES)
    yield


def told(count: int, places: int) -> tuple[str, str]:
    return (
        say("en", "explore.cut_figures", shown=FIGURES, count=count),
        say("en", "explore.cut_places", shown=PLACES, count=places),
    )


def test_the_page_says_what_is_not_drawn_and_its_tables_have_it(real_store: Store, few: None):
    rows, counts = observations(real_store, Selection()), coverage(real_store, Selection())
    reader = visit("explore")
    assert all(plain(line) in seen(reader) for line in told(len(rows), counts.region_id.nunique()))
    assert [row["id"] for row in component_data(reader, "by_indicator_table")["rows"]] == list(rows.observation_id)
    assert len(component_data(reader, "coverage_table")["rows"]) == counts.region_id.nunique()


def test_what_is_drawn_whole_needs_no_words(real_store: Store):
    reader = visit("explore")
    rows, counts = observations(real_store, Selection()), coverage(real_store, Selection())
    assert drawn_figures(rows) is rows
    assert drawn_places(counts).equals(counts)
    assert not any(plain(line) in seen(reader) for line in told(len(rows), counts.region_id.nunique()))


def test_the_first_are_drawn_and_the_chosen_one(real_store: Store, few: None):
    rows = observations(real_store, Selection())
    ids = list(rows.observation_id)
    assert list(drawn_figures(rows).observation_id) == ids[:FIGURES]
    assert list(drawn_figures(rows, ids[-1]).observation_id) == [*ids[:FIGURES], ids[-1]]
    assert list(drawn_figures(rows, ids[3]).observation_id) == ids[:FIGURES]
    assert cut_figures(rows.head(FIGURES), "en") == ""


def test_whole_places_are_drawn(real_store: Store, few: None):
    counts = coverage(real_store, Selection())
    places = list(counts.region_id.unique())
    assert list(drawn_places(counts).region_id.unique()) == places[:PLACES]
    assert drawn_places(counts).figures.sum() == counts[counts.region_id.isin(places[:PLACES])].figures.sum()
    assert cut_places(drawn_places(counts), "zh") == ""


@pytest.mark.parametrize("chart", ["by_indicator", "coverage"])
def test_a_saved_picture_says_it_too(real_store: Store, few: None, chart: str):
    rows, counts = observations(real_store, Selection()), coverage(real_store, Selection())
    subtitle = explore_saving(real_store, chart, Selection, "").about().subtitle
    line = told(len(rows), counts.region_id.nunique())[chart == "coverage"]
    assert subtitle == f"{say('en', f'explore.{chart}_note')} {line}"
