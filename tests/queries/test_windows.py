"""A window of a long view has the same rows, whether all figures were put in order for it or only those of a few indicators."""

import pandas as pd
import pytest

from lib.queries import observations as module
from lib.queries import windows
from lib.queries.conditions import ALWAYS, NEVER, Condition
from lib.queries.observations import figures_where, observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.windows import Span, narrowed

EVERYTHING = Selection(layers=("article", "official"))


def figures_under(store: Store, span: Span) -> int:
    """Count the figures that would be put in order."""
    joined = "observations o left join indicators i on i.indicator_id = o.indicator_id"
    return int(store.run(f"select count(*) as figures from {joined} where {span.kept.sql}", span.kept.parameters)["figures"].iloc[0])


@pytest.mark.parametrize("most", [1, 7, 100, 10_000])
@pytest.mark.parametrize("selection", [EVERYTHING, Selection(), Selection(search="income"), Selection(regions=("330000",))])
def test_windows_of_few_indicators_are_those_of_all(
    real_store: Store, monkeypatch: pytest.MonkeyPatch, selection: Selection, most: int
) -> None:
    whole = observations(real_store, selection)
    monkeypatch.setattr(windows, "SHORT", 0)
    for offset in (0, 1, 97, len(whole) // 2, len(whole) - 1, len(whole), len(whole) + 5):
        part = observations(real_store, selection, offset, most)
        pd.testing.assert_frame_equal(part, whole.iloc[offset : offset + most].reset_index(drop=True))


def test_only_figures_of_the_indicators_in_the_window_are_put_in_order(real_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = Span(ALWAYS, 10, 300)
    assert narrowed(real_store, everything) == everything, "near the beginning nothing is gained"
    monkeypatch.setattr(windows, "SHORT", 0)
    deep = narrowed(real_store, everything)
    assert deep.offset < 300
    assert 10 <= figures_under(real_store, deep) < figures_under(real_store, everything) / 3
    assert narrowed(real_store, Span(ALWAYS, 10, 10**6)).kept == NEVER


def test_an_indicator_under_two_topics_is_counted_where_it_stands(real_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = pd.DataFrame({"theme": ["a", "a", "b"], "topic": ["x", "y", "x"], "ordinal": [1, 2, 1], "figures": [4, 8, 4]})
    monkeypatch.setattr(Store, "run", lambda *_: counted)
    assert narrowed(real_store, Span(ALWAYS, 10_000, 13)) == Span(Condition("(1 = 1 and i.ordinal in (?))", (1,)), 10_000, 5)
    counted.loc[2, "ordinal"] = None
    assert narrowed(real_store, Span(ALWAYS, 10_000, 13)).offset == 13


def test_a_page_asks_for_no_more_than_is_found_at_once() -> None:
    assert module.MOST_ROWS == windows.SHORT
    assert figures_where.__defaults__ == (windows.SHORT, 0)
