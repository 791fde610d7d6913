"""What every row of a table must keep: the build holds new rows to it, and every start the rows on disk."""

import math
from collections.abc import Iterator, Mapping

from lib.domain.constraints import References
from lib.domain.errors import Problem
from lib.domain.schema import Field, Table

_FINITE = "A finite number."
_LONGEST_SHOWN = 200


def complaints(field: Field, value: object) -> Iterator[str]:
    """Say each constraint of its column that a value breaks; a number is finite in any column."""
    if isinstance(value, float) and not math.isfinite(value):
        yield _breaks(field, value, _FINITE)
        return
    for constraint in field.constraints:
        if not constraint.holds(value):
            yield _breaks(field, value, constraint.sentence)


def dangles(field: Field, reference: References, value: object) -> str:
    """Say that a value is no key of the table that its column refers to."""
    return _breaks(field, value, reference.sentence)


def referred(reference: References, value: object) -> tuple[str, ...]:
    """Return the keys that a value refers to; an empty one refers to none."""
    parts = str(value or "").split(";") if reference.many else [str(value or "")]
    return tuple(part for part in parts if part)


def key_of(table: Table, row: Mapping[str, object]) -> str:
    """Return the key of a row as problems name it."""
    return ", ".join(str(row[column]) for column in table.key)


def value_problem(table: Table, row: Mapping[str, object], field: Field, message: str, remedy: str) -> Problem:
    """Return the problem of a value that breaks its column."""
    return Problem(f"data/{table.file_name}", _shown(key_of(table, row)), field.name, "ValueKeepsColumn", message, remedy)


def key_problem(table: Table, row: Mapping[str, object], count: int, remedy: str) -> Problem:
    """Return the problem of a key that several rows have."""
    return Problem(f"data/{table.file_name}", _shown(key_of(table, row)), "", "KeyIsUnique", f"{count} rows have this key.", remedy)


def _breaks(field: Field, value: object, sentence: str) -> str:
    return f"`{field.name}` is `{_shown(str(value))}`: {sentence}"


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
