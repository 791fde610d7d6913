"""The question with which a reader came, and its finding: they stay above the view, whatever is filtered then, until dismissed."""

import streamlit as st

from lib.queries.questions import QUESTIONS, question_of
from lib.queries.store import Store
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.finding_line import finding_line
from lib.ui.question_cards import finding_of
from lib.ui.words import t

_ASKED, _DISMISSED = "question_asked", "question_dismissed"


def banner(store: Store) -> None:
    """Show question and finding once the view has been a question's; nothing before, and nothing after it is dismissed."""
    name = _asked(question_of(state.selection()))
    if not name:
        return
    with st.container(border=True, key="question_banner"):
        finding_line(store, answer(store, finding_of, name, state.selection().language), "question_finding", t(f"question.{name}"))
        theme = QUESTIONS[name].theme
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.page_link(f"pages/{theme}.py", label=t("finding_line.theme", theme=t(f"theme.{theme}")), icon=":material/arrow_forward:")
            st.button(t("finding_line.dismiss"), key="dismiss_question", type="tertiary", icon=":material/close:", on_click=_dismiss)


def shows(store: Store, claim: str) -> bool:
    """Tell whether the banner shows that figure, and so has to be drawn again when it is chosen or let go."""
    name = st.session_state.get(_ASKED)
    return bool(name) and claim in answer(store, finding_of, name, state.selection().language).observation_ids


def _asked(current: str) -> str:
    # A dismissed question may be asked again once its view was left.
    if current != st.session_state.get(_DISMISSED, ""):
        st.session_state[_DISMISSED] = ""
        st.session_state[_ASKED] = current or st.session_state.get(_ASKED, "")
    return st.session_state.get(_ASKED, "")


def _dismiss() -> None:
    st.session_state[_ASKED] = ""
    st.session_state[_DISMISSED] = question_of(state.selection())
