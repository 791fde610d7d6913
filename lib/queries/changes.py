"""What differs between two versions of a table: which rows came, changed and went."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from lib.domain.schema import Table

Row = Mapping[str, object]


@dataclass(frozen=True)
class Changes:
    """The keys of the rows that were added, changed and withdrawn; of the changed ones also which columns."""

    added: tuple[str, ...]
    changed: Mapping[str, tuple[str, ...]]
    withdrawn: tuple[str, ...]

    @property
    def is_nothing(self) -> bool:
        """Tell whether no row came, changed or went."""
        return not (self.added or self.changed or self.withdrawn)


def changes(older: Path, newer: Path, table: Table) -> Changes:
    """Compare a table in two data folders, over the columns that both have.

    Where a row stands and what a search looks in are no part of it.
    Needs: a table with one key column. A table that the older folder does not have yet counts as empty.
    """
    before, after = _rows(older / table.file_name, table), _rows(newer / table.file_name, table)
    found = {key: _differing(before[key], after[key]) for key in before if key in after}
    return Changes(
        tuple(key for key in after if key not in before),
        {key: columns for key, columns in found.items() if columns},
        tuple(key for key in before if key not in after),
    )


_UNTOLD = {"search_text", "ordinal"}


def _rows(file: Path, table: Table) -> dict[str, Row]:
    if not file.exists():
        return {}
    rows = {str(row[table.key[0]]): row for row in pq.read_table(file).to_pylist()}
    return dict(sorted(rows.items()))


def _differing(before: Row, after: Row) -> tuple[str, ...]:
    return tuple(name for name in before if name in after and name not in _UNTOLD and before[name] != after[name])
