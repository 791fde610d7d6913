"""Packs rows for the way to the browser: column by column, and every text only once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]
Packed = dict[str, dict[str, list[Any]]]


@dataclass
class Texts:
    """Numbers the texts in the order in which they first occur."""

    _numbers: dict[str, int] = field(default_factory=dict)

    def number(self, value: Any) -> Any:
        """Put numbers in the place of texts, at any depth of lists."""
        if isinstance(value, str):
            return self._numbers.setdefault(value, len(self._numbers))
        return [self.number(inner) for inner in value]

    @property
    def listed(self) -> list[str]:
        """Return the texts, each at the place of its number."""
        return list(self._numbers)


def packed(rows: Sequence[Row], texts: Texts) -> Packed:
    """Pack rows that have the same fields.

    Returns: `words`, the columns of texts and of lists of texts, in numbers; `values`, the other columns as they are.
    """
    columns = {name: [row[name] for row in rows] for name in (rows[0] if rows else ())}
    worded = {name for name, column in columns.items() if _is_worded(column)}
    return {
        "words": {name: texts.number(column) for name, column in columns.items() if name in worded},
        "values": {name: column for name, column in columns.items() if name not in worded},
    }


def _is_worded(column: Iterable[Any]) -> bool:
    return all(isinstance(value, str) or (isinstance(value, list) and _is_worded(value)) for value in column)
