"""What a reader is told where there is no answer: a part of a page alone, and of a sound dataset that it is sound."""

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.errors import DatasetError, Problem
from lib.queries.engines import BUSY, DOWN
from lib.text.catalogue import say

FAULT = Problem("data/units.parquet", "", "", "FileIsPresent", "the file is missing.", "Build it.")


def _page() -> None:
    import streamlit as st

    from lib.domain.errors import DatasetError
    from lib.queries.engines import DOWN
    from lib.ui.trouble import drawn_apart

    def draw(name: str) -> None:
        if name == "second" and not st.session_state.get("is_back"):
            raise DatasetError([DOWN])
        st.text(name)

    for name in ("first", "second", "third"):
        drawn_apart(draw, name, name)


def _broken() -> None:
    import streamlit as st

    from lib.ui.trouble import broken

    broken(st.session_state["error"])


def test_a_part_without_an_answer_says_so_and_the_others_stay():
    reader = AppTest.from_function(_page).run()
    assert not reader.exception
    assert [text.value for text in reader.text] == ["first", say("en", "unanswered.lead"), DOWN.message, DOWN.remedy, "third"]
    assert [head.value for head in reader.subheader] == [say("en", "unanswered.title")]
    reader.session_state["is_back"] = True
    reader.button("retry_second").click().run()
    assert [text.value for text in reader.text] == ["first", "second", "third"]


@pytest.mark.parametrize(
    ("problems", "kind"), [([DOWN], "unanswered"), ([BUSY], "unanswered"), ([FAULT], "broken"), ([DOWN, FAULT], "broken")]
)
def test_only_where_the_tables_are_sound_they_are_called_so(problems: list[Problem], kind: str):
    reader = AppTest.from_function(_broken)
    reader.session_state["error"] = DatasetError(problems)
    reader.run()
    assert [title.value for title in reader.title] == [say("en", f"{kind}.title")]
    assert reader.text[0].value == say("en", f"{kind}.lead")
