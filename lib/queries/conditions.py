"""Pieces of a `where` clause: fixed SQL with `?` in place of every value."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Condition:
    """A truth about one row, with the values of its parameters in order."""

    sql: str
    parameters: tuple[object, ...] = ()


ALWAYS = Condition("1 = 1")
NEVER = Condition("1 = 0")


def all_of(conditions: Iterable[Condition]) -> Condition:
    """Hold where each of the conditions holds."""
    return _joined(" and ", tuple(conditions), ALWAYS)


def any_of(conditions: Iterable[Condition]) -> Condition:
    """Hold where at least one of the conditions holds."""
    return _joined(" or ", tuple(conditions), NEVER)


def among(column: str, values: Collection[object]) -> Condition:
    """Hold where the column is one of the values."""
    return Condition(f"{column} in ({', '.join('?' for _ in values)})", tuple(values)) if values else NEVER


def chosen(column: str, values: Collection[object]) -> Condition:
    """Hold where the column is one of the values, and everywhere when none is chosen."""
    return among(column, values) if values else ALWAYS


def lists(column: str, values: Collection[str]) -> Condition:
    """Hold where the column, codes joined by semicolons, has one of the values."""
    held = f"position(? in concat(';', coalesce({column}, ''), ';')) > 0"
    return any_of(Condition(held, (f";{value};",)) for value in values)


def within(column: str, inner: str, condition: Condition) -> Condition:
    """Hold where the column is among the rows that `select … from …` and the condition give."""
    return Condition(f"{column} in ({inner} where {condition.sql})", condition.parameters)


def overlaps(alias: str, years: tuple[int, int] | None) -> Condition:
    """Hold where the row's years overlap the range, and everywhere without one."""
    return Condition(f"({alias}.year_start <= ? and {alias}.year_end >= ?)", (years[1], years[0])) if years else ALWAYS


def _joined(word: str, conditions: tuple[Condition, ...], empty: Condition) -> Condition:
    if not conditions:
        return empty
    parameters = tuple(value for condition in conditions for value in condition.parameters)
    return Condition("(" + word.join(condition.sql for condition in conditions) + ")", parameters)
