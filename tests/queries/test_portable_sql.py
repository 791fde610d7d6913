"""The SQL itself: values only as parameters, and nothing that only one engine knows."""

import re
from collections.abc import Callable, Sequence

import pandas as pd
import pytest

from lib.queries.store import Store
from tests.queries.asked import ASKED, MARK, name_of

ONE_ENGINE_ONLY = re.compile(r"arg_max|max_by|qualify|\blike\b|ilike|as varchar|::|\blist_|unnest|strpos|instr|`|\"", re.IGNORECASE)

LITERAL = re.compile(r"'(?:[^']|'')*'")


@pytest.mark.parametrize(("question", "about"), ASKED, ids=[name_of(question) for question, _ in ASKED])
def test_sql_is_portable_ordered_and_holds_no_value(
    real_store: Store, monkeypatch: pytest.MonkeyPatch, question: Callable[..., object], about: tuple[object, ...]
) -> None:
    run, asked = real_store._engine.run, []

    def noted(sql: str, parameters: Sequence[object]) -> pd.DataFrame:
        asked.append((sql, parameters))
        return run(sql, parameters)

    monkeypatch.setattr(real_store._engine, "run", noted)
    question(real_store, *about)
    assert asked
    assert not any(value in sql for sql, _ in asked for value in (MARK, "33010"))
    for sql, parameters in ((LITERAL.sub("''", sql), parameters) for sql, parameters in asked):
        assert sql.count("?") == len(parameters)
        assert not ONE_ENGINE_ONLY.search(sql)
        one_row = "count(*) as figures from observations o where" in sql or "(select count(*)" in sql or "min(" in sql or "max(" in sql
        assert "order by" in sql or one_row
