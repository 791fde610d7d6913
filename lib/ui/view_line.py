"""The view in one sentence, the way back to everything, and what to do when nothing fits."""

import streamlit as st

from lib.queries.codes import programmes, regions
from lib.queries.dataset import totals
from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.selection_sentence import describe_view
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.chip import chip
from lib.ui.words import plain, t

_FILTERS = {"search": "", "regions": (), "themes": (), "years": None, "statuses": (), "programmes": (), "voices": (), "layers": ()}


def view_line(store: Store, shown: int) -> None:
    """Say what is shown, of how many, under which filters; beside it the reset."""
    with st.container(horizontal=True, vertical_alignment="center", key="view_line"):
        st.text(_sentence(store, shown))
        st.button(
            t("filter.reset"), key="reset", on_click=state.reset, disabled=state.selection().is_default,
            icon=":material/restart_alt:", help=t("filter.reset_help"),
        )  # fmt: skip
        chip(answer(store, observations, state.everything()), "chip_view")


def _sentence(store: Store, shown: int) -> str:
    chosen = state.selection()
    return describe_view(
        chosen.language, shown, answer(store, totals).figures,
        regions=_names(answer(store, regions), "region_id", "name", chosen.regions), inside=chosen.inside,
        themes=chosen.themes, years=chosen.years, statuses=chosen.statuses, layers=chosen.layers, voices=chosen.voices,
        programmes=_names(answer(store, programmes), "programme_id", "label", chosen.programmes), search=chosen.search,
    )  # fmt: skip


def _names(frame, key: str, stem: str, codes: tuple[str, ...]) -> tuple[str, ...]:  # type: ignore[no-untyped-def]  # a DataFrame
    column = f"{stem}_{state.selection().language}"
    return tuple(frame.set_index(key).loc[list(codes), column])


def nothing_found(store: Store) -> None:
    """Say that silence is not zero, and offer each filter whose removal shows something."""
    with st.container(border=True, key="nothing_found"):
        st.subheader(t("explore.nothing_title"), anchor=False)
        st.text(t("explore.nothing_words" if state.selection().search else "explore.nothing_text"))
        wider = {part: state.view().replace(**{part: empty}) for part, empty in _FILTERS.items()}
        counts = {part: len(answer(store, observations, wide)) for part, wide in wider.items()}
        st.text(t("explore.nothing_relax" if any(counts.values()) else "explore.nothing_single"))
        for part, count in counts.items():
            if count:
                _relax(part, count, wider[part])


def _relax(part: str, count: int, wider: Selection) -> None:
    label = plain(t("explore.relax", part=t(f"filter.{part}"), count=count))
    chosen = wider.replace(language=state.selection().language)
    st.button(label, key=f"relax_{part}", on_click=state.adopt, args=(chosen,))
