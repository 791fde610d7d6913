"""Who runs the SQL: one small protocol, and DuckDB as its first engine."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Protocol

import duckdb
import pandas as pd

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "512MB",
    "threads": 2,
    "temp_directory": "",
    "autoload_known_extensions": False,
    "autoinstall_known_extensions": False,
}
# What most questions take of the memory, times this, fits the limit; the others wait their turn.
AT_ONCE = 4


def connection() -> duckdb.DuckDBPyConnection:
    """Return a new DuckDB of its own, within the memory and the processors that the app allows itself."""
    return duckdb.connect(":memory:", config=_SETTINGS)


class EngineError(Exception):
    """The engine is down, too slow, or cannot read its files."""


class Engine(Protocol):
    """Something that answers SQL of the portable subset with `?` parameters."""

    def run(self, sql: str, parameters: Sequence[object]) -> pd.DataFrame:
        """Return the rows of one statement."""


class DuckDBEngine:
    """DuckDB over the Parquet files of one folder, locked so that no statement reaches anything else."""

    def __init__(self, folder: Path, files: Mapping[str, Path], tables: Mapping[str, str]):
        """Needs the folder, for each view the file in it, and for each table to keep in memory the SQL that makes it of them."""
        self._turns = BoundedSemaphore(AT_ONCE)
        self._gathering = Lock()
        self._connection = connection()
        self._connection.execute(f"set allowed_directories = [{_literal(folder)}]")
        for view, file in files.items():
            self._connection.execute(f"create view {view} as select * from read_parquet({_literal(file)})")
        for table, sql in tables.items():
            self._connection.execute(f"create table {table} as {sql}")
        self._connection.execute("set enable_external_access = false")
        self._connection.execute("set lock_configuration = true")

    def run(self, sql: str, parameters: Sequence[object]) -> pd.DataFrame:
        """Return the rows of one statement; safe to call from many threads."""
        try:
            with self._turns:
                return self._rows(sql, parameters)
        except duckdb.OutOfMemoryException:
            # What had no room beside others may have it alone.
            with self._all_turns():
                return self._rows(sql, parameters)

    def _rows(self, sql: str, parameters: Sequence[object]) -> pd.DataFrame:
        # A cursor for each call: threads that share a connection get each other's rows.
        with self._connection.cursor() as cursor:
            return cursor.execute(sql, list(parameters)).df()

    @contextmanager
    def _all_turns(self) -> Iterator[None]:
        # One at a time gathers them: two with half of them each would wait for ever.
        with self._gathering, ExitStack() as turns:
            for _ in range(AT_ONCE):
                turns.enter_context(self._turns)
            yield


def _literal(path: Path) -> str:
    # DuckDB takes no bound parameters in `set` and `create view`.
    return "'" + str(path).replace("'", "''") + "'"
