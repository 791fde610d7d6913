"""Tells whether the process lives, and whether it has a verified dataset to serve."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from lib.domain.errors import DatasetError
from lib.queries.served import Edition, Served, served
from lib.server.problems import told

_MOST_PROBLEMS = 20
_SHORT = ("dataset_version", "quotes_verified", "quotes_total")
_ASKING = ThreadPoolExecutor(1, thread_name_prefix="ready")


async def live(request: Request) -> Response:
    """Answer 200 as long as the process answers at all, with the version and how many quotes are verified; asks the engine nothing."""
    try:
        edition = _served_now()
    except DatasetError:
        return _answer(200, {"status": "degraded"})
    state = _identified(edition)
    return _answer(200, {"status": "ok" if edition.is_sound else "degraded", **{name: state[name] for name in _SHORT}})


async def ready(request: Request) -> Response:
    """Answer 200 when a dataset is served in which every check passed, else 503 with the reasons."""
    return _readiness(await _state_now())


async def ready_in_short(request: Request) -> Response:
    """Answer as `ready` does, with how many problems there are instead of what they quote: for servers whose readers sign in."""
    return _readiness({name: len(held) if isinstance(held, list) else held for name, held in (await _state_now()).items()})


async def _state_now() -> dict[str, Any]:
    # In a thread of its own: those that the requests share may all be busy.
    return await asyncio.get_running_loop().run_in_executor(_ASKING, dataset_state, served())


def dataset_state(source: Served | None) -> dict[str, Any]:
    """Return what is served, what is doubtful about it and about older versions, and what kept a newer dataset from taking its place."""
    if source is None:
        return {"is_ready": False, "problems": [], "refused": []}
    try:
        return {**_state(source.edition()), "refused": told(source.refused[:_MOST_PROBLEMS])}
    except DatasetError as error:
        return {"is_ready": False, "problems": told(error.problems[:_MOST_PROBLEMS]), "refused": []}


def _state(edition: Edition) -> dict[str, Any]:
    store = edition.store
    # Asked anew each time: that the tables were read once says nothing of now.
    figures = int(store.run("select count(*) as figures from observations")["figures"].iloc[0])
    return {
        "is_ready": edition.is_sound and figures > 0,
        **_identified(edition),
        "figures": figures,
        "problems": told(store.problems[:_MOST_PROBLEMS]),
        "broken_versions": told(edition.broken[:_MOST_PROBLEMS]),
    }


def _identified(edition: Edition) -> dict[str, Any]:
    store = edition.store
    return {
        "dataset_version": store.version,
        "identity": store.identity,
        "quotes_verified": store.verification.quotes_verified,
        "quotes_total": store.verification.quotes_total,
    }


def _served_now() -> Edition:
    source = served()
    if source is None:
        raise DatasetError([])
    return source.edition()


def _readiness(state: dict[str, Any]) -> Response:
    return _answer(200 if state["is_ready"] else 503, {"status": "ready" if state["is_ready"] else "not ready", **state})


def _answer(status: int, content: dict[str, Any]) -> Response:
    return JSONResponse(content, status, {"Cache-Control": "no-store"})
