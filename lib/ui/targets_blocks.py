"""The blocks of the Targets page: the states counted, what is drawn, the tables, the targets stated again, the chosen sentence."""

import streamlit as st

from lib.charts.bullet import bullet
from lib.domain.derived import Derived, Outcome
from lib.domain.promise_drift import Drift
from lib.domain.promise_states import Assessment
from lib.domain.promises import PROMISES
from lib.domain.vocabulary import Layer
from lib.queries.facets import facet_counts
from lib.queries.observations import figures_shown
from lib.queries.quotes import quotes
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.dates import date, period
from lib.text.derivations import formula
from lib.ui import context, controls, page_savings, state
from lib.ui.cache import answer
from lib.ui.chart_block import source_line
from lib.ui.chip import chip
from lib.ui.figure_table import text_table
from lib.ui.page_panel import page_panel
from lib.ui.question_block import page_style
from lib.ui.question_chart import charted
from lib.ui.quote_cards import shown_with_doubt
from lib.ui.quote_panel import quote_panel
from lib.ui.saving import save_control
from lib.ui.shown import Shown
from lib.ui.targets import Tracked, figures_of, tracked
from lib.ui.targets_saving import state_saving, targets_saving
from lib.ui.targets_table import state_table
from lib.ui.targets_words import state_of, title_of, told
from lib.ui.trouble import drawn_apart
from lib.ui.view_line import view_line
from lib.ui.words import in_language, label_of, plain, t

_PART = "tracker"
_MOST_DRAWN = 12
_DRIFT_COLUMNS = ("column.stated_on", "column.stated", "column.difference", "column.stated_by")


def filters(store: Store) -> None:
    """Show the filters by place and theme, counting promises alone, and the switch for official figures."""
    if (promised := _promised()).statuses:
        controls.places_and_themes(store, answer(store, facet_counts, promised))
    with st.sidebar:
        context.toggle()


def _promised() -> Selection:
    """Return the view of the promises alone; one without a status has none."""
    view = state.view()
    return view.replace(statuses=tuple(status.value for status in PROMISES if not view.statuses or status in view.statuses), layers=())


def tracker_blocks(store: Store) -> None:
    """Show every promise in view with its state, drawn and as tables, beside the sentence of the chosen figure."""
    page_style()
    shown = tracked(store)
    view_line(store, len(shown.assessments))
    _clock(shown)
    if not shown.assessments:
        st.info(t("targets.none"))
        return
    if (promised := answer(store, figures_shown, _promised())) > len(shown.assessments):
        st.info(t("targets.first", count=len(shown.assessments), total=promised))
    state.follow(_PART, shown.ids)
    drawn_apart(_blocks, _PART, store)


def _clock(shown: Tracked) -> None:
    is_both = Layer.OFFICIAL in shown.layers
    as_of = date(shown.as_of, state.selection().language)
    st.caption(plain(t("targets.clock_both" if is_both else "targets.clock_article", date=as_of)))
    st.page_link("pages/methods.py", label=t("targets.how"), icon=":material/rule:")


def _blocks(store: Store) -> None:
    shown = tracked(store)
    _summary(shown)
    promises, sentences = st.columns([8, 5], gap="medium")
    with promises:
        _drawn(store, shown)
        for found in shown.by_state.values():
            _state(store, shown, found)
        _drifts(shown)
        st.caption(plain(source_line(shown.figures, store.version)))
    with sentences, st.container(key="sentences_targets", gap="small"):
        _chosen(store, shown)


def _summary(shown: Tracked) -> None:
    with st.container(key="contents"):
        st.caption(t("targets.summary", count=len(shown.assessments)))
        told = [(code, _headed(shown, found)) for code, found in shown.by_state.items()]
        st.markdown("\n".join(f"- [{plain(words)}](#{code})" for code, words in told))
        st.space("small")


def _headed(shown: Tracked, found: list[Assessment]) -> str:
    return t("targets.state_count", state=state_of(found[0], shown, state.selection().language), count=len(found))


def _drawn(store: Store, shown: Tracked) -> None:
    drawn = shown.drawn[:_MOST_DRAWN]
    if not drawn:
        return
    st.header(t("targets.drawn"), anchor=False)
    st.caption(plain(t("targets.drawn_note")))
    st.caption(plain(t("targets.drawn_pick")))
    for one in drawn:
        _bullet(store, shown, one)
    save_control("targets", targets_saving(store, shown, drawn))


def _bullet(store: Store, shown: Tracked, one: Assessment) -> None:
    language, key = state.selection().language, "_".join(("bullet", *figures_of(one)))
    with st.container(key=f"drawn_{key}", gap="xxsmall"):
        st.subheader(plain(title_of(one, shown, language)), anchor=False)
        st.text(state_of(one, shown, language))
        charted(bullet, is_worded=False)(Shown(store, shown.frame(figures_of(one)), key, state.selection().claim, None))
        for words in told(one, shown, language):
            st.caption(plain(words))


def _state(store: Store, shown: Tracked, found: list[Assessment]) -> None:
    code = found[0].state
    with st.container(key=f"block_{code}", gap="small"):
        st.header(plain(_headed(shown, found)), anchor=str(code))
        st.text(t(f"promise_state.{code}.meaning"))
        rows = shown.frame(one.promise.figure.observation_id for one in found)
        page_savings.note(f"promises_{code}", state_saving(store, shown, found, _headed(shown, found)))
        state_table(Shown(store, rows, f"promises_{code}", state.selection().claim, None), shown, found)


def _drifts(shown: Tracked) -> None:
    with st.container(key="block_drift", gap="small"):
        st.header(t("targets.drift"), anchor="drift")
        if not shown.drifts:
            st.text(t("targets.drift_none"))
        for one in shown.drifts:
            _drift(shown, one)


def _drift(shown: Tracked, drift: Drift) -> None:
    language = state.selection().language
    rows = [shown.rows[told.figure.observation_id] for told in drift.statements]
    steps = [t("targets.drift_first"), *(_step(shown, step) for step in drift.steps)]
    body = [
        (date(row.published, language), shown_with_doubt(row, language), step, in_language(row, "source_title"))
        for row, step in zip(rows, steps, strict=True)
    ]
    told = {"indicator": label_of(rows[0], "indicator"), "place": label_of(rows[0], "region")}
    caption = t("targets.drift_caption", year=period(rows[0].year_end, rows[0].year_end, language), count=len(rows), **told)
    ids = [row.observation_id for row in rows]
    text_table(_DRIFT_COLUMNS, body, f"drift_{ids[0]}", caption, ids=ids)


def _step(shown: Tracked, step: Outcome) -> str:
    if not isinstance(step, Derived):
        return t("targets.drift_open")
    decimals = (shown.decimals[step.first.observation_id], shown.decimals[step.second.observation_id])
    return formula(step, state.selection().language, decimals)


def _chosen(store: Store, shown: Tracked) -> None:
    st.caption(t("targets.sentence"))
    chosen = shown.frame([state.selection().claim])
    if chosen.empty:
        st.text(t("targets.choose"))
        return
    with st.container(key="sheet_targets"):
        chip(chosen, "chip_targets")
        behind = answer(store, quotes, state.everything())
        if (holds := behind.quote_id.isin(chosen.quote_id)).any():
            quote_panel(store, behind[holds], shown.figures, "targets_chosen")
        page_panel(store, chosen, "targets_page")
