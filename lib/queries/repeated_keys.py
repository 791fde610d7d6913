"""Keys that several rows of a table have, found within a bounded memory however many rows there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from duckdb import DuckDBPyConnection

from lib.domain.schema import Table

_ROWS_AT_ONCE = 2_000_000


@dataclass(frozen=True)
class Repeated:
    """The first keys that several rows have, each with how many, in the order of the rows; and how many such keys there are."""

    first: tuple[tuple[dict[str, object], int], ...]
    count: int


def repeated_keys(duckdb: DuckDBPyConnection, file: Path, table: Table, rows: int, most: int) -> Repeated:
    """Find the keys that more than one row has, and name the first of them."""
    found, count = [], 0
    for part in _parts(table.key, rows):
        several = duckdb.execute(part, (str(file), most)).fetchall()
        found += several
        count += several[0][-1] if several else 0
    first = sorted(found, key=lambda row: row[-2])[:most]
    return Repeated(tuple((dict(zip(table.key, key, strict=True)), times) for *key, times, _, _ in first), count)


def _parts(key: tuple[str, ...], rows: int) -> Iterator[str]:
    # Rows of one key fall into one part: each part is grouped alone, so that no more than a part is ever in memory.
    columns, parts = ", ".join(key), rows // _ROWS_AT_ONCE + 1
    for part in range(parts):
        yield f"""
            select {columns}, count(*) as times, min(file_row_number) as place, count(*) over () as several
            from read_parquet(?, file_row_number = true) where hash({columns}) % {parts} = {part}
            group by {columns} having count(*) > 1 order by place limit ?
        """
