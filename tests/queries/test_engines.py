"""The same questions on another engine: whole answers are equal, and an engine that is down, slow or of other data is told from that."""

import shutil
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, get_type_hints

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib import queries as queries_package
from lib.curation.layout import DATA
from lib.domain.errors import DatasetError
from lib.queries import engines
from lib.queries.comparison import Comparison
from lib.queries.coverage import coverage
from lib.queries.engine import EngineError
from lib.queries.engines import engine_over
from lib.queries.events import events
from lib.queries.facets import facet_counts
from lib.queries.links import Known
from lib.queries.observations import figures_shown, observations
from lib.queries.places import places
from lib.queries.quotes import quotes
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.stories import Step, Story
from tests.queries.asked import ASKED, ASKS_NOTHING, name_of
from tests.queries.sail import Sail, free_port

VIEWS = (
    Selection(),
    Selection(regions=("330000",), themes=("income_gap",)),
    Selection(regions=("CN",), layers=("official", "article"), years=(2020, 2022)),
    Selection(search="杭州 income"),
    Selection(programmes=("workshops",), voices=("article", "resident")),
    Selection(statuses=("plan", "target"), regions=("410100", "330100"), inside=False),
)
OF_A_VIEW: tuple[Callable[[Store, Selection], object], ...] = (observations, quotes, coverage, events, facet_counts, figures_shown, places)
HOSTILE = ("a\\b", "it's", 'say "x"', "\\'; drop view quotes; --", "郑州\n\t", "100%_?$1:x{}", "\\", "")
DOWN = (
    "engine: the engine that answers the questions does not answer, or cannot read the tables. [EngineAnswers]\n"
    "    Open the page again in a moment. Whoever runs the server: see that DATASET_ENGINE is up and reaches the dataset, or unset it."
)


def opened(address: str, folder: Path = DATA, **more: str) -> Store:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"DATASET_ENGINE": address, **more}.items():
            patch.setenv(name, value)
        return Store.open(folder)


@pytest.fixture(scope="module")
def sail() -> Iterator[Sail]:
    server = Sail().start()
    yield server
    server.kill()


@pytest.fixture(scope="module")
def sail_store(sail: Sail) -> Store:
    return opened(sail.address)


def assert_same(ours: object, theirs: object) -> None:
    if isinstance(ours, pd.DataFrame):
        assert isinstance(theirs, pd.DataFrame)
        pd.testing.assert_frame_equal(ours, theirs)
    elif isinstance(ours, Known) and isinstance(theirs, Known):
        # The ids are asked for one by one, each of its own store.
        assert replace(ours, claims=(), figures=()) == replace(theirs, claims=(), figures=())
        assert all(claim in known.claims and claim not in known.figures for known in (ours, theirs) for claim in ("zj23-e01",))
    elif isinstance(ours, Comparison | Story | Step) and isinstance(theirs, type(ours)):
        for field in fields(ours):
            assert_same(getattr(ours, field.name), getattr(theirs, field.name))
    elif isinstance(ours, tuple) and isinstance(theirs, tuple):
        assert len(ours) == len(theirs)
        for one, other in zip(ours, theirs, strict=True):
            assert_same(one, other)
    else:
        assert ours == theirs


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_every_view_is_the_same_on_sail(real_store: Store, sail_store: Store, view: Selection) -> None:
    for ask in OF_A_VIEW:
        assert_same(ask(real_store, view), ask(sail_store, view))


@pytest.mark.parametrize(("question", "about"), ASKED, ids=[name_of(question) for question, _ in ASKED])
def test_every_question_is_the_same_on_sail(
    real_store: Store, sail_store: Store, question: Callable[..., object], about: tuple[object, ...]
) -> None:
    assert_same(question(real_store, *about), question(sail_store, *about))


def test_no_question_is_left_out() -> None:
    modules = (import_module(f"lib.queries.{module.name}") for module in iter_modules(queries_package.__path__))
    functions = [each for module in modules for _, each in getmembers(module, isfunction) if each.__module__ == module.__name__]
    taking = {each.__name__ for each in functions if next(iter(get_type_hints(each).values()), None) is Store}
    public = {name for name in taking if not name.startswith("_")}
    assert public == {question.__name__ for question, _ in ASKED if question != Known.of} | ASKS_NOTHING


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_reaches_the_engine_as_it_is(sail_store: Store, value: str) -> None:
    assert sail_store.run("select ? as given, length(?) as letters", (value, value)).to_dict("list") == {
        "given": [value],
        "letters": [len(value)],
    }


def test_an_engine_that_was_killed_is_said_and_comes_back() -> None:
    server = Sail().start()
    try:
        store = opened(server.address)
        figures = len(observations(store, Selection()))
        server.kill()
        with pytest.raises(DatasetError) as caught:
            observations(store, Selection())
        assert str(caught.value) == DOWN
        server.start()
        assert len(observations(store, Selection())) == figures > 0
    finally:
        server.kill()


def test_a_server_that_is_not_there_is_said() -> None:
    with pytest.raises(DatasetError) as caught:
        opened(f"sc://127.0.0.1:{free_port()}")
    assert str(caught.value) == DOWN


def test_an_engine_that_never_answers_is_given_up() -> None:
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen()
        begun = time.monotonic()
        with pytest.raises(DatasetError) as caught:
            opened(f"sc://127.0.0.1:{mute.getsockname()[1]}", DATASET_ENGINE_SECONDS="0.5")
        assert str(caught.value) == DOWN
        assert time.monotonic() - begun < 10


def test_after_one_wait_in_vain_the_next_is_told_at_once_until_the_engine_has_rested(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = []

    def mute(*_: object) -> None:
        waits.append(1)
        time.sleep(0.05)  # As long as the limit: what is tried is a wait in vain.
        raise EngineError

    engine: Any = engines._remote()("sc://127.0.0.1:1", {}, {}, 0.05)
    monkeypatch.setattr(engine, "_answer_of_new_session", mute)
    for _ in range(3):
        with pytest.raises(EngineError):
            engine.run("select 1", ())
    assert len(waits) == 1
    monkeypatch.setattr(engine, "_rests_until", 0.0)
    monkeypatch.setattr(engine, "_answer_of_new_session", lambda *_: pa.table({"one": [1]}))
    assert engine.run("select 1", ())["one"].tolist() == [1]


def test_other_tables_than_the_verified_ones_are_refused(sail: Sail, tmp_path: Path) -> None:
    other = shutil.copytree(DATA, tmp_path / "other", ignore=shutil.ignore_patterns("curated", "versions"))
    units = pq.read_table(other / "units.parquet")
    pq.write_table(units.slice(1), other / "units.parquet")
    with pytest.raises(DatasetError) as caught:
        opened(sail.address, DATASET_ENGINE_FOLDER=f"{other}/")
    assert str(caught.value) == (
        f"data/units.parquet: the engine reads {len(units) - 1} rows of it; the verified table has {len(units)}. [EngineReadsTheseTables]\n"
        "    Copy the verified dataset to the place that DATASET_ENGINE_FOLDER names, then open the page again."
    )


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "find_spec", lambda name: None)
    with pytest.raises(DatasetError) as caught:
        engine_over(DATA, {"DATASET_ENGINE": "sc://127.0.0.1:1"})
    assert str(caught.value) == (
        "data: DATASET_ENGINE is set, but what speaks to the engine is not installed. [EngineCanBeSpokenTo]\n"
        "    Install it: pip install -r requirements-spark.txt, or unset DATASET_ENGINE."
    )


@pytest.mark.parametrize("seconds", ["soon", "0", "-1", "nan", "inf"])
def test_a_time_limit_that_is_none_is_refused(seconds: str) -> None:
    with pytest.raises(DatasetError, match=f"DATASET_ENGINE_SECONDS is `{seconds}`, which is no number of seconds"):
        engine_over(DATA, {"DATASET_ENGINE": "sc://127.0.0.1:1", "DATASET_ENGINE_SECONDS": seconds})


def test_a_wrong_statement_is_a_fault_of_the_code_on_any_engine(sail_store: Store) -> None:
    with pytest.raises(Exception, match="nothing"):
        sail_store.run("select nothing from observations")
