"""A whole column is told sound only where each value is: what the quick look spares keeps every rule of the slow one."""

import math

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.constraints import Between, ManyOf, Matches, OneOf, References, Required
from lib.domain.row_rules import complaints
from lib.domain.schema import Field
from lib.domain.tables import OBSERVATIONS, TABLES
from lib.domain.vocabulary import Status
from lib.queries.sound_values import surely_sound

TYPES = {"string": pa.string(), "int32": pa.int32(), "float64": pa.float64(), "bool": pa.bool_()}
KEYS = {table.name: pa.table({table.key[0]: ["known"]}) for table in TABLES}
FIELDS = [field for table in TABLES for field in table.fields]
WORDS = st.sampled_from(["", "known", "actual", "plan;target", "2024", "2024-02-30", "zz24-03a", "zz24-03a\n", "٣٤", "https://x y"])
VALUES = {
    "string": st.none() | WORDS | st.text(max_size=12),
    "int32": st.none() | st.integers(-(2**31), 2**31 - 1) | st.sampled_from([1949, 2060, 0]),
    "float64": st.none() | st.floats(),
    "bool": st.none() | st.booleans(),
}


def sound(constraint: object, *values: object, kind: str = "string") -> list[bool]:
    field = Field("x", kind, "", "", (constraint,))  # type: ignore[arg-type]
    told: list[bool] = surely_sound(field, pa.array(values, TYPES[kind]), KEYS).to_pylist()
    return told


@given(field=st.sampled_from(FIELDS), data=st.data())
def test_what_is_told_sound_keeps_every_constraint(field: Field, data: st.DataObject) -> None:
    value = data.draw(VALUES[field.type])
    (told,) = surely_sound(field, pa.array([value], TYPES[field.type]), KEYS).to_pylist()
    assert not told or list(complaints(field, value)) == []


def test_the_examples_of_the_observations_need_no_second_look() -> None:
    for field in OBSERVATIONS.fields:
        keys = {table.name: pa.table({table.key[0]: [field.example]}) for table in TABLES}
        given = {"int32": int, "float64": float}.get(field.type, str)(field.example)
        assert surely_sound(field, pa.array([given], TYPES[field.type]), keys).to_pylist() == [True], field.name


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (sound(Required(), "x", "", None), [True, False, False]),
        (sound(OneOf(Status), "actual", "", None, "Actual"), [True, True, True, False]),
        (sound(ManyOf(Status), "plan", "", "plan;target"), [True, True, False]),
        (sound(Matches(r"[a-z]\d", "A letter and a digit"), "a1", "", None, "a1\n", "a٣", "xa1"), [True, True, True, False, False, False]),
        (sound(Matches(r"https?://\S+", "An address"), "https://x", ""), [False, True]),
        (sound(References("units"), "known", "", None, "other"), [True, True, True, False]),
        (sound(References("units", many=True), "known;known", "known"), [False, True]),
        (sound(Between(0, 5), 0, 5, 6, None, kind="int32"), [True, True, False, True]),
        (sound(Between(0, 5), 2.5, math.nan, math.inf, None, kind="float64"), [True, False, False, True]),
    ],
)
def test_each_rule_tells_what_surely_keeps_it(told: list[bool], expected: list[bool]) -> None:
    assert told == expected
