"""Who runs the SQL: one small protocol, and DuckDB as its first engine."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import BoundedSemaphore
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
# What one question takes of the memory, times this, fits the limit; the others wait their turn.
_AT_ONCE = 4


class Engine(Protocol):
    """Something that answers SQL of the portable subset with `?` parameters."""

    def run(self, sql: str, parameters: Sequence[object]) -> pd.DataFrame:
        """Return the rows of one statement."""


class DuckDBEngine:
    """DuckDB over the Parquet files of one folder, locked so that no statement reaches anything else."""

    def __init__(self, folder: Path, files: Mapping[str, Path]):
        """Needs the folder and, for each view to make, the file in it."""
        self._turns = BoundedSemaphore(_AT_ONCE)
        self._connection = duckdb.connect(":memory:", config=_SETTINGS)
        self._connection.execute(f"set allowed_directories = [{_literal(folder)}]")
        for view, file in files.items():
            self._connection.execute(f"create view {view} as select * from read_parquet({_literal(file)})")
        self._connection.execute("set enable_external_access = false")
        self._connection.execute("set lock_configuration = true")

    def run(self, sql: str, parameters: Sequence[object]) -> pd.DataFrame:
        """Return the rows of one statement; safe to call from many threads."""
        # A cursor for each call: threads that share a connection get each other's rows.
        with self._turns, self._connection.cursor() as cursor:
            return cursor.execute(sql, list(parameters)).df()


def _literal(path: Path) -> str:
    # DuckDB takes no bound parameters in `set` and `create view`.
    return "'" + str(path).replace("'", "''") + "'"
