"""ASGI middleware that bounds the memory which files of readers may take.

Streamlit takes a file from any session that is open, whether its page asks for one or not, and holds it until the session is let go.
How large one file may be is a setting of Streamlit's (`server.maxUploadSize`).
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import get_instance
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from lib.server.paths import below, kind_of
from lib.server.problems import problem

MOST_FILES = 8
MOST_BYTES = 64_000_000
_LARGEST = 1_048_576


@dataclass(frozen=True)
class Held:
    """What the server holds: how many files of one session, and how many bytes of all."""

    files: int
    bytes: int


def held_for(session: str) -> Held:
    """Ask Streamlit what it holds."""
    manager = get_instance().uploaded_file_mgr
    assert isinstance(manager, MemoryUploadedFileManager)
    size = sum(stat.byte_length for stats in manager.get_stats().values() for stat in stats)
    return Held(len(manager.file_storage.get(session, ())), size)


class Uploads:
    """Answers 429 to a session that brings too many files, and 503 while those of all take too much memory."""

    def __init__(self, app: ASGIApp, base: str = "", held: Callable[[str], Held] = held_for) -> None:
        """Wrap an app; needs what tells how much is held for a session."""
        self._app, self._base, self._held = app, base, held
        # What is on its way is counted too: many may come at once.
        self._coming: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take one file, or hand any other request on."""
        path = below(scope.get("path", ""), self._base)
        if scope["type"] != "http" or scope["method"] != "PUT" or kind_of(path) != "upload":
            await self._app(scope, receive, send)
            return
        session = "".join(path.split("/")[3:4])
        held = self._held(session)
        if held.files + self._coming[session] >= MOST_FILES:
            await problem(429, f"A session may bring {MOST_FILES} files at most. Load the page anew.")(scope, receive, send)
        elif held.bytes + self._coming.total() * _LARGEST >= MOST_BYTES:
            await problem(503, "The files of all readers take too much memory now.", {"Retry-After": "60"})(scope, receive, send)
        else:
            await self._take(session, scope, receive, send)

    async def _take(self, session: str, scope: Scope, receive: Receive, send: Send) -> None:
        self._coming[session] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._coming[session] -= 1
            # Without those that stand at nothing.
            self._coming = +self._coming
