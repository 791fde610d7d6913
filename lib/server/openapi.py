"""The description of the HTTP interface (OpenAPI 3.1), made from what it offers and from the dataset that is served."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lib.queries.links import LONGEST_VALUE, MOST_VALUES
from lib.queries.selection import PAIR, SEARCH_LENGTH, Selection
from lib.queries.served import Edition
from lib.server.api_columns import meaning
from lib.server.api_query import LARGEST_OFFSET, MOST_ROWS, allowed
from lib.server.api_tables import FORMS, OFFERS, Form, Offer, Window
from lib.server.problems import MEDIA_TYPE

# Rows enough to tell the types of the columns by.
_SAMPLE = 1000
_FILTERS = {
    "region": "Code or name of a place that regions.json lists; may be given more than once.",
    "inside": "Whether the places inside a chosen one count too.",
    "theme": "Theme; may be given more than once.",
    "year": "A year or a range such as 2021-2023.",
    "status": "Whether a figure is reached, under way, planned or aimed at; may be given more than once.",
    "layer": "Figures of the articles, official figures, or both; without it the articles alone.",
    "voice": "Who says so; may be given more than once.",
    "programme": "Named programme; may be given more than once.",
    "q": f"Words to search for, at most {SEARCH_LENGTH} characters.",
}
_UNUSED = {
    "claim": "The figure chosen in a link, one that observations.json lists; taken so that links work as they are, and filters nothing.",
    "pair": "The two figures that a link puts beside each other, of those that observations.json lists; filters nothing.",
    "source": "The document opened in a link; filters nothing.",
    "show": "What a link adds to the charts; filters nothing.",
}
_EVERYWHERE = {"v": "Version of the dataset; without it the newest that is served.", "lang": "Language of error messages."}
_REPEATED = {**dict.fromkeys(("region", "theme", "status", "layer", "voice", "programme", "show"), MOST_VALUES), "pair": PAIR}
# What is given is something: a value of blanks alone is refused.
_TEXT: dict[str, Any] = {"minLength": 1, "maxLength": LONGEST_VALUE, "pattern": r"\S"}
_TEXTS: dict[str, dict[str, Any]] = {"q": {**_TEXT, "maxLength": SEARCH_LENGTH}, "year": {"pattern": "^[0-9]{1,9}([-–/][0-9]{1,9})?$"}}


def description(edition: Edition) -> dict[str, Any]:
    """Return the description, ready for JSON."""
    paths = {f"/{offer.name}.{form.ending}": {"get": _operation(edition, offer, form)} for offer in OFFERS for form in FORMS}
    version = edition.store.version
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Common Prosperity Explorer: data",
            "version": "1",
            "description": f"Read only. Version {version} of the dataset, released {edition.store.manifest.released}.",
        },
        "servers": [{"url": "."}],
        "paths": {**paths, "/openapi.json": {"get": _own_operation()}},
        "components": {"schemas": {"Problem": _PROBLEM}},
    }


def _operation(edition: Edition, offer: Offer, form: Form) -> dict[str, Any]:
    return {
        "operationId": f"{offer.name}_{form.ending}",
        "summary": offer.summary,
        "parameters": _parameters(edition, offer),
        "responses": {
            "200": {
                "description": "Rows, in a fixed order.",
                "headers": _HEADERS,
                "content": {form.media_type.partition(";")[0]: {"schema": _schema(edition, offer) if form.ending == "json" else {}}},
            },
            "304": {"description": "The rows are still those of the `ETag` in `If-None-Match`."},
            **_refusals(),
        },
    }


def _refusals() -> dict[str, Any]:
    return {str(status): {"description": text, "content": {MEDIA_TYPE: {"schema": _PROBLEM_LINK}}} for status, text in _ERRORS.items()}


def _own_operation() -> dict[str, Any]:
    content = {"application/json": {"schema": {"type": "object"}}}
    return {
        "operationId": "openapi",
        "summary": "This description.",
        "parameters": [_parameter("lang", _EVERYWHERE["lang"], ["en", "zh"])],
        "responses": {"200": {"description": "OpenAPI 3.1.", "content": content}, **_refusals()},
    }


def _parameters(edition: Edition, offer: Offer) -> list[dict[str, Any]]:
    words = {**_FILTERS, **_UNUSED, **_EVERYWHERE} if offer.is_filtered else _EVERYWHERE
    values = {**allowed(edition.known), "source": edition.known.sources}
    named = [_parameter(name, text, sorted(values.get(name, ()))) for name, text in words.items()]
    limit = {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": MOST_ROWS}
    offset = {"type": "integer", "minimum": 0, "maximum": LARGEST_OFFSET, "default": 0}
    return [*named, _query("limit", "Rows at most.", limit), _query("offset", "Rows to leave out before them.", offset)]


def _parameter(name: str, text: str, values: list[str]) -> dict[str, Any]:
    one: dict[str, Any] = {"type": "string", **({"enum": values} if values else _TEXTS.get(name, _TEXT))}
    return _query(name, text, {"type": "array", "items": one, "maxItems": _REPEATED[name]} if name in _REPEATED else one)


def _query(name: str, text: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": text, "schema": schema}


def _schema(edition: Edition, offer: Offer) -> dict[str, Any]:
    rows, _ = offer.rows(edition.store, Selection(), Window(_SAMPLE))
    row = {"type": "object", "properties": {str(name): _column(str(name), column) for name, column in rows.items()}}
    counts = {name: {"type": "integer"} for name in ("total", "limit", "offset")}
    names = {name: {"type": "string"} for name in ("dataset_version", "dataset_identity")}
    told = {**names, **counts, "rows": {"type": "array", "items": row}}
    return {"type": "object", "required": list(told), "properties": told}


def _column(name: str, column: pd.Series) -> dict[str, Any]:
    kinds = {"b": "boolean", "i": "integer", "u": "integer", "f": "number"}
    kind = kinds.get(getattr(column.dtype, "kind", ""), "string")
    return {"type": [kind, "null"], "description": meaning(name)}


_ERRORS = {
    400: "A parameter cannot be honoured; says which and how to mend it.",
    414: "The query is too long.",
    429: "Too many requests; `Retry-After` says when to ask again.",
    503: "The server is busy or has no dataset; `Retry-After` says when to ask again.",
}
_HEADERS = {
    "ETag": {"description": "Changes with the rows.", "schema": {"type": "string"}},
    "Link": {"description": "The rows before (`prev`) and after (`next`) these.", "schema": {"type": "string"}},
    "X-Total-Count": {"description": "All rows that the filters leave.", "schema": {"type": "integer"}},
    "X-Dataset-Version": {"description": "Version of the dataset.", "schema": {"type": "string"}},
    "X-Dataset-Identity": {"description": "Changes with every byte of the dataset.", "schema": {"type": "string"}},
}
_PROBLEM_LINK = {"$ref": "#/components/schemas/Problem"}
_PROBLEM = {
    "type": "object",
    "description": "Problem details (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {name: {"type": "string"} for name in ("parameter", "given", "problem", "detail", "remedy")},
            },
        },
    },
}
