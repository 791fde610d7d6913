"""The view in one sentence, the way back to everything, and what to do when nothing fits."""

import streamlit as st

from lib.queries.codes import programmes, regions
from lib.queries.dataset import totals
from lib.queries.observations import MOST_ROWS, figures_named, figures_shown
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.queries.views import layers_of
from lib.text.catalogue import say
from lib.text.selection_sentence import describe_view
from lib.ui import state
from lib.ui.cache import answer
from lib.ui.chip import chip
from lib.ui.words import plain, t

_FILTERS = {"search": "", "regions": (), "themes": (), "years": None, "statuses": (), "programmes": (), "voices": (), "layers": ()}


def view_line(store: Store, shown: int) -> None:
    """Say what is shown, of how many, under which filters; beside it the reset."""
    with st.container(horizontal=True, vertical_alignment="center", key="view_line"):
        st.text(view_sentence(store, state.selection(), shown))
        st.button(
            t("filter.reset"), key="reset", on_click=state.reset, disabled=state.selection().is_default,
            icon=":material/restart_alt:", help=t("filter.reset_help"),
        )  # fmt: skip
        chip(answer(store, figures_named, (state.selection().claim,)), "chip_view")


def view_sentence(store: Store, chosen: Selection, shown: int) -> str:
    """Say how many figures a view shows, of how many, under which filters, in the language of the view; and when not all are loaded."""
    described = _described(store, chosen, shown)
    count = answer(store, figures_shown, chosen) if shown >= MOST_ROWS else shown
    return " ".join((described, say(chosen.language, "scale.cut", shown=shown, count=count))) if count > shown else described


def _described(store: Store, chosen: Selection, shown: int) -> str:
    return describe_view(
        chosen.language, shown, answer(store, totals).figures_of(layers_of(chosen)),
        regions=_names(answer(store, regions), "region_id", f"name_{chosen.language}", chosen.regions), inside=chosen.inside,
        themes=chosen.themes, years=chosen.years, statuses=chosen.statuses, layers=chosen.layers, voices=chosen.voices,
        programmes=_names(answer(store, programmes), "programme_id", f"label_{chosen.language}", chosen.programmes), search=chosen.search,
    )  # fmt: skip


def _names(frame, key: str, column: str, codes: tuple[str, ...]) -> tuple[str, ...]:  # type: ignore[no-untyped-def]  # a DataFrame
    return tuple(frame.set_index(key).loc[list(codes), column]) if codes else ()


def nothing_found(store: Store) -> None:
    """Say that silence is not zero, and offer each filter whose removal shows something."""
    with st.container(border=True, key="nothing_found"):
        st.subheader(t("explore.nothing_title"), anchor=False)
        st.text(t("explore.nothing_words" if state.selection().search else "explore.nothing_text"))
        wider = {part: state.view().replace(**{part: empty}) for part, empty in _FILTERS.items()}
        counts = {part: answer(store, figures_shown, wide) for part, wide in wider.items()}
        st.text(t("explore.nothing_relax" if any(counts.values()) else "explore.nothing_single"))
        for part, count in counts.items():
            if count:
                _relax(part, count, wider[part])


def _relax(part: str, count: int, wider: Selection) -> None:
    label = plain(t("explore.relax", part=t(f"filter.{part}"), count=count))
    chosen = state.in_session(wider)
    st.button(label, key=f"relax_{part}", on_click=state.adopt, args=(chosen,))
