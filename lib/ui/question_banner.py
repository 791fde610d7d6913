"""The question that the view answers, with its finding: shown while the view is exactly that question's."""

import streamlit as st

from lib.queries.questions import QUESTIONS, question_of
from lib.queries.store import Store
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.finding_line import finding_line
from lib.ui.question_cards import finding_of
from lib.ui.words import t


def banner(store: Store) -> None:
    """Show question and finding when the current view is a question's; otherwise nothing."""
    name = question_of(state.selection())
    if not name:
        return
    with st.container(border=True, key="question_banner"):
        finding_line(store, answer(store, finding_of, name, state.selection().language), "question_finding", t(f"question.{name}"))
        theme = QUESTIONS[name].theme
        st.page_link(f"pages/{theme}.py", label=t("finding_line.theme", theme=t(f"theme.{theme}")), icon=":material/arrow_forward:")
