"""Who reads: what the provider of the sign-in says of them, and the role that they have here."""

import os
from collections.abc import Mapping
from functools import cache

import streamlit as st

from lib.domain.access import Access, Role


@cache
def access() -> Access:
    """Return who may do what on this server; its settings are read once."""
    return Access.from_settings(os.environ)


def claims() -> Mapping[str, object]:
    """Return what is known of the reader; nothing where nobody signs in."""
    return {str(name): value for name, value in st.user.to_dict().items()} if access().signs_in else {}


def is_known() -> bool:
    """Tell whether the reader signed in, and not too long ago."""
    return access().knows(claims())


def role() -> Role | None:
    """Return the role of the reader; nothing for somebody who is not let in."""
    return access().role_of(claims())


def may(needed: Role) -> bool:
    """Tell whether the reader has a role, or one that includes it."""
    held = role()
    return held is not None and held.may(needed)
