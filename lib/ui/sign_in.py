"""The door of an app whose readers sign in: the page before it, and the line that says who is in.

`st.login` does the talking to the provider (OpenID Connect), with the packages authlib and httpx2.
"""

import streamlit as st

from lib.text.catalogue import say
from lib.ui import person, state
from lib.ui.words import plain

# Marks that turn the direction of writing, which would turn the words around a name as well.
_NO_TURNS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def is_passed() -> bool:
    """Tell whether the reader is let in; show the door to whoever is not."""
    if person.role() is not None:
        return True
    st.title(_said("app.title"), anchor=False)
    if person.is_known():
        st.text(_said("sign_in.not_let_in", name=_name()))
        st.button(_said("sign_in.leave"), on_click=st.logout, icon=":material/logout:")
    else:
        st.text(_said("sign_in.lead"))
        st.button(_said("sign_in.enter"), on_click=st.login, icon=":material/login:", type="primary")
    return False


def account() -> None:
    """Show who is in, with which role, and the way out; nothing where nobody signs in."""
    held = person.role()
    if not person.access().signs_in or held is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="account"):
        st.caption(_said("sign_in.account", name=plain(_name()), role=_said(f"role.{held}")))
        st.button(_said("sign_in.leave"), on_click=st.logout, icon=":material/logout:", type="tertiary")


def _name() -> str:
    known = person.claims()
    return next((str(known[key]) for key in ("name", "email", "sub") if known.get(key)), "").translate(_NO_TURNS)


def _said(key: str, **values: object) -> str:
    # Before the door no link is read, but its language can be.
    return say(state.language_of_link(), key, **values)
