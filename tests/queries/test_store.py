"""Asking the store: from many threads, locked in its folder, and over files that change under it."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from lib.domain.errors import DatasetError
from lib.queries.facets import facet_counts
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from tests.queries.sample import write_tables
from tests.queries.sample_rows import rows_of_sample

SELECTIONS = (
    Selection(),
    Selection(regions=("330000",)),
    Selection(themes=("industry",), search="buses"),
    Selection(years=(2021, 2022)),
    Selection(statuses=("target",)),
    Selection(search="杭州"),
)


def test_fifty_threads_get_the_answers_that_one_gets(sample_store: Store) -> None:
    regions = sample_store.regions.ids
    named = "select name_en, name_zh, ordinal from regions where region_id = ?"
    places = {region: sample_store.run(named, (region,)) for region in regions}
    views = {chosen: observations(sample_store, chosen) for chosen in SELECTIONS}

    def ask(thread: int) -> None:
        chosen = SELECTIONS[thread % len(SELECTIONS)]
        pd.testing.assert_frame_equal(observations(sample_store, chosen), views[chosen])
        for turn in range(20):
            region = regions[(thread + turn) % len(regions)]
            pd.testing.assert_frame_equal(sample_store.run(named, (region,)), places[region])

    with ThreadPoolExecutor(50) as pool:
        assert len(list(pool.map(ask, range(50)))) == 50


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('/etc/passwd')",
        "select * from read_text('/etc/hostname')",
        "copy (select 1) to '/tmp/copied.csv'",
        "attach '/tmp/other.db'",
        "install httpfs",
        "set threads = 4",
        "set enable_external_access = true",
    ],
)
def test_no_statement_reaches_beyond_the_folder(sample_store: Store, sql: str) -> None:
    with pytest.raises((DatasetError, duckdb.Error)):
        sample_store.run(sql)
    assert not Path("/tmp/copied.csv").exists()


def test_a_value_is_never_read_as_sql(sample_store: Store) -> None:
    hostile = "x'); drop view observations; --"
    assert observations(sample_store, Selection(themes=(hostile,), regions=("330000",))).empty
    assert sample_store.run("select ? as given", (hostile,))["given"].tolist() == [hostile]
    assert len(observations(sample_store, Selection())) == 6


def test_a_wrong_statement_is_a_fault_of_the_code_not_of_the_data(sample_store: Store) -> None:
    with pytest.raises(duckdb.BinderException):
        sample_store.run("select nothing from observations")


def test_texts_are_never_null(sample_store: Store) -> None:
    rows = sample_store.run("select note, quote_id, printed_start from observations order by observation_id")
    assert rows["note"].tolist() == [""] * 7
    assert rows["printed_start"].isna().sum() == 1


QUESTIONS: tuple[Callable[[Store], object], ...] = (
    lambda store: observations(store, Selection()),
    lambda store: facet_counts(store, Selection()),
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_file_deleted_after_the_start_is_named(data: Path, question: Callable[[Store], object]) -> None:
    store = Store.open(data)
    (data / "observations.parquet").unlink()
    with pytest.raises(DatasetError) as caught:
        question(store)
    assert str(caught.value) == (
        "data/observations.parquet: the file was deleted while the app was running. [FileIsPresent]\n"
        "    Restore the data from the repository (git checkout data), or build it again: python -m lib.curation.build"
    )


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("content", [b"", b"PAR1 no longer PAR1", None])
def test_a_file_replaced_after_the_start_is_named(data: Path, question: Callable[[Store], object], content: bytes | None) -> None:
    store = Store.open(data)
    if content is None:
        write_tables(data, {"observations": rows_of_sample()["observations"][1:]})
    else:
        (data / "observations.parquet").write_bytes(content)
    with pytest.raises(DatasetError) as caught:
        question(store)
    assert str(caught.value) == (
        "data/observations.parquet: the file was changed or replaced while the app was running. [FileIsUnchanged]\n"
        "    Restart the app to read the new file, or restore the old one: git checkout data"
    )


def test_a_file_replaced_while_a_question_runs_is_named(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store.open(data)
    run = store._engine.run

    def replaced_meanwhile(sql: str, parameters: object) -> pd.DataFrame:
        rows = run(sql, parameters)  # type: ignore[arg-type]
        write_tables(data, {"units": []})
        return rows

    monkeypatch.setattr(store._engine, "run", replaced_meanwhile)
    with pytest.raises(DatasetError, match=r"data/units\.parquet: the file was changed or replaced"):
        observations(store, Selection())


def test_a_file_touched_or_restored_unchanged_still_answers(data: Path) -> None:
    store = Store.open(data)
    file = data / "observations.parquet"
    content = file.read_bytes()
    file.unlink()
    file.write_bytes(content)
    os.utime(data / "quotes.parquet", (0, 0))
    assert len(observations(store, Selection())) == 6


def test_an_unreadable_answer_without_a_changed_file_is_a_problem_of_the_data(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store.open(data)

    def broken(sql: str, parameters: object) -> pd.DataFrame:
        raise duckdb.IOException("disk on fire at /somewhere/secret")

    monkeypatch.setattr(store._engine, "run", broken)
    with pytest.raises(DatasetError) as caught:
        observations(store, Selection())
    assert str(caught.value) == (
        "data: the tables could not be read (IOException). [QuestionIsAnswered]\n"
        "    Restore the data from the repository (git checkout data), or build it again: python -m lib.curation.build"
    )
