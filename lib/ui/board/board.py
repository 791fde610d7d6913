"""The board of the Explore page in the reader's browser: what it is given, and how the server follows it."""

import json
import logging
import os
import secrets
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import streamlit as st

from lib.charts.colours import Mode
from lib.queries.conflicts import BOTH_LAYERS
from lib.queries.dataset import totals
from lib.queries.store import Store
from lib.text.catalogue import Language
from lib.ui import question_banner, state
from lib.ui.appearance import mode
from lib.ui.board.bundling import bundle
from lib.ui.board.face_words import face_words
from lib.ui.board.saving import note_view, offer_files
from lib.ui.cache import answer
from lib.ui.component import FRONTEND
from lib.ui.drawn import MOST_FIGURES
from lib.ui.legend import groups
from lib.ui.paper import paper_colours
from lib.ui.publish import PublishingError, published, published_folder

_HERE = Path(__file__).with_name("frontend")
_LOADER = (_HERE / "loader.js").read_text("utf-8")
# What the server's own components are made of, the board is made of too.
_SHARED = ("shared", "cards", "terms", "challenge", "citing", "table_rows", "key", "drawer")
_STYLES = {"board": ("shared", "terms", "challenge", "citing", "legend", "quotes", "figures"), "filters": ("shared",)}
_PARTS = ("board", "filters", "follower")
_SESSION, _TURN, _FAILED, _REDRAW = "board_session", "board_turn", "board_failed", "board_redraw"
_FOLLOWER_KEY = "board_follower"
_LOG = logging.getLogger(__name__)


def modules() -> dict[str, str]:
    """Return the text of every module of the board by its name."""
    paths = [*_HERE.glob("*.js"), *(FRONTEND / f"{name}.js" for name in _SHARED)]
    return {path.stem: path.read_text("utf-8") for path in paths if path.stem != "loader"}


@cache
def _files() -> dict[str, bytes]:
    """Return what the browser fetches: one script, and one style for each part that has one."""
    styles = {
        f"{part}.css": _joined([*(FRONTEND / f"{name}.css" for name in shared), _HERE / f"{part}.css"]) for part, shared in _STYLES.items()
    }
    styles[f"{_PARTS[0]}.css"] += paper_colours().encode()
    return {"parts.js": bundle(modules(), _PARTS).encode(), **styles}


def _joined(paths: Sequence[Path]) -> bytes:
    return b"\n".join(path.read_bytes() for path in paths)


def _component(name: str, room: str) -> Any:
    html = f'<div class="{name}" aria-busy="true"></div>\n<!-- inline -->'
    return st.components.v2.component(f"board_{name}", html=html, css=f".{name}[aria-busy] {{ {room} }}\n/* inline */", js=_LOADER)


_BOARD = _component("board", "min-height: 80vh")
_FILTERS = _component("filters", "min-height: 60vh")
_FOLLOWER = _component("follower", "display: none")


def board(store: Store) -> bool:
    """Show filters and linked views that answer in the browser; tell False, and show nothing, where the server has to do it."""
    addresses = board_addresses(store, state.selection().language, mode()) if _is_possible(store) else {}
    if not addresses:
        return False
    said = {"session": st.session_state.setdefault(_SESSION, secrets.token_hex(8)), "turn": st.session_state.get(_TURN, 0)}
    data = addresses | said | {"selection": asdict(state.selection())}
    with st.sidebar:
        _FILTERS(key="board_filters", data=data | {"part": "filters"}, on_failed_change=partial(_failed, "board_filters"))
    _BOARD(key="board", data=data | {"part": "board", "legend": groups(context=True)}, on_failed_change=partial(_failed, "board"))
    offer_files(store)
    _follow(store, {"home": addresses["home"], "part": "follower"})
    return True


def _is_possible(store: Store) -> bool:
    return not st.session_state.get(_FAILED) and is_offered(store)


def is_offered(store: Store) -> bool:
    """Tell whether browsers are asked to answer by themselves: unless a setting says no, or there is too much for them."""
    return os.environ.get("EXPLORE_BOARD") != "server" and answer(store, totals).figures_of(BOTH_LAYERS.layers) <= MOST_FIGURES


def board_addresses(store: Store, language: Language, colours: Mode) -> dict[str, str]:
    """Publish what the browser fetches; nothing where that cannot be done, which the log explains."""
    try:
        # Here and not above: without the package that compiles charts the server still serves the page.
        from lib.ui.board.vega import vega_address

        content = answer(store, _payload, language, colours)
        return {"home": published_folder(_files()), "vega": vega_address(), "payload": published("figures.json", content)}
    except (PublishingError, ImportError) as error:
        _LOG.warning("The board in the browser is left out, and the server draws the Explore page: %s", error)
        return {}


def _payload(store: Store, language: Language, colours: Mode) -> bytes:
    from lib.ui.board.payload import payload

    made = payload(store, language, colours)
    return json.dumps(made | {"words": made["words"] | face_words(language)}, ensure_ascii=False, separators=(",", ":")).encode()


def _failed(key: str) -> None:
    _LOG.warning("The board could not start in a browser, and the server draws the page for it: %s", st.session_state[key].failed)
    st.session_state[_FAILED] = True


@st.fragment
def _follow(store: Store, data: dict[str, str]) -> None:
    _FOLLOWER(key=_FOLLOWER_KEY, data=data, on_moved_change=partial(_moved, store), on_failed_change=partial(_failed, _FOLLOWER_KEY))
    if st.session_state.pop(_REDRAW, False) or st.session_state.get(_FAILED):
        st.rerun()


def _moved(store: Store) -> None:
    """Take over what the browser has already shown and written into the link."""
    move = st.session_state[_FOLLOWER_KEY].moved
    st.session_state[_TURN] = move["turn"]
    before, version = state.selection().claim, state.selection().version
    # What was said of the last link, and the question above, stand outside of this fragment; only drawing the page again renews them.
    is_outdated = bool(state.notices()[0])
    state.heed(store, parse_qs(move["query"].removeprefix("?"), keep_blank_values=True))
    note_view()
    after = state.selection().claim
    asked = before != after and any(question_banner.shows(store, claim) for claim in (before, after))
    st.session_state[_REDRAW] = is_outdated or asked or version != state.selection().version
