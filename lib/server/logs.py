"""Logs as JSON, one object a line: what happened, when, in which request or session; no addresses of readers and no words of theirs."""

import json
import logging
import sys
from datetime import UTC, datetime

from streamlit.runtime.scriptrunner import get_script_run_ctx

_LOGGER = logging.getLogger("lib")
# Streamlit writes there what a request to the callback of the sign-in says, and anybody can send one.
_SIGN_IN = logging.getLogger("streamlit.web.server.starlette.starlette_auth_routes")
# What OAuth 2.0 and OpenID Connect call a refusal, and the name of our one provider.
_KNOWN = frozenset(
    [
        "access_denied",
        "account_selection_required",
        "consent_required",
        "default",
        "interaction_required",
        "invalid_request",
        "invalid_scope",
        "login_required",
        "server_error",
        "temporarily_unavailable",
        "unauthorized_client",
        "unsupported_response_type",
    ]
)


class JsonLines(logging.Formatter):
    """Writes a record as one JSON object; members come from `extra={"told": {...}}`."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as a line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **_session(),
            **getattr(record, "told", {}),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def _session() -> dict[str, str]:
    running = get_script_run_ctx(suppress_warning=True)
    return {"session": running.session_id} if running else {}


def write_json() -> None:
    """Write what the app logs as JSON to the standard output, from now on."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonLines())
    _LOGGER.handlers[:] = [handler]
    _LOGGER.setLevel(logging.INFO)
    _LOGGER.propagate = False


def leave_out_words() -> None:
    """Leave out of Streamlit's log what strangers write into it, from now on."""
    _SIGN_IN.addFilter(_without_words)


def _without_words(record: logging.LogRecord) -> bool:
    if isinstance(record.args, tuple):
        record.args = tuple("…" if isinstance(word, str) and word not in _KNOWN else word for word in record.args)
    return True
