"""The last look at the rows before they are written: keys are unique, and every column keeps its constraints, derived ones too."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lib.curation.rows import Row
from lib.domain.errors import Problem
from lib.domain.schema import Table
from lib.domain.tables import TABLES

KEY_SENTENCE = "No two rows of a table have the same key."
_REMEDY = "Correct the curated text that this row is made of."


def problems_of_rows(rows: Mapping[str, Sequence[Row]]) -> list[Problem]:
    """Return every repeated key and every value that breaks a constraint of its column."""
    return [problem for table in TABLES for problem in (*_repeated(table, rows[table.name]), *_broken(table, rows[table.name]))]


def _repeated(table: Table, rows: Sequence[Row]) -> Iterator[Problem]:
    counts = Counter(_key(table, row) for row in rows)
    for key, count in counts.items():
        if count > 1:
            message = f"{count} rows have this key."
            yield Problem(f"data/{table.file_name}", key, "", "KeyIsUnique", message, _REMEDY)


def _broken(table: Table, rows: Sequence[Row]) -> Iterator[Problem]:
    for row in rows:
        for field in table.fields:
            for rule in field.constraints:
                if not rule.holds(row[field.name]):
                    message = f"`{field.name}` is `{row[field.name]}`: {rule.sentence}"
                    yield Problem(f"data/{table.file_name}", _key(table, row), field.name, "ValueKeepsColumn", message, _REMEDY)


def _key(table: Table, row: Row) -> str:
    return ", ".join(str(row[column]) for column in table.key)
