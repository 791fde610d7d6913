"""The settings of the hosted app, read from the environment once, when it starts."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lib.domain.access import LISTS, Access, listed

_PROVIDER = ("OIDC_METADATA_URL", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_REDIRECT_URI", "STREAMLIT_SERVER_COOKIE_SECRET")
_SOURCE = re.compile(r"'self'|'none'|https?://(\*\.)?[\w.-]+(:\d+|:\*)?")
_SHORTEST_SECRET = 32


class SettingError(Exception):
    """A setting cannot be used; names it, what was found and what is allowed."""

    def __init__(self, name: str, found: str, allowed: str):
        """Say which setting, what it holds and what it may hold."""
        super().__init__(f"{name}: {found}; {allowed}")


@dataclass(frozen=True)
class Settings:
    """How this server is run."""

    access: Access = field(default_factory=Access)
    secrets: Mapping[str, Any] | None = None
    frame_ancestors: str = "'self'"
    api_rate: float = 10.0
    api_burst: int = 60
    refresh_seconds: float = 5.0
    metrics_token: str = ""
    is_logged: bool = False

    @classmethod
    def read(cls, given: Mapping[str, str]) -> "Settings":
        """Read the settings.

        *Raises* SettingError for a value that cannot be used.
        """
        return cls(
            secrets=_secrets(given),
            access=_access(given),
            frame_ancestors=_frame_ancestors(given.get("FRAME_ANCESTORS", "")),
            api_rate=_number(given, "API_RATE", cls.api_rate),
            api_burst=_whole(given, "API_BURST", cls.api_burst),
            refresh_seconds=_number(given, "DATASET_REFRESH_SECONDS", cls.refresh_seconds),
            metrics_token=given.get("METRICS_TOKEN", "").strip(),
            is_logged=_choice(given, "ACCESS_LOG", {"": False, "off": False, "json": True}),
        )


def _access(given: Mapping[str, str]) -> Access:
    _number(given, "SIGN_IN_HOURS", Access.hours)
    access = Access.from_settings(given)
    for name in LISTS:
        if given.get(name, "").strip() and not listed(given[name]):
            raise SettingError(name, f"`{given[name]}` names nobody", "leave it out, or name addresses and values of the claim.")
    for name in (*LISTS, "ROLE_CLAIM", "OIDC_SCOPE", "OIDC_PROMPT"):
        if given.get(name, "").strip() and not access.signs_in:
            raise SettingError(name, "nobody signs in, so it does nothing", f"give all of {', '.join(_PROVIDER)}, or leave it out.")
    return access


def _number(given: Mapping[str, str], name: str, default: float) -> float:
    text = given.get(name, "").strip()
    try:
        value = float(text) if text else float(default)
    except ValueError:
        value = math.nan
    if not 0 <= value < math.inf:
        raise SettingError(name, f"`{text}` is no number from 0 up", f"leave it out for {default:g}.")
    return value


def _whole(given: Mapping[str, str], name: str, default: int) -> int:
    value = _number(given, name, default)
    if value < 1 or value != int(value):
        raise SettingError(name, f"`{given[name].strip()}` is no whole number from 1 up", f"leave it out for {default}.")
    return int(value)


def _choice(given: Mapping[str, str], name: str, values: Mapping[str, bool]) -> bool:
    text = given.get(name, "").strip()
    if text not in values:
        raise SettingError(name, f"`{text}` is not known", f"use one of: {', '.join(filter(None, values))}.")
    return values[text]


def _frame_ancestors(text: str) -> str:
    sources = text.split() or ["'self'"]
    for source in sources:
        if not _SOURCE.fullmatch(source):
            raise SettingError("FRAME_ANCESTORS", f"`{source}` is no origin", "write origins such as https://wiki.example.org, or 'none'.")
    if "'none'" in sources and len(sources) > 1:
        raise SettingError("FRAME_ANCESTORS", "`'none'` stands beside others", "write it alone, or the others without it.")
    return " ".join(sources)


def _secrets(given: Mapping[str, str]) -> Mapping[str, Any] | None:
    found = {name: given.get(name, "").strip() for name in _PROVIDER}
    if not any(found[name] for name in _PROVIDER if name.startswith("OIDC_")):
        return None
    for name, value in found.items():
        if not value:
            raise SettingError(
                name, "it is missing, though other settings of the sign-in are given", f"give all of {', '.join(_PROVIDER)}."
            )
    if len(found["STREAMLIT_SERVER_COOKIE_SECRET"]) < _SHORTEST_SECRET:
        raise SettingError("STREAMLIT_SERVER_COOKIE_SECRET", "it is too short to sign with", f"use {_SHORTEST_SECRET} characters or more.")
    return {
        "auth": {
            "server_metadata_url": found["OIDC_METADATA_URL"],
            "client_id": found["OIDC_CLIENT_ID"],
            "client_secret": found["OIDC_CLIENT_SECRET"],
            "redirect_uri": found["OIDC_REDIRECT_URI"],
            "cookie_secret": found["STREAMLIT_SERVER_COOKIE_SECRET"],
            "client_kwargs": {
                "scope": given.get("OIDC_SCOPE", "").strip() or "openid email profile",
                "prompt": given.get("OIDC_PROMPT", "").strip() or "select_account",
            },
        }
    }
