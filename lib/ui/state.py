"""The reader's selection: one object in the session, mirrored in the link."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from lib.queries.links import read_params
from lib.queries.notices import Notice
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.text.catalogue import LANGUAGES, Language
from lib.ui import versions

_SELECTION = "selection"
_LINK = "link_seen"
_PAGE = "page_seen"
_NOTICES = "link_notices"
_ENTERED = "entered"
_COMPLETED = "link_completed"
_BEHIND = "link_behind"
_FOLLOWERS = "followers"
_WAITING = "parts_to_draw"

_NONE: tuple[tuple[Notice, ...], int] = ((), 0)
_EVERYTHING = Selection()

Params = dict[str, list[str]]

# What a page's own address may say beside the selection; the page itself reads it.
_OF_PAGES: dict[str, frozenset[str]] = {"stories": frozenset({"story", "own", "step", "present"})}


def selection() -> Selection:
    """Return the selection of this session."""
    return st.session_state.get(_SELECTION, _EVERYTHING)


def enter() -> None:
    """Note that the session came in by `app.py`."""
    st.session_state[_ENTERED] = True


def is_entered() -> bool:
    """Tell whether the session came in by `app.py`."""
    return bool(st.session_state.get(_ENTERED))


def view() -> Selection:
    """Return the selection without what does not filter."""
    return selection().filters()


def in_session(other: Selection) -> Selection:
    """Return another selection as this reader would go on to it: in the same language, of the same frozen version."""
    return other.replace(language=selection().language, version=selection().version)


def everything() -> Selection:
    """Return the selection that filters nothing."""
    return _EVERYTHING


def notices() -> tuple[tuple[Notice, ...], int]:
    """Return what the last link asked for and could not be given, and how many more such things there were."""
    return st.session_state.get(_NOTICES, _NONE)


def page() -> str:
    """Return the address of the page that the reader is on, as part of the app's; nothing for the first page."""
    return st.session_state.get(_PAGE) or ""


def take_link(store: Store, page: str) -> None:
    """Adopt the link's selection when the link came from outside: a visit, a bookmark, Back or Forward.

    The navigation opens a page with a bare address: the selection stays, and the address is completed.
    Back to such a bare address changes nothing either.
    """
    st.session_state[_FOLLOWERS], st.session_state[_WAITING] = {}, set()
    params = _params()
    arrived = st.session_state.get(_PAGE) != page
    st.session_state[_PAGE] = page
    seen = st.session_state.get(_LINK)
    if params == seen or (not arrived and params == st.session_state.get(_BEHIND)):
        return
    if not params and _SELECTION in st.session_state and (arrived or st.session_state.get(_COMPLETED) == (page, seen)):
        _complete(page, arrived)
        return
    st.session_state[_BEHIND] = None
    _read(store, params)


def heed(store: Store, params: Params) -> None:
    """Adopt a link that a script of ours has written into the address.

    Streamlit's own page does not notice such writing: it goes on naming the address it knew before, which says nothing new.
    """
    st.session_state[_BEHIND] = _params()
    _read(store, params)


def _read(store: Store, params: Params) -> None:
    version, *_ = params.get("v") or [""]
    reading = read_params(params, versions.known(store, version), _OF_PAGES.get(page(), ()))
    st.session_state[_SELECTION] = reading.selection
    st.session_state[_NOTICES] = (reading.notices, reading.further)
    st.session_state[_LINK] = params


def _complete(page: str, arrived: bool) -> None:
    st.session_state[_LINK] = {}
    if arrived:
        _write(selection())
        st.session_state[_COMPLETED] = (page, st.session_state[_LINK])


def change(**parts: object) -> None:
    """Change parts of the selection and the link with it; for use in callbacks."""
    adopt(selection().replace(**parts))


def adopt(chosen: Selection) -> None:
    """Make this the selection, and clear what was said of the last link."""
    st.session_state[_SELECTION] = chosen
    st.session_state[_NOTICES] = _NONE
    _write(chosen)


def pick(observation_id: str) -> None:
    """Choose one figure for every linked view, or none; where parts of a page follow the figures, they alone are drawn again."""
    before = selection().claim
    change(claim=observation_id)
    followers: dict[str, frozenset[str]] = st.session_state.get(_FOLLOWERS, {})
    touched = {part for part, figures in followers.items() if figures & {before, observation_id}}
    # Who chooses faster than parts are drawn takes the place of the choice before: what it had to draw is still to be drawn.
    waiting = st.session_state.setdefault(_WAITING, set())
    waiting |= touched
    if touched:
        st.rerun([part for part in followers if part in waiting])


def follow(part: str, figures: frozenset[str]) -> None:
    """Let a part of this page be drawn again by itself whenever one of these figures is chosen or let go.

    Needs: the key of an `st.fragment`, the same on every run of the page.
    """
    st.session_state[_FOLLOWERS][part] = figures


def was_drawn(part: str) -> None:
    """Note that a part that follows figures shows the choice of now."""
    st.session_state.get(_WAITING, set()).discard(part)


def picked(key: str) -> Callable[[], None]:
    """Make the callback of a component of ours that tells which figure was picked."""

    def changed() -> None:
        pick(st.session_state[key].picked)

    return changed


def reset() -> None:
    """Drop every filter and the chosen figure, keeping the opened document, the frozen version and the language."""
    adopt(in_session(Selection(source=selection().source)))


def callback(part: str, key: str, form: Callable[[Any], object] = lambda value: value) -> Callable[[], None]:
    """Make a widget callback that writes the widget's value into one part of the selection."""

    def changed() -> None:
        change(**{part: form(st.session_state[key])})

    return changed


def language_of_link() -> Language:
    """Tell the language before the link is read in full, for the navigation's titles."""
    asked = st.query_params.get("lang")
    if asked in LANGUAGES:
        return "zh" if asked == "zh" else "en"
    return selection().language


def _params() -> Params:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _write(chosen: Selection) -> None:
    own = {name: values for name, values in _params().items() if name in _OF_PAGES.get(page(), ())}
    params = chosen.to_params() | own
    st.session_state[_LINK] = params
    st.query_params.from_dict(params)
