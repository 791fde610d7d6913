"""Any two figures before the guard: its verdict, what differs, and only against its word, and marked, one axis."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from lib.domain.comparability import Axis, Verdict
from lib.domain.comparison_numbers import numbers
from lib.domain.vocabulary import Layer
from lib.queries.comparison import verdict_of
from lib.queries.observations import observations
from lib.queries.selection import UNLIKE, Selection
from lib.queries.store import Store
from lib.text.catalogue import Language, say
from lib.text.comparability import reasons, verdict_words
from lib.text.dates import known_period
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.compare_charts import OnAxis, axis_chart, evidence
from lib.ui.compare_table import figures_of
from lib.ui.prose import prose
from lib.ui.question_block import followed
from lib.ui.quote_cards import shown_with_doubt
from lib.ui.rows import each, label_in
from lib.ui.words import plain, t

_BOTH = Selection(layers=(Layer.ARTICLE.value, Layer.OFFICIAL.value))
_ENDS = ("first", "second")
ICONS = {Axis.SHARED: ":material/check_circle:", Axis.SCALE_ONLY: ":material/straighten:", Axis.APART: ":material/block:"}


def any_two(store: Store) -> None:
    """Let the reader put any two figures of the dataset beside each other."""
    st.header(t("compare.pair"), anchor="pair")
    st.text(t("compare.pair_note"))
    pair = state.selection().pair
    _choice(store, pair)
    if len(pair) == len(_ENDS):
        followed("part_pair", frozenset(pair), _judged, store, (pair[0], pair[1]))


def told_apart(verdict: Verdict, rows: pd.DataFrame, key: str) -> None:
    """Say what the guard finds of two figures, the gravest first.

    Needs: their rows in the order of the verdict; a key of its own on the page.
    """
    first, second = (row._asdict() for row in each(rows))
    told = reasons(verdict, first, second, state.selection().language)
    if not told:
        st.caption(t("compare.nothing_differs"))
        return
    prose([words for _, words in told], key, "small")


def put_together(verdict: Verdict, key: str) -> None:
    """Offer to put the two figures of a verdict beside each other."""
    ids = (verdict.first.observation_id, verdict.second.observation_id)
    st.button(t("compare.put"), key=key, on_click=_put, args=ids, type="tertiary", icon=":material/compare_arrows:")


def _put(first: str, second: str) -> None:
    state.change(pair=(first, second), show=_without_override())


def _without_override() -> tuple[str, ...]:
    return tuple(name for name in state.selection().show if name != UNLIKE)


def _choice(store: Store, pair: Sequence[str]) -> None:
    language = state.selection().language
    # Of a dataset too large to list, what the link names can be chosen all the same.
    linked = {row.observation_id: _named(row, language) for row in each(figures_of(store, pair))}
    named = {**answer(store, figure_names, language), **linked}
    for place, (end, column) in enumerate(zip(_ENDS, st.columns(2), strict=True)):
        key = f"pair_{end}"
        st.session_state[key] = pair[place] if place < len(pair) else None
        with column:
            st.selectbox(
                t(f"compare.{end}"), list(named), index=None, key=key, format_func=named.__getitem__, on_change=_chosen,
                placeholder=t("compare.choose_figure"), filter_mode="contains",
            )  # fmt: skip


def _chosen() -> None:
    chosen = tuple(st.session_state[f"pair_{end}"] for end in _ENDS)
    state.change(pair=tuple(figure for figure in chosen if figure), show=_without_override())


def figure_names(store: Store, language: Language) -> Mapping[str, str]:
    """Name every figure that is listed to choose from, by its id; for `answer`."""
    return {row.observation_id: _named(row, language) for row in each(answer(store, observations, _BOTH))}


def _named(row: Any, language: Language) -> str:
    when = known_period(row.year_start, row.year_end, row.period_basis, language)
    told = {stem: label_in(language, row, stem) for stem in ("region", "indicator")}
    return say(language, "compare.figure_option", period=when, figure=shown_with_doubt(row, language), **told)


def _judged(store: Store, pair: tuple[str, str]) -> None:
    verdict, rows = answer(store, verdict_of, *pair), figures_of(store, pair)
    axis = verdict.axis
    st.subheader(f"{ICONS[axis]} {plain(verdict_words(verdict, state.selection().language))}", anchor=False)
    drawn, sentences = st.columns([7, 5], gap="medium")
    with drawn:
        _differences(verdict, rows)
        if axis is not Axis.APART or _is_drawn_all_the_same(verdict):
            _axis(store, verdict, rows)
        if not numbers(verdict):
            st.caption(t("compare.no_numbers"))
    with sentences:
        evidence(store, rows, "pair")


def _differences(verdict: Verdict, rows: pd.DataFrame) -> None:
    st.markdown(f"**{t('compare.what_differs')}**")
    told_apart(verdict, rows, "pair_reasons")


def _axis(store: Store, verdict: Verdict, rows: pd.DataFrame) -> None:
    title = verdict_words(verdict, state.selection().language)
    axis_chart(store, OnAxis(f"pair_{'_'.join(verdict_ids(verdict))}", title, rows, (verdict,)))


def verdict_ids(verdict: Verdict) -> tuple[str, str]:
    """Return the ids of the two figures."""
    return verdict.first.observation_id, verdict.second.observation_id


def _is_drawn_all_the_same(verdict: Verdict) -> bool:
    """Let the reader overrule the guard, where there is an axis to draw on; the link keeps it."""
    if not verdict.has_common_unit:
        st.text(t("compare.no_axis"))
        return False
    st.session_state["pair_override"] = UNLIKE in state.selection().show
    return st.toggle(t("compare.override"), key="pair_override", help=t("compare.override_help"), on_change=_overridden)


def _overridden() -> None:
    kept = _without_override()
    state.change(show=(*kept, UNLIKE) if st.session_state["pair_override"] else kept)
