"""Errors of the HTTP interface, as problem details (RFC 9457)."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from lib.domain.errors import DatasetError, Problem

MEDIA_TYPE = "application/problem+json"
_DETAILS = {
    404: "There is nothing at this address. openapi.json lists what there is.",
    405: "This interface is read only: use GET.",
}


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None, **members: object) -> Response:
    """Answer with a problem: what went wrong, in words, and further members that a program can read."""
    content = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **members}
    return Response(json.dumps(content, ensure_ascii=False), status, {"Cache-Control": "no-store", **(headers or {})}, MEDIA_TYPE)


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


def told(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Return problems of a dataset as a program reads them."""
    return [asdict(one) for one in problems]
