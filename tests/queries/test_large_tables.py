"""Tables of any size: keys are compared in parts, only what needs proof is read, and a view is loaded up to a bound."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.domain.regions import RegionTree
from lib.domain.tables import OBSERVATIONS
from lib.queries import repeated_keys as module
from lib.queries.claimed_rows import all_rows, claimed_rows
from lib.queries.engine import connection
from lib.queries.observations import MOST_ROWS, figures_shown, observations
from lib.queries.region_runs import in_regions
from lib.queries.repeated_keys import repeated_keys
from lib.queries.selection import Selection
from lib.queries.store import Store

EVERYTHING = Selection(layers=("article", "official"))
TREE = RegionTree.from_rows(
    {"region_id": code, "parent_id": parent} for code, parent in (("CN", ""), ("33", "CN"), ("3301", "33"), ("41", "CN"))
)


@pytest.mark.parametrize("rows_at_once", [1, 3, 100])
def test_repeated_keys_are_found_whatever_the_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows_at_once: int) -> None:
    monkeypatch.setattr(module, "_ROWS_AT_ONCE", rows_at_once)
    ids = ["b", "a", "c", "a", "b", "a", "d"]
    pq.write_table(pa.table({"observation_id": ids}), tmp_path / "ids.parquet")
    with connection() as duckdb:
        found = repeated_keys(duckdb, tmp_path / "ids.parquet", OBSERVATIONS, len(ids), most=9)
        first = repeated_keys(duckdb, tmp_path / "ids.parquet", OBSERVATIONS, len(ids), most=1)
    assert (found.first, found.count) == ((({"observation_id": "b"}, 2), ({"observation_id": "a"}, 3)), 2)
    assert (first.first, first.count) == ((({"observation_id": "b"}, 2),), 2)


def test_only_what_needs_proof_is_read(real_store: Store, tmp_path: Path) -> None:
    file = real_store.folder / OBSERVATIONS.file_name
    rows = list(all_rows(file))
    articles = [row for row in rows if row["layer"] == "article"]
    assert 0 < len(articles) < len(rows)
    assert list(claimed_rows(file)) == articles
    uncited = [{**row, "citation_id": None} if row["layer"] == "official" else row for row in rows]
    pq.write_table(pa.Table.from_pylist(uncited, schema=pq.read_schema(file)), tmp_path / "uncited.parquet", row_group_size=50)
    assert list(claimed_rows(tmp_path / "uncited.parquet")) == uncited


def test_a_view_is_loaded_up_to_a_bound_and_counted_whole(real_store: Store) -> None:
    whole = observations(real_store, EVERYTHING)
    assert len(whole) == figures_shown(real_store, EVERYTHING) < MOST_ROWS
    parts = [observations(real_store, EVERYTHING, offset, 100)["observation_id"].tolist() for offset in range(0, len(whole), 100)]
    assert [claim for part in parts for claim in part] == whole["observation_id"].tolist()
    assert {len(part) for part in parts[:-1]} == {100}


@pytest.mark.parametrize(
    ("regions", "parameters"),
    [
        (("CN", "33", "3301", "41"), ("33", "CN")),
        (("33", "3301"), ("33", "3301")),
        (("CN",), ("CN", "CN")),
        (("33", "41"), ("33", "33", "41", "41")),
    ],
)
def test_neighbouring_codes_are_one_range(regions: tuple[str, ...], parameters: tuple[str, ...]) -> None:
    condition = in_regions(TREE, "o.region_id", regions)
    assert condition.parameters == parameters
    assert condition.sql.count("between ? and ?") == len(parameters) // 2


def test_no_region_is_nowhere() -> None:
    assert in_regions(TREE, "o.region_id", ()).sql == "1 = 0"
