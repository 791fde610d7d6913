"""Blocks of the Conflicts page: every pair of reports that disagree, those that only round differently, and breaks in series."""

from typing import Any

import pandas as pd
import streamlit as st

from lib.charts.two_reports import in_order, two_reports
from lib.domain.derived import Bounded, Derived, difference
from lib.queries.conflicts import Between, broken_series, conflicts, repetitions
from lib.queries.observations import figures_named
from lib.queries.quotes import quotes
from lib.queries.store import Store
from lib.text.dates import date, known_period
from lib.text.derivations import formula
from lib.text.numbers import UnitWords
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.conflict_saving import pair_saving
from lib.ui.figure_table import text_table
from lib.ui.page_panel import page_panel
from lib.ui.question_chart import charted
from lib.ui.quote_cards import shown
from lib.ui.quote_panel import quote_panel
from lib.ui.rows import each
from lib.ui.saving import save_control
from lib.ui.shown import Shown
from lib.ui.words import in_language, label_of, plain, t

_CHART = charted(two_reports, is_worded=False)
_MOST_DRAWN, _MOST_LISTED = 50, 500
# What a line of each table begins with: the number in sight at any width.
_FIGURE = ("column.indicator", "column.normalised", "column.region", "column.period")


def counted(store: Store) -> None:
    """Say how many pairs there are of each sort."""
    is_conflict = answer(store, conflicts).is_conflict.astype(bool)
    counts = {"disagree": int(is_conflict.sum()), "rounding": int((~is_conflict).sum()), "same": len(answer(store, repetitions))}
    st.markdown(f"**{plain(' '.join(t(f'conflicts.count_{name}', count=count) for name, count in counts.items()))}**")
    if count := _official_alone(answer(store, conflicts)):
        st.text(t("conflicts.official_alone", count=count, total=counts["disagree"]))


def _official_alone(pairs: pd.DataFrame) -> int:
    return int((pairs.is_conflict.astype(bool) & ~pairs.between.isin([Between.ARTICLE_AND_OFFICIAL, Between.ARTICLES])).sum())


def disagreements(store: Store) -> None:
    """Show the pairs that cannot both be right, or say that there are none."""
    pairs = answer(store, conflicts)
    _section(store, "disagree", pairs[pairs.is_conflict.astype(bool)])


def roundings(store: Store) -> None:
    """Show the pairs that rounding explains."""
    pairs = answer(store, conflicts)
    _section(store, "rounding", pairs[~pairs.is_conflict.astype(bool)])


def agreements(store: Store) -> None:
    """List the pairs from two places that print the same value."""
    pairs = answer(store, repetitions).head(_MOST_LISTED)
    st.header(t("conflicts.same"), anchor=False)
    if pairs.empty:
        st.info(plain(t("conflicts.same_none")))
        return
    rows = {row.observation_id: row for row in each(answer(store, figures_named, tuple({*pairs.first_id, *pairs.second_id})))}
    columns = [*_FIGURE, "conflicts.first", "conflicts.second"]
    told = [_agreeing(rows[pair.first_id], rows[pair.second_id]) for pair in each(pairs)]
    text_table(columns, told, "same", t("conflicts.same_caption", count=len(pairs)))


def _agreeing(one: Any, other: Any) -> tuple[str, ...]:
    return (*_figure(one), _document(one), _document(other))


def _document(row: Any) -> str:
    return f"{in_language(row, 'publisher')} · {date(row.published, state.selection().language)}"


def _figure(row: Any) -> tuple[str, str, str, str]:
    language = state.selection().language
    when = known_period(row.year_start, row.year_end, row.period_basis, language)
    return label_of(row, "indicator"), shown(row, language), label_of(row, "region"), when


def breaks(store: Store) -> None:
    """List the figures that stand behind a break in their series."""
    rows = answer(store, broken_series)
    st.header(t("conflicts.breaks"), anchor=False)
    st.text(t("conflicts.breaks_note"))
    if rows.empty:
        st.info(plain(t("conflicts.breaks_none")))
        return
    columns = [*_FIGURE, "official.break", "column.source"]
    text_table(columns, [_broken(row) for row in each(rows)], "breaks", t("conflicts.breaks_caption", count=len(rows)))


def _broken(row: Any) -> tuple[str, ...]:
    return (*_figure(row), t(f"break.{row.series_break}"), in_language(row, "publisher"))


def _section(store: Store, name: str, pairs: pd.DataFrame) -> None:
    st.header(t(f"conflicts.{name}"), anchor=False)
    st.text(t(f"conflicts.{name}_note"))
    if pairs.empty:
        st.info(plain(t(f"conflicts.{name}_none")), icon=":material/check:")
    else:
        st.caption(plain(t("two_reports.reading")))
    for pair in each(pairs.head(_MOST_DRAWN)):
        _pair(store, answer(store, figures_named, (pair.first_id, pair.second_id)), pair.between, name)
    if len(pairs) > _MOST_DRAWN:
        st.caption(plain(t("conflicts.cut", shown=_MOST_DRAWN, count=len(pairs))))


def _pair(store: Store, rows: pd.DataFrame, between: str, name: str) -> None:
    larger, smaller = each(rows.sort_values("value", ascending=False))
    first, second = each(in_order(rows))
    key = f"pair_{smaller.observation_id}_{larger.observation_id}"
    language, (indicator, _, region, when) = state.selection().language, _figure(larger)
    with st.container(border=True, key=key):
        title, apart = f"{indicator}: {region}, {when}", _apart(larger, smaller)
        st.subheader(plain(title), anchor=False)
        st.markdown(f"**{plain(t(f'conflicts.{name}_pair', first=shown(first, language), second=shown(second, language)))}**")
        st.text(" ".join(_reasons(larger, smaller) or [t(f"conflicts.between.{between}")]))
        drawn, evidence = st.columns([7, 5], gap="medium")
        with drawn:
            _CHART(Shown.now(store, rows.astype(object), f"{key}_chart"))
            st.caption(plain(apart))
            save_control(key, pair_saving(store, rows, title, t(f"conflicts.between.{between}"), apart))
        with evidence:
            _evidence(store, rows, key)


def _reasons(larger: Any, smaller: Any) -> list[str]:
    """Return what the curated notes know of the difference, each once."""
    return list(dict.fromkeys(note for row in (larger, smaller) if (note := in_language(row, "note"))))


def _apart(larger: Any, smaller: Any) -> str:
    """Say by how much the two differ, with the formula; a bound may leave that open."""
    first, second = (Bounded.of(row.observation_id, row.value, row.qualifier, row.unit) for row in (larger, smaller))
    apart = difference(first, second)
    if not isinstance(apart, Derived):
        return t("conflicts.difference_open")
    decimals = UnitWords.of(larger._asdict()).decimals, UnitWords.of(smaller._asdict()).decimals
    if larger.unit == "percent":
        return t("conflicts.difference_points", formula=formula(apart, state.selection().language, decimals))
    unit = UnitWords.of(larger._asdict()).after(float(apart.value), state.selection().language)
    return t("conflicts.difference", formula=formula(apart, state.selection().language, decimals), unit=unit)


def _evidence(store: Store, rows: pd.DataFrame, key: str) -> None:
    sentences = answer(store, quotes, state.everything())
    behind = sentences[sentences.quote_id.isin(rows.quote_id)]
    if len(behind):
        quote_panel(store, behind, rows, f"{key}_quotes")
    page_panel(store, rows, f"{key}_pages")
