"""What kind of address a request asks for: a few names, so that logs and metrics hold nothing of what a reader looked for."""

import re

from lib.server.api_tables import FORMS, OFFERS

PREFIX = "/api/v1"
HEALTH = "/healthz"
READY = "/readyz"
METRICS = "/metrics"

_API = frozenset((*(f"{PREFIX}/{offer.name}.{form.ending}" for offer in OFFERS for form in FORMS), f"{PREFIX}/openapi.json"))
_OWN = frozenset((HEALTH, READY, METRICS))
# A router takes a path that ends in a line break for the one without it, so nothing here may end at a line break.
_KINDS = (
    (re.compile(rf"{PREFIX}([/\s].*)?", re.DOTALL), "api"),
    (re.compile(r"/app/static/.*", re.DOTALL), "published"),
    (re.compile(r"/media/.*", re.DOTALL), "media"),
    (re.compile(r"/metrics\s*"), METRICS),
    (re.compile(r"/_stcore/stream"), "session"),
    (re.compile(r"/_stcore/metrics\s*"), "streamlit metrics"),
    (re.compile(r"/_stcore/agent([/\s].*)?", re.DOTALL), "agent"),
    (re.compile(r"/_stcore/upload_file([/\s].*)?", re.DOTALL), "upload"),
    (re.compile(r"/_stcore/.*", re.DOTALL), "streamlit"),
    (re.compile(r"/(auth/(login|logout)|oauth2callback)"), "sign-in"),
    (re.compile(r"/(static|component|vendor)/.*|/[^/]*\.\w+"), "front end"),
    (re.compile(r"/[^/.]*"), "page"),
)


def below(path: str, base: str) -> str:
    """Return the path below the app's base path; needs a base without slashes around it."""
    prefix = f"/{base}" if base else ""
    return (path.removeprefix(prefix) or "/") if path == prefix or path.startswith(f"{prefix}/") else path


def is_of_api(path: str) -> bool:
    """Tell whether a path below the base path is the data interface's, whatever is there."""
    kind = kind_of(path)
    return kind == "api" or kind.startswith("/api/")


def kind_of(path: str) -> str:
    """Name the kind of a path below the base path: an address of ours by itself, any other by what it is part of."""
    if path in _API or path in _OWN:
        return path
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(path)), "other")
