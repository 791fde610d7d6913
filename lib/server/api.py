"""The read-only HTTP interface to the dataset: the selection of the links, the rows of the downloads."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lib.domain.errors import DatasetError
from lib.queries.served import Edition, served
from lib.queries.store import Store
from lib.server import problems
from lib.server.api_query import Query, QueryError, read_query, refuse_parameters
from lib.server.api_tables import FORMS, OFFERS, Form, Offer, Page
from lib.server.openapi import description
from lib.server.rate import ApiLimits
from lib.server.settings import Settings
from lib.server.turns import Turns

_LIB = Path(__file__).resolve().parents[1]
# One of a list of tags, without its `W/`: what stands between quotation marks may hold commas.
_TAG = re.compile(r'(?:^|,)\s*(?:W/)?("[^"]*")\s*(?=,|$)')


def api(settings: Settings) -> Starlette:
    """Return the interface as an app to mount."""
    middleware = [Middleware(ApiLimits, rate=settings.api_rate, burst=settings.api_burst), Middleware(Turns)]
    if not settings.access.signs_in:
        # What everybody may read, every page may read; nothing is ever sent along with who asks.
        told = ["ETag", "Link", "Retry-After", "X-Dataset-Identity", "X-Dataset-Version", "X-Request-ID", "X-Total-Count"]
        open_to_all = Middleware(
            CORSMiddleware,
            allow_origins=["*"],
            allow_methods=["GET", "HEAD"],
            allow_headers=["If-None-Match", "X-Request-ID"],
            expose_headers=told,
        )
        middleware[:0] = [Middleware(problems.AsProblems), open_to_all]
    cached = "private, no-cache" if settings.access.signs_in else "no-cache"
    handlers = {
        HTTPException: problems.of_http,
        DatasetError: problems.of_dataset,
        QueryError: _of_query,
        Exception: problems.of_fault,
    }
    app = Starlette(routes=routes(cached), middleware=middleware, exception_handlers=handlers)
    # A redirect would name the host that the request claims to be for.
    app.router.redirect_slashes = False
    return app


def routes(cached: str = "no-cache") -> list[Route]:
    """Return the addresses below the prefix: every table in every form, and the description of them."""
    tables = [Route(f"/{offer.name}.{form.ending}", _endpoint(offer, form, cached)) for offer in OFFERS for form in FORMS]
    return [*tables, Route("/openapi.json", _describe)]


def _endpoint(offer: Offer, form: Form, cached: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        edition = _edition()
        params = request.query_params
        query = read_query({name: params.getlist(name) for name in params}, edition.known, is_filtered=offer.is_filtered)
        store = edition.of_version(query.selection.version)
        tag = _tag(edition, store, offer, form, query)
        kept = {"ETag": tag, "Cache-Control": cached, "X-Dataset-Version": store.version, "X-Dataset-Identity": store.identity}
        if _is_known(tag, request):
            return Response(status_code=304, headers=kept)
        return _table(store, offer, form, query, kept)

    return answer


def _table(store: Store, offer: Offer, form: Form, query: Query, headers: dict[str, str]) -> Response:
    rows, total = offer.rows(store, query.selection, query.window)
    body = form.write(Page(rows, total, query.window, store.version, store.identity))
    name = f"{offer.name}-{store.version}.{form.ending}"
    told = {"X-Total-Count": str(total), "Content-Disposition": f'inline; filename="{name}"'}
    # The version is named: another one that is served meanwhile has other rows.
    if links := _links(f"{offer.name}.{form.ending}", query.of_version(store.version), total):
        told["Link"] = links
    return Response(body, 200, {**headers, **told}, form.media_type)


def _links(address: str, query: Query, total: int) -> str:
    """Return where the rows before and after these are, relative to the address that was asked."""
    ways = {"prev": query.before(total), "next": query.after(total)}
    return ", ".join(f'<{address}?{urlencode(there.to_params(), doseq=True)}>; rel="{way}"' for way, there in ways.items() if there)


def _describe(request: Request) -> Response:
    edition, params = _edition(), request.query_params
    refuse_parameters({name: params.getlist(name) for name in params}, edition.known)
    body = json.dumps(description(edition), ensure_ascii=False, indent=1)
    return Response(body, headers={"Cache-Control": "no-cache"}, media_type="application/json")


def _of_query(request: Request, error: Exception) -> Response:
    assert isinstance(error, QueryError)
    return problems.problem(400, str(error), errors=[asdict(refusal) for refusal in error.refusals])


def _edition() -> Edition:
    source = served()
    if source is None:
        raise HTTPException(503)
    return source.edition()


def _tag(edition: Edition, store: Store, offer: Offer, form: Form, query: Query) -> str:
    # Weak, because the same rows are sent compressed and not.
    kept = json.dumps([list(edition.kept), [str(problem) for problem in edition.broken]])
    asked = (store.identity, kept, _code(), offer.name, form.ending, json.dumps(query.to_params()))
    return f'W/"{hashlib.sha256(" ".join(asked).encode()).hexdigest()[:32]}"'


def _is_known(tag: str, request: Request) -> bool:
    # Compared weakly (RFC 9110, 8.8.3.2): a tag is known with its `W/` and without.
    given = request.headers.getlist("if-none-match")
    return "*" in (one.strip() for one in given) or tag.removeprefix("W/") in {known for one in given for known in _TAG.findall(one)}


@cache
def _code() -> str:
    """Return what changes with the app's own code, which has a part in what the rows look like."""
    files = sorted(_LIB.rglob("*.py"))
    return hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files)).hexdigest()
