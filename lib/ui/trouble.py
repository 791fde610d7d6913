"""What stands where a page, or a part of it, has no answer: what is wrong, where and how to mend it; all else goes on."""

from collections.abc import Callable
from functools import wraps

import streamlit as st

from lib.domain.errors import DatasetError, Problem
from lib.queries.engines import PASSING
from lib.text.catalogue import say
from lib.ui import state

MOST_LISTED = 40


def broken(error: DatasetError) -> None:
    """Show every problem of the dataset in place of a page, without a traceback."""
    title, lead = _words(error)
    st.title(_said(title), anchor=False)
    _told(error, lead, "page")


def drawn_apart(draw: Callable[..., None], key: str, *arguments: object) -> None:
    """Draw a part of a page that can be drawn again by itself; without an answer it says so, and the other parts stay."""

    @wraps(draw)
    def guarded(*given: object) -> None:
        try:
            draw(*given)
        except DatasetError as error:
            title, lead = _words(error)
            st.subheader(_said(title), anchor=False)
            _told(error, lead, key)

    st.fragment(guarded, key=key)(*arguments)


def problem_card(problem: Problem) -> None:
    """Show one fault of the dataset: where it is, what is wrong and how to mend it."""
    where = " · ".join(part for part in (problem.file, problem.subject, problem.place) if part)
    with st.container(border=True):
        st.code(where, language=None, wrap_lines=True)
        st.text(problem.message)
        st.caption(_said("broken.mend"))
        st.text(problem.remedy)


def _words(error: DatasetError) -> tuple[str, str]:
    """Name title and lead: of tables that are not sound, or of a question that has no answer for the moment."""
    passes = all(problem in PASSING for problem in error.problems)
    return ("unanswered.title", "unanswered.lead") if passes else ("broken.title", "broken.lead")


def _told(error: DatasetError, lead: str, key: str) -> None:
    st.text(_said(lead))
    for problem in error.problems[:MOST_LISTED]:
        problem_card(problem)
    if st.button(_said("broken.retry"), key=f"retry_{key}", icon=":material/refresh:"):
        st.rerun()


def _said(key: str) -> str:
    # Without a dataset no link is read, but its language can be.
    return say(state.language_of_link(), key)
