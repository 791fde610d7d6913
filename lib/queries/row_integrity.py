"""Whether the rows on disk keep the contract; read in batches and held column by column, so that size does not matter."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from duckdb import DuckDBPyConnection

from lib.domain.constraints import References
from lib.domain.errors import Problem
from lib.domain.row_rules import complaints, dangles, key_problem, referred, value_problem
from lib.domain.schema import Field, Table
from lib.domain.tables import INDICATORS, OBSERVATIONS, QUOTES, REGIONS, SOURCES, TABLES
from lib.queries.engine import connection
from lib.queries.manifest import REBUILD
from lib.queries.repeated_keys import repeated_keys
from lib.queries.sound_values import surely_sound

_NEVER_EMPTY = (OBSERVATIONS, QUOTES, SOURCES, REGIONS, INDICATORS)
_BATCH = 50_000
_MOST_NAMED = 20

Keys = Mapping[str, pa.Table]


def broken_rows(folder: Path) -> Iterator[Problem]:
    """Find empty tables, repeated keys, and values that break their column or refer to nothing.

    Needs tables in the form of the contract. Of each column the first rows are named and the others counted.
    """
    keys = _keys(folder)
    # What is missing as a whole comes first: values that refer to it break only because of it.
    for table in _NEVER_EMPTY:
        if not _rows(folder, table):
            yield Problem(f"data/{table.file_name}", "", "", "TableHasRows", "the table has no rows.", REBUILD)
    with connection() as duckdb:
        for table in TABLES:
            yield from _repeated(duckdb, folder, table)
            yield from _broken(folder, table, keys)


def _rows(folder: Path, table: Table) -> int:
    return pq.read_metadata(folder / table.file_name).num_rows


def _keys(folder: Path) -> Keys:
    constraints = (constraint for table in TABLES for field in table.fields for constraint in field.constraints)
    referred_to = {constraint.table for constraint in constraints if isinstance(constraint, References)}
    return {table.name: _key_columns(folder, table) for table in TABLES if table.name in referred_to}


def _key_columns(folder: Path, table: Table) -> pa.Table:
    with pq.ParquetFile(folder / table.file_name) as parquet:
        return parquet.read(columns=list(table.key))


def _repeated(duckdb: DuckDBPyConnection, folder: Path, table: Table) -> Iterator[Problem]:
    repeated = repeated_keys(duckdb, folder / table.file_name, table, _rows(folder, table), _MOST_NAMED)
    for key, times in repeated.first:
        yield key_problem(table, key, times, REBUILD)
    yield from _further(table, "", "KeyIsUnique", "keys are repeated", repeated.count)


def _broken(folder: Path, table: Table, keys: Keys) -> Iterator[Problem]:
    found: Counter[str] = Counter()
    with pq.ParquetFile(folder / table.file_name) as parquet:
        for batch in parquet.iter_batches(_BATCH, columns=list(table.columns)):
            for field in table.fields:
                faults = _faults(field, batch.column(field.name), keys)
                for place, message in islice(faults, max(0, _MOST_NAMED - found[field.name])):
                    row = batch.select(list(table.key)).slice(place, 1).to_pylist()[0]
                    found[field.name] += 1
                    yield value_problem(table, row, field, message, REBUILD)
                found[field.name] += sum(1 for _ in faults)
    for name, count in found.items():
        yield from _further(table, name, "ValueKeepsColumn", "values break this column", count)


def _faults(field: Field, values: pa.Array, keys: Keys) -> Iterator[tuple[int, str]]:
    doubtful = pc.indices_nonzero(pc.invert(surely_sound(field, values, keys)))
    encoded = values.take(doubtful).dictionary_encode(null_encoding="encode")
    distinct = encoded.dictionary.to_pylist()
    told = {place: found for place, value in enumerate(distinct) if (found := list(complaints(field, value)))}
    for reference in (constraint for constraint in field.constraints if isinstance(constraint, References)):
        for place in _dangling(reference, distinct, keys[reference.table]):
            told.setdefault(place, []).append(dangles(field, reference, distinct[place]))
    for row, place in zip(doubtful, encoded.indices, strict=True) if told else ():
        yield from ((row.as_py(), message) for message in told.get(place.as_py(), ()))


def _dangling(reference: References, values: list[object], keys: pa.Table) -> Iterator[int]:
    parts = [referred(reference, value) for value in values]
    asked = pa.array(sorted({part for several in parts for part in several}), keys.column(0).type)
    unknown = set(asked.filter(pc.invert(pc.is_in(asked, value_set=keys.column(0)))).to_pylist())
    return (place for place, several in enumerate(parts) if not unknown.isdisjoint(several))


def _further(table: Table, column: str, rule: str, words: str, count: int) -> Iterator[Problem]:
    if count > _MOST_NAMED:
        yield Problem(f"data/{table.file_name}", "", column, rule, f"{count - _MOST_NAMED} more {words}.", REBUILD)
