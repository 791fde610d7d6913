"""Blocks of the Checks page: what is served, what is wrong with it, what was refused, and the numbers that are no figures."""

from collections.abc import Iterator, Sequence

import streamlit as st

from lib.domain.access import Role
from lib.domain.errors import Problem
from lib.queries.served import served
from lib.queries.sources import dismissals, source_list
from lib.queries.store import Store
from lib.ui import person
from lib.ui.cache import answer
from lib.ui.figure_table import text_table
from lib.ui.rows import each
from lib.ui.trouble import problem_card
from lib.ui.words import in_language, plain, t


def state_of_data(store: Store) -> None:
    """Show what is served and which checks failed, there and in a newer dataset; let an admin look for one."""
    hosted = served()
    shown = hosted.edition().store if hosted else store
    verified, total = shown.verification.quotes_verified, shown.verification.quotes_total
    key = "checks.served" if hosted else "checks.local"
    st.text(t(key, version=shown.version, verified=verified, total=total, pinned=store.version))
    _faults("checks.problems", shown.problems)
    if not shown.problems:
        st.success(t("checks.sound"), icon=":material/verified:")
    if hosted:
        _faults("checks.refused", hosted.refused)
    if hosted and person.may(Role.ADMIN) and st.button(t("checks.look"), icon=":material/refresh:"):
        st.info(t("checks.changed" if hosted.look_at_once() else "checks.unchanged"))


def _faults(title: str, problems: Sequence[Problem]) -> None:
    if problems:
        st.error(t(title, count=len(problems)), icon=":material/gpp_maybe:")
        for problem in problems:
            problem_card(problem)


def numbers(store: Store) -> None:
    """Show how many numbers of each document are no figures, by reason."""
    st.header(t("checks.numbers"), anchor=False)
    st.caption(plain(t("checks.numbers_note")))
    text_table(["column.document", "column.reason", "column.times"], _counts(store), "dismissed_numbers", t("checks.numbers"))


def _counts(store: Store) -> Iterator[Sequence[str]]:
    for document in each(answer(store, source_list)):
        found = answer(store, dismissals, document.source_id).groupby("reason", sort=False)["count"].sum()
        for reason, count in found[found > 0].sort_values(ascending=False).items():
            yield in_language(document, "title"), t(f"dismissal_reason.{reason}"), str(count)
