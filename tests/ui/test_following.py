"""The server follows a browser that writes the address itself: it believes what it is told, and no address from before."""

import pytest

from lib.queries.store import Store
from lib.ui import state
from tests.ui.conftest import Reader


@pytest.fixture
def arrived(reader: Reader, sample_store: Store) -> Reader:
    """Return a reader who came by a link to Keqiao."""
    reader.goes_to(region=["330603"])
    state.take_link(sample_store, "explore")
    return reader


def test_what_is_told_is_adopted_with_what_is_wrong_with_it(arrived: Reader, sample_store: Store):
    state.heed(sample_store, {"theme": ["industry", "magic"]})
    assert state.selection().themes == ("industry",)
    assert state.selection().regions == ()
    assert [notice.given for notice in state.notices()[0]] == ["magic"]


def test_an_address_that_lags_behind_changes_nothing(arrived: Reader, sample_store: Store):
    state.heed(sample_store, {"theme": ["industry"]})
    state.take_link(sample_store, "explore")
    assert state.selection().themes == ("industry",)
    assert state.selection().regions == ()


def test_any_other_address_is_news(arrived: Reader, sample_store: Store):
    state.heed(sample_store, {"theme": ["industry"]})
    arrived.goes_to(region=["330100"])
    state.take_link(sample_store, "explore")
    assert (state.selection().regions, state.selection().themes) == (("330100",), ())


def test_on_another_page_the_same_address_is_a_link(arrived: Reader, sample_store: Store):
    state.heed(sample_store, {"theme": ["industry"]})
    state.take_link(sample_store, "data")
    assert (state.selection().regions, state.selection().themes) == (("330603",), ())


def test_what_a_quicker_choice_kept_from_being_drawn_is_drawn_with_it(reader: Reader, sample_store: Store, monkeypatch: pytest.MonkeyPatch):
    drawn: list[list[str]] = []
    monkeypatch.setattr(vars(state)["st"], "rerun", drawn.append, raising=False)
    state.take_link(sample_store, "industry")
    for part, figures in {"first": {"a"}, "second": {"b"}, "third": {"c"}, "fourth": {"d"}}.items():
        state.follow(part, frozenset(figures))
    state.pick("a")
    state.pick("b")
    state.was_drawn("first")
    state.pick("c")
    for part in ("second", "third"):
        state.was_drawn(part)
    state.pick("d")
    assert drawn == [["first"], ["first", "second"], ["second", "third"], ["third", "fourth"]]
