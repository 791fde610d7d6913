"""The Share control: the link of what is shown, the code to embed it, and the ways to keep, collect and present it."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from lib.domain.stories import LONGEST, WrittenStep, WrittenStory
from lib.queries.selection import Selection
from lib.ui import state, story_state
from lib.ui.component import component
from lib.ui.whole_view import completion
from lib.ui.words import t

_COMPONENT = component("share", '<div class="share"></div>', "going", "saved_views")
_WORDS = (
    "open", "title", "link", "embed", "embed_note", "copy", "copied", "copy_failed", "add", "added", "present",
    "saved", "saved_none", "name", "save", "remove", "not_kept", "too_long",
)  # fmt: skip


def share_view() -> None:
    """Offer to share what the address shows, whatever page it is on, and to save it by a name in this browser."""
    # The browser knows the address of the moment: on Explore it runs ahead of the server.
    _control("share", {"views": True, "completion": completion()}, lambda view: WrittenStep(view=view[: LONGEST["view"]]))


def share_step(step: WrittenStep, key: str) -> None:
    """Offer to share one step alone: as a link, embedded, in a story of one's own, presented.

    Needs: a key of its own on the page.
    """
    _control(f"share_{key}", {"own": _packed(step), "completion": {}}, lambda _: step)


def _packed(step: WrittenStep) -> str:
    params = story_state.link_of(WrittenStory(steps=(step,)))
    language = Selection(language=state.selection().language).to_params()
    return urlencode({"own": params["own"]} | language, doseq=True) if params else ""


def _control(key: str, data: dict[str, Any], step: Callable[[str], WrittenStep]) -> None:
    def added() -> None:
        if not story_state.add(step(str(st.session_state[key].added))):
            st.toast(t("share.full"))

    said = {name: t(f"share.{name}") for name in _WORDS}
    _COMPONENT(key=key, data=data | {"words": said, "title": t("app.title")}, width="content", on_added_change=added)
