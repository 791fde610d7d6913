"""A problem can be told anywhere, whatever the data that it is about hold."""

import json

from hypothesis import given
from hypothesis import strategies as st

from lib.domain.errors import Problem

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)


@given(ANYTHING, ANYTHING)
def test_every_problem_can_be_written(file: str, message: str):
    problem = Problem(file, "", "", "Rule", message, "Mend it.")
    assert json.dumps(str(problem), ensure_ascii=False).encode("utf-8")


def test_text_stays_as_it_is():
    assert Problem("data/收入.csv", "", "", "Rule", "“收入” is wrong.", "Mend it.").message == "“收入” is wrong."


def test_half_a_sign_is_spelt_out():
    assert Problem("data/\udcff.csv", "", "", "", "", "").file == r"data/\udcff.csv"


def test_what_has_no_end_is_cut():
    message = Problem("", "", "", "", "9" * 5_000_000, "").message
    assert message == "9" * 2_000 + "…"
