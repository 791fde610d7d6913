"""What a row must keep, in the words that the build and the start of the app share."""

import math

import pytest

from lib.domain.constraints import References
from lib.domain.errors import Problem
from lib.domain.row_rules import complaints, dangles, key_of, key_problem, referred, value_problem
from lib.domain.tables import OBSERVATIONS, QUOTE_PROGRAMMES, QUOTES


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("value", None, "`value` is `None`: Always present."),
        ("value", math.nan, "`value` is `nan`: A finite number."),
        ("value", -math.inf, "`value` is `-inf`: A finite number."),
        ("status", "foo", "`status` is `foo`: One of `actual`, `ongoing`, `plan`, `target`."),
        ("year_start", 1800, "`year_start` is `1800`: From 1949 to 2060."),
        ("indicator_id", "", "`indicator_id` is ``: Always present."),
    ],
)
def test_a_value_that_breaks_its_column_is_said(column: str, value: object, message: str) -> None:
    assert list(complaints(OBSERVATIONS.field(column), value)) == [message]


@pytest.mark.parametrize(("column", "value"), [("value", -3.5), ("status", "plan"), ("year_start", 1949), ("quote_id", ""), ("note", None)])
def test_a_value_that_keeps_its_column_is_not(column: str, value: object) -> None:
    assert list(complaints(OBSERVATIONS.field(column), value)) == []


def test_an_endless_value_is_said_by_its_beginning() -> None:
    assert list(complaints(QUOTES.field("sha256"), "g" * 5000)) == [f"`sha256` is `{'g' * 200}…`: Sixty-four hexadecimal digits."]


@pytest.mark.parametrize(
    ("many", "value", "parts"),
    [(False, "CNY", ("CNY",)), (False, "a;b", ("a;b",)), (True, "a;b", ("a", "b")), (True, "", ()), (False, None, ()), (False, "", ())],
)
def test_what_a_value_refers_to(many: bool, value: object, parts: tuple[str, ...]) -> None:
    assert referred(References("regions", many), value) == parts


def test_problems_name_the_table_the_key_and_the_column() -> None:
    row = {"quote_id": "tt22-01", "programme_id": "tea"}
    field = QUOTE_PROGRAMMES.field("programme_id")
    message = dangles(field, References("programmes"), "tea")
    file, key = "data/quote_programmes.parquet", "tt22-01, tea"
    assert key_of(QUOTE_PROGRAMMES, row) == key
    assert value_problem(QUOTE_PROGRAMMES, row, field, message, "Mend it.") == Problem(
        file, key, "programme_id", "ValueKeepsColumn", "`programme_id` is `tea`: A key of `programmes`.", "Mend it."
    )
    assert key_problem(QUOTE_PROGRAMMES, row, 3, "Mend it.") == Problem(file, key, "", "KeyIsUnique", "3 rows have this key.", "Mend it.")
