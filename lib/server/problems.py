"""Errors of the HTTP interface, as problem details (RFC 9457)."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.domain.errors import DatasetError, Problem
from lib.text.catalogue import Language, say

MEDIA_TYPE = "application/problem+json"
_CHINESE = re.compile(rb"(?:^|&)lang=zh(?:&|$)")


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None, **members: object) -> Response:
    """Answer with a problem: what went wrong, in words, and further members that a program can read."""
    content = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **members}
    return Response(json.dumps(content, ensure_ascii=False), status, {"Cache-Control": "no-store", **(headers or {})}, MEDIA_TYPE)


def refusal(status: int, scope: Scope, reason: str, headers: Mapping[str, str] | None = None, **values: object) -> Response:
    """Answer that a request is refused as a whole: why and how to mend it, in the language that it asks for.

    Needs a reason that has the words `api.<reason>` and `api_remedy.<reason>`.
    """
    language: Language = "zh" if _CHINESE.search(scope.get("query_string", b"")) else "en"
    told = {
        "problem": reason,
        "detail": say(language, f"api.{reason}", **values),
        "remedy": say(language, f"api_remedy.{reason}", **values),
    }
    return problem(status, told["detail"], headers, errors=[{"parameter": "", "given": "", **told}])


def nothing_here(request: Request) -> Response:
    """Answer where nothing is."""
    return of_http(request, HTTPException(404))


def of_http(request: Request, error: Exception) -> Response:
    """Answer an address that is not there, or a method that it does not know."""
    assert isinstance(error, HTTPException)
    details = {
        404: "There is nothing at this address. What there is: openapi.json beside it.",
        405: "This interface is read only: use GET.",
    }
    return problem(error.status_code, details.get(error.status_code, str(error.detail)), error.headers)


def of_dataset(request: Request, error: Exception) -> Response:
    """Answer while the dataset cannot be read."""
    assert isinstance(error, DatasetError)
    return problem(503, "The dataset cannot be read now.", {"Retry-After": "10"}, problems=told(error.problems[:20]))


def of_fault(request: Request, error: Exception) -> Response:
    """Answer for a fault of ours; what it was goes to the log alone."""
    return problem(500, "The server failed to answer. Its log says why.")


class AsProblems:
    """ASGI middleware that tells an error as a problem, whoever answers it."""

    def __init__(self, app: ASGIApp, is_meant: Callable[[str], bool] = bool) -> None:
        """Wrap an app; needs the paths whose errors are meant, where not all are."""
        self._app, self._is_meant = app, is_meant

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or not self._is_meant(scope["path"]):
            await self._app(scope, receive, send)
            return
        held: list[Message] = []

        async def hold(message: Message) -> None:
            if held or _is_bare_error(message):
                held.append(message)
            else:
                await send(message)

        await self._app(scope, receive, hold)
        if held:
            await _of_bare_error(held)(scope, receive, send)


def _is_bare_error(message: Message) -> bool:
    if message["type"] != "http.response.start" or message["status"] < 400:
        return False
    return Headers(raw=message["headers"]).get("content-type") != MEDIA_TYPE


def _of_bare_error(answer: list[Message]) -> Response:
    start, *parts = answer
    words = b"".join(part.get("body", b"") for part in parts).decode("utf-8", "replace")
    kept = {name: value for name, value in Headers(raw=start["headers"]).items() if not name.startswith("content-")}
    return problem(start["status"], words or HTTPStatus(start["status"]).phrase, kept)


def told(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Return problems of a dataset as a program reads them."""
    return [asdict(one) for one in problems]
