"""What stands around Streamlit's own app when it is hosted: the dataset, the HTTP interface, health, metrics and what keeps it safe."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route

from lib.domain.errors import DatasetError
from lib.queries import served
from lib.queries.store import Store
from lib.server import health
from lib.server.api import api
from lib.server.component_state import read_plainly
from lib.server.cookies import SafeCookies
from lib.server.front import FrontPage
from lib.server.gate import Gate
from lib.server.logs import leave_out_words, write_json
from lib.server.metrics import Metrics
from lib.server.paths import HEALTH, METRICS, PREFIX, READY, below, is_of_api
from lib.server.problems import AsProblems, nothing_here
from lib.server.return_link import ReturnLink
from lib.server.security import AllowedHosts, SafetyHeaders, host_names
from lib.server.settings import Settings
from lib.server.sockets import send_at_once
from lib.server.theme import tell_theme_once
from lib.server.uploads import Uploads
from lib.server.watching import Watching

_LOG = logging.getLogger(__name__)

Warm = Callable[[Store], None]


@dataclass(frozen=True)
class Hosted:
    """What `st.App` is given around the script."""

    secrets: Mapping[str, Any] | None
    lifespan: Callable[[Any], AbstractAsyncContextManager[None]]
    routes: Sequence[BaseRoute]
    middleware: Sequence[Middleware]

    @classmethod
    def of(cls, data: Path, settings: Settings, warm: Warm | None = None) -> "Hosted":
        """Make the parts that serve a dataset.

        Needs: `warm`, where it is given, makes ahead what the first readers of a store would wait for; it runs beside the server.
        """
        base = str(st.get_option("server.baseUrlPath") or "").strip("/")
        metrics = Metrics(settings.metrics_token)
        return cls(
            settings.secrets, _lifespan(data, settings, warm), _routes(settings, metrics, base), _middleware(settings, metrics, base)
        )


def _routes(settings: Settings, metrics: Metrics, base: str) -> list[BaseRoute]:
    prefix = f"/{base}" if base else ""
    return [
        # A mount is the addresses below it: the one without a slash would be a page.
        Route(prefix + PREFIX, nothing_here),
        Mount(prefix + PREFIX, api(settings)),
        Route(prefix + HEALTH, health.live),
        Route(prefix + READY, health.ready_in_short if settings.access.signs_in else health.ready),
        Route(prefix + METRICS, metrics.show),
    ]


def _middleware(settings: Settings, metrics: Metrics, base: str) -> list[Middleware]:
    # The first is the outermost.
    return [
        Middleware(Watching, metrics=metrics, base=base),
        Middleware(SafetyHeaders, frame_ancestors=settings.frame_ancestors, keeps_apart=settings.secrets is not None),
        Middleware(AsProblems, is_meant=lambda path: is_of_api(below(path, base))),
        Middleware(AllowedHosts, hosts=host_names(st.get_option("server.allowedHosts")), base=base),
        Middleware(SafeCookies),
        Middleware(Gate, access=settings.access, metrics=metrics, base=base),
        Middleware(Uploads, base=base),
        Middleware(ReturnLink, access=settings.access, base=base),
        Middleware(FrontPage),
    ]


def _lifespan(data: Path, settings: Settings, warm: Warm | None) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: Any) -> AsyncIterator[None]:
        if settings.is_logged:
            write_json()
        leave_out_words()
        send_at_once()
        tell_theme_once()
        read_plainly()
        async with _dataset(data, settings.refresh_seconds, warm):
            yield

    return lifespan


@asynccontextmanager
async def _dataset(folder: Path, seconds: float, warm: Warm | None) -> AsyncIterator[None]:
    source = served.serve(folder)
    await asyncio.to_thread(source.look_at_once)
    _warm_beside(source, warm)
    watch = asyncio.create_task(_keep_looking(source, seconds, warm)) if seconds else None
    try:
        yield
    finally:
        if watch:
            watch.cancel()
            with suppress(asyncio.CancelledError):
                await watch
        served.stop()


def _warm_beside(source: served.Served, warm: Warm | None) -> None:
    # A thread that nobody waits for: the server answers, and ends, while it works.
    with suppress(DatasetError):
        if warm:
            Thread(target=warm, args=(source.edition().store,), name="warm-up", daemon=True).start()


async def _keep_looking(source: served.Served, seconds: float, warm: Warm | None) -> None:
    while True:
        await asyncio.sleep(seconds)
        try:
            if await asyncio.to_thread(source.look):
                _warm_beside(source, warm)
        except Exception:
            # What is served goes on being served, and the next look may go well.
            _LOG.exception("The folder of the dataset could not be looked at.")
