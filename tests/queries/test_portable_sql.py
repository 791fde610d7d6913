"""The SQL itself: values only as parameters, and nothing that only one engine knows."""

import re
from collections.abc import Callable, Sequence

import pandas as pd
import pytest

from lib.queries import codes
from lib.queries.coverage import coverage, coverage_by_area
from lib.queries.dataset import totals
from lib.queries.events import events
from lib.queries.facets import facet_counts
from lib.queries.links import Known
from lib.queries.observations import observations
from lib.queries.quotes import quote_of, quotes
from lib.queries.selection import Selection
from lib.queries.sources import dismissals, source_list
from lib.queries.store import Store
from lib.queries.tracker import drifts, evidence_date, tracker

MARK = "zqx"
SELECTION = Selection(
    themes=(f"{MARK}theme",),
    years=(2021, 2022),
    layers=("article", f"{MARK}layer"),
    programmes=(f"{MARK}programme",),
    regions=("330100", "330110"),
    search=f"hangzhou {MARK}'word",
)
QUESTIONS: tuple[Callable[[Store], object], ...] = (
    *(lambda store, ask=ask: ask(store, SELECTION) for ask in (observations, quotes, coverage, events, facet_counts, tracker, drifts)),
    *(lambda store, ask=ask: ask(store, MARK) for ask in (quote_of, dismissals)),
    *(
        lambda store, ask=ask: ask(store)
        for ask in (source_list, totals, evidence_date, Known.of, codes.regions, codes.indicators, codes.units)
    ),
    lambda store: codes.programmes(store),
    lambda store: coverage_by_area(store, ("330100", "330000")),
)
ONE_ENGINE_ONLY = re.compile(r"arg_max|max_by|qualify|\blike\b|ilike|as varchar|::|\blist_|unnest|strpos|instr|`|\"", re.IGNORECASE)

LITERAL = re.compile(r"'(?:[^']|'')*'")


@pytest.mark.parametrize("question", QUESTIONS)
def test_sql_is_portable_ordered_and_holds_no_value(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch, question: Callable[[Store], object]
) -> None:
    run, asked = sample_store._engine.run, []

    def noted(sql: str, parameters: Sequence[object]) -> pd.DataFrame:
        asked.append((sql, parameters))
        return run(sql, parameters)

    monkeypatch.setattr(sample_store._engine, "run", noted)
    question(sample_store)
    assert asked
    assert not any(value in sql for sql, _ in asked for value in (MARK, "33010"))
    for sql, parameters in ((LITERAL.sub("''", sql), parameters) for sql, parameters in asked):
        assert sql.count("?") == len(parameters)
        assert not ONE_ENGINE_ONLY.search(sql)
        one_row = "count(*) as figures from observations o where" in sql or "(select count(*)" in sql or "min(" in sql or "max(" in sql
        assert "order by" in sql or one_row
