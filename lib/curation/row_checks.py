"""The last look at the rows before they are written: keys are unique, and every column keeps its constraints, derived ones too."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lib.curation.rows import Row
from lib.domain.errors import Problem
from lib.domain.row_rules import complaints, key_of, key_problem, value_problem
from lib.domain.schema import Table
from lib.domain.tables import TABLES

KEY_SENTENCE = "No two rows of a table have the same key."
_REMEDY = "Correct the curated text that this row is made of."


def problems_of_rows(rows: Mapping[str, Sequence[Row]]) -> list[Problem]:
    """Return every repeated key and every value that breaks a constraint of its column."""
    return [problem for table in TABLES for problem in (*_repeated(table, rows[table.name]), *_broken(table, rows[table.name]))]


def _repeated(table: Table, rows: Sequence[Row]) -> Iterator[Problem]:
    counts = Counter(key_of(table, row) for row in rows)
    first = {key_of(table, row): row for row in rows}
    for key, count in counts.items():
        if count > 1:
            yield key_problem(table, first[key], count, _REMEDY)


def _broken(table: Table, rows: Sequence[Row]) -> Iterator[Problem]:
    for row in rows:
        for field in table.fields:
            for message in complaints(field, row[field.name]):
                yield value_problem(table, row, field, message, _REMEDY)
