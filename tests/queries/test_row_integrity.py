"""Rows on disk that break the contract keep the dataset from being opened, whatever the manifest says of the file."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from lib.domain.errors import DatasetError
from lib.queries import row_integrity
from lib.queries.row_integrity import broken_rows
from lib.queries.store import Store
from tests.queries.sample import write_manifest, write_tables
from tests.queries.sample_rows import Row, rows_of_sample

RESTORE = "Restore the data from the repository (git checkout data), or build it again: python -m lib.curation.build"


def refusal(data: Path, tables: Mapping[str, Sequence[Row]]) -> list[str]:
    """Open the dataset with these tables, the manifest written for them, and return what is told."""
    write_tables(data, tables)
    write_manifest(data)
    with pytest.raises(DatasetError) as caught:
        Store.open(data)
    assert {problem.remedy for problem in caught.value.problems} == {RESTORE}
    return [str(problem).partition("\n")[0] for problem in caught.value.problems]


def changed(table: str, column: str, value: object) -> dict[str, list[Row]]:
    """Return the table with one value changed in its first row."""
    rows = rows_of_sample()[table]
    rows[0][column] = value
    return {table: rows}


def test_the_sample_keeps_the_contract(data: Path) -> None:
    assert list(broken_rows(data)) == []


@pytest.mark.parametrize(
    ("table", "column", "value", "told"),
    [
        ("observations", "value", None, "hz21-01a, value: `value` is `None`: Always present."),
        ("observations", "value", math.nan, "hz21-01a, value: `value` is `nan`: A finite number."),
        ("observations", "value", math.inf, "hz21-01a, value: `value` is `inf`: A finite number."),
        ("observations", "status", "foo", "hz21-01a, status: `status` is `foo`: One of `actual`, `ongoing`, `plan`, `target`."),
        ("observations", "theme", None, "hz21-01a, theme: `theme` is `None`: Always present."),
        ("observations", "year_start", None, "hz21-01a, year_start: `year_start` is `None`: Always present."),
        ("observations", "year_start", 1800, "hz21-01a, year_start: `year_start` is `1800`: From 1949 to 2060."),
        ("observations", "region_id", "foo", "hz21-01a, region_id: `region_id` is `foo`: A key of `regions`."),
        ("observations", "unit", "foo", "hz21-01a, unit: `unit` is `foo`: A key of `units`."),
        ("observations", "indicator_id", "foo", "hz21-01a, indicator_id: `indicator_id` is `foo`: A key of `indicators`."),
        ("observations", "observation_id", "zz20-01a", "zz20-01a: 2 rows have this key."),
        ("quotes", "source_id", "a\0b", "hz21-01, source_id: `source_id` is `a\0b`: A key of `sources`."),
        ("quotes", "regions", "330100;foo", "hz21-01, regions: `regions` is `330100;foo`: Keys of `regions`, joined by `;`."),
        ("sources", "published", "2024-13-45", "daily-2021-hangzhou, published: `published` is `2024-13-45`: A date of the calendar."),
        ("regions", "lon", math.nan, "CN, lon: `lon` is `nan`: A finite number."),
        ("regions", "parent_id", "foo", "CN, parent_id: `parent_id` is `foo`: A key of `regions`."),
        ("dismissals", "sentence", -1, "daily-2021-hangzhou, -1, 2020, sentence: `sentence` is `-1`: From 0 to 1e+07."),
    ],
)
def test_one_broken_value_is_named_by_file_key_and_column(data: Path, table: str, column: str, value: object, told: str) -> None:
    rule = "KeyIsUnique" if told.endswith("have this key.") else "ValueKeepsColumn"
    assert refusal(data, changed(table, column, value)) == [f"data/{table}.parquet, {told} [{rule}]"]


@pytest.mark.parametrize("table", ["observations", "quotes", "sources", "regions", "indicators"])
def test_a_core_table_without_rows_is_told_first(data: Path, table: str) -> None:
    assert refusal(data, {table: []})[0] == f"data/{table}.parquet: the table has no rows. [TableHasRows]"


@pytest.mark.parametrize("table", ["quote_programmes", "events", "dismissals"])
def test_the_other_tables_may_be_empty(data: Path, table: str) -> None:
    write_tables(data, {table: []})
    write_manifest(data)
    assert Store.open(data).problems == ()


def test_a_foreign_table_is_told_before_what_it_breaks(data: Path) -> None:
    write_tables(data, changed("observations", "kind", "foo"))
    with pytest.raises(DatasetError) as caught:
        Store.open(data)
    assert [(problem.rule, problem.place, problem.remedy) for problem in caught.value.problems] == [
        ("FileIsAsBuilt", "", RESTORE),
        ("ValueKeepsColumn", "kind", RESTORE),
    ]


def test_many_broken_rows_are_counted_across_batches(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_integrity, "_BATCH", 2)
    monkeypatch.setattr(row_integrity, "_MOST_NAMED", 3)
    rows = [{**row, "status": f"foo {place % 2}"} for place, row in enumerate(rows_of_sample()["observations"])]
    told = refusal(data, {"observations": rows})
    one_of = "One of `actual`, `ongoing`, `plan`, `target`. [ValueKeepsColumn]"
    assert told == [
        f"data/observations.parquet, hz21-01a, status: `status` is `foo 0`: {one_of}",
        f"data/observations.parquet, hz21-02a, status: `status` is `foo 1`: {one_of}",
        f"data/observations.parquet, hz21-02b, status: `status` is `foo 0`: {one_of}",
        "data/observations.parquet, status: 4 more values break this column. [ValueKeepsColumn]",
    ]


def test_many_repeated_keys_are_counted(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_integrity, "_MOST_NAMED", 1)
    rows = rows_of_sample()["observations"]
    assert refusal(data, {"observations": [*rows, *rows]}) == [
        "data/observations.parquet, hz21-01a: 2 rows have this key. [KeyIsUnique]",
        "data/observations.parquet: 6 more keys are repeated. [KeyIsUnique]",
    ]
