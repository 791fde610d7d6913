"""Which values of a column surely keep its constraints, told for the whole column at once; the rest is looked at one by one.

A value that is told here keeps every constraint; one that is not told may keep them too, so that no rule is written twice.
"""

import re
from collections.abc import Iterable, Mapping
from functools import reduce

import pyarrow as pa
import pyarrow.compute as pc

from lib.domain.constraints import Between, Constraint, ManyOf, Matches, OneOf, References, Required
from lib.domain.schema import Field

# Classes such as \S and the dot take other characters in Arrow than in Python; \d takes fewer, which is safe.
_CLASS, _OTHERWISE_READ = re.compile(r"\[[^]\\]*]"), re.compile(r"\\[^d.]|(?<!\\)\.")


def surely_sound(field: Field, values: pa.Array, keys: Mapping[str, pa.Table]) -> pa.BooleanArray:
    """Tell of each value whether it surely keeps every constraint of its column.

    Needs the keys of every table that the column refers to.
    """
    sound = [_finite(values), *(_kept(constraint, values, keys) for constraint in field.constraints)]
    return reduce(pc.and_, sound)


def _kept(constraint: Constraint, values: pa.Array, keys: Mapping[str, pa.Table]) -> pa.BooleanArray:
    match constraint:
        case Required():
            return pc.invert(_empty(values))
        case OneOf() | ManyOf():
            return _among(values, pa.array([str(code) for code in constraint.codes], values.type))
        case References():
            return _among(values, keys[constraint.table].column(0))
        case Between():
            within = pc.and_(pc.greater_equal(values, constraint.lowest), pc.less_equal(values, constraint.highest))
            return pc.fill_null(within, True)
        case Matches() if not _OTHERWISE_READ.search(_CLASS.sub("", constraint.pattern)):
            matched = pc.match_substring_regex(values, rf"\A(?:{constraint.pattern})\z")
            return pc.or_(_empty(values), pc.fill_null(matched, False))
        case _:
            return _empty(values)


def _among(values: pa.Array, known: Iterable[object]) -> pa.BooleanArray:
    return pc.or_(_empty(values), pc.is_in(values, value_set=known))


def _empty(values: pa.Array) -> pa.BooleanArray:
    if pa.types.is_string(values.type) or pa.types.is_large_string(values.type):
        return pc.fill_null(pc.equal(values, ""), True)
    return pc.is_null(values)


def _finite(values: pa.Array) -> pa.BooleanArray:
    if pa.types.is_floating(values.type):
        return pc.fill_null(pc.is_finite(values), True)
    return pa.repeat(True, len(values))
