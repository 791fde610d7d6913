"""What the Compare page shows: the table, the sentence of the chosen figure, the charts, one place over time, and what only looks alike."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from lib.charts.colours import area_of
from lib.charts.track_layout import Silent
from lib.domain.comparability import Verdict
from lib.domain.vocabulary import Layer
from lib.queries.comparison import Aligned, Comparison, comparison
from lib.queries.comparison_context import benchmarks
from lib.queries.store import Store
from lib.text.catalogue import join_names
from lib.text.dates import known_period
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.chip import chip
from lib.ui.compare_charts import OnAxis, axis_block, evidence
from lib.ui.compare_controls import controls, is_official
from lib.ui.compare_pair import ICONS, any_two, put_together, told_apart, verdict_ids
from lib.ui.compare_table import figures_of, names_of, side_by_side
from lib.ui.legend import legend
from lib.ui.question_block import followed, page_style
from lib.ui.quote_cards import shown_with_doubt
from lib.ui.rows import each
from lib.ui.words import in_language, label_of, plain, t

_LOOKALIKES_AT_FIRST = 3
_MOST_DRAWN = 20


def compare(store: Store) -> None:
    """Show the page; two figures named in the link come first."""
    page_style()
    asked = len(state.selection().pair) > 1
    if asked:
        any_two(store)
    controls(store)
    legend(context=is_official())
    compared = answer(store, comparison, state.view().replace(regions=state.selection().regions))
    followed("compare_part", frozenset(compared.rows.observation_id), _table, store, compared)
    _charts(store, compared)
    _lookalikes(store, compared)
    if not asked:
        any_two(store)


def _table(store: Store, compared: Comparison) -> None:
    st.header(t("compare.table"), anchor="table")
    if compared.rows.empty:
        st.info(t("compare.nothing"))
        return
    table, sentence = st.columns([8, 5], gap="medium")
    with table:
        _rows(store, compared)
    with sentence, st.container(key="sentences_compare", gap="small"):
        _sentence(store)


def _rows(store: Store, compared: Comparison) -> None:
    together = (*compared.comparable, *compared.unlike)
    if not compared.comparable:
        st.info(t("compare.none_comparable"))
    if together:
        groups = (("comparable", compared.comparable), ("unlike", compared.unlike))
        side_by_side(store, compared, groups, "compare_table", t("compare.table_caption", count=len(together)))
    if compared.alone:
        with st.expander(t("compare_group.alone", count=len(compared.alone)), expanded=not together):
            side_by_side(store, compared, (("", compared.alone),), "compare_alone", t("compare.alone_caption", count=len(compared.alone)))


def _sentence(store: Store) -> None:
    st.caption(t("compare.sentence"))
    claim = state.selection().claim
    chosen = figures_of(store, (claim,)) if claim else pd.DataFrame()
    if chosen.empty:
        st.text(t("compare.choose"))
        return
    with st.container(key="sheet_compare"):
        chip(chosen, "chip_compare")
        evidence(store, chosen, "compare")


def _charts(store: Store, compared: Comparison) -> None:
    if compared.comparable:
        st.header(t("compare.axis"), anchor="axis")
        st.text(t("comparison_chart.reading"))
    for one in compared.comparable[:_MOST_DRAWN]:
        _block(store, _on_axis(store, one, compared))
    if len(compared.comparable) > _MOST_DRAWN:
        st.caption(plain(t("compare.cut", shown=_MOST_DRAWN, count=len(compared.comparable))))
    if compared.over_time:
        st.header(t("compare.over_time"), anchor="over_time")
        st.text(t("compare.over_time_note"))
    for verdict in compared.over_time:
        rows = figures_of(store, verdict_ids(verdict))
        _block(store, OnAxis("_".join(verdict_ids(verdict)), _title(next(each(rows)), is_placed=True), rows, (verdict,)))


def _block(store: Store, drawn: OnAxis) -> None:
    followed(f"part_{drawn.name}", frozenset(drawn.rows.observation_id), axis_block, store, drawn)


def _on_axis(store: Store, one: Aligned, compared: Comparison) -> OnAxis:
    rows = figures_of(store, one.drawn)
    context = answer(store, benchmarks, one.drawn, compared.regions) if is_official() else rows[:0]
    cells = dict(zip(compared.regions, one.cells, strict=True))
    silent = _silent(store, [region for region, cell in cells.items() if not cell])
    elsewhen = [region for region, cell in cells.items() if cell and region not in set(rows.region_id)]
    name = "_".join((one.indicator_id, *compared.regions, "official" if len(context) else "articles"))
    ids = tuple(context.observation_id)
    return OnAxis(name, _title(next(each(rows))), pd.concat([rows, context]), one.verdicts, ids, silent, _elsewhen(store, elsewhen))


def _title(row: Any, *, is_placed: bool = False) -> str:
    indicator = label_of(row, "indicator")
    return f"{indicator}: {label_of(row, 'region')}" if is_placed else indicator


def _elsewhen(store: Store, places: Sequence[str]) -> str:
    """Say of which places there is a figure, but of another period."""
    names = names_of(store)
    return t("compare.elsewhen", places=join_names(state.selection().language, [names[place] for place in places])) if places else ""


def _silent(store: Store, places: Sequence[str]) -> tuple[Silent, ...]:
    names = names_of(store)
    return tuple(Silent(names[place], area_of(store.regions, place, Layer.ARTICLE)) for place in places)


def _lookalikes(store: Store, compared: Comparison) -> None:
    if not compared.lookalikes:
        return
    st.header(t("compare.lookalikes"), anchor="lookalikes")
    st.text(t("compare.lookalikes_note"))
    first, rest = compared.lookalikes[:_LOOKALIKES_AT_FIRST], compared.lookalikes[_LOOKALIKES_AT_FIRST:]
    show = partial(_lookalike, store)
    for verdict in first:
        show(verdict)
    if rest:
        with st.expander(t("compare.lookalikes_more", count=len(rest))):
            for verdict in rest:
                show(verdict)


def _lookalike(store: Store, verdict: Verdict) -> None:
    rows, key = figures_of(store, verdict_ids(verdict)), "_".join(verdict_ids(verdict))
    with st.container(border=True, key=f"alike_{key}", gap="xsmall"):
        for row in each(rows):
            st.markdown(f"**{plain(shown_with_doubt(row, state.selection().language))}** {plain(_place(row))}")
        st.caption(f"{ICONS[verdict.axis]} {plain(t('compare.what_differs'))}")
        told_apart(verdict, rows, f"alike_{key}_reasons")
        put_together(verdict, f"alike_{key}_put")


def _place(row: Any) -> str:
    when = known_period(row.year_start, row.year_end, row.period_basis, state.selection().language)
    return f"{label_of(row, 'indicator')} · {label_of(row, 'region')} · {when} · {in_language(row, 'publisher')}"
