"""The engine answers a few questions at a time, and says so when it has no room for one more."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Lock, get_ident
from time import sleep

import duckdb
import pandas as pd
import pytest

from lib.domain.errors import DatasetError
from lib.queries.coverage import coverage
from lib.queries.engine import DuckDBEngine
from lib.queries.events import events
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store

ASKED = 32
AT_ONCE = 4


class Crowd:
    """Stands for the connection: every answer waits until as many run as may, and the most that ran are remembered."""

    def __init__(self) -> None:
        self.most = self._running = 0
        self._count, self._together = Lock(), Barrier(AT_ONCE, timeout=30)

    def cursor(self) -> "Crowd":
        return self

    def __enter__(self) -> "Crowd":
        with self._count:
            self._running += 1
            self.most = max(self.most, self._running)
        return self

    def __exit__(self, *_: object) -> None:
        with self._count:
            self._running -= 1

    def execute(self, sql: str, parameters: object) -> "Crowd":
        return self

    def df(self) -> pd.DataFrame:
        self._together.wait()
        return pd.DataFrame()


def test_no_more_than_four_questions_run_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine, crowd = DuckDBEngine(tmp_path, {}, {}), Crowd()
    monkeypatch.setattr(engine, "_connection", crowd)
    with ThreadPoolExecutor(ASKED) as pool:
        assert len(list(pool.map(lambda _: engine.run("select 1", ()), range(ASKED)))) == ASKED
    assert crowd.most == AT_ONCE


def test_a_question_that_fails_gives_its_turn_back(tmp_path: Path) -> None:
    engine = DuckDBEngine(tmp_path, {}, {})
    for _ in range(AT_ONCE + 1):
        with pytest.raises(duckdb.CatalogException):
            engine.run("select * from nowhere", ())
    assert engine.run("select 1 as one", ())["one"].tolist() == [1]


def test_a_question_without_room_is_asked_again_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = DuckDBEngine(tmp_path, {}, {})
    rows, count, running = engine._rows, Lock(), set[int]()

    def crowded(sql: str, parameters: Sequence[object]) -> pd.DataFrame:
        me = get_ident()
        with count:
            running.add(me)
        try:
            sleep(0.01)
            if len(running) > 1:
                raise duckdb.OutOfMemoryException("no room beside others")
            return rows(sql, parameters)
        finally:
            with count:
                running.discard(me)

    monkeypatch.setattr(engine, "_rows", crowded)
    with ThreadPoolExecutor(ASKED) as pool:
        answers = [pool.submit(engine.run, "select 1 as one", ()) for _ in range(ASKED)]
        assert [answer.result(timeout=60)["one"].tolist() for answer in answers] == [[1]] * ASKED


def test_thirty_threads_with_every_question_get_their_answers(sample_store: Store) -> None:
    questions: tuple[Callable[[Store, Selection], pd.DataFrame], ...] = (observations, coverage, events)
    views = (Selection(), Selection(search="buses"), Selection(regions=("330000",)))
    asked = [(question, view) for question in questions for view in views]
    alone = [question(sample_store, view) for question, view in asked]

    def ask(thread: int) -> None:
        for turn in range(len(asked)):
            at = (thread + turn) % len(asked)
            question, view = asked[at]
            pd.testing.assert_frame_equal(question(sample_store, view), alone[at])

    with ThreadPoolExecutor(30) as pool:
        assert len(list(pool.map(ask, range(30)))) == 30


def test_a_want_of_memory_is_no_fault_of_the_data(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store.open(data)

    def crowded(sql: str, parameters: object) -> pd.DataFrame:
        raise duckdb.OutOfMemoryException("could not allocate block")

    monkeypatch.setattr(store._engine, "run", crowded)
    with pytest.raises(DatasetError) as caught:
        observations(store, Selection())
    assert str(caught.value) == (
        "server: the server is busy and had no memory left for this question. [ServerHasRoom]\n    Open the page again."
    )
